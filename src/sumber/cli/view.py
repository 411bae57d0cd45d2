"""How one terminal shows readings: its width, its signs, its tables.

Used by `terminal` and `terminal_events`.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich import box
from rich.style import Style
from rich.table import Table
from rich.text import Text

from sumber.web.labels import Labels

GUTTER = 6  # columns of margin: `!12 │ `
MEASURE = 84  # columns of text beyond which lines are hard to follow
WIDEST = 110  # columns of tables
FAINT = Style(dim=True)


@dataclass(frozen=True, slots=True)
class Signs:
    """The drawing characters of one terminal."""

    bar: str
    arrow: str
    dot: str
    dash: str
    rule: str


UNICODE = Signs(bar="│", arrow="→", dot="·", dash="–", rule="━")
ASCII = Signs(bar="|", arrow="->", dot="-", dash="-", rule="=")


@dataclass(frozen=True, slots=True)
class View:
    """How one terminal shows readings."""

    labels: Labels
    width: int
    colour: bool
    signs: Signs

    @property
    def measure(self) -> int:
        """Columns for text beside the margin."""
        return max(20, min(self.width, MEASURE + GUTTER) - GUTTER)

    @property
    def table_width(self) -> int:
        """Columns for what stands below the text."""
        return max(40, min(self.width, WIDEST))

    def title(self, words: str) -> Text:
        """The heading of a part."""
        return Text(words.upper(), style=Style(bold=True))

    def table(self) -> Table:
        """An empty table as wide as the text."""
        return Table(
            box=box.ASCII2 if self.signs is ASCII else box.SIMPLE_HEAD,
            width=self.table_width,
            show_edge=False,
            pad_edge=False,
            header_style=FAINT,
            safe_box=True,
        )
