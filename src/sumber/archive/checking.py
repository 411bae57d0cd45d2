"""Whether a reading holds together, before it is filed.

In: a `Reading`, perhaps from a file that somebody changed. Out: nothing, or `NotAReading` with
the first contradiction. Used by `prepare`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sumber.errors import NotAReading
from sumber.records import Reading

Edges = tuple[int, int]


def check_reading(reading: Reading) -> None:
    """Raises: NotAReading for spans outside the text, ids given twice, ids that name nothing."""
    _check_spans(reading)
    for kind, ids in _ids(reading).items():
        if len(set(ids)) != len(ids):
            twice = next(i for i in ids if ids.count(i) > 1)
            raise _refusal(reading, f"two {kind} with the id {twice!r}")
    actors = {actor.id for actor in reading.actors}
    for name, holder in _references(reading):
        if name not in actors:
            raise _refusal(reading, f"{holder} that names the actor {name!r}, which it has not")


def _check_spans(reading: Reading) -> None:
    size = len(reading.article.text)
    for start, stop in _spans(reading):
        if not 0 <= start <= stop <= size:
            raise _refusal(reading, f"the span {start}-{stop} in a text of {size} characters")


def _ids(reading: Reading) -> dict[str, list[str]]:
    return {
        "actors": [actor.id for actor in reading.actors],
        "statements": [statement.id for statement in reading.statements],
        "events": [event.id for event in reading.events],
        "quantities": [quantity.id for quantity in reading.quantities],
    }


def _references(reading: Reading) -> Iterator[tuple[str, str]]:
    for statement in reading.statements:
        for name in statement.speakers:
            yield name, f"statement {statement.id}"
    for event in reading.events:
        for name in (*event.actors, *event.recipients, *event.according_to):
            yield name, f"event {event.id}"


def _spans(reading: Reading) -> Iterator[Edges]:
    article = reading.article
    yield from _edges(article.parts)
    yield from _edges(article.related)
    yield from _edges(article.credits)
    for actor in reading.actors:
        yield from _edges(actor.mentions)
    yield from _edges(reading.times)
    yield from _edges(reading.places)
    yield from _edges(reading.quantities)
    yield from _edges(reading.findings)
    for statement in reading.statements:
        yield from _edges(statement.content)
        yield from _edges(span for span in (statement.cue, statement.speaker) if span)
    for event in reading.events:
        yield from _edges((event.trigger, *event.mentions))


def _edges(spans: Iterable[object]) -> Iterator[Edges]:
    for span in spans:
        yield span.start, span.stop  # type: ignore[attr-defined]


def _refusal(reading: Reading, met: str) -> NotAReading:
    article = reading.article
    return NotAReading(article.url or article.id, met=met, do="read the article again")
