"""What a wrong date must have meant: every slip that explains it, and the likeliest of them.

A slip is a way in which writers go wrong: the month, the day, the year, day and month exchanged,
or the weekday. Each candidate costs what its slip costs, less what speaks for it: it lies close to
the publication, other dates of the article name it. The cheapest wins, none above `LIMIT`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sumber.dates.resolve import exists

LIMIT = 6.0
CORROBORATED = 1.0
HINTED = 2.5
NAMED_MONTH = 3.0  # "Februari 2012 … Minggu (26/2/2019)"
# Costs tuned on 150 wrong pairs of click-id, none of them in the sample that docs/times.md lists.
COSTS = {
    "weekday": 2.0,  # Selasa (11/9) for Rabu (11/9)
    "day": 2.0,  # Minggu (16/9) for Minggu (15/9)
    "month": 1.6,  # Kamis (31/8) for Kamis (31/10)
    "year": 1.4,  # Senin (9/9/2010) for Senin (9/9/2019)
    "exchange": 1.2,  # Selasa (9/10) for Selasa (10/9)
    "month and weekday": 1.6,  # Rabu (19/8) for Kamis (19/9), the day of publication
    "two parts": 2.4,  # Rabu (19/8) for Rabu (18/9): only just before the publication
}
JUST_BEFORE = 2  # days
OLD_NEWS = 1.0  # the weekday of a day gone by is remembered; its number is looked up, or guessed
UNLIKE = 1.8  # two days that share neither place nor digit
UNANCHORED = {"year": 2.0, "month": 0.3}  # without a date of publication these are mere guesses


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed: its weekday if it names one, and whether a plan puts it ahead.

    `hint` is the day that `kemarin` beside it names, `to_day` the end of a range of days.
    """

    day: int
    month: int
    year: int
    weekday: int | None = None
    year_printed: bool = True
    planned: bool = False
    hint: dt.date | None = None
    to_day: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The day, if the calendar has it."""
        if not exists(self.year, self.month, self.day):
            return None
        return dt.date(self.year, self.month, self.day)

    @property
    def contradicts(self) -> bool:
        """Whether the weekday is none of the printed days': `Minggu (14-15/9)` is right."""
        if self.date is None or self.weekday is None:
            return False
        days = range(max(self.to_day or self.day, self.day) - self.day + 1)
        return all((self.date.weekday() + day) % 7 != self.weekday for day in days)


@dataclass(frozen=True, slots=True)
class Slip:
    """One explanation: which part was mistaken, the date that was meant, and its cost."""

    name: str
    meant: dt.date
    cost: float


def explain(
    printed: Printed,
    anchor: dt.date | None,
    others: Collection[dt.date] = (),
    *,
    months: Collection[tuple[int, int]] = (),
) -> Slip | None:
    """The likeliest explanation of a wrong date; None if nothing is plausible.

    `others` are the article's dates that are right, `months` the months that it names with their
    years. Thursday 31 August 2024, read on 2 November:

    >>> explain(Printed(31, 8, 2024, weekday=3), dt.date(2024, 11, 2)).meant
    datetime.date(2024, 10, 31)
    """
    slips = []
    for name, meant, extra in candidates(printed, anchor, months):
        cost = COSTS[name] + extra + distance(meant, anchor, printed)
        if anchor is None:
            cost += UNANCHORED.get(name, 0.0)
        if meant in others and name != "weekday" and printed.date != anchor:
            cost -= CORROBORATED
        if name == "year" and (meant.year, meant.month) in months:
            cost -= NAMED_MONTH
        if meant == printed.hint:
            cost -= HINTED
        slips.append(Slip(name, meant, cost))
    best = min(
        slips,
        key=lambda slip: (slip.cost, abs((slip.meant - (anchor or slip.meant)).days)),
        default=None,
    )
    if best is None or best.cost > LIMIT or not is_supported(best, printed, anchor, others):
        return None
    return best


def is_supported(
    slip: Slip, printed: Printed, anchor: dt.date | None, others: Collection[dt.date]
) -> bool:
    """Whether anything but the digits speaks for a slip: `30 Februari 2025` alone says nothing."""
    if printed.date is not None or printed.weekday is not None or slip.name == "exchange":
        return True
    fresh = anchor is not None and 0 <= (anchor - slip.meant).days <= JUST_BEFORE
    return fresh or slip.meant in others or slip.meant == printed.hint


def candidates(
    printed: Printed, anchor: dt.date | None, months: Collection[tuple[int, int]]
) -> Iterator[tuple[str, dt.date, float]]:
    """Every slip's date and how far its digits are from what is printed."""
    if printed.date is not None:
        yield "weekday", printed.date, 0.0 if is_today(printed.date, anchor) else OLD_NEWS
        if anchor and printed.day == anchor.day and same_year(printed, anchor):
            yield "month and weekday", anchor, 0.0
    for name, (year, month, day), extra in changed(printed, anchor, months):
        if not exists(year, month, day):
            continue
        meant = dt.date(year, month, day)
        if meant == printed.date or printed.weekday not in {None, meant.weekday()}:
            continue
        yield name, meant, extra


def changed(
    printed: Printed, anchor: dt.date | None, months: Collection[tuple[int, int]]
) -> Iterator[tuple[str, tuple[int, int, int], float]]:
    """The printed date with one part replaced."""
    day, month, year = printed.day, printed.month, printed.year
    yield "exchange", (year, day, month), 0.0
    for other in range(1, 13):
        for when in {year, anchor.year} if anchor and not printed.year_printed else {year}:
            yield "month", (when, other, day), months_apart(printed, other, anchor)
    for other in range(1, 32):
        yield "day", (year, month, other), digits_apart(day, other)
    for other in years(printed, anchor) | {told for told, of in months if of == month}:
        yield "year", (other, month, day), 0.0
    for near in just_before(anchor):
        apart = digits_apart(day, near.day)
        parts = (near.day != day) + (near.month != month) + (near.year != year)
        if parts == 2 and (apart == 0 or (near == anchor and printed.date is not None)):
            yield "two parts", (near.year, near.month, near.day), apart


def is_today(day: dt.date, anchor: dt.date | None) -> bool:
    """Whether a day is that of publication, or still ahead, as far as one knows."""
    return anchor is not None and day >= anchor


def same_year(printed: Printed, day: dt.date) -> bool:
    """Whether the printed year, if there is one, is that of a day."""
    return not printed.year_printed or printed.year == day.year


def years(printed: Printed, anchor: dt.date | None) -> set[int]:
    """Which years may have been meant: nobody types this year for another."""
    near = {printed.year - 1, printed.year + 1}
    if anchor is None:
        return near
    return {anchor.year} | (near if printed.year != anchor.year else set())


def just_before(anchor: dt.date | None) -> Iterator[dt.date]:
    """The anchor and the days before it that its news is about."""
    if anchor is not None and anchor.toordinal() > JUST_BEFORE:
        for back in range(JUST_BEFORE + 1):
            yield anchor - dt.timedelta(back)


def months_apart(printed: Printed, meant: int, anchor: dt.date | None) -> float:
    """How unlikely one month is typed for another: neighbours cost least, this month most."""
    if anchor and (printed.year, printed.month) == (anchor.year, anchor.month):
        return 1.0
    neighbours = abs(meant - printed.month) in {0, 1, 11}
    return 0.0 if neighbours else 0.3 if anchor else 1.0


def digits_apart(printed: int, meant: int) -> float:
    """How unlikely one day is typed for another: neighbours and one changed digit cost least."""
    if abs(printed - meant) <= 1:
        return 0.0
    a, b = f"{printed:02}", f"{meant:02}"
    if sum(x != y for x, y in zip(a, b, strict=False)) == 1 or a == b[::-1]:
        return 0.5
    return UNLIKE


def distance(meant: dt.date, anchor: dt.date | None, printed: Printed) -> float:
    """How unlikely news speaks of a day, by its distance from the publication."""
    if anchor is None:
        return 1.0
    days = (anchor - meant).days
    if days < 0:
        near = min(-days, 60) / 30
        return near if printed.planned else 2.5 + near
    if printed.planned:
        return 0.5 + min(days, 60) / 30
    steps = ((0, 0.0), (1, 0.3), (2, 0.8), (4, 1.2), (7, 1.6), (31, 2.0), (92, 2.6), (366, 3.0))
    return next((cost for reach, cost in steps if days <= reach), 4.0)
