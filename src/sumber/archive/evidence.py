"""Numbers of statements, events and articles to results with their words, names and article.

In: numbers that a search found, and what it sought. Out: results in the same order. Used by
`Archive`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from sumber.archive.indexing import passage
from sumber.archive.querying import Sought, find_matches
from sumber.archive.results import ArticleHit, EventHit, Printed, StatementHit
from sumber.archive.tables import (
    actors,
    articles,
    contents,
    events,
    participants,
    speakers,
    statements,
)

GAP = " … "  # between the pieces of a statement
PRINTED = (
    articles.c.id.label("number"), articles.c.edition, articles.c.given_id, articles.c.url,
    articles.c.outlet, articles.c.headline, articles.c.published,
)  # fmt: skip
Local = tuple[int, str]  # article, id within it


def show_statements(
    connection: Connection, numbers: Sequence[int], sought: Sought | None
) -> list[StatementHit]:
    """The statements with these numbers, in their order."""
    query = (
        select(statements, *PRINTED, articles.c.text)
        .join(articles, articles.c.id == statements.c.article_id)
        .where(statements.c.id.in_(numbers))
    )
    rows = {row.id: row for row in connection.execute(query)}
    ids = {row.article_id for row in rows.values()}
    pieces, names = _pieces(connection, ids), _speakers(connection, ids)
    return [_statement(rows[n], pieces, names, sought) for n in numbers if n in rows]


def show_events(
    connection: Connection, numbers: Sequence[int], sought: Sought | None
) -> list[EventHit]:
    """The events with these numbers, in their order."""
    query = (
        select(events, *PRINTED, articles.c.text)
        .join(articles, articles.c.id == events.c.article_id)
        .where(events.c.id.in_(numbers))
    )
    rows = {row.id: row for row in connection.execute(query)}
    names = _participants(connection, {row.article_id for row in rows.values()})
    return [_event(rows[n], names, sought) for n in numbers if n in rows]


def show_articles(
    connection: Connection, entries: Sequence[int], sought: Sought | None
) -> list[ArticleHit]:
    """The articles with these entries, in their order."""
    query = select(articles.c.entry, *PRINTED, articles.c.text).where(articles.c.entry.in_(entries))
    rows = {row.entry: row for row in connection.execute(query)}
    ids = [row.number for row in rows.values()]
    said, done = _counts(connection, statements, ids), _counts(connection, events, ids)
    return [_article(rows[n], said, done, sought) for n in entries if n in rows]


def _statement(
    row: Any,
    pieces: dict[Local, list[tuple[int, int]]],
    names: dict[Local, list[str]],
    sought: Sought | None,
) -> StatementHit:
    key = (row.article_id, row.statement)
    words = GAP.join(row.text[start:stop] for start, stop in pieces[key])
    cue = None if row.cue_start is None else row.text[row.cue_start : row.cue_stop]
    return StatementHit(
        id=row.id, statement=row.statement, printed=_printed(row), kind=row.kind,
        certainty=row.certainty, speakers=tuple(names[key]), cue=cue, via=tuple(row.via),
        text=words, marks=find_matches(words, sought), start=row.start, stop=row.stop,
    )  # fmt: skip


def _event(row: Any, names: dict[Local, dict[str, list[str]]], sought: Sought | None) -> EventHit:
    start, stop = passage(row.text, row.trigger_start, row.trigger_stop)
    words, roles = row.text[start:stop], names[row.article_id, row.event]
    return EventHit(
        id=row.id, event=row.event, printed=_printed(row), type=row.type, mode=row.mode,
        status=row.status, actors=tuple(roles["actor"]), recipients=tuple(roles["recipient"]),
        according_to=tuple(roles["according_to"]), place=row.place, time=row.time, text=words,
        marks=find_matches(words, sought),
        trigger=(row.trigger_start - start, row.trigger_stop - start), start=start, stop=stop,
    )  # fmt: skip


def _article(
    row: Any, said: dict[int, int], done: dict[int, int], sought: Sought | None
) -> ArticleHit:
    first = next(iter(find_matches(row.text, sought)), (0, 0))
    start, stop = passage(row.text, *first)
    words = row.text[start:stop]
    return ArticleHit(
        id=row.entry, printed=_printed(row), statements=said.get(row.number, 0),
        events=done.get(row.number, 0), text=words, marks=find_matches(words, sought),
        start=start, stop=stop,
    )  # fmt: skip


def _printed(row: Any) -> Printed:
    return Printed(
        row.number, row.edition, row.given_id, row.url, row.outlet, row.headline, row.published
    )


# All rows of the articles are read, which lie together: SQLite finds no place in an index by a list
# of pairs.
def _pieces(connection: Connection, ids: Collection[int]) -> dict[Local, list[tuple[int, int]]]:
    query = select(contents).where(contents.c.article_id.in_(ids)).order_by(contents.c.number)
    found = defaultdict(list)
    for row in connection.execute(query):
        found[row.article_id, row.statement].append((row.start, row.stop))
    return found


def _speakers(connection: Connection, ids: Collection[int]) -> dict[Local, list[str]]:
    query = (
        select(speakers.c.article_id, speakers.c.statement, actors.c.name)
        .join(
            actors,
            (actors.c.article_id == speakers.c.article_id) & (actors.c.actor == speakers.c.actor),
        )
        .where(speakers.c.article_id.in_(ids))
        .order_by(speakers.c.number)
    )
    found = defaultdict(list)
    for article_id, statement, name in connection.execute(query):
        found[article_id, statement].append(name)
    return found


def _participants(
    connection: Connection, ids: Collection[int]
) -> dict[Local, dict[str, list[str]]]:
    query = (
        select(participants.c.article_id, participants.c.event, participants.c.role, actors.c.name)
        .join(
            actors,
            (actors.c.article_id == participants.c.article_id)
            & (actors.c.actor == participants.c.actor),
        )
        .where(participants.c.article_id.in_(ids))
        .order_by(participants.c.number)
    )
    found: dict[Local, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for article_id, event, role, name in connection.execute(query):
        found[article_id, event][role].append(name)
    return found


def _counts(connection: Connection, table: Any, ids: Iterable[int]) -> dict[int, int]:
    query = (
        select(table.c.article_id, func.count())
        .where(table.c.article_id.in_(list(ids)))
        .group_by(table.c.article_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
