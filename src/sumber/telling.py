"""What an archive tells: the account of a story, the largest stories.

In: an archive and what is asked for. Out: records of `stories`, made of the readings that the
archive holds. Used by `cli`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sumber.archive import Archive
from sumber.archive.beside import (
    find_copies,
    find_story,
    list_stories,
    members_of,
    related_stories,
)
from sumber.archive.recall import readings
from sumber.errors import NoSuchStory
from sumber.records import Account, Reading, Story
from sumber.stories import give_account


def account_of(archive: Archive, asked: str) -> Account:
    """The account of a story: by its id, or by an article's id, number or address.

    Raises: NoSuchStory if the archive has neither.
    """
    with archive.reading() as connection:
        name = find_story(connection, asked)
        if name is None:
            raise NoSuchStory(asked)
        handles = {m.article_id: m.handle for m in members_of(connection, name)}
        held = [
            replace(reading, article=replace(reading.article, id=handles[number]))
            for number, reading in readings(connection, handles)
        ]
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
            held = [
                replace(reading, article=replace(reading.article, id=handles[number]))
                for number, reading in readings(connection, handles)
            ]
            found.append(_story(name, held))
        return found
