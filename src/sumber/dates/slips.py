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
HINTED = 1.5
# Costs tuned on 150 wrong pairs of click-id, none of them in the sample that docs/times.md lists.
COSTS = {"weekday": 2.0, "day": 2.0, "month": 1.6, "year": 1.4, "exchange": 1.0}


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
    printed: Printed, anchor: dt.date | None, others: Collection[dt.date] = ()
) -> Slip | None:
    """The likeliest explanation of a wrong date; None if nothing is plausible.

    `others` are the article's dates that are right. Thursday 31 August 2024, read on 2 November:

    >>> explain(Printed(31, 8, 2024, weekday=3), dt.date(2024, 11, 2)).meant
    datetime.date(2024, 10, 31)
    """
    slips = []
    for name, meant, extra in candidates(printed, anchor):
        cost = COSTS[name] + extra + distance(meant, anchor, printed)
        if meant in others:
            cost -= CORROBORATED
        if meant == printed.hint:
            cost -= HINTED
        slips.append(Slip(name, meant, cost))
    best = min(
        slips,
        key=lambda slip: (slip.cost, abs((slip.meant - (anchor or slip.meant)).days)),
        default=None,
    )
    return best if best is not None and best.cost <= LIMIT else None


def candidates(printed: Printed, anchor: dt.date | None) -> Iterator[tuple[str, dt.date, float]]:
    """Every slip's date and how far its digits are from what is printed."""
    if printed.date is not None:
        yield "weekday", printed.date, 0.0
    for name, (year, month, day), extra in changed(printed, anchor):
        if not exists(year, month, day):
            continue
        meant = dt.date(year, month, day)
        if meant == printed.date or printed.weekday not in {None, meant.weekday()}:
            continue
        yield name, meant, extra


def changed(
    printed: Printed, anchor: dt.date | None
) -> Iterator[tuple[str, tuple[int, int, int], float]]:
    """The printed date with one part replaced."""
    day, month, year = printed.day, printed.month, printed.year
    yield "exchange", (year, day, month), 0.0
    for other in range(1, 13):
        for when in {year, anchor.year} if anchor and not printed.year_printed else {year}:
            yield "month", (when, other, day), 0.0 if abs(other - month) % 12 in {0, 1, 11} else 0.3
    for other in range(1, 32):
        yield "day", (year, month, other), digits_apart(day, other)
    for other in {year - 1, year + 1, *([anchor.year] if anchor else [])}:
        yield "year", (other, month, day), 0.0


def digits_apart(printed: int, meant: int) -> float:
    """How unlikely one day is typed for another: neighbours and one changed digit cost least."""
    if abs(printed - meant) == 1:
        return 0.0
    a, b = f"{printed:02}", f"{meant:02}"
    if sum(x != y for x, y in zip(a, b, strict=False)) == 1 or a == b[::-1]:
        return 0.5
    return 2.5


def distance(meant: dt.date, anchor: dt.date | None, printed: Printed) -> float:
    """How unlikely news speaks of a day, by its distance from the publication."""
    if anchor is None:
        return 1.0
    days = (anchor - meant).days
    if days < 0:
        near = min(-days, 60) / 30
        return near if printed.planned else 1.5 + near
    steps = ((0, 0.0), (1, 0.3), (2, 0.8), (4, 1.2), (7, 1.6), (31, 2.4), (92, 2.8), (366, 3.0))
    return next((cost for reach, cost in steps if days <= reach), 4.0)
