"""Text and anchor in, times out: the steps in their order.

Scan for expressions; settle the full dates that are right; then, in the order of the text, give
each expression its value, and each wrong date what it must have meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from sumber.dates.expression import Expression
from sumber.dates.faults import LAST_YEAR, OLDEST_YEAR, fault_of, meaning
from sumber.dates.pieces import RANGE, SPACE
from sumber.dates.resolve import (
    NEAR_DAYS,
    Named,
    Reader,
    at_clock,
    exists,
    is_planned,
    of_day,
    value_of,
    year_of,
)
from sumber.dates.scan import find_expressions
from sumber.dates.slips import Printed
from sumber.records import Span, Time, WrongDate

LIST_GAP = re.compile(rf"{RANGE}(?:dan{SPACE})?")
SENTENCE = 300  # characters: a year named longer ago says nothing
SENTENCE_END = re.compile(r"[.!?;][\"”’)]?\s|\n")
EVENING = 17  # before this hour nobody reports of the night of the same day


def find_times(text: str, anchor: dt.date | None, *, skip: Sequence[Span] = ()) -> tuple[Time, ...]:
    """All times of a text in order of start; none overlap.

    `anchor` is the date of publication, or its date and time, which help to tell which part of a
    wrong date is right; without it only full dates and years get a value. `skip` are stretches
    that are not read.

    >>> [t.value for t in find_times("Rabu (11/9) siang dan kemarin.", dt.date(2019, 9, 12))]
    ['2019-09-11', '2019-09-11']
    """
    reader = reader_of(text, anchor)
    found = with_years(list(find_expressions(text, skip)), text, anchor)
    if reader.anchor is None:
        found = with_confirmed_years(found)
    said = [with_month(each, reader) for each in found]
    printed = [printed_date(each, reader) for each in said]
    sure = frozenset(p.date for p in printed if p and p.date and not p.contradicts)
    reader.latest = max(sure, default=None)
    reader.months = frozenset(
        (each.year, each.month) for each in said if each.year and each.month and not each.day
    )
    times = []
    for each, date in zip(said, printed, strict=True):
        time = timed(each, date, reader, sure)
        if time is not None:
            times.append(time)
    return tuple(times)


def reader_of(text: str, anchor: dt.date | None) -> Reader:
    """A reader of the text; an anchor with a time is taken apart, one outside history is none."""
    if anchor is not None and not OLDEST_YEAR <= anchor.year <= LAST_YEAR:
        return Reader(text, None)
    if isinstance(anchor, dt.datetime):
        return Reader(text, anchor.date(), anchor.hour)
    return Reader(text, anchor)


def with_years(said: list[Expression], text: str, anchor: dt.date | None) -> list[Expression]:
    """The expressions, each with the year that its neighbours give it.

    `Januari, Februari, dan Maret 2018` takes it from what follows, `pada 2014 … 11 Oktober` from a
    past year named before it in the sentence, unless a plan's cue leads out of that year.
    """
    for at in range(len(said) - 2, -1, -1):
        this, following = said[at], said[at + 1]
        year = following.year or following.ahead
        if (
            lacks_year(this)
            and following.month
            and LIST_GAP.fullmatch(text, this.stop, following.start)
        ):
            said[at] = replace(this, ahead=year)
    told: tuple[int, int] | None = None
    for at, this in enumerate(said):
        if this.year is not None:
            told = (this.year, this.stop)
        elif told and anchor and lacks_year(this) and told[0] < anchor.year:
            near = this.start - told[1] < SENTENCE
            planned = is_planned(text, this.start)
            if near and not planned and not SENTENCE_END.search(text, told[1], this.start):
                said[at] = replace(this, ahead=told[0])
    return said


def with_confirmed_years(said: list[Expression]) -> list[Expression]:
    """Without a date of publication: a weekday's date takes the one named year that agrees with it.

    `Selasa (24/9)` is of 2019 if the text names 2019 and in no other year that it names 24
    September was a Tuesday.
    """
    named = {each.year for each in said if each.year is not None}

    def confirmed(each: Expression) -> Expression:
        if each.year is not None or each.ahead is not None or not (each.day and each.month):
            return each
        years = [
            year
            for year in named
            if exists(year, each.month, each.day)
            and dt.date(year, each.month, each.day).weekday() == each.weekday
        ]
        return replace(each, ahead=years[0]) if len(years) == 1 else each

    return [confirmed(each) for each in said]


def lacks_year(said: Expression) -> bool:
    """Whether it is a month, or a day of one, that nothing in its own words ties to a year."""
    if said.month is None or said.year is not None or said.ahead is not None:
        return False
    return (
        said.weekday is None
        and said.direction is None
        and said.shift is None
        and said.offset is None
    )


def with_month(said: Expression, reader: Reader) -> Expression:
    """`tanggal 20`, `Rabu (11)`: the month that puts the day near the anchor."""
    anchor = reader.anchor
    if said.day is None or said.month is not None or anchor is None:
        return said
    if said.shift and said.shift[0] == "month":
        months = anchor.year * 12 + anchor.month - 1 + said.shift[1]
        return replace(said, month=months % 12 + 1, year=months // 12)
    days = []
    for step in (-1, 0, 1):
        months = anchor.year * 12 + anchor.month - 1 + step
        if exists(months // 12, months % 12 + 1, said.day):
            days.append(dt.date(months // 12, months % 12 + 1, said.day))
    days = [d for d in days if said.weekday in {None, d.weekday()}] or days
    if said.direction in {-1, 1}:
        sign = said.direction
        days = [d for d in days if (d - anchor).days * sign >= 0] or days
    if not days:
        return said
    near = min(days, key=lambda d: abs((d - anchor).days))
    return replace(said, month=near.month, year=near.year)


def printed_date(said: Expression, reader: Reader) -> Printed | None:
    """The full date of an expression, its year filled in; None if it is none."""
    if said.day is None or said.month is None:
        return None
    year = year_of(said, said.day, said.month, reader)
    if year is None:
        return None
    printed = Printed(
        said.day,
        said.month,
        year,
        weekday=said.weekday,
        year_printed=said.year is not None,
        planned=said.direction == 1 or is_planned(reader.text, said.start),
        to_day=said.to_day,
    )
    return replace(printed, hint=hinted(said, printed.date, reader))


def hinted(said: Expression, date: dt.date | None, reader: Reader) -> dt.date | None:
    """The day that must be meant whatever the date says; None if nothing tells.

    `kemarin`, `besok` or `hari ini` beside the date name it. Thursday in Friday's news is
    yesterday: weekdays are remembered, numbers are looked up on the day of writing. `Selasa dini
    hari` is often said of the small hours after Tuesday: then the date is right.
    """
    anchor, hour = reader.anchor, reader.hour
    away = said.offset if said.offset is not None else said.hint
    if anchor is None or away is not None or said.weekday is None:
        return anchor + dt.timedelta(away) if anchor and away is not None else None
    if said.part == "am":
        return date if date and (date.weekday() - said.weekday) % 7 == 1 else None
    back = (anchor.weekday() - said.weekday) % 7
    night = said.part == "night"
    if back == 1 and (night or said.month == anchor.month):
        return anchor - dt.timedelta(1)
    if back == 0 and night and hour is not None and hour < EVENING:
        return anchor - dt.timedelta(1)
    return None


def timed(
    said: Expression, printed: Printed | None, reader: Reader, sure: frozenset[dt.date]
) -> Time | None:
    """The time of an expression, or None where it turns out to be none."""
    if printed is not None:
        return dated(said, printed, reader, sure)
    if said.day is not None:
        return None if doubtful(said) else time_of(said, reader, None)
    if said.kind == "C" and said.direction is None:
        return None  # `pukul 14.30`: an hour fixes no day, month or year
    value = value_of(said, reader)
    if value is None and said.from_mention:
        return None
    if isinstance(value, Named):
        reader.named.append(value)
    if isinstance(value, Named) and value.date is not None:
        return time_of(said, reader, at_clock(value.date, said))
    return time_of(said, reader, None if value is None else str(value))


def dated(
    said: Expression, printed: Printed, reader: Reader, sure: frozenset[dt.date]
) -> Time | None:
    """The time of a full date: right as it stands, or with what it must have meant."""
    if doubtful(said) and not near(printed, reader.anchor):
        return None
    wrong = fault_of(said, printed, reader)
    if wrong is None and printed.date is not None:
        reader.named.append(of_day(printed.date))
        return time_of(said, reader, at_clock(printed.date, said))
    meant = meaning(said, printed, wrong, reader, sure)
    if meant is not None:
        reader.named.append(of_day(meant))
    value = at_clock(meant, said) if meant else None
    exact = printed.date is not None and wrong != "impossible"
    written = str(printed.date) if exact else said.printed
    return time_of(said, reader, value, written, wrong)


def doubtful(said: Expression) -> bool:
    """A day and month in figures, with nothing beside them that makes them a date."""
    return said.rules[0].startswith("number-date") and len(said.rules) == 1 and said.year is None


def near(printed: Printed, anchor: dt.date | None) -> bool:
    """Whether the date exists and lies near the anchor."""
    if printed.date is None or anchor is None:
        return False
    return abs((printed.date - anchor).days) <= NEAR_DAYS


def time_of(
    said: Expression,
    reader: Reader,
    value: str | None,
    written: str | None = None,
    wrong: WrongDate | None = None,
) -> Time:
    """The record of an expression."""
    words = reader.text[said.start : said.stop]
    return Time(said.start, said.stop, words, value, written if wrong else None, wrong)
