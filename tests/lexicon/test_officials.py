"""Persons are found by any of their names, with the office of the day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from sumber.errors import LexiconError
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.officials import (
    Tenure,
    load_officials,
    meant,
    official_by_name,
    parse_officials,
)

SEEN = date(2019, 9, 14)
# Offices that several hold at once.
SHARED = {"wakil ketua KPK", "wakil ketua", "juru bicara"}


@pytest.mark.parametrize(
    ("words", "on", "name", "role"),
    [
        ("Kim Jong Un", SEEN, "Kim Jong-un", "pemimpin tertinggi"),
        ("Kim Jong-un", SEEN, "Kim Jong-un", "pemimpin tertinggi"),
        ("Vladimir Putin", SEEN, "Vladimir Putin", "presiden"),
        ("Vladimir Putin", date(2010, 1, 1), "Vladimir Putin", None),
        ("Sergei Lavrov", date(2024, 11, 2), "Sergey Lavrov", "menteri luar negeri"),
        ("Choe Son Hui", date(2024, 11, 2), "Choe Son-hui", "menteri luar negeri"),
        ("Jokowi", SEEN, "Joko Widodo", "presiden"),
        ("Prabowo", SEEN, "Prabowo Subianto", "ketua umum Partai Gerindra"),
        ("Prabowo", date(2021, 1, 1), "Prabowo Subianto", "menteri pertahanan"),
        ("Mahathir Mohamad", SEEN, "Mahathir Mohamad", "perdana menteri"),
        ("MBS", SEEN, "Mohammed bin Salman", "putra mahkota"),
        ("Recep Tayyip Erdoğan", SEEN, "Recep Tayyip Erdogan", "presiden"),
        ("MA’RUF AMIN", date(2020, 1, 1), "Ma'ruf Amin", "wakil presiden"),
        ("Tito Karnavian", SEEN, "Tito Karnavian", "kepala kepolisian negara Republik Indonesia"),
        ("Susilo Bambang Yudhoyono", date(2022, 1, 1), "Susilo Bambang Yudhoyono", None),
    ],
)
def test_a_person_has_the_office_of_the_day(
    words: str, on: date, name: str, role: str | None
) -> None:
    person = official_by_name(words, on)
    assert person is not None
    tenure = person.tenure_on(on)
    assert (person.name, tenure.role if tenure else None) == (name, role)


@pytest.mark.parametrize("words", ["putin", "mbs", "Mbs", "Rahmat Contoh", ""])
def test_what_is_no_official_is_none(words: str) -> None:
    assert official_by_name(words) is None


TWO = """
    known_until = "2025-06-30"
    [[office]]
    office = "presiden"
    country = "USA"
    entries = [
      { name = "Ani Satu", aliases = ["Satu"], since = "2010-01-20", until = "2014-01-20" },
      { name = "Budi Satu", aliases = ["Satu"], since = "2014-01-20", until = "2018-05" },
    ]
"""


def test_of_two_with_one_name_the_one_in_office_is_meant() -> None:
    both = parse_officials(TWO).officials
    assert meant(both, None) is None
    assert meant(both, date(2009, 1, 1)) is None
    assert [p.name for day in (date(2012, 1, 1), date(2018, 5, 31)) if (p := meant(both, day))] == [
        "Ani Satu",
        "Budi Satu",
    ]


def test_a_month_or_year_ends_with_its_last_day() -> None:
    tenure = Tenure("presiden", "GOV", since="2014-01-20", until="2018-05")
    days = [date(2014, 1, 19), date(2014, 1, 20), date(2018, 5, 31), date(2018, 6, 1)]
    assert [tenure.covers(day) for day in days] == [False, True, True, False]


def test_a_month_or_year_starts_with_its_first_day() -> None:
    assert Tenure("presiden", "GOV", since="2014-02").covers(date(2014, 2, 1))
    assert not Tenure("presiden", "GOV", since="2014-02").covers(date(2014, 1, 31))


def test_the_sector_is_the_offices_or_the_rows_own() -> None:
    sectors = {
        name: found.tenures[0].sector
        for name in ("Ahmad Syaikhu", "Agus Rahardjo", "Sergey Lavrov")
        if (found := official_by_name(name))
    }
    assert sectors == {"Ahmad Syaikhu": "PTY", "Agus Rahardjo": "JUD", "Sergey Lavrov": "GOV"}


def test_every_tenure_has_a_sector() -> None:
    people = load_officials().officials
    assert [(p.name, t.office) for p in people for t in p.tenures if t.sector is None] == []


def test_what_a_party_or_body_leader_leads_is_known() -> None:
    people = load_officials().officials
    led = {t.of for p in people for t in p.tenures if t.of and t.sector in {"PTY", "REB", "LEG"}}
    assert sorted(of for of in led if not institutions_by_name(of)) == []


def test_no_two_hold_one_office_on_one_day() -> None:
    held: dict[tuple[str | None, ...], list[Tenure]] = defaultdict(list)
    for person in load_officials().officials:
        for tenure in person.tenures:
            if tenure.office not in SHARED:
                held[tenure.office, tenure.of, tenure.country, tenure.body].append(tenure)
    for office, tenures in held.items():
        tenures.sort(key=lambda tenure: tenure.since or "")
        for before, after in pairwise(tenures):
            end, start = before.until or "9", after.since or ""
            shorter = min(len(end), len(start))
            assert end[:shorter] <= start[:shorter], (office, before, after)


def test_no_short_name_is_shared_without_need() -> None:
    # Two persons under one name must be decided on, not slip in.
    people = load_officials().officials
    bearers: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for name in person.names:
            bearers[name].add(person.name)
    assert {name: who for name, who in bearers.items() if len(who) > 1} == {}


def test_the_countries_most_in_the_news_are_there() -> None:
    countries = {t.country for p in load_officials().officials for t in p.tenures}
    assert len(countries) >= 60
    assert {"USA", "RUS", "CHN", "PRK", "KOR", "JPN", "MYS", "ISR", "PSE", "IRN"} <= countries


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"presiden"', '"juru kunci"', "no office 'juru kunci'"),
        ('country = "USA"', "", "neither country nor body"),
        ('aliases = ["Satu"]', 'aliases = ["Ani-Satu"]', "twice"),
        ('aliases = ["Satu"]', 'common = ["Satu"]', "not called"),
        ("2025-06-30", "kemarin", "known_until"),
    ],
)
def test_a_broken_entry_is_refused(old: str, new: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=r"officials\.toml: ") as raised:
        parse_officials(TWO.replace(old, new))
    assert fault in str(raised.value)


def test_a_good_file_is_taken() -> None:
    assert [person.name for person in parse_officials(TWO).officials] == ["Ani Satu", "Budi Satu"]
