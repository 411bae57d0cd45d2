"""The made archive: its story has exactly the origins and differences that it was made to have."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import made_readings
from sumber.records import Account, Copy, Story
from sumber.stories import (
    Link,
    bound_by,
    find_copy,
    give_account,
    group_links,
    link_score,
    prepare_text,
    sketch_reading,
    told_words,
)
from sumber.stories.groups import find_leader, join_groups

READINGS = made_readings()
IDS = tuple(r.article.id for r in READINGS)


def made_copies() -> list[Copy]:
    texts = [prepare_text(r.article.id, told_words(r.article, r.statements)) for r in READINGS]
    return [found for pair in combinations(texts, 2) if (found := find_copy(*pair))]


@pytest.fixture(scope="module")
def account() -> Account:
    return give_account(Story("m01", None, IDS), READINGS, made_copies())


def test_the_twelve_articles_are_one_story() -> None:
    sketches = [sketch_reading(reading) for reading in READINGS]
    links = [Link(a.id, b.id, link_score(a, b)) for a, b in combinations(sketches, 2)]
    assert group_links(IDS, links) == (IDS,)


def test_texts_are_counted_and_not_articles(account: Account) -> None:
    assert (len(account.tellings), account.texts) == (12, 8)
    assert {t.article: t.source for t in account.tellings if t.source} == {
        "m03": "m02",
        "m04": "m02",
        "m07": "m06",
        "m12": "m05",
    }


def test_origins_are_the_agencies_the_company_and_the_outlets_of_their_own(
    account: Account,
) -> None:
    assert [(o.kind, o.name, o.articles) for o in account.origins] == [
        ("outlet", "Kabar Morantai", ("m01",)),
        ("agency", "Antara", ("m02", "m03", "m04")),
        ("agency", "Reuters", ("m05", "m12")),
        ("release", "PT Sagara Nikel", ("m06", "m07")),
        ("outlet", "Buruh Merdeka", ("m08",)),
        ("outlet", "Lintas Pagi", ("m09",)),
        ("outlet", "Pos Hukum", ("m10",)),
        ("outlet", "Radio Morantai", ("m11",)),
    ]


def test_a_statement_is_one_wherever_it_is_printed_and_counts_its_origins(account: Account) -> None:
    told = [
        ([e.article for e in statement.evidence], statement.origins)
        for statement in account.statements
    ]
    assert told == [
        (["m01", "m08", "m11"], 3),
        (["m02", "m03", "m04"], 1),
        (["m05", "m12"], 1),
        (["m06", "m07"], 1),
        (["m08"], 1),
        (["m10"], 1),
    ]


def test_accounts_differ_where_they_were_made_to(account: Account) -> None:
    differ = [
        (d.kind, {v.value: tuple(dict.fromkeys(e.article for e in v.evidence)) for v in d.versions})
        for d in account.differences
    ]
    assert differ == [
        (
            "number",
            {"ribuan": ("m01",), "10.000": ("m02", "m03", "m05", "m12"), "12.000": ("m04",)},
        ),
        (
            "date",
            {"2025-03-03": ("m01", "m02", "m03", "m04", "m05", "m12"), "2025-03-02": ("m09",)},
        ),
        ("date", {"2025-03-03": ("m01",), "2025-03-04": ("m11",)}),
        (
            "actor",
            {
                "Buruh pabrik nikel PT Sagara Nikel": ("m02", "m03", "m04"),
                "satpam perusahaan": ("m08",),
            },
        ),
        (
            "denial",
            {
                "Yusran Latama: menyatakan": ("m01", "m08", "m11"),
                "Rina Halim: membantah": ("m06", "m07"),
            },
        ),
        (
            "denial",
            {"Yusran Latama: menyatakan": ("m08",), "Dedi Wiranata: membantah": ("m10",)},
        ),
    ]


def test_who_says_nothing_of_it_is_only_named(account: Account) -> None:
    number = account.differences[0]
    assert number.missing == ("m06", "m07", "m08", "m09", "m10", "m11")


def test_the_timeline_tells_what_became_known_with_which_article(account: Account) -> None:
    assert [(m.evidence.article, m.kind) for m in account.timeline] == [
        ("m01", "first-report"),
        ("m01", "event"),
        ("m01", "number"),
        ("m01", "statement"),
        ("m02", "number"),
        ("m02", "event"),
        ("m02", "statement"),
        ("m02", "event"),
        ("m04", "number"),
        ("m05", "statement"),
        ("m06", "statement"),
        ("m08", "event"),
        ("m08", "statement"),
        ("m10", "statement"),
    ]


def test_evidence_stands_where_it_says(account: Account) -> None:
    texts = {r.article.id: r.article.text for r in READINGS}
    for statement in account.statements:
        words = [texts[e.article][e.start : e.stop] for e in statement.evidence]
        assert statement.text in words


SCORES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.76, 0.8, 0.86, 0.95]),
    max_size=16,
)


@given(SCORES, st.permutations(range(8)))
def test_the_order_of_arrival_does_not_change_the_stories(
    scores: dict[tuple[int, int], float], order: list[int]
) -> None:
    """Articles that come one by one are joined as if all had been there from the start."""
    links = [Link(str(a), str(b), score) for (a, b), score in scores.items()]
    leaders = {str(i): str(i) for i in range(8)}
    table: dict[str, dict[str, float]] = {}
    for article in map(str, order):
        table[article] = {}
        for link in links:
            if article in (link.first, link.second) and {link.first, link.second} <= table.keys():
                table[link.first][link.second] = table[link.second][link.first] = link.score
        among = [(a, b) for a in table[article] for b in table[a] if b in table[article]]
        for other in bound_by(table[article], among):
            join_groups(leaders, article, other)
    groups: dict[str, list[str]] = {}
    for i in sorted(leaders):
        groups.setdefault(find_leader(leaders, i), []).append(i)
    assert sorted(map(tuple, groups.values())) == list(group_links(leaders, links))
