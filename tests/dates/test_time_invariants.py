"""What holds for every text: spans, order, values that exist, and cost in line with length."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cost import is_linear
from sumber.dates import check_calendar, find_times, parse_timestamp
from sumber.dates.find import find_times as find
from sumber.records import Span

PIECES = st.sampled_from(
    [
        *(
            "Rabu",
            "Jum'at",
            "Minggu",
            "minggu",
            "hari",
            "kemarin",
            "besok",
            "lusa",
            "pekan",
            "lalu",
        ),
        *("depan", "tahun", "bulan", "ini", "September", "Mei", "Sept", "akhir", "awal", "tanggal"),
        *("11", "31", "9", "2019", "2018", "3019", "0", "11/9/2019", "(11/9)", "32/13", "20/92019"),
        *(
            "(",
            ")",
            ",",
            ".",
            "-",
            "/",
            " ",
            "\n",
            "\u00a0",
            "pukul",
            "14.30",
            "WIB",
            "jam",
            "malam",
        ),
        *("dua", "belas", "sehari", "sebelumnya", "kemudian", "dan", "hingga", "akan", "kata", "𝟚"),
        *("serangan", "sejuta", "1.500", "Rp", "\u200f", "\ud800", "’", "setiap", "999", "25:61"),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join)
ANCHORS = st.none() | st.dates() | st.datetimes()
VALUE = re.compile(r"\d{4}(?:-W\d\d|-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?")


def exists(value: str) -> bool:
    """Whether an ISO value names something that the calendar has."""
    if "W" in value:
        return 1 <= int(value[6:]) <= 53
    parts = value.split("T", maxsplit=1)[0].split("-")
    return dt.date(*(int(p) for p in [*parts, "1", "1"][:3])).year >= 1


@given(TEXTS | st.text(max_size=200), ANCHORS)
@example("Rabu (11/9/2019", dt.date(2019, 9, 11))
@example("31 Desember 9999 sehari kemudian, sebulan kemudian", dt.date(2019, 9, 12))
@example("kemarin besok", dt.date.min)
@example("kemarin besok lusa Senin depan akhir pekan lalu", dt.date.max)
@settings(max_examples=600, deadline=None)
def test_spans_hold_their_text_in_order_without_overlap(text: str, anchor: dt.date | None) -> None:
    times = find_times(text, anchor)
    stops = [0, *(t.stop for t in times)]
    for stop, found in zip(stops, times, strict=False):
        assert stop <= found.start < found.stop <= len(text)
        assert text[found.start : found.stop] == found.text
        assert (found.wrong is None) == (found.written is None)
        assert found.value is None or (VALUE.fullmatch(found.value) and exists(found.value))
    assert all(f.message.endswith(".") for f in check_calendar(times, anchor))


@given(TEXTS, TEXTS, ANCHORS)
@settings(max_examples=200, deadline=None)
def test_no_time_begins_in_a_skipped_stretch(left: str, right: str, anchor: dt.date | None) -> None:
    skip = Span(len(left) + 1, len(left) + 1 + len(right))
    times = find_times(f"{left}\n{right}", anchor, skip=[skip])
    assert all(t.start < skip.start for t in times)


@given(TEXTS | st.text(max_size=250))
@settings(max_examples=300, deadline=None)
def test_a_timestamp_never_fails(text: str) -> None:
    parse_timestamp(text)


HOSTILE = [
    *("1", "1 ", "1-", "2018-", "1, ", "12.", "((((", "Senin (", "Senin ", "11/9 ", "(11/9) "),
    *("pukul ", "akan pada Rabu ", "setiap Senin dan ", "dua ", "sehari kemudian ", "a'", " "),
    *("2018 11 Mei ", "tanggal 1 dan ", "Januari, ", "Selasa (11/9/2019) "),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_cost_grows_with_length_and_not_with_its_square(unit: str) -> None:
    assert is_linear(lambda text: find(text, dt.date(2019, 9, 12)), unit, 2_000)


def test_three_million_digits_are_read_at_once() -> None:
    assert find_times("1" * 3_000_000, dt.date(2019, 9, 12)) == ()
