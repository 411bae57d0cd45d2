"""Search: what is asked for is found, by words, names, kinds and days, the latest first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sample import sample_reading
from sumber.archive import Archive
from sumber.archive.searching import Query
from sumber.errors import UsageError
from sumber.filing import file_readings, prepare_reading
from sumber.records import (
    Actor,
    Article,
    Credit,
    Event,
    Finding,
    Place,
    Reading,
    Span,
    Statement,
)

TEXT = (
    "Menteri Rina Hartati mengatakan harga beras dinaikkan pekan depan.\n\n"
    "Bupati Asep Sunandar menolak kenaikan itu di Garut, menurut Antara.\n\n"
    "“Café itu tutup,” kata Asep."
)


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def place_(name: str) -> Place:
    at = span(name)
    return Place(at.start, at.stop, name, "IDN", "Jawa Barat")


def reading(number: int = 1, **changes: str | None) -> Reading:
    """An article with three statements and an event."""
    fields: dict[str, str | None] = {
        "url": f"https://lentera.example/{number}",
        "outlet": "Lentera",
        "published": f"2024-11-{number:02d}",
        "headline": "Beras",
        **changes,
    }
    credit = span("Antara")
    article = Article(
        id=str(number), dateline=None, authors=(), language="id", text=TEXT,
        credits=(Credit("Antara", credit.start, credit.stop),),
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip
    return Reading(
        sumber="0",
        article=article,
        actors=(
            Actor("a1", "Rina Hartati", "person", role="Menteri", mentions=(span("Rina Hartati"),)),
            Actor("a2", "Asep Sunandar", "person", "IDN", "GOV", "Bupati", None, (span("Asep"),)),
        ),
        places=(place_("Garut"),),
        statements=(
            Statement(
                "s1", "indirect", (span("harga beras dinaikkan pekan depan"),), span("mengatakan"),
                span("Rina Hartati"), ("a1",),
            ),
            Statement("s2", "direct", (span("Café itu tutup"),), span("kata"), None, ("a2",)),
            Statement(
                "s3", "indirect", (span("menolak kenaikan itu di Garut"),), None, None, ("a2",),
                ("Kompas",), "denied",
            ),
        ),
        events=(
            Event(
                "e1", "REJECT", "change", (), span("menolak"), ("a2",), ("a1",), "Garut", None,
                "actual", ("a2",), "s3", "rule",
            ),
        ),
        findings=(Finding("date-weekday", 0, 7, "Salah.", None),),
    )  # fmt: skip


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """An archive of nine such articles and one other."""
    many = [reading(n) for n in range(1, 10)]
    other = sample_reading(published="2024-10-01")
    prepared = [prepare_reading(one, archive) for one in [*many, other]]
    assert {done.outcome for done in file_readings(archive, prepared)} == {"new"}
    return archive


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(words="harga naik"), 9),
        (Query(words="kenaikan"), 18),
        (Query(words='"harga beras"'), 9),
        (Query(words='"beras harga"'), 0),
        (Query(words="cafe"), 9),
        (Query(words="cafe OR beras"), 18),
        (Query(words="naik -beras"), 9),
        (Query(words="cukup"), 2),
        (Query(words="tidak_ada_kata_ini"), 0),
        (Query(speaker="rina"), 9),
        (Query(speaker="rina hart"), 9),
        (Query(speaker="budi"), 0),
        (Query(actor="asep"), 18),
        (Query(actor="ASEP", words="menolak"), 9),
        (Query(kind="direct"), 11),
        (Query(certainty="denied"), 9),
        (Query(origin="kompas"), 9),
        (Query(origin="antara"), 29),
        (Query(place="garut"), 9),
        (Query(place="jawa barat"), 9),
        (Query(outlet="lentera", since="2024-11-03", until="2024-11-04"), 6),
        (Query(finding="date-weekday", since="2024-11-09"), 3),
        (Query(finding="quote-unattributed"), 2),
        (Query(since="2024-11-09"), 3),
        (Query(until="2024-10-31"), 2),
    ],
)
def test_statements_are_found(filled: Archive, query: Query, found: int) -> None:
    page = filled.search(query, "statements", limit=100)
    assert (len(page.hits), page.after) == (found, None)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(type="REJECT"), 9),
        (Query(type="ACCUSE"), 0),
        (Query(mode="change", status="actual"), 9),
        (Query(status="planned"), 0),
        (Query(pair=("asep", "rina")), 9),
        (Query(pair=("rina", "asep"), place="garut"), 9),
        (Query(pair=("rina", "euis")), 0),
        (Query(words="menolak", speaker="asep"), 9),
        (Query(words="cafe"), 0),
    ],
)
def test_events_are_found(filled: Archive, query: Query, found: int) -> None:
    assert len(filled.search(query, "events", limit=100).hits) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(words="harga beras"), 10),
        (Query(words="cafe harga", type="REJECT"), 9),
        (Query(speaker="euis"), 1),
        (Query(pair=("asep", "rina"), finding="date-weekday"), 9),
    ],
)
def test_articles_are_found(filled: Archive, query: Query, found: int) -> None:
    assert len(filled.search(query, "articles", limit=100).hits) == found


def test_a_result_shows_its_evidence(filled: Archive) -> None:
    (hit,) = filled.search(Query(words="naik", speaker="rina"), limit=1).hits
    assert (hit.speakers, hit.cue, hit.kind) == (("Rina Hartati",), "mengatakan", "indirect")
    assert hit.text == TEXT[hit.start : hit.stop]
    assert [hit.text[start:stop] for start, stop in hit.marks] == ["dinaikkan"]
    assert (hit.printed.outlet, hit.printed.published) == ("Lentera", "2024-11-09")
    assert hit.origins is None
    (event,) = filled.search(Query(type="REJECT"), "events", limit=1).hits
    assert event.text[slice(*event.trigger)] == "menolak"
    assert (event.actors, event.recipients) == (("Asep Sunandar",), ("Rina Hartati",))


def test_pages_are_whole_and_stable_while_filing_goes_on(filled: Archive) -> None:
    """What comes in between two pages neither repeats nor hides a result."""
    query = Query(words="naik")
    first = filled.search(query, limit=7)
    late = [prepare_reading(reading(n, url=f"https://a.example/{n}"), filled) for n in (3, 20)]
    list(file_readings(filled, late))
    second = filled.search(query, limit=7, after=first.after)
    third = filled.search(query, limit=7, after=second.after)
    numbers = [hit.id for page in (first, second, third) for hit in page.hits]
    assert numbers == sorted(set(numbers), reverse=True)
    assert len(numbers) == 20  # 18, and the two of the late article on the third
    assert third.after is None


def test_iteration_gives_all_pages_and_a_frame(filled: Archive) -> None:
    pytest.importorskip("pandas")
    results = filled.statements(words="naik")
    assert len(list(results)) == len(list(results)) == 18
    frame = results.frame()
    assert len(frame) == 18
    assert {"speakers", "outlet", "given_id", "text"} <= set(frame.columns)


def test_an_edited_article_is_found_by_its_new_words_alone(filled: Archive) -> None:
    old = reading(1)
    text = TEXT.replace("beras dinaikkan", "jagung diturunka")
    list(
        file_readings(
            filled,
            [prepare_reading(replace(old, article=replace(old.article, text=text)), filled)],
        )
    )
    for kind in ("statements", "articles"):
        assert len(filled.search(Query(words="jagung"), kind, limit=50).hits) == 1
    query = Query(words="beras", since="2024-11-01", until="2024-11-01")
    assert filled.search(query, "statements").hits == ()


@pytest.mark.parametrize(
    ("query", "kind", "words"),
    [
        (Query(), "statements", "no word and no filter"),
        (Query(type="REJECT"), "statements", "events and articles"),
        (Query(kind="direct"), "events", "statements and articles"),
        (Query(since="kemarin"), "statements", "2024-11-02"),
        (Query(speaker="..."), "statements", "give a name"),
        (Query(type="ACUSE"), "events", "AGREE, .*ACCUSE"),
        (Query(mode="alleged"), "events", "allege"),
        (Query(status="happened"), "events", "actual, planned, denied, hypothetical"),
        (Query(kind="quote"), "statements", "direct, indirect"),
        (Query(certainty="sure"), "statements", "plain, hedged, denied"),
        (Query(finding="weekday"), "articles", "date-weekday"),
        (Query(since="2024-11-02", until="2024-11-01"), "articles", "later than --until"),
    ],
)
def test_wrong_searches_teach(filled: Archive, query: Query, kind: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        filled.search(query, kind)  # type: ignore[arg-type]


def test_a_token_of_our_own_is_told(filled: Archive) -> None:
    for token in ("x", "-1", "9" * 30, "", "١٢"):
        with pytest.raises(UsageError, match="token"):
            filled.search(Query(words="naik"), after=token)
    for limit in (0, 1001):
        with pytest.raises(UsageError, match="limit"):
            filled.search(Query(words="naik"), limit=limit)


def test_who_bears_a_name(filled: Archive) -> None:
    (person,) = filled.who("asep")
    assert (person.name, person.articles, person.statements, person.events) == (
        "Asep Sunandar", 9, 18, 9,
    )  # fmt: skip
    (role,) = person.roles
    assert (role.role, role.first, role.last, role.articles) == (
        "Bupati", "2024-11-01", "2024-11-09", 9,
    )  # fmt: skip
    assert filled.who("tidak dikenal") == ()
