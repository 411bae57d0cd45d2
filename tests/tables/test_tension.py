"""Tension: sums by period from made tables, and pictures that open."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.errors import UsageError
from sumber.tables.plot import check_plot, draw
from sumber.tables.tension import TensionOptions, party, tension
from sumber.web.labels import load_labels

IRN, USA = party("Iran"), party("Amerika Serikat")


def row(date: str | None, score: float, **more: Any) -> dict[str, Any]:
    return {
        "Event ID": f"{date}{score}",
        "Event Date": date,
        "Publication Date": "2024-11-06",
        "Event Type": "ACCUSE" if score < 0 else "CONSULT",
        "Intensity": score,
        "Actor Country": "USA",
        "Recipient Country": "IRN",
        "Status": "actual",
        **more,
    }


def sums(rows: list[dict[str, Any]], **options: Any) -> list[tuple[str, float, float]]:
    found = tension(rows, IRN, USA, TensionOptions(**options))
    return [(p.start.isoformat(), p.cooperation, p.conflict) for p in found.periods]


def test_scores_are_summed_apart_by_week_and_empty_weeks_stay() -> None:
    rows = [row("2024-11-04", 2.5), row("2024-11-10", -3.5), row("2024-11-05", -2.0)]
    rows.append(row("2024-11-18", 10.0))
    assert sums(rows) == [
        ("2024-11-04", 2.5, -5.5),
        ("2024-11-11", 0, 0),
        ("2024-11-18", 10.0, 0),
    ]
    assert sums(rows, by="month") == [("2024-11-01", 12.5, -5.5)]


def test_both_directions_and_acts_together_count_and_others_do_not() -> None:
    back = {"Actor Country": "IRN", "Recipient Country": "USA"}
    together = {"Actor Country": "USA; IRN", "Recipient Country": None}
    other = {"Actor Country": "USA", "Recipient Country": "RUS"}
    alone = {"Actor Country": "USA", "Recipient Country": None}
    rows = [
        row("2024-11-04", score, **sides)
        for score, sides in ((1, back), (2, together), (4, other), (8, alone))
    ]
    assert sums(rows) == [("2024-11-04", 3, 0)]
    assert tension(rows, USA, IRN, TensionOptions(directed=True)).periods[0].cooperation == 2


def test_only_what_happened_counts_unless_asked() -> None:
    rows = [row("2024-11-04", -1), row("2024-11-04", -2, Status="planned")]
    rows.append(row("2024-11-04", -4, **{"According To": "Israel"}))
    assert sums(rows) == [("2024-11-04", 0, -5)]
    assert sums(rows, statuses=("planned",)) == [("2024-11-04", 0, -2)]
    assert sums(rows, own_word=True) == [("2024-11-04", 0, -1)]


@pytest.mark.parametrize(
    ("date", "by", "counted"),
    [
        (None, "week", "2024-11-04"),
        ("2024-11", "week", "2024-11-04"),
        ("2024-11", "month", "2024-11-01"),
        ("2024-W45", "week", "2024-11-04"),
        ("2024-10", "month", "2024-10-01"),
        ("2024-10", "week", None),
        ("2023", "month", None),
    ],
)
def test_an_act_without_a_day_counts_at_publication_if_that_fits(
    date: str | None, by: Any, counted: str | None
) -> None:
    found = tension([row(date, -1)], IRN, USA, TensionOptions(by=by))
    assert [p.start.isoformat() for p in found.periods] == ([counted] if counted else [])
    assert found.undated == (counted is None)


def test_parties_are_codes_names_of_countries_or_actors() -> None:
    assert party("IRN").country == party("Iran").country == "IRN"
    rows = [row("2024-11-04", -2, **{"Actor Name": "KPK", "Recipient Name": "DPR; Polri"})]
    assert tension(rows, party("KPK"), party("polri")).periods[0].conflict == -2
    with pytest.raises(UsageError, match="same party"):
        tension([], party("IRN"), party("Iran"))


DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2024, 12, 31)).map(dt.date.isoformat)


@given(st.lists(st.tuples(DAYS, st.integers(-10, 10)), max_size=30))
def test_no_act_is_lost_and_periods_follow_without_gap(acts: list[tuple[str, int]]) -> None:
    found = tension([row(day, score) for day, score in acts], IRN, USA)
    assert sum(len(p.acts) for p in found.periods) == len(acts)
    starts = [p.start for p in found.periods]
    assert starts == [starts[0] + dt.timedelta(weeks=n) for n in range(len(starts))]
    assert sum(p.cooperation + p.conflict for p in found.periods) == sum(s for _, s in acts)


def test_a_picture_keeps_its_words_and_is_the_same_each_time(tmp_path: Path) -> None:
    found = tension([row("2024-11-04", 2.5), row("2024-12-04", -7)], IRN, USA)
    words = load_labels("id").words
    for name in ("a.svg", "b.svg", "a.png"):
        draw(found, tmp_path / name, words)
    svg = (tmp_path / "a.svg").read_text("utf-8")
    assert "Kerja sama</text>" in svg
    assert "Iran – Amerika Serikat</text>" in svg
    assert svg == (tmp_path / "b.svg").read_text("utf-8")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(UsageError, match=r"\.png or \.svg"):
        check_plot(tmp_path / "a.pdf")
