"""From expressions to values: the anchor, the dates named before, and the cues of the sentence."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass, field

from sumber.dates.expression import Expression
from sumber.dates.pieces import WORDS, any_of
from sumber.lexicon.calendar_words import Unit

NEAR_DAYS = 60  # a day and month in brackets, without year or weekday, is a date only this near
PLAN_DAYS = 45  # a plan's date without a year lies ahead unless it passed just now
MONTHS_BACK = 8  # a month without a year: September speaks of January to December of its year
CUE_REACH = 240
LAST_HOUR = 24  # the end of the day, as Indonesian clocks have it
CUE = re.compile(
    rf"(?<!\w)(?:(?P<plan>{any_of(WORDS.words['plan_cues'])})|(?P<report>{any_of(WORDS.words['report_cues'])}))(?!\w)"
    r"|(?P<end>[.!?][\"”’)]?\s|\n|[,.!?]?[\"”])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A date that the text has named: as exact as it was."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The day, if it names one."""
        if self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    def __str__(self) -> str:
        """ISO 8601."""
        if self.month is None:
            return f"{self.year:04}"
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


def of_day(day: dt.date) -> Named:
    """A day as a named date."""
    return Named(day.year, day.month, day.day)


@dataclass(slots=True)
class Reader:
    """What is known while one text is read.

    `named` is what was named so far, in the order of the text; `latest` the last day of all that
    are right, which stands in for an unknown anchor where a wrong date must be explained.
    `hour` is that of publication, `months` the months that are named with their years.
    """

    text: str
    anchor: dt.date | None
    hour: int | None = None
    named: list[Named] = field(default_factory=list)
    latest: dt.date | None = None
    months: frozenset[tuple[int, int]] = frozenset()


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day.

    >>> exists(2019, 9, 31)
    False
    """
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def is_planned(text: str, at: int) -> bool:
    """Whether the sentence speaks of what is still to come: a plan's cue, no report after it."""
    return last_cue(text, at) == "plan"


def last_cue(text: str, at: int) -> str | None:
    """The kind of the last cue before a place in its sentence: `plan`, `report`, or None."""
    cue = None
    for found in CUE.finditer(text, max(0, at - CUE_REACH), at):
        cue = None if found.lastgroup == "end" else found.lastgroup
    return cue


def direction_of(said: Expression, reader: Reader) -> int | None:
    """-1 for past, +1 for future, 0 for this; from its own words, else the sentence's plan."""
    if said.direction is not None:
        return said.direction
    return 1 if is_planned(reader.text, said.start) else None


def year_of(said: Expression, day: int, month: int, reader: Reader) -> int | None:
    """The year of a day and month: printed, known, shifted, or the nearest one that fits."""
    if said.year is not None or said.ahead is not None:
        return said.year or said.ahead
    known = known_year(said, day, month, reader.text)
    if known or reader.anchor is None:
        return known
    if said.shift and said.shift[0] == "year":
        return reader.anchor.year + said.shift[1]
    return nearest_year(day, month, reader.anchor, said, reader)


def known_year(said: Expression, day: int, month: int, text: str) -> int | None:
    """The year of `serangan 11 September`."""
    if said.weekday is not None or said.direction is not None or said.printed is None:
        return None
    around = text[max(0, said.start - 60) : said.stop + 60].lower()
    for known in WORDS.known_days:
        if (known.day, known.month) == (day, month) and any(w in around for w in known.words):
            return known.year
    return None


def nearest_year(
    day: int, month: int, anchor: dt.date, said: Expression, reader: Reader
) -> int | None:
    """The year that puts day and month nearest to the anchor, on the side that the words say."""
    years = [anchor.year + step for step in (-1, 0, 1)]
    size = monthrange(2000, month)[1] if 1 <= month <= 12 else 0
    if not 1 <= day <= size:
        return anchor.year
    away = {
        year: (dt.date(year, month, min(day, monthrange(year, month)[1])) - anchor).days
        for year in years
    }
    if said.direction == -1:
        return max(year for year in years if away[year] <= 0)
    best = min(years, key=lambda year: (abs(away[year]), away[year] > 0))
    if said.direction == 1 or (away[best] < -PLAN_DAYS and is_planned(reader.text, said.start)):
        return min(year for year in years if away[year] >= 0)
    return best


def value_of(said: Expression, reader: Reader) -> Named | str | None:
    """The value of an expression that is no full date: day, month, year, or an ISO week."""
    if said.unit is not None:
        return by_count(said, reader)
    if said.weekday is not None:
        return by_weekday(said, reader)
    if said.offset is not None:
        return of_day(reader.anchor + dt.timedelta(said.offset)) if reader.anchor else None
    if said.month is not None:
        return by_month(said, reader)
    if said.year is not None:
        return Named(said.year)
    return by_clock(reader)


def by_clock(reader: Reader) -> Named | None:
    """The day of a bare clock time: the last one named, else that of publication."""
    for named in reversed(reader.named):
        if named.day is not None:
            return named
    return of_day(reader.anchor) if reader.anchor else None


def by_weekday(said: Expression, reader: Reader) -> Named | None:
    """The last such day, or the next one where the words look ahead."""
    anchor, weekday = reader.anchor, said.weekday
    if anchor is None or weekday is None:
        return None
    if said.shift and said.shift[0] == "week":
        monday = anchor - dt.timedelta(anchor.weekday()) + dt.timedelta(weeks=said.shift[1])
        return of_day(monday + dt.timedelta(weekday))
    back = (anchor.weekday() - weekday) % 7
    if said.direction is None and is_planned(reader.text, said.start):
        return of_day(anchor + dt.timedelta((weekday - anchor.weekday()) % 7))
    direction = said.direction
    if direction == 1:
        return of_day(anchor + dt.timedelta(7 - back))
    if direction == 0:
        return of_day(anchor + dt.timedelta(-back if back <= 3 else 7 - back))
    a_week_ago = direction == -1 and said.hint is None and not back
    return of_day(anchor - dt.timedelta(7 if a_week_ago else back))


def by_month(said: Expression, reader: Reader) -> Named | None:
    """A month, with the year printed, shifted, or the one that puts it near the anchor."""
    month, anchor = said.month, reader.anchor
    year = said.year or said.ahead
    if month is None:
        return None
    if year is not None or anchor is None:
        return Named(year, month) if year else None
    if said.shift and said.shift[0] == "year":
        return Named(anchor.year + said.shift[1], month)
    back = (anchor.month - month) % 12
    first = anchor.year if month <= anchor.month else anchor.year - 1
    direction = direction_of(said, reader)
    ahead = back != 0 and (direction == 1 or (direction is None and back > MONTHS_BACK))
    if direction == 0:
        return Named(anchor.year, month)
    return Named(first + 1 if ahead else first, month)


def by_count(said: Expression, reader: Reader) -> Named | str | None:
    """A distance from the anchor or from the last named date that is exact enough."""
    unit, count = said.unit, said.count
    if unit is None or count is None:
        return None
    base = last_named(unit, reader) if said.from_mention else None
    if base is None:
        if reader.anchor is None or (said.from_mention and abs(count) > 1):
            return None
        if said.from_mention and unit == "day":
            return None
        base = of_day(reader.anchor)
    moved = step(base, unit, count)
    if said.from_mention and isinstance(moved, Named) and reader.anchor:
        return moved if moved.year <= reader.anchor.year else None
    return moved


def last_named(unit: Unit, reader: Reader) -> Named | None:
    """The last named date that is as exact as the unit."""
    for named in reversed(reader.named):
        if unit in {"year", "decade"} or (unit == "month" and named.month) or named.day:
            return named
    return None


def step(base: Named, unit: Unit, count: int) -> Named | str | None:
    """A date moved by days, weeks, months, years: no more exact than the unit."""
    if unit in {"year", "decade"}:
        year = base.year + count * (10 if unit == "decade" else 1)
        return Named(year) if 1000 <= year <= 9999 else None
    if unit == "month":
        months = base.year * 12 + (base.month or 1) - 1 + count
        return Named(months // 12, months % 12 + 1) if 12_000 <= months < 120_000 else None
    moved = moved_day(base.date, count * (7 if unit == "week" else 1))
    if moved is None or unit == "day":
        return of_day(moved) if moved else None
    week = moved.isocalendar()
    return f"{week.year:04}-W{week.week:02}"


def moved_day(day: dt.date | None, days: int) -> dt.date | None:
    """A day some days away; None past the calendar's end (the text names the year 9999)."""
    try:
        return day + dt.timedelta(days) if day else None
    except OverflowError:
        return None


def at_clock(day: dt.date, said: Expression) -> str:
    """The day with the hour that is named: `pukul 24.00` is the first minute of the next day.

    >>> at_clock(dt.date(2019, 9, 11), Expression(0, 0, "C", ("clock",), hour=24))
    '2019-09-12T00:00'
    """
    if said.hour == LAST_HOUR:
        day = moved_day(day, 1) or day
    return f"{day}{clock_of(said)}"


def clock_of(said: Expression) -> str:
    """`T15:00` for `jam 3 sore`; empty if it names no hour."""
    if said.hour is None:
        return ""
    hour = said.hour % 24
    if (
        (said.part == "pm" and 1 <= hour < 12)
        or (said.part == "night" and 5 <= hour < 12)
        or (said.part == "noon" and 1 <= hour <= 5)
    ):
        hour += 12
    elif said.part in {"am", "night"} and hour == 12:
        hour = 0
    return f"T{hour:02}:{said.minute or 0:02}"
