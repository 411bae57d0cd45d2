"""A reading to the rows of its edition, table by table, in the order of the tables' columns.

In: a `Reading`. Out: tuples without `article_id`, which the writer puts in front; those of
`statements` and `events` get their number from it as well. Used by `prepare`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sumber.archive.words import digest, fold
from sumber.records import Actor, Event, Reading, Span, Statement

Row = tuple[Any, ...]
NOWHERE = (None, None)


def edition_rows(reading: Reading) -> dict[str, list[Row]]:
    """The rows of every table that holds an edition."""
    article = reading.article
    return {
        "parts": [(n, p.kind, p.start, p.stop) for n, p in enumerate(article.parts, 1)],
        "actors": [_actor(actor) for actor in reading.actors],
        "mentions": [
            (actor.id, n, span.start, span.stop)
            for actor in reading.actors
            for n, span in enumerate(actor.mentions, 1)
        ],
        "statements": [_statement(statement) for statement in reading.statements],
        "contents": [
            (statement.id, n, span.start, span.stop)
            for statement in reading.statements
            for n, span in enumerate(statement.content, 1)
        ],
        "speakers": [
            (statement.id, n, name)
            for statement in reading.statements
            for n, name in enumerate(statement.speakers, 1)
        ],
        "events": [_event(event) for event in reading.events],
        "participants": [row for event in reading.events for row in _participants(event)],
        "event_mentions": [
            (event.id, n, span.start, span.stop)
            for event in reading.events
            for n, span in enumerate(event.mentions, 1)
        ],
        "times": [
            (n, t.start, t.stop, t.text, t.value, t.written, t.wrong)
            for n, t in enumerate(reading.times, 1)
        ],
        "places": [
            (n, p.start, p.stop, p.name, p.country, p.region, p.lat, p.lon, p.identifier)
            for n, p in enumerate(reading.places, 1)
        ],
        "quantities": [
            (q.id, q.start, q.stop, q.low, q.high, q.approximate, q.kind, q.of, q.unit,
             q.statement, q.part_of)
            for q in reading.quantities
        ],
        "findings": [
            (n, f.kind, f.start, f.stop, f.message, f.suggestion)
            for n, f in enumerate(reading.findings, 1)
        ],
        "credits": [(n, c.source, c.start, c.stop) for n, c in enumerate(article.credits, 1)],
        "related": [(n, r.title, r.url, r.start, r.stop) for n, r in enumerate(article.related, 1)],
    }  # fmt: skip


def name_rows(reading: Reading) -> list[Row]:
    """Each name of the reading once: its digest, as printed, folded."""
    return [(digest(name), name, fold(name)) for name in dict.fromkeys(_names(reading))]


def _names(reading: Reading) -> Iterator[str]:
    if reading.article.outlet:
        yield reading.article.outlet
    for actor in reading.actors:
        yield actor.name
    for credit in reading.article.credits:
        yield credit.source
    for statement in reading.statements:
        yield from statement.via
    for place in reading.places:
        yield place.name
        if place.region:
            yield place.region


def _actor(actor: Actor) -> Row:
    return (
        actor.id, digest(actor.name), actor.name, actor.kind, actor.country, actor.sector,
        actor.role, actor.identifier,
    )  # fmt: skip


def _statement(statement: Statement) -> Row:
    return (
        statement.id,
        statement.kind,
        *hull(statement.content),
        *_edges(statement.cue),
        *_edges(statement.speaker),
        json_list(statement.via),
        statement.certainty,
        statement.part_of,
    )


def _event(event: Event) -> Row:
    return (
        event.id, event.type, event.mode, json_list(event.contexts), *_edges(event.trigger),
        event.place, event.time, event.status, event.statement, event.rule,
    )  # fmt: skip


def _participants(event: Event) -> Iterator[Row]:
    roles = (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("according_to", event.according_to),
    )
    for role, names in roles:
        for n, name in enumerate(names, 1):
            yield event.id, role, n, name


def hull(spans: Iterable[Span]) -> tuple[int, int]:
    """From the first character of all spans to the last; (0, 0) if there is none."""
    start = min((span.start for span in spans), default=0)
    return start, max((span.stop for span in spans), default=start)


def json_list(values: Iterable[str]) -> str:
    """A JSON list of strings."""
    made = tuple(values)
    return msgspec.json.encode(made).decode() if made else "[]"


def _edges(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.stop) if span else NOWHERE
