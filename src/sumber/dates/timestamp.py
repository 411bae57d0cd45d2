"""The line of a page that says when it was published, in the forms that Indonesian pages use."""

from __future__ import annotations

import datetime as dt
import re

from sumber.dates.pieces import ANY_MONTH, WORDS, any_of, fold
from sumber.dates.resolve import exists

ZONES = {"wib": 7, "wita": 8, "wit": 9, "gmt": 0, "utc": 0, "z": 0}
MAX_LENGTH = 200  # a timestamp is short; a longer text is an article
DATE = re.compile(
    rf"(?<!\d)(?:(?P<iso_year>(?:19|20)\d\d)[-/](?P<iso_month>\d\d)[-/](?P<iso_day>\d\d)"
    rf"|(?P<day>\d{{1,2}})\s{{0,3}}(?:(?P<sep>[/.-])\s{{0,2}}(?P<month>\d{{1,2}})\s{{0,2}}(?P=sep)\s{{0,2}}"
    rf"|[\s-]{{0,3}}(?P<name>{ANY_MONTH}),?[\s-]{{0,3}})(?P<year>(?:19|20)\d\d)"
    rf"|(?P<first_name>{ANY_MONTH})\s{{1,3}}(?P<second_day>\d{{1,2}}),?\s{{1,3}}(?P<last_year>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?(?!\d)"
    rf"\s{{0,3}}\(?(?:(?P<noon>am|pm)(?!\w)\s{{0,3}})?\(?(?:(?P<zone>{any_of(ZONES)})(?!\w)"
    r"|(?P<sign>[+-])(?P<zone_hour>\d\d):?(?P<zone_minute>\d\d))?",
    re.IGNORECASE,
)


def parse_timestamp(text: str) -> dt.datetime | dt.date | None:
    """The date, or date and time, of a timestamp; None if the text holds no date that exists.

    The time is aware where a zone is given (WIB, WITA, WIT, `Z`, `+07:00`), else naive.

    >>> parse_timestamp("Sabtu, 2 November 2024 | 10:30 WIB").isoformat()
    '2024-11-02T10:30:00+07:00'
    >>> parse_timestamp("02/11/2024")
    datetime.date(2024, 11, 2)
    """
    short = text[:MAX_LENGTH]
    for match in DATE.finditer(short):
        day = day_of(match)
        if day is not None:
            return with_time(day, short, match)
    return None


def day_of(match: re.Match[str]) -> dt.date | None:
    """The day that a match names, if it exists."""
    year = int(match["iso_year"] or match["year"] or match["last_year"])
    number = int(match["iso_day"] or match["day"] or match["second_day"])
    name = match["name"] or match["first_name"]
    month = month_of(name) if name else int(match["iso_month"] or match["month"])
    return dt.date(year, month, number) if exists(year, month, number) else None


def month_of(name: str) -> int:
    """The number of a month's name."""
    form = fold(name).rstrip(".")
    return WORDS.months.get(form) or WORDS.month_short[form]


def with_time(day: dt.date, text: str, date: re.Match[str]) -> dt.datetime | dt.date:
    """The day with the time that stands after it, or before it (`10:30 WIB, 2/11/2024`)."""
    after = text[date.end() :]
    iso = re.match(r"[Tt](?=\d)", after)
    time = TIME.search(after, 1 if iso else 0) or TIME.search(text[: date.start()])
    clock = clock_of(time) if time else None
    if time is None or clock is None:
        return day
    return dt.datetime.combine(day, clock, zone_of(time))


def clock_of(time: re.Match[str]) -> dt.time | None:
    """The clock time of a match, if there is such a time."""
    hour, minute, second = int(time["hour"]), int(time["minute"]), int(time["second"] or 0)
    noon = (time["noon"] or "").lower()
    if noon and hour <= 12:
        hour = hour % 12 + (12 if noon == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return dt.time(hour, minute, second)


def zone_of(time: re.Match[str]) -> dt.timezone | None:
    """The zone of a match; None if it names none."""
    if time["zone"]:
        return dt.timezone(dt.timedelta(hours=ZONES[time["zone"].lower()]), named(time["zone"]))
    if not time["sign"]:
        return None
    away = dt.timedelta(hours=int(time["zone_hour"]), minutes=int(time["zone_minute"]))
    if away >= dt.timedelta(hours=24):
        return None
    return dt.timezone(-away if time["sign"] == "-" else away)


def named(zone: str) -> str:
    """How a zone is called: `WIB`; `Z` is UTC."""
    return "UTC" if zone.lower() == "z" else zone.upper()
