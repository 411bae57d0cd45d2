"""Filing: what goes in comes out, once, with every edition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from sample import hostile_reading, sample_reading
from sumber.archive import Archive, Filed, Refused, open_archive
from sumber.archive.recall import all_readings, edition_readings, readings
from sumber.archive.tables import EDITION_TABLES, editions
from sumber.errors import NotAReading
from sumber.filing import BATCH, file_readings, prepare_reading
from sumber.records import Actor, Event, Place, Quantity, Reading, Span, Statement


def full_reading(**changes: str | None) -> Reading:
    """A reading with rows for every table."""
    reading = sample_reading(**changes)
    event = Event(
        "e1", "CONSULT", "visit", ("economic",), Span(20, 30), ("a1",), ("a2",), "Garut",
        "2024-11-01", "actual", ("a1",), "s1", "rule", (Span(20, 30), Span(40, 45)),
    )  # fmt: skip
    return replace(
        reading,
        actors=(*reading.actors, Actor("a2", "Pemkab Garut", "organisation", "IDN", "GOV")),
        places=(Place(5, 10, "Garut", "IDN", "Jawa Barat", -7.2, 107.9, "geonames:1"),),
        quantities=(Quantity("q1", 3, 8, 10.0, None, True, "people", "orang", None, "s1"),),
        events=(event,),
    )


def filed(archive: Archive, *given: Reading, reread: bool = False) -> list[str]:
    """The outcomes of filing some readings."""
    prepared = [prepare_reading(reading, archive) for reading in given]
    return [done.outcome for done in file_readings(archive, prepared, reread=reread)]


def edited(reading: Reading, before: str, after: str) -> Reading:
    """The reading of the same article after its outlet put other words of the same length."""
    assert len(before) == len(after)
    changed = reading.article.text.replace(before, after)
    assert changed != reading.article.text
    return replace(reading, article=replace(reading.article, text=changed))


def counts(archive: Archive) -> dict[str, int]:
    """The rows of each table of editions."""
    return {table.name: archive.count(table.name) for table in EDITION_TABLES}


def test_a_reading_comes_out_as_it_went_in(archive: Archive) -> None:
    reading = full_reading()
    assert filed(archive, reading) == ["new"]
    with archive.reading() as connection:
        assert list(readings(connection, [1, 99])) == [(1, reading)]
        assert list(all_readings(connection)) == [(1, reading)]
    assert all(counts(archive).values())


def test_the_same_again_changes_nothing(archive: Archive) -> None:
    filed(archive, full_reading())
    before = counts(archive)
    assert filed(archive, full_reading()) == ["known"]
    assert filed(archive, full_reading(), full_reading()) == ["known", "known"]
    assert (archive.count("articles"), counts(archive)) == (1, before)


def test_an_article_twice_in_one_batch_is_filed_once(archive: Archive) -> None:
    assert filed(archive, full_reading(), full_reading()) == ["new", "known"]
    assert archive.count("articles") == 1


def test_a_changed_article_is_a_new_edition_and_keeps_the_old(archive: Archive) -> None:
    first = full_reading()
    second = edited(first, "Tidak cukup", "Belum cukup")
    assert filed(archive, first, second) == ["new", "edition"]
    with archive.reading() as connection:
        assert edition_readings(connection, 1) == [(1, first), (2, second)]
        rows = list(connection.execute(select(editions).order_by(editions.c.number)))
    assert [(row.changes, row.announced) for row in rows] == [(None, None), (["text"], False)]
    assert counts(archive) == {**counts(archive), "statements": 2, "parts": 5}


def test_an_old_edition_again_is_no_new_one(archive: Archive) -> None:
    """A folder with two snapshots of one page is added twice: nothing may flip back."""
    first = full_reading()
    second = edited(first, "Tidak cukup", "Belum cukup")
    filed(archive, first, second)
    assert filed(archive, first, second) == ["known", "known"]


def test_a_notice_of_correction_tells_an_announced_change(archive: Archive) -> None:
    first = full_reading()
    notice = replace(
        first, article=replace(first.article, text=first.article.text + "\n\nRalat: judul diubah.")
    )
    filed(archive, first, notice)
    with archive.reading() as connection:
        found = connection.execute(select(editions.c.announced).where(editions.c.number == 2))
        assert found.scalar() is True


def test_reread_replaces_what_another_version_read(archive: Archive) -> None:
    old = full_reading()
    new = replace(old, sumber="9.9", findings=())
    filed(archive, old)
    assert filed(archive, new) == ["known"]
    assert filed(archive, new, reread=True) == ["reread"]
    assert filed(archive, new, reread=True) == ["known"]
    with archive.reading() as connection:
        assert edition_readings(connection, 1) == [(1, new)]
    assert archive.count("findings") == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"url": "https://a.example/x"}, {"url": "https://A.example/x#foto"}, True),
        ({"url": "https://a.example/x"}, {"url": "https://a.example/y"}, False),
        ({"url": "https://a.example/x?page=1"}, {"url": "https://a.example/x?page=2"}, False),
        ({"url": None, "id": "7"}, {"url": None, "id": "7"}, True),
        ({"url": None, "id": "7"}, {"url": None, "id": "8"}, False),
        ({"url": None, "id": "7"}, {"url": None, "id": "7", "outlet": "Kabar"}, False),
        ({"url": None, "outlet": None, "id": "7"}, {"url": None, "outlet": None, "id": "8"}, True),
    ],
)
def test_articles_are_the_same_by_address_then_id_then_text(
    tmp_path: object, one: dict[str, str | None], other: dict[str, str | None], *, same: bool
) -> None:
    with open_archive(f"{tmp_path}/arsip.db", create=True) as archive:
        filed(archive, sample_reading(**one), sample_reading(**other))
        assert archive.count("articles") == (1 if same else 2)


def test_numbers_follow_the_day_of_publication(archive: Archive) -> None:
    """The index is read backwards for the latest first."""
    for day in ("2024-11-02", "2024-10-01", "2024-11-03", None):
        filed(archive, sample_reading(url=f"https://a.example/{day}", published=day))
    with archive.reading() as connection:
        days = connection.execute(text("SELECT day FROM articles ORDER BY entry DESC"))
        assert list(days.scalars()) == ["2024-11-03", "2024-11-02", "2024-10-01", None]


def test_strings_that_act_are_kept_and_nul_is_shown(archive: Archive) -> None:
    reading = hostile_reading()
    filed(archive, reading)
    with archive.reading() as connection:
        ((_, back),) = all_readings(connection)
    assert back.article.text == reading.article.text.replace("\x00", "␀")
    assert len(back.article.text) == len(reading.article.text)


@pytest.mark.parametrize(
    "broken",
    [
        replace(sample_reading(), statements=(Statement("s1", "direct", (Span(0, 10**6),)),)),
        replace(sample_reading(), statements=(Statement("s1", "direct", (Span(9, 3),)),)),
        replace(sample_reading(), statements=(Statement("s1", "direct", (), speakers=("a9",)),)),
        replace(sample_reading(), actors=(Actor("a1", "A", None), Actor("a1", "B", None))),
        sample_reading(headline="\ud800"),
    ],
)
def test_a_reading_that_contradicts_itself_is_refused(tmp_path: object, broken: Reading) -> None:
    with (
        open_archive(f"{tmp_path}/arsip.db", create=True) as archive,
        pytest.raises(NotAReading),
    ):
        prepare_reading(broken, archive)


def test_what_the_database_refuses_costs_only_itself(archive: Archive) -> None:
    """A reading with two rows of one key; the others of its batch are filed."""
    prepared = [
        prepare_reading(sample_reading(url=f"https://a.example/{n}"), archive) for n in range(5)
    ]
    prepared[2].rows["times"].append(prepared[2].rows["times"][0])
    done = list(file_readings(archive, prepared))
    assert [one.outcome for one in done] == ["new", "new", "refused", "new", "new"]
    assert archive.count("articles") == 4
    (kept,) = archive.refused()
    assert "report" in kept.reason
    assert kept.record


def test_what_was_refused_is_kept_once_with_its_tries(archive: Archive) -> None:
    list(file_readings(archive, [Refused("a.html", "a.html: met nothing", "a.html")] * 2))
    (kept,) = archive.refused()
    assert (kept.source, kept.tries, kept.record) == ("a.html", 2, None)


def test_more_than_a_batch(archive: Archive) -> None:
    many = [sample_reading(url=f"https://a.example/{n}") for n in range(BATCH + 10)]
    done = list(file_readings(archive, (prepare_reading(one, archive) for one in many)))
    assert [one.article_id for one in done if isinstance(one, Filed)] == list(range(1, BATCH + 11))
    assert archive.count("statements") == 2 * len(many)
