"""An article's editions, and what its outlet changed from one to the next.

In: a number, address or id. Out: a `History`. Used by `Archive`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from sumber.archive.differences import find_differences
from sumber.archive.prepared import identity_of_url
from sumber.archive.recall import edition_readings
from sumber.archive.results import EditionInfo, History
from sumber.archive.tables import articles, editions
from sumber.errors import NoSuchArticle
from sumber.records import Reading

LARGEST = 2**63 - 1
FOUND = select(
    articles.c.id, articles.c.given_id, articles.c.url, articles.c.outlet, articles.c.headline
)


def find_history(connection: Connection, asked: str) -> History:
    """The history of one article. Raises: NoSuchArticle if none or several are meant."""
    row = _find(connection, asked)
    rows = connection.execute(
        select(editions).where(editions.c.article_id == row.id).order_by(editions.c.number)
    ).all()
    told = edition_readings(connection, row.id)
    return History(
        row.id, row.given_id, row.url, row.outlet, row.headline, tuple(_editions(rows, told))
    )


def _editions(rows: Any, told: list[tuple[int, Reading]]) -> Iterator[EditionInfo]:
    before: Reading | None = None
    for row, (_, reading) in zip(rows, told, strict=True):
        differences = find_differences(before.article, reading.article) if before else ()
        yield EditionInfo(
            row.number, row.filed, row.sumber, tuple(row.changes or ()), row.announced, differences
        )
        before = reading


def _find(connection: Connection, asked: str) -> Any:
    rows: list[Any] = []
    for meaning in _meanings(asked):
        rows = rows or list(connection.execute(FOUND.where(meaning).limit(2)))
    if len(rows) == 1:
        return rows[0]
    met = "no article" if not rows else "several articles"
    raise NoSuchArticle(
        f"{asked!r} is {met} of this archive; give the number that sumber search shows, or the "
        "address"
    )


def _meanings(asked: str) -> Iterator[ColumnElement[bool]]:
    """What may be meant; the last alone needs a look at every article."""
    if asked.isascii() and asked.isdigit() and int(asked) <= LARGEST:
        yield articles.c.id == int(asked)
    yield articles.c.key == identity_of_url(asked)
    yield articles.c.given_id == asked
