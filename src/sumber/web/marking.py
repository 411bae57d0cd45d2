"""What in a text is marked, and the text cut at every edge of a mark.

In: a `Reading`. Out: `Block`s (lines of the text, each with the part that it plays) and their
`Segment`s, each with all the marks over it. Used by the page and by the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal

from sumber.records import Article, PartKind, Reading, Span, Statement
from sumber.web.happenings import evidence_of, find_spots

MarkKind = Literal[
    "quoted",
    "reported",
    "mention",
    "cue",
    "speaker",
    "credit",
    "related",
    "time",
    "finding",
    "dateline",
    "event",
    "place",
    "count",
]
SAID: frozenset[MarkKind] = frozenset({"quoted", "reported"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Words on which something rests.

    `ids` name what rests on them, the nearest first: `s1` a statement, `a1` an actor, `t1` a time,
    `f1` a finding, `c1` a credit, `l1` a related link, `e1` an event, `p1` a place, `q1` a
    quantity.
    """

    kind: MarkKind
    start: int
    stop: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch with the same marks all over, the widest first."""

    start: int
    stop: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text that is not blank, and the part of the page that it plays."""

    kind: PartKind
    start: int
    stop: int
    segments: tuple[Segment, ...]


def find_marks(reading: Reading) -> tuple[Mark, ...]:
    """All marks of a reading in order of their starts, the wider first."""
    size = len(reading.article.text)
    marks = chain(
        _of_statements(reading),
        _of_actors(reading),
        _of_times(reading),
        _of_article(reading),
        _of_events(reading),
    )
    sound = (mark for mark in marks if 0 <= mark.start < mark.stop <= size)
    return tuple(sorted(sound, key=lambda mark: (mark.start, -mark.stop)))


def find_blocks(reading: Reading) -> tuple[Block, ...]:
    """The lines of the text with their segments."""
    lines = list(_lines(reading.article.text))
    pieces = _cut(lines, find_marks(reading))
    kinds = _kinds(lines, reading.article)
    return tuple(
        Block(kind, line.start, line.stop, tuple(segments))
        for line, kind, segments in zip(lines, kinds, pieces, strict=True)
    )


def repeats_headline(block: Block, reading: Reading) -> bool:
    """True for a line that says the headline again, with nothing marked in it."""
    article = reading.article
    words = article.text[block.start : block.stop].split()
    return (
        block.kind == "headline"
        and words == (article.headline or "").split()
        and not any(mark.ids for segment in block.segments for mark in segment.marks)
    )


def _of_statements(reading: Reading) -> Iterator[Mark]:
    named = {credit.source: f"c{n}" for n, credit in enumerate(reading.article.credits, 1)}
    for statement in reading.statements:
        via = tuple(named[name] for name in statement.via if name in named)
        about = (statement.id, *statement.speakers, *via)
        kind: MarkKind = "quoted" if statement.kind == "direct" else "reported"
        yield from (Mark(kind, s.start, s.stop, about) for s in statement.content)
        if statement.cue:
            yield Mark("cue", statement.cue.start, statement.cue.stop, (statement.id,))
        if statement.speaker:
            span = statement.speaker
            yield Mark("speaker", span.start, span.stop, _speaker_ids(statement))


def _speaker_ids(statement: Statement) -> tuple[str, ...]:
    return (*statement.speakers, statement.id)


def _of_actors(reading: Reading) -> Iterator[Mark]:
    for actor in reading.actors:
        for span in actor.mentions:
            yield Mark("mention", span.start, span.stop, (actor.id,))


def _of_times(reading: Reading) -> Iterator[Mark]:
    findings = {(f.start, f.stop): f"f{n}" for n, f in enumerate(reading.findings, 1)}
    for number, time in enumerate(reading.times, 1):
        finding = findings.get((time.start, time.stop))
        ids = (finding, f"t{number}") if finding else (f"t{number}",)
        yield Mark("time", time.start, time.stop, ids)
    for number, found in enumerate(reading.findings, 1):
        yield Mark("finding", found.start, found.stop, (f"f{number}",))


def _of_article(reading: Reading) -> Iterator[Mark]:
    article = reading.article
    for number, credit in enumerate(article.credits, 1):
        yield Mark("credit", credit.start, credit.stop, (f"c{number}",))
    for number, related in enumerate(article.related, 1):
        yield Mark("related", related.start, related.stop, (f"l{number}",))
    for part in article.parts:
        if part.kind == "dateline":
            yield Mark("dateline", part.start, part.stop)


def _of_events(reading: Reading) -> Iterator[Mark]:
    """Triggers, the parties beside them, places and quantities."""
    for event in reading.events:
        for span in event.mentions or (event.trigger,):
            yield Mark("event", span.start, span.stop, (event.id,))
        yield from (
            Mark("mention", s.start, s.stop, (event.id,)) for s in evidence_of(event, reading)
        )
    numbers = {spot.place.name: spot.id for spot in find_spots(reading)}
    for place in reading.places:
        yield Mark("place", place.start, place.stop, (numbers[place.name],))
    for quantity in reading.quantities:
        yield Mark("count", quantity.start, quantity.stop, (quantity.id,))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            first = start + line.index(bare)
            yield Span(first, first + len(bare))
        start += len(line) + 1


def _kinds(lines: Sequence[Span], article: Article) -> Iterator[PartKind]:
    """The part at each line's start; a dateline opens body text."""
    parts = sorted(article.parts, key=lambda part: part.start)
    at = 0
    for line in lines:
        while at < len(parts) and parts[at].stop <= line.start:
            at += 1
        inside = at < len(parts) and parts[at].start <= line.start
        kind: PartKind = parts[at].kind if inside else "body"
        yield "body" if kind == "dateline" else kind


def _cut(lines: Sequence[Span], marks: Sequence[Mark]) -> Iterator[list[Segment]]:
    """Each line cut at every edge of a mark, in one walk over both."""
    waiting = list(reversed(marks))
    over: list[Mark] = []
    for line in lines:
        over = [mark for mark in over if mark.stop > line.start]
        while waiting and waiting[-1].start < line.stop:
            over.append(waiting.pop())
        yield list(_segments(line, [mark for mark in over if mark.stop > line.start]))


def _segments(line: Span, marks: Sequence[Mark]) -> Iterator[Segment]:
    edges = {line.start, line.stop}
    edges.update(e for m in marks for e in (m.start, m.stop) if line.start < e < line.stop)
    cuts = sorted(edges)
    waiting = list(reversed(marks))
    over: list[Mark] = []
    for start, stop in pairwise(cuts):
        over = [mark for mark in over if mark.stop > start]
        while waiting and waiting[-1].start <= start:
            over.append(waiting.pop())
        yield Segment(start, stop, tuple(mark for mark in over if mark.stop > start))
