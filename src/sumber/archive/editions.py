"""The rows of an article itself: one in `articles`, one for each edition in `editions`.

In: what the writer decided to file. Out: rows; the text that an edition replaces moves into the
edition it belonged to, and what the outlet changed is written down. Used by the writer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select, update

from sumber.archive.comparing import changed_fields, is_announced
from sumber.archive.inserting import insert_rows
from sumber.archive.rows import json_list
from sumber.archive.tables import articles, editions
from sumber.records import Article

if TYPE_CHECKING:
    from sumber.archive.writer import Filed

ARTICLE = (
    "given_id", "url", "outlet", "headline", "published", "day", "dateline", "language",
    "authors", "text",
)  # fmt: skip
Row = tuple[Any, ...]


def put_articles(connection: Connection, added: Sequence[Filed]) -> None:
    """File the articles' own rows, and those of their editions."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    new = [one for one in added if one.outcome == "new"]
    insert_rows(connection, articles, [_article(one) for one in new])
    insert_rows(connection, editions, [_edition(one, now) for one in new])
    for one in added:
        if one.outcome == "edition":
            _supersede(connection, one, now)
        elif one.outcome == "reread":
            _reread(connection, one)


def _article(one: Filed) -> Row:
    *fields, text = one.prepared.article
    return (one.article_id, one.prepared.key, *fields, one.edition, one.entry, text)


def _edition(
    one: Filed, now: str, changes: Sequence[str] | None = None, announced: bool | None = None
) -> Row:
    prepared = one.prepared
    told = None if changes is None else json_list(changes)
    return (
        one.article_id, one.edition, prepared.sumber, prepared.content, now, told, announced,
        prepared.reading, None,
    )  # fmt: skip


def _supersede(connection: Connection, one: Filed, now: str) -> None:
    """File a changed article: the text before stays with its edition."""
    before = _printed(connection, one.article_id)
    after = one.prepared.record.article
    connection.execute(
        update(editions)
        .where(editions.c.article_id == one.article_id, editions.c.number == one.edition - 1)
        .values(text=before.text)
    )
    changes, announced = changed_fields(before, after), is_announced(before, after)
    insert_rows(connection, editions, [_edition(one, now, changes, announced)])
    _update_article(connection, one)


def _reread(connection: Connection, one: Filed) -> None:
    connection.execute(
        update(editions)
        .where(editions.c.article_id == one.article_id, editions.c.number == one.edition)
        .values(sumber=one.prepared.sumber, reading=one.prepared.reading)
    )
    _update_article(connection, one)


def _update_article(connection: Connection, one: Filed) -> None:
    values = dict(zip(ARTICLE, one.prepared.article, strict=True))
    values["authors"] = list(one.prepared.record.article.authors)
    connection.execute(
        update(articles)
        .where(articles.c.id == one.article_id)
        .values(**values, edition=one.edition, entry=one.entry)
    )


def _printed(connection: Connection, article_id: int) -> Article:
    """The article as it was printed before; only what is compared."""
    columns = (articles.c.headline, articles.c.published, articles.c.authors, articles.c.text)
    row = connection.execute(select(*columns).where(articles.c.id == article_id)).one()
    return Article(
        id="", url=None, outlet=None, headline=row.headline, published=row.published,
        dateline=None, authors=tuple(row.authors), language=None, text=row.text,
    )  # fmt: skip
