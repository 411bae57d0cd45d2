"""Filed articles find their copies and their story, in any order, on every database."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from made import made_readings
from sumber.archive import Archive
from sumber.archive.beside import handle_of
from sumber.archive.prepared import identity
from sumber.errors import NoSuchStory
from sumber.filing import file_readings, prepare_reading
from sumber.records import Account, Reading, Related
from sumber.stories import find_copy, give_account, prepare_text, told_words
from sumber.telling import account_of, largest_stories

READINGS = made_readings()
NAMES = {handle_of(identity(r.article)): r.article.id for r in READINGS}
HANDLES = {name: handle for handle, name in NAMES.items()}


def file_all(archive: Archive, given: Sequence[Reading]) -> list[str]:
    prepared = [prepare_reading(reading, archive) for reading in given]
    return [done.outcome for done in file_readings(archive, prepared)]


def told(account: Account) -> tuple[object, ...]:
    """What an account says, with the articles' own ids."""
    return (
        [(NAMES[t.article], t.text, t.source and NAMES[t.source]) for t in account.tellings],
        [(o.kind, o.name, [NAMES[i] for i in o.articles]) for o in account.origins],
        [(s.text, s.origins, [NAMES[e.article] for e in s.evidence]) for s in account.statements],
        [(d.kind, [(v.value, v.origins) for v in d.versions]) for d in account.differences],
        [(m.kind, m.text, NAMES[m.evidence.article]) for m in account.timeline],
    )


def test_the_twelve_articles_come_out_as_one_story(archive: Archive) -> None:
    file_all(archive, READINGS)
    account = account_of(archive, READINGS[4].article.url or "")
    assert sorted(NAMES[i] for i in account.story.articles) == [f"m{n:02}" for n in range(1, 13)]
    assert (account.texts, len(account.origins)) == (8, 8)
    assert [d.kind for d in account.differences] == [
        "number",
        "date",
        "date",
        "actor",
        "denial",
        "denial",
    ]
    assert account.story.headline == "Ribuan Buruh Nikel Morantai Turun ke Jalan"
    assert [s.id for s in largest_stories(archive)] == [account.story.id]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_arrival_does_not_matter(archive: Archive, seed: int) -> None:
    """One by one in another order, the story has the same name and tells the same."""
    for reading in random.Random(seed).sample(READINGS, len(READINGS)):  # noqa: S311 - a test's
        file_all(archive, [reading])
    account = account_of(archive, "m07")
    assert account.story.id == min(NAMES)
    named = [replace(r, article=replace(r.article, id=HANDLES[r.article.id])) for r in READINGS]
    texts = [prepare_text(r.article.id, told_words(r.article, r.statements)) for r in named]
    copies = [found for pair in combinations(texts, 2) if (found := find_copy(*pair))]
    assert told(account) == told(give_account(account.story, named, copies))


def test_a_story_is_found_by_its_name_former_names_and_articles(archive: Archive) -> None:
    file_all(archive, READINGS)
    story = account_of(archive, "m01").story
    asked = [*NAMES, "m12", "3", str(READINGS[0].article.url)]
    assert {account_of(archive, name).story.id for name in asked} == {story.id}
    with pytest.raises(NoSuchStory, match="'m99' is no story"):
        account_of(archive, "m99")


def test_another_article_stays_alone(archive: Archive) -> None:
    alone = replace(READINGS[0].article, id="x", url="https://x.example/1", text=OTHER, parts=())
    other = Reading("0", replace(alone, headline="Panen Padi di Sidrap Melimpah"))
    file_all(archive, [*READINGS, other])
    account = account_of(archive, "x")
    assert (len(account.tellings), account.texts) == (1, 1)


OTHER = (
    "Petani di Sidrap memanen padi lebih awal tahun ini. Harga gabah bertahan di tingkat petani."
)


def test_an_edition_is_compared_anew_and_keeps_its_story(archive: Archive) -> None:
    file_all(archive, READINGS)
    changed = replace(READINGS[2].article, text=OTHER, parts=(), credits=())
    assert file_all(archive, [Reading("0", changed)]) == ["edition"]
    account = account_of(archive, "m03")
    telling = next(t for t in account.tellings if NAMES[t.article] == "m03")
    assert (telling.source, account.texts) == (None, 9)


def test_related_links_connect_stories(archive: Archive) -> None:
    linked = Related("Ribuan Buruh Turun", READINGS[0].article.url, 0, 7)
    alone = replace(READINGS[0].article, id="x", url="https://x.example/1", text=OTHER, parts=())
    other = Reading("0", replace(alone, headline="Panen Padi", related=(linked,)))
    file_all(archive, [*READINGS, other])
    one, two = account_of(archive, "m01"), account_of(archive, "x")
    assert (one.related, two.related) == ((two.story.id,), (one.story.id,))
