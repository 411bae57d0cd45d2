"""Whether a full date can be right, and what a wrong one must have meant."""

from __future__ import annotations

import datetime as dt
import re

from sumber.dates.expression import Expression
from sumber.dates.resolve import Reader, exists, last_cue
from sumber.dates.slips import Printed, explain
from sumber.records import WrongDate

OLDEST_YEAR, LAST_YEAR = 1500, 2100  # a contradicted date beyond these is no date
REPORT_DAYS = 3  # a report's own date lies at most so many days before its publication
AFTERNOON = 13  # from this hour on news tells of its own day as often as of the day before
LATE_DAYS = 3  # corpora date articles up to so many days before they appeared
IN_FIGURES = re.compile(r"\d[/-]\d")


def fault_of(said: Expression, printed: Printed, reader: Reader) -> WrongDate | None:
    """Why the date cannot be right; None if it can."""
    if said.mistyped or printed.date is None:
        return "impossible"
    if printed.contradicts:
        return "weekday" if OLDEST_YEAR <= printed.year <= LAST_YEAR else "impossible"
    if reader.anchor is None or not printed.year_printed or printed.planned:
        return None
    if printed.weekday is None and IN_FIGURES.search(said.printed or ""):
        misplaced = misplacement(printed, reader.anchor)
        if misplaced:
            return misplaced
    if last_cue(reader.text, said.start) == "report" and same_number(printed, reader.anchor):
        return "future"
    return None


def misplacement(printed: Printed, anchor: dt.date) -> WrongDate | None:
    """A date that lies far off, while the same figures read otherwise fit a report exactly."""
    if printed.date is None:
        return None
    ahead = printed.date > anchor
    if ahead and just_passed(printed.year, printed.day, printed.month, anchor):
        return "order"
    in_january = anchor.month == 1 and printed.year == anchor.year - 1
    if in_january and just_passed(anchor.year, printed.month, printed.day, anchor):
        return "year"
    return None


def same_number(printed: Printed, anchor: dt.date) -> dt.date | None:
    """The day just passed that a date still to come must have meant: month or year are another's.

    `kata lurah, Rabu (11/12/2019)` in news of 11 September, also a Wednesday; `(20/9/2109)`.
    """
    if printed.date is None or (printed.date - anchor).days <= LATE_DAYS:
        return None
    for back in range(REPORT_DAYS + 1):
        day = dt.date.fromordinal(anchor.toordinal() - back)
        if day.day == printed.day and printed.weekday in {None, day.weekday()}:
            return day
    return None


def just_passed(year: int, month: int, day: int, anchor: dt.date) -> bool:
    """Whether there is such a day, and a report of the anchor's day can be about it."""
    if not exists(year, month, day):
        return False
    return 0 <= (anchor - dt.date(year, month, day)).days <= REPORT_DAYS


def is_torn(said: Expression, printed: Printed, reader: Reader) -> bool:
    """Whether the weekday is yesterday's, the number today's, and no word or hour decides.

    Of such dates read in news of the afternoon half meant the one, half the other day; in the
    morning nearly all meant yesterday (docs/times.md).
    """
    anchor, hour = reader.anchor, reader.hour
    if anchor is None or printed.date != anchor or printed.weekday is None:
        return False
    decided = said.part in {"am", "night"} or said.offset is not None or said.hint is not None
    late = hour is None or hour >= AFTERNOON
    return late and not decided and (anchor.weekday() - printed.weekday) % 7 == 1


def torn_between(anchor: dt.date) -> tuple[dt.date, dt.date]:
    """The two days that a torn date can mean, the earlier first."""
    return anchor - dt.timedelta(1), anchor


def meaning(
    said: Expression,
    printed: Printed,
    wrong: WrongDate | None,
    reader: Reader,
    sure: frozenset[dt.date],
) -> dt.date | None:
    """What a wrong date must have meant."""
    if wrong == "order":
        return dt.date(printed.year, printed.day, printed.month)
    if wrong == "year" and reader.anchor:
        return dt.date(reader.anchor.year, printed.month, printed.day)
    if wrong == "future" and reader.anchor:
        return same_number(printed, reader.anchor)
    if said.mistyped and printed.date and not printed.contradicts:
        return printed.date
    if reader.anchor and is_torn(said, printed, reader):
        yesterday, today = torn_between(reader.anchor)
        return yesterday if yesterday in sure and today not in sure else None
    slip = explain(printed, reader.anchor or reader.latest, sure, months=reader.months)
    return slip.meant if slip else None
