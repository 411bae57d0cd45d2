"""Text and gold in one line, so that nobody types offsets.

`[via:Antara] [cue:melaporkan] [content:harga naik]` reads as the text `Antara melaporkan harga
naik` with three marked spans. Marks may nest; a `[` that opens no mark is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = re.compile(r"\[([a-z]+(?:=[^:\]\[]*)?):")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span: `[label=note:words]`."""

    label: str
    note: str | None
    start: int
    stop: int


def unmark(marked: str) -> tuple[str, list[Mark]]:
    """Give the bare text and its marks in order of their ends.

    >>> unmark("[via:Antara] [cue:melaporkan]")[0]
    'Antara melaporkan'
    >>> unmark("pada [time=2024-11-02:Sabtu (2/11)]")[1]
    [Mark(label='time', note='2024-11-02', start=5, stop=17)]
    """
    text: list[str] = []
    size, at = 0, 0
    opened: list[tuple[str, int]] = []
    marks: list[Mark] = []
    while at < len(marked):
        opening = OPENING.match(marked, at)
        if opening:
            opened.append((opening[1], size))
            at = opening.end()
            continue
        if marked[at] == "]" and opened:
            label, _, note = opened[-1][0].partition("=")
            marks.append(Mark(label, note or None, opened.pop()[1], size))
        else:
            text.append(marked[at])
            size += 1
        at += 1
    if opened:
        raise ValueError(f"mark {opened[-1][0]!r} is not closed in {marked!r}")
    return "".join(text), marks
