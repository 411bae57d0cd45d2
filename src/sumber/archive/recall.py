"""Records back out of the archive: the readings that were filed, whole or by article.

In: numbers of articles, days, versions. Out: `Reading`s and `Article`s, equal to those that went
in. All of it streams: what is asked for is read a few hundred at a time. Used by `Archive`,
`stories` by way of `filing`, and `web`.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, select

from sumber.archive.tables import articles, editions
from sumber.records import Actor, Article, Event, Reading, Statement, load

SOME = 200  # articles read from the archive at a time

CURRENT = (
    select(articles.c.id, articles.c.text, editions.c.reading)
    .join(editions, editions.c.article_id == articles.c.id)
    .where(editions.c.number == articles.c.edition)
)


def readings(connection: Connection, article_ids: Iterable[int]) -> Iterator[tuple[int, Reading]]:
    """The current readings of articles, with their numbers, in the order asked for.

    A number that the archive has not is left out.
    """
    for some in _chunks(article_ids):
        rows = connection.execute(CURRENT.where(articles.c.id.in_(some)))
        found = {row.id: unpack(row.reading, row.text) for row in rows}
        yield from ((number, found[number]) for number in some if number in found)


def tellings(connection: Connection, article_ids: Collection[int]) -> dict[int, Reading]:
    """The readings of articles without times, places, quantities and findings: made faster."""
    rows = connection.execute(CURRENT.where(articles.c.id.in_(article_ids)))
    return {row.id: _unpack_told(row.reading, row.text) for row in rows}


def all_readings(connection: Connection) -> Iterator[tuple[int, Reading]]:
    """Every current reading, with its article's number, in order of filing."""
    return _stream(connection, CURRENT)


def readings_between(
    connection: Connection, since: str | None, until: str | None
) -> Iterator[tuple[int, Reading]]:
    """The current readings of articles published on these ISO days, both included."""
    query = CURRENT
    if since is not None:
        query = query.where(articles.c.day >= since)
    if until is not None:
        query = query.where(articles.c.day <= until)
    return _stream(connection, query)


def read_by_others(connection: Connection, version: str) -> Iterator[Article]:
    """The articles whose current reading is by another version."""
    query = CURRENT.where(editions.c.sumber != version)
    return (reading.article for _, reading in _stream(connection, query))


def edition_readings(connection: Connection, article_id: int) -> list[tuple[int, Reading]]:
    """All editions of an article, with their numbers, the first first."""
    query = (
        select(editions.c.number, editions.c.reading, editions.c.text, articles.c.text)
        .join(articles, articles.c.id == editions.c.article_id)
        .where(articles.c.id == article_id)
        .order_by(editions.c.number)
    )
    return [
        (number, unpack(packed, now if text is None else text))
        for number, packed, text, now in connection.execute(query)
    ]


def unpack(packed: bytes, text: str) -> Reading:
    """The reading of which the archive holds this, with its text."""
    reading = load(zlib.decompress(packed))
    return replace(reading, article=replace(reading.article, text=text))


@dataclass(frozen=True, slots=True)
class _Told:
    """What is decoded of a reading where the rest is not needed."""

    sumber: str
    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


DECODER = msgspec.json.Decoder(_Told)


def _unpack_told(packed: bytes, text: str) -> Reading:
    told = DECODER.decode(zlib.decompress(packed))
    return Reading(
        told.sumber,
        replace(told.article, text=text),
        actors=told.actors,
        statements=told.statements,
        events=told.events,
    )


def _stream(connection: Connection, query: Select[Any]) -> Iterator[tuple[int, Reading]]:
    """The readings of a query a few hundred at a time, in order of their articles' numbers."""
    after = 0
    while rows := _page(connection, query, after):
        yield from ((row.id, unpack(row.reading, row.text)) for row in rows)
        after = rows[-1].id


def _page(connection: Connection, query: Select[Any], after: int) -> list[Row[Any]]:
    page = query.where(articles.c.id > after).order_by(articles.c.id).limit(SOME)
    return list(connection.execute(page))


def _chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(numbers)
    while some := list(islice(rest, SOME)):
        yield some
