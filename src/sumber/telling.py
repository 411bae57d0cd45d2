"""What an archive tells by its stories: accounts, the largest, the origins behind results.

In: an archive and what is asked for. Out: records of `stories`, made of the readings that the
archive holds. `open_archive` is `sumber.open`: an archive whose results say on how many
independent origins they stand. Used by `cli`.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from sumber import archive as kept
from sumber.archive import Archive
from sumber.archive.beside import (
    Member,
    find_copies,
    find_members,
    find_story,
    list_stories,
    members_of,
    related_stories,
)
from sumber.archive.recall import readings, tellings
from sumber.archive.results import ArticleHit, EventHit, StatementHit
from sumber.archive.searching import Kind
from sumber.errors import NoSuchStory
from sumber.records import Account, Copy, Reading, Story
from sumber.stories import (
    count_behind_events,
    count_behind_statements,
    give_account,
    story_origins,
)

LARGEST = 300  # articles of a story whose origins are counted for results of a search
Hit = StatementHit | EventHit | ArticleHit


def open_archive(where: str | os.PathLike[str] | None = None, *, create: bool = False) -> Archive:
    """Open an archive: a file, or `postgresql://USER@HOST/DATABASE`.

    Without `where` it is the one that `SUMBER_ARCHIVE` names, else `archive.db`. With `create` a
    missing file is made. Results of a search say how many independent origins they stand on.
    Raises: ArchiveError, UsageError; SetupError where psycopg is missing.

    >>> import sumber, tempfile
    >>> with sumber.open(tempfile.mkdtemp() + "/arsip.db", create=True) as archive:
    ...     archive.count("articles")
    0
    """
    archive = kept.open_archive(where, create=create)
    archive.count_origins = count_origins
    return archive


open = open_archive  # noqa: A001 - it is `sumber.open`


def count_origins(connection: Connection, kind: Kind, hits: Sequence[Hit]) -> list[int | None]:
    """How many independent origins stand behind each result.

    For a statement or event those that tell it in the story of its article, as the story's account
    counts them; for an article those of its story. `None` in stories of more than `LARGEST`.
    """
    own = find_members(connection, {hit.printed.article for hit in hits})
    stories: dict[str, list[Member]] = {}
    for member in members_of(connection, *{member.story for member in own.values()}):
        stories.setdefault(member.story, []).append(member)
    several = [m for m in stories.values() if 1 < len(m) <= LARGEST]
    wanted: dict[str, set[Local]] = defaultdict(set)
    for hit in hits:
        member = own[hit.printed.article]
        wanted[member.story].add((member.handle, _within(hit)))
    counts = _counts(connection, kind, several, wanted) if several else {}
    return [_behind(hit, own, stories, counts) for hit in hits]


Local = tuple[str, str]  # an article's handle, and the id within it
Counts = dict[Local, int]
Count = Callable[[Sequence[Reading], Sequence[Copy], Collection[Local]], Counts]


def _counts(
    connection: Connection,
    kind: Kind,
    stories: Sequence[Sequence[Member]],
    wanted: Mapping[str, Collection[Local]],
) -> Counts:
    """The counts of what is wanted of each story; readings and copies are asked for at once."""
    handles = {member.article_id: member.handle for members in stories for member in members}
    story_of = {member.handle: member.story for members in stories for member in members}
    held: dict[str, list[Reading]] = defaultdict(list)
    for number, reading in tellings(connection, handles).items():
        named = _under(handles[number], reading)
        held[story_of[handles[number]]].append(named)
    copied: dict[str, list[Copy]] = defaultdict(list)
    for copy in find_copies(connection, handles, passages=False):
        if story_of[copy.first] == story_of[copy.second]:
            copied[story_of[copy.first]].append(copy)
    counts: Counts = {}
    for story, told in held.items():
        counts |= COUNTED[kind](told, copied[story], wanted[story])
    return counts


def _count_story(
    held: Sequence[Reading], copied: Sequence[Copy], wanted: Collection[Local]
) -> Counts:
    return dict.fromkeys(wanted, len(story_origins(held, copied)))


COUNTED: dict[Kind, Count] = {
    "statements": count_behind_statements,
    "events": count_behind_events,
    "articles": _count_story,
}


def _behind(
    hit: Hit, own: dict[int, Member], stories: dict[str, list[Member]], counts: Counts
) -> int | None:
    member = own[hit.printed.article]
    if len(stories[member.story]) > LARGEST:
        return None
    return counts.get((member.handle, _within(hit)), 1)


def _within(hit: Hit) -> str:
    within = hit.statement if isinstance(hit, StatementHit) else ""
    return hit.event if isinstance(hit, EventHit) else within


def _named(connection: Connection, handles: dict[int, str]) -> list[Reading]:
    """The readings of articles, each under its short name."""
    return [_under(handles[number], reading) for number, reading in readings(connection, handles)]


def _under(handle: str, reading: Reading) -> Reading:
    return replace(reading, article=replace(reading.article, id=handle))


def account_of(archive: Archive, asked: str) -> Account:
    """The account of a story: by its id, or by an article's id, number or address.

    Raises: NoSuchStory if the archive has neither.
    """
    with archive.reading() as connection:
        name = find_story(connection, asked)
        if name is None:
            raise NoSuchStory(asked)
        handles = {m.article_id: m.handle for m in members_of(connection, name)}
        held = _named(connection, handles)
        return give_account(
            _story(name, held),
            held,
            find_copies(connection, handles),
            related=related_stories(connection, name),
        )


def _story(name: str, held: Sequence[Reading]) -> Story:
    ordered = sorted(held, key=lambda r: (r.article.published or "~", r.article.id))
    dated = [r.article.published for r in ordered if r.article.published]
    return Story(
        id=name,
        headline=ordered[0].article.headline if ordered else None,
        articles=tuple(r.article.id for r in ordered),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
    )


def largest_stories(
    archive: Archive, *, since: str | None = None, until: str | None = None, limit: int = 20
) -> list[Story]:
    """The stories with most articles published between two ISO days, both included."""
    with archive.reading() as connection:
        found = []
        for name, _ in list_stories(connection, since=since, until=until, limit=limit):
            handles = {m.article_id: m.handle for m in members_of(connection, name)}
            found.append(_story(name, _named(connection, handles)))
        return found
