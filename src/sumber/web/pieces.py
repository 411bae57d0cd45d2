"""The marked text as the page's template writes it: pieces that are links, spans or plain text.

In: the blocks of a `Reading`. Out: `Line`s of `Piece`s, each with its classes, the ids of the
entries that rest on it, and whether the keyboard stops there. Used by `page`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sumber.records import PartKind, Reading, Time
from sumber.web.entries import number
from sumber.web.marking import SAID, Block, Mark, Segment, repeats_headline

# Short marks are links to their entry; a statement has a numbered link of its own before it.
LINKS = frozenset({"speaker", "credit", "related", "time", "finding", "event"})


@dataclass(frozen=True, slots=True)
class Badge:
    """A statement's number before its words; `first` of several pieces is where Tab stops."""

    number: str
    id: str
    kind: str
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same marks all over.

    `about` holds ids with the article's prefix; `target` is where a link leads, None if the piece
    is no link; `stop` says that Tab stops here; `anchors` are ids that begin here; `badges` the
    statements whose content begins here; `fix` the time that
    was meant, at the end of a wrong one.
    """

    text: str
    classes: str = ""
    about: tuple[str, ...] = ()
    target: str | None = None
    stop: bool = False
    anchors: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()
    fix: Time | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text."""

    kind: PartKind
    pieces: tuple[Piece, ...]


def block_pieces(reading: Reading, blocks: Sequence[Block], prefix: str) -> tuple[Line, ...]:
    """All lines of one article, but for a headline that only repeats the page's own."""
    writer = Writer(reading, prefix)
    return tuple(
        Line(block.kind, tuple(writer.pieces(block)))
        for block in blocks
        if not repeats_headline(block, reading)
    )


class Writer:
    """Turns the segments of one article into pieces; remembers which ids have begun."""

    def __init__(self, reading: Reading, prefix: str) -> None:
        self._reading = reading
        self._prefix = prefix
        self._begun: set[str] = set()
        self._stopped: set[Mark] = set()

    def pieces(self, block: Block) -> Iterator[Piece]:
        """The pieces of one line."""
        for segment in block.segments:
            yield self._piece(segment)

    def _piece(self, segment: Segment) -> Piece:
        text = self._reading.article.text[segment.start : segment.stop]
        if not segment.marks:
            return Piece(text)
        nearest = sorted(segment.marks, key=lambda mark: mark.stop - mark.start)
        ids = dict.fromkeys(i for mark in nearest for i in mark.ids)
        link = next((mark for mark in nearest if mark.kind in LINKS and mark.ids), None)
        badges = tuple(self._badges(segment))
        return Piece(
            text=text,
            classes=classes_of(segment),
            about=tuple(self._prefix + i for i in ids),
            target=self._prefix + link.ids[0] if link else None,
            stop=link is not None and self._first_stop(link),
            anchors=tuple(self._anchors(ids)),
            badges=badges,
            fix=self._fix(segment),
        )

    def _first_stop(self, mark: Mark) -> bool:
        first = mark not in self._stopped
        self._stopped.add(mark)
        return first

    def _anchors(self, ids: dict[str, None]) -> Iterator[str]:
        for name in ids:
            if name not in self._begun:
                self._begun.add(name)
                yield f"{self._prefix}{name}-at"

    def _badges(self, segment: Segment) -> Iterator[Badge]:
        for mark in segment.marks:
            if mark.kind in SAID and mark.start == segment.start:
                name = mark.ids[0]
                first = f"badge {name}" not in self._begun
                self._begun.add(f"badge {name}")
                yield Badge(number(name), self._prefix + name, mark.kind, first)

    def _fix(self, segment: Segment) -> Time | None:
        for mark in segment.marks:
            if mark.kind == "time" and mark.stop == segment.stop:
                time = self._reading.times[int(mark.ids[-1][1:]) - 1]
                return time if time.wrong and time.value else None
        return None


def classes_of(segment: Segment) -> str:
    """The kinds of all marks over a segment, and `starts` where a finding does."""
    starts = any(m.kind == "finding" and m.start == segment.start for m in segment.marks)
    kinds = dict.fromkeys(mark.kind for mark in segment.marks)
    return " ".join((*kinds, "starts") if starts else kinds)
