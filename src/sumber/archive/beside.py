"""Articles beside each other: what is kept of copies, of links, and of the stories they make.

In: rows about pairs of articles, by their numbers. Out: the same, and who belongs to which story.
What is a copy, and what binds a story, is decided elsewhere; these are the tables. Used by
`joining`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

from sumber.archive.inserting import insert_rows
from sumber.archive.tables import articles, copies, links, members, related, traces
from sumber.records import Copy, Passage

HANDLE = 7  # bytes: among five million articles one chance in six thousand that two share one


@dataclass(frozen=True, slots=True)
class Traces:
    """By what an article is compared.

    `day` is an ISO date, `bands` are keys of its text, `heavy` of its words; `sketch` is packed.
    """

    day: str | None
    bands: tuple[int, ...]
    heavy: tuple[int, ...]
    sketch: bytes


@dataclass(frozen=True, slots=True)
class Member:
    """An article with its short name and its story."""

    article_id: int
    handle: str
    story: str


def handle_of(key: str) -> str:
    """The short name of an article: a digest of its identity, the same in every archive."""
    return blake2b(key.encode(), digest_size=HANDLE).hexdigest()


def file_traces(connection: Connection, rows: Iterable[tuple[int, Traces]]) -> None:
    """Keep by what articles are compared."""
    packed = [(article_id, msgspec.msgpack.encode(kept)) for article_id, kept in rows]
    insert_rows(connection, traces, packed)


def find_traces(connection: Connection, article_ids: Collection[int]) -> dict[int, Traces]:
    """By what some articles are compared."""
    query = select(traces).where(traces.c.article_id.in_(article_ids))
    decode = msgspec.msgpack.Decoder(Traces).decode
    return {row.article_id: decode(row.traces) for row in connection.execute(query)}


def file_copies(connection: Connection, rows: Sequence[tuple[int, int, Copy]]) -> None:
    """Keep copies; the numbers stand in the order of the copy's articles."""
    made = [
        (first, second, copy.kind, copy.share, msgspec.json.encode([
            (p.start, p.stop, p.other_start, p.other_stop) for p in copy.passages
        ]).decode())
        for first, second, copy in rows
    ]  # fmt: skip
    insert_rows(connection, copies, made)


def file_links(connection: Connection, rows: Sequence[tuple[int, int, float]]) -> None:
    """Keep links."""
    insert_rows(connection, links, rows)


def find_links(
    connection: Connection, article_ids: Collection[int]
) -> Iterator[tuple[int, int, float]]:
    """The links of some articles, also to others."""
    query = select(links).where(
        or_(links.c.first_id.in_(article_ids), links.c.second_id.in_(article_ids))
    )
    yield from ((row.first_id, row.second_id, row.score) for row in connection.execute(query))


def find_copies(
    connection: Connection, named: dict[int, str], *, passages: bool = True
) -> list[Copy]:
    """The copies among some articles, under the names given; perhaps without their passages."""
    columns = [c for c in copies.c if passages or c.name != "passages"]
    query = select(*columns).where(
        copies.c.first_id.in_(named.keys()), copies.c.second_id.in_(named.keys())
    )
    return [
        Copy(
            named[row.first_id],
            named[row.second_id],
            row.kind,
            row.share,
            tuple(Passage(*passage) for passage in row.passages) if passages else (),
        )
        for row in connection.execute(query.order_by(copies.c.first_id, copies.c.second_id))
    ]


def drop_pairs(connection: Connection, article_ids: Collection[int]) -> None:
    """Drop the copies, links and traces of articles that are compared anew."""
    for table in (copies, links):
        ends = or_(table.c.first_id.in_(article_ids), table.c.second_id.in_(article_ids))
        connection.execute(delete(table).where(ends))
    connection.execute(delete(traces).where(traces.c.article_id.in_(article_ids)))


def file_members(connection: Connection, rows: Sequence[Member]) -> None:
    """Give articles that are new their own stories."""
    insert_rows(connection, members, [(m.article_id, m.handle, m.story) for m in rows])


def find_members(connection: Connection, article_ids: Collection[int]) -> dict[int, Member]:
    """The stories of some articles."""
    query = select(members).where(members.c.article_id.in_(article_ids))
    return {row.article_id: Member(*row) for row in connection.execute(query)}


def join_stories(connection: Connection, joined: Iterable[tuple[str, str]]) -> None:
    """Give the members of stories, named first, to the stories named second.

    The former names still lead to them: each is the handle of one of its articles.
    """
    change = update(members).where(members.c.story == bindparam("of"))
    values = [{"of": story, "to": name} for story, name in joined]
    if values:
        connection.execute(change.values(story=bindparam("to")), values)


def members_of(connection: Connection, *stories: str) -> list[Member]:
    """All articles of some stories."""
    query = select(members).where(members.c.story.in_(stories)).order_by(members.c.article_id)
    return [Member(*row) for row in connection.execute(query)]


def find_story(connection: Connection, asked: str) -> str | None:
    """The story that has or had that name, or that of an article: by number, id or URL.

    A story's name is, and was, the handle of one of its articles.
    """
    number = int(asked) if asked.isdecimal() and len(asked) < 18 else None
    of_article = select(members.c.story).join(articles, articles.c.id == members.c.article_id)
    queries = (
        select(members.c.story).where(members.c.handle == asked),
        of_article.where(articles.c.key == f"url {asked}"),
        select(members.c.story).where(members.c.article_id == number),
        of_article.where(articles.c.given_id == asked),
    )
    found = (connection.execute(query.limit(1)).scalar() for query in queries)
    return next((story for story in found if story is not None), None)


def related_stories(connection: Connection, story: str) -> list[str]:
    """The stories that a story's articles link to in mid-text, and those that link to it."""
    here = members.alias()
    there = members.alias()
    mine, theirs = articles.alias(), articles.alias()
    joined = (
        select(here.c.story, there.c.story)
        .join(related, related.c.article_id == here.c.article_id)
        .join(theirs, theirs.c.url == related.c.url)
        .join(there, there.c.article_id == theirs.c.id)
        .where(here.c.story != there.c.story)
    )
    forth = joined.where(here.c.story == story).with_only_columns(there.c.story)
    back = (
        select(there.c.story)
        .select_from(here)
        .join(mine, mine.c.id == here.c.article_id)
        .join(related, related.c.url == mine.c.url)
        .join(there, there.c.article_id == related.c.article_id)
        .where(here.c.story == story, there.c.story != story)
    )
    return sorted({*connection.execute(forth).scalars(), *connection.execute(back).scalars()})


def list_stories(
    connection: Connection, *, since: str | None, until: str | None, limit: int
) -> list[tuple[str, int]]:
    """The stories with most articles between two ISO days, both included, with how many."""
    size = func.count()
    query = (
        select(members.c.story, size)
        .join(articles, articles.c.id == members.c.article_id)
        .group_by(members.c.story)
        .having(size > 1)
        .order_by(size.desc(), members.c.story)
        .limit(limit)
    )
    if since is not None:
        query = query.where(articles.c.day >= since)
    if until is not None:
        query = query.where(articles.c.day <= until)
    return [(row[0], row[1]) for row in connection.execute(query)]
