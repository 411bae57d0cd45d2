"""The calendar check: which dates are wrong, what they must have meant, how it is said."""

from __future__ import annotations

import datetime as dt

import pytest

from sumber.dates import check_calendar, find_times
from sumber.dates.slips import Printed, explain

# printed, published, reason, what it must have meant
WRONG = [
    ("Kamis (31/8)", "2024-11-02", "weekday", "2024-10-31"),  # month slip
    ("Selasa (10/8/2019)", "2019-09-10", "weekday", "2019-09-10"),  # month slip
    ("Selasa (9/10/2019)", "2019-09-10", "weekday", "2019-09-10"),  # exchanged
    ("Senin (9/9/2010)", "2019-09-09", "weekday", "2019-09-09"),  # year slip
    ("Kamis (2/1/2019)", "2020-01-02", "weekday", "2020-01-02"),  # last year's year
    ("Minggu (5/9/2019)", "2019-09-10", "weekday", "2019-09-08"),  # day slip
    ("Selasa (12/9/2019)", "2019-09-12", "weekday", "2019-09-12"),  # weekday slip
    ("Kamis malam (20/9/2019)", "2019-09-20", "weekday", "2019-09-19"),  # `malam` decides
    ("Rabu (19/8/2019)", "2019-09-18", "weekday", "2019-09-18"),  # day and month slip
    ("Rabu (19/8/2019)", "2019-09-19", "weekday", "2019-09-19"),  # month and weekday slip
    ("Kamis (6/9/2019)", "2019-09-10", "weekday", "2019-09-05"),  # an older day: its weekday counts
    ("Rabu (10/9/2019) besok", "2019-09-10", "weekday", "2019-09-11"),  # `besok` decides
    ("Jumat (20/92019)", "2019-09-20", "impossible", "2019-09-20"),
    ("Senin (31/9/2019)", "2019-10-01", "impossible", "2019-09-30"),
    ("Jumat (9/13/2019)", "2019-09-14", "impossible", "2019-09-13"),
    ("Rabu (11/9/3019)", "2019-09-11", "impossible", "2019-09-11"),
    ("Rabu (11/9/219)", "2019-09-11", "impossible", "2019-09-11"),
    ("Minggu (27/2019)", "2019-10-26", "impossible", "2019-10-27"),
    ("Rabu (119/2019)", "2019-09-11", "impossible", "2019-09-11"),
    ("Senin (32/13)", "2019-09-10", "impossible", None),
]


@pytest.mark.parametrize(("printed", "published", "wrong", "meant"), WRONG)
def test_a_wrong_date_is_marked_and_put_right(
    printed: str, published: str, wrong: str, meant: str | None
) -> None:
    (time,) = find_times(f"Hal itu ia sampaikan pada {printed}.", dt.date.fromisoformat(published))
    assert (time.wrong, time.value) == (wrong, meant)
    assert time.written is not None


RIGHT = [
    ("Selasa (10/9)", "2019-09-09"),  # the printed day is the day after publication
    ("Minggu, 14-15 September 2019", "2019-09-16"),  # the weekday is the range's end
    ("Senin sampai dengan Minggu tanggal 9 hingga 15 September 2019", "2019-09-20"),
    ("Kamis, 29 Februari 2024", "2024-03-01"),
    ("Rabu (1/1/2020)", "2019-12-31"),
]


@pytest.mark.parametrize(("printed", "published"), RIGHT)
def test_a_right_date_raises_no_alarm(printed: str, published: str) -> None:
    times = find_times(f"Hal itu ia sampaikan pada {printed}.", dt.date.fromisoformat(published))
    assert [t.wrong for t in times] == [None]
    assert check_calendar(times, dt.date.fromisoformat(published)) == ()


def test_day_and_month_exchanged_without_a_weekday() -> None:
    anchor = dt.date(2019, 9, 11)
    (time,) = find_times("Kata camat di Garut (11/9/2019).", anchor)
    assert time.wrong is None
    (time,) = find_times("Kata camat di Garut (10/11/2019).", dt.date(2019, 10, 31))
    assert time.wrong is None
    (time,) = find_times("Kata camat di Garut (9/10/2019).", dt.date(2019, 9, 10))
    assert (time.wrong, time.value, time.written) == ("order", "2019-09-10", "2019-10-09")
    (time,) = find_times("Festival akan dibuka (9/10/2019).", dt.date(2019, 9, 10))
    assert time.wrong is None


def test_last_years_year_in_january() -> None:
    (time,) = find_times("Kata camat di Garut (2/1/2019).", dt.date(2020, 1, 3))
    assert (time.wrong, time.value) == ("year", "2020-01-02")


def test_a_date_still_to_come_that_is_told_as_past() -> None:
    anchor = dt.date(2019, 9, 11)
    times = find_times("Jalan itu rusak, kata camat di Garut, Rabu (11/12/2019).", anchor)
    assert [(t.wrong, t.value) for t in times] == [("future", "2019-09-11")]
    assert check_calendar(times, anchor)[0].message == (
        "Rabu (11/12/2019): 11 Desember 2019 jatuh setelah artikel terbit (11 September 2019), "
        "padahal diceritakan sudah terjadi; mungkin maksudnya Rabu, 11 September 2019."
    )
    for right in ("Festival akan dibuka Rabu (11/12/2019).", "Festival dibuka Rabu (11/12/2019)."):
        assert [t.wrong for t in find_times(right, anchor)] == [None]


def test_the_finding_says_in_one_sentence_what_is_wrong() -> None:
    anchor = dt.date(2024, 11, 2)
    times = find_times("Peluncuran itu terjadi pada Kamis (31/8).", anchor)
    (finding,) = check_calendar(times, anchor)
    assert finding.message == (
        "Kamis (31/8): 31 Agustus 2024 adalah hari Sabtu, bukan Kamis; "
        "mungkin maksudnya Kamis, 31 Oktober 2024."
    )
    assert (finding.kind, finding.suggestion) == ("date-weekday", "2024-10-31")


def test_the_finding_of_a_date_that_does_not_exist() -> None:
    anchor = dt.date(2019, 10, 1)
    (finding,) = check_calendar(find_times("Ia tiba Senin (31/9/2019).", anchor), anchor)
    assert finding.message == (
        "Senin (31/9/2019): tanggal 31/9/2019 tidak ada di kalender; "
        "mungkin maksudnya Senin, 30 September 2019."
    )


def test_nothing_is_suggested_where_nothing_is_plausible() -> None:
    anchor = dt.date(2019, 9, 10)
    (finding,) = check_calendar(find_times("Ia tiba Senin (32/13).", anchor), anchor)
    assert (finding.kind, finding.suggestion) == ("date-impossible", None)


def test_one_finding_when_nothing_anchors_the_relative_dates() -> None:
    times = find_times("Ia datang kemarin dan pekan lalu, bukan 9 Juni 1959.", None)
    (finding,) = check_calendar(times, None)
    assert (finding.kind, finding.suggestion) == ("date-unanchored", None)
    assert check_calendar(find_times("Ia lahir 9 Juni 1959.", None), None) == ()


def test_another_date_of_the_article_decides_between_two_explanations() -> None:
    printed = Printed(20, 8, 2019, weekday=0)
    alone = explain(printed, dt.date(2019, 8, 29))
    told = explain(printed, dt.date(2019, 8, 29), {dt.date(2019, 8, 19)})
    assert alone is not None
    assert told is not None
    assert (alone.meant, told.meant) == (dt.date(2019, 8, 26), dt.date(2019, 8, 19))


@pytest.mark.parametrize(
    ("anchor", "value"),
    [
        (dt.date(2019, 9, 10), None),
        (dt.datetime(2019, 9, 10, 16, 23), None),
        (dt.datetime(2019, 9, 10, 8, 0), "2019-09-09"),
    ],
)
def test_yesterdays_weekday_with_todays_number_is_decided_by_the_hour_alone(
    anchor: dt.date, value: str | None
) -> None:
    times = find_times("Kata Budi, Senin (10/9/2019).", anchor)
    assert [time.value for time in times] == [value]
    (finding,) = check_calendar(times, anchor)
    both = "maksudnya Senin, 9 September 2019 atau Selasa, 10 September 2019"
    assert (both in finding.message) == (value is None)


def test_a_torn_date_takes_yesterday_where_the_article_names_it() -> None:
    text = "Rapat Senin, 9 September 2019. Kata Budi, Senin (10/9/2019)."
    assert [t.value for t in find_times(text, dt.date(2019, 9, 10))] == ["2019-09-09"] * 2
