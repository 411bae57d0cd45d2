"""What two parties do to each other over time: cooperation and conflict by week or month.

In: rows of events (`files.read_rows`) and two parties. Out: `Tension`, a period for each week or
month between the first and the last event, empty ones included, with the sums of PLOVER's scores.
Pure. Used by the command `tension` and by `plot`.

A sum of scores on a Goldstein-like scale by dyad and period is the field's usual measure (Goldstein
1992, Journal of Conflict Resolution 36; ICEWS and POLECAT do so); cooperation and conflict are kept
apart, because their difference hides weeks that are full of both.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sumber.errors import NoSuchParty, UsageError
from sumber.lexicon.countries import country_by_name, country_name
from sumber.lexicon.entries import alpha3_codes
from sumber.tables.columns import SEPARATOR

By = Literal["week", "month"]
Row = Mapping[str, Any]
CODE = re.compile(r"[A-Z]{3}")
MOST_PERIODS = 5_000  # a wrong year must not make a table of the whole era


@dataclass(frozen=True, slots=True)
class Party:
    """One side: a country by its code, or an actor by name."""

    name: str
    country: str | None = None

    def among(self, row: Row, side: str) -> bool:
        """Whether the party is one of those who act (`Actor`) or receive (`Recipient`)."""
        column = f"{side} Country" if self.country else f"{side} Name"
        wanted = (self.country or self.name).casefold()
        return any(cell.casefold() == wanted for cell in cells(row.get(column)))


@dataclass(frozen=True, slots=True)
class Act:
    """One event between the two."""

    id: str
    date: dt.date
    type: str
    mode: str | None
    score: float
    actor: str | None
    recipient: str | None
    status: str
    according_to: str | None
    headline: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """One week or month. `cooperation` is the sum of positive scores, `conflict` of negative."""

    start: dt.date
    acts: tuple[Act, ...] = ()

    @property
    def cooperation(self) -> float:
        """Sum of the scores above nought."""
        return sum(act.score for act in self.acts if act.score > 0)

    @property
    def conflict(self) -> float:
        """Sum of the scores below nought."""
        return sum(act.score for act in self.acts if act.score < 0)

    def count(self, sign: Literal[-1, 1]) -> int:
        """How many acts have a score of that sign."""
        return sum(1 for act in self.acts if act.score * sign > 0)


@dataclass(frozen=True, slots=True)
class Tension:
    """The two, and their periods in order. `undated` acts are in none of them."""

    a: Party
    b: Party
    by: By
    periods: tuple[Period, ...]
    undated: int = 0
    by_publication: int = 0  # acts without a day of their own, put at that of publication


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionOptions:
    """Which events count.

    `statuses` are those of `Event.status`; `directed` leaves out what b does to a; `own_word`
    leaves out what the article tells on somebody's word.
    """

    by: By = "week"
    statuses: Collection[str] = ("actual",)
    directed: bool = False
    own_word: bool = False


DEFAULTS = TensionOptions()


def party(words: str) -> Party:
    """A party by ISO code, Indonesian or English name of a country, or else by name of an actor.

    >>> party("Korea Utara"), party("IRN").name, party("KPK")
    (Party(name='Korea Utara', country='PRK'), 'Iran', Party(name='KPK', country=None))
    """
    code = words if CODE.fullmatch(words) and words in alpha3_codes() else country_by_name(words)
    return Party(country_name(code) if words == code else words, code) if code else Party(words)


def tension(rows: Iterable[Row], a: Party, b: Party, options: TensionOptions = DEFAULTS) -> Tension:
    """Cooperation and conflict between two parties.

    Raises: UsageError if the two are one; NoSuchParty if one is no country and no actor of the
    rows.
    """
    if (a.country or a.name.casefold()) == (b.country or b.name.casefold()):
        raise UsageError(f"{a.name!r} and {b.name!r} are the same party; name two")
    held: dict[dt.date, list[Act]] = {}
    undated = by_publication = 0
    unmet = {one for one in (a, b) if one.country is None}
    for row in rows:
        unmet -= {one for one in unmet if one.among(row, "Actor") or one.among(row, "Recipient")}
        if not _counts(row, a, b, options):
            continue
        date, own = _date(row, options.by)
        if date is None:
            undated += 1
            continue
        by_publication += not own
        held.setdefault(period_start(date, options.by), []).append(_act(row, date))
    if unmet:
        raise NoSuchParty(next(one.name for one in (a, b) if one in unmet))
    return Tension(a, b, options.by, tuple(_periods(held, options.by)), undated, by_publication)


def cells(value: object) -> tuple[str, ...]:
    """The values of a cell.

    >>> cells("RUS; PRK"), cells(None)
    (('RUS', 'PRK'), ())
    """
    return tuple(value.split(SEPARATOR)) if isinstance(value, str) and value else ()


def period_start(date: dt.date, by: By) -> dt.date:
    """The Monday of a date's week, or the first of its month."""
    return date.replace(day=1) if by == "month" else date - dt.timedelta(days=date.weekday())


def _counts(row: Row, a: Party, b: Party, options: TensionOptions) -> bool:
    # Files with POLECAT's columns alone have no status: what they have, they tell as actual.
    if (row.get("Status") or "actual") not in options.statuses:
        return False
    if options.own_word and row.get("According To"):
        return False
    together = a.among(row, "Actor") and b.among(row, "Actor")
    forth = a.among(row, "Actor") and b.among(row, "Recipient")
    back = b.among(row, "Actor") and a.among(row, "Recipient")
    return together or forth or (back and not options.directed)


def _date(row: Row, by: By) -> tuple[dt.date | None, bool]:
    """The day that an act counts at, and whether it is the act's own.

    An act of an unknown day counts at the day of publication, unless the text gives a month or
    year, and that is another.
    """
    own, printed = str(row.get("Event Date") or ""), str(row.get("Publication Date") or "")
    if (day := _day(own)) is not None:
        return day, True
    if by == "month" and (day := _day(f"{own}-01")) is not None:
        return day, True
    published = _day(printed)
    if published is None or not _fits(own, published):
        return None, False
    return published, False


def _fits(own: str, published: dt.date) -> bool:
    """Whether a day lies in a date that is less exact; any lies in none."""
    year, week, _ = published.isocalendar()
    return published.isoformat().startswith(own) or own == f"{year}-W{week:02}"


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if len(written) == len("2024-11-02") else None
    except ValueError:
        return None


def _act(row: Row, date: dt.date) -> Act:
    mode, score = row.get("Event Mode"), row.get("Intensity")
    return Act(
        id=str(row.get("Event ID") or ""),
        date=date,
        type=str(row["Event Type"]),
        mode=mode or None,
        score=_number(score),
        actor=row.get("Actor Name"),
        recipient=row.get("Recipient Name"),
        status=row.get("Status") or "actual",
        according_to=row.get("According To"),
        headline=row.get("Headline"),
    )


def _number(score: object) -> float:
    """A score as a file has it. Raises: UsageError for what is no number."""
    try:
        return float(str(score or 0))
    except ValueError as error:
        raise UsageError(f"Intensity {score!r} is no number; it lies between -10 and 10") from error


def _periods(held: Mapping[dt.date, list[Act]], by: By) -> Iterator[Period]:
    """Every period from the first to the last; the acts of each in order of their days."""
    if not held:
        return
    at, last = min(held), max(held)
    if (last - at).days > MOST_PERIODS * (7 if by == "week" else 30):
        raise UsageError(
            f"events lie from {at} to {last}, more than {MOST_PERIODS} periods; mend wrong dates"
        )
    while at <= last:
        yield Period(at, tuple(sorted(held.get(at, ()), key=lambda act: (act.date, act.id))))
        at = period_start(at + dt.timedelta(days=31 if by == "month" else 7), by)
