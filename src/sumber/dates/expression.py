"""What the rules see: an expression's parts, before anything is known about the anchor.

One `Expression` holds what one stretch of text says (weekday, day, month, year, hour, distance
from some day). Neighbours that speak of the same day are joined: `Rabu` + `(11/9/2019)` + `siang`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from sumber.lexicon.calendar_words import DayPart, Unit


@dataclass(frozen=True, slots=True)
class Expression:
    """One stretch of text and what it says; a field is None where the text does not say it.

    `weekday` counts from Monday = 0; `to_weekday` and `to_day` end a range. `ahead` is the year
    that the end of a range names. `offset` is days from the publication. `unit` and `count` are a
    distance (`dua pekan lalu` is week, -2), from the last named date if `from_mention`. `shift` is
    a distance that narrows another part (`Senin pekan lalu`). `direction` is -1 for `lalu`, +1 for
    `depan`, 0 for `ini`; `hint` is the distance in days that `kemarin` or `besok` adds to a date.
    `printed` is a date as it stands; `mistyped` says that it is none as it stands; `loose` that it
    counts only beside a weekday or a day word.
    """

    start: int
    stop: int
    rules: tuple[str, ...]
    weekday: int | None = None
    to_weekday: int | None = None
    day: int | None = None
    month: int | None = None
    to_day: int | None = None
    year: int | None = None
    ahead: int | None = None
    printed: str | None = None
    mistyped: bool | None = None
    loose: bool | None = None
    offset: int | None = None
    unit: Unit | None = None
    count: int | None = None
    from_mention: bool | None = None
    shift: tuple[Unit, int] | None = None
    direction: int | None = None
    hint: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: DayPart | None = None

    @property
    def kind(self) -> str:
        """What it is, in one letter: Weekday, Date, Relative day, Clock, or Other."""
        if self.weekday is not None and self.day is None:
            return "W"
        if self.day is not None:
            return "D"
        if self.offset is not None:
            return "R"
        if self.hour is not None and self.month is None and self.year is None:
            return "C"
        return "O"


JOINS = {
    "weekday": ("weekday", "to_weekday"),
    "date": ("day", "to_day", "month", "year"),
    "offset": ("offset",),
    "hour": ("hour", "minute"),
}
WHOLE_FIELDS = tuple(f.name for f in fields(Expression) if f.name not in {"start", "stop", "rules"})


def slots_of(expression: Expression) -> set[str]:
    """Which of weekday, date, offset and hour are filled."""
    return {
        name
        for name, parts in JOINS.items()
        if any(getattr(expression, part) is not None for part in parts)
    }


def join(left: Expression, right: Expression) -> Expression | None:
    """Both as one expression; None if both name the same part or one is no day."""
    ours, theirs = slots_of(left), slots_of(right)
    if ours & theirs or left.kind == "O" or right.kind == "O":
        return None
    taken = {
        name: getattr(right, name)
        for name in WHOLE_FIELDS
        if getattr(left, name) is None and getattr(right, name) is not None
    }
    if ours | theirs != {"weekday", "hour"}:
        taken["loose"] = None  # each vouches for the other
    return replace(left, stop=right.stop, rules=left.rules + right.rules, **taken)
