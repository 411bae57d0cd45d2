"""Rows that stand in a table where the terminal is wide enough, else each over some lines.

In: the names of columns, then rows. Out: a Rich renderable; no cell is ever cut. Used by `story`
and `codebook_command`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

INDENT = 2  # columns before what follows the first line of a row
FAINT = Style(dim=True)


@dataclass(slots=True)
class Rows:
    """Rows under named columns; from `least` columns of the terminal on they are a table."""

    columns: tuple[str, ...]
    least: int
    rows: list[tuple[Text, ...]] = field(default_factory=list)

    def add_row(self, *cells: str | Text) -> None:
        """Add one row, a cell for each column."""
        self.rows.append(tuple(Text(c) if isinstance(c, str) else c for c in cells))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the table, or the rows one below the other."""
        if options.max_width >= self.least:
            yield self._table(ascii_only=options.ascii_only)
            return
        for first, *rest in self.rows:
            yield first
            for name, cell in zip(self.columns[1:], rest, strict=True):
                if cell:
                    label = (f"{name}: ", FAINT) if name else ("", FAINT)
                    yield Padding(Text.assemble(label, cell), (0, 0, 0, INDENT))

    def _table(self, *, ascii_only: bool) -> Table:
        """Without lines; the last column takes what is left."""
        style = box.ASCII2 if ascii_only else box.SIMPLE_HEAD
        made = Table(box=style, pad_edge=False, expand=True, show_edge=False, safe_box=True)
        for name in self.columns[:-1]:
            made.add_column(name, overflow="fold")
        made.add_column(self.columns[-1], ratio=1, overflow="fold")
        for row in self.rows:
            made.add_row(*row)
        return made
