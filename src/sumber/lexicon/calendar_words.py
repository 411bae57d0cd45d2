"""The words of the Indonesian calendar, from `data/dates.toml`.

Read once and checked; used by `dates/` only. Forms are lower case, an apostrophe is `'`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import ascii_lowercase
from typing import Any, Literal, get_args

from sumber.errors import LexiconError

Unit = Literal["day", "week", "month", "year", "decade"]
DayPart = Literal["am", "noon", "pm", "night"]
# A shorter name with a letter lost or changed may be another word (`Mei`, `Juni`, `Maret`).
MISTYPED = 7
SOURCE = "lexicon/data/dates.toml"


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day that the text names without its year (`serangan 11 September`), and words that tell."""

    day: int
    month: int
    year: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """All tables of the file; weekdays count from 0 (Monday), months from 1."""

    weekday_names: tuple[str, ...]
    month_names: tuple[str, ...]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    month_short: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, Unit]
    day_words: Mapping[str, int]
    day_parts: Mapping[str, DayPart]
    words: Mapping[str, tuple[str, ...]]
    known_days: tuple[KnownDay, ...]


@cache
def calendar_words() -> CalendarWords:
    """The tables as shipped.

    >>> calendar_words().weekdays["jum'at"]
    4
    """
    text = resources.files("sumber.lexicon").joinpath("data/dates.toml").read_text("utf-8")
    return parse_calendar_words(text)


def parse_calendar_words(text: str) -> CalendarWords:
    """The tables of a TOML text. Raises: LexiconError naming the table that breaks its rules."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{SOURCE}: is no TOML ({error}); mend the line it names") from error
    months = _forms(data, "months", 12)
    return CalendarWords(
        weekday_names=tuple(data.get("weekdays", ())),
        month_names=tuple(data.get("months", ())),
        weekdays={form: number - 1 for form, number in _forms(data, "weekdays", 7).items()},
        months=months,
        month_short=_mistyped(months) | _numbers(data, "month_short", 1, 12),
        numbers=_numbers(data, "numbers", 1, 11),
        units=_choices(data, "units", get_args(Unit)),
        day_words=_numbers(data, "day_words", -7, 7),
        day_parts=_choices(data, "day_parts", get_args(DayPart)),
        words={name: tuple(forms) for name, forms in _table(data, "words").items()},
        known_days=tuple(_known_day(entry) for entry in data.get("known_days", ())),
    )


def _mistyped(months: Mapping[str, int]) -> dict[str, int]:
    """Long names of months with one letter lost, doubled, replaced at the end, or two exchanged.

    They count only beside a day or a year, as short forms do.

    >>> slips = _mistyped({"september": 9})
    >>> [slips.get(word) for word in ("sepember", "spetember", "septemberr", "septembet", "maret")]
    [9, 9, 9, 9, None]
    """
    slips: dict[str, int] = {}
    for form, number in months.items():
        for at in range(len(form) if len(form) >= MISTYPED else 0):
            head, letter, tail = form[:at], form[at], form[at + 1 :]
            slips[head + tail] = slips[head + letter + letter + tail] = number
            if tail:
                slips[head + tail[0] + letter + tail[1:]] = number
            else:
                slips.update(dict.fromkeys((head + other for other in ascii_lowercase), number))
    return {form: number for form, number in slips.items() if form not in months}


def _table(data: dict[str, Any], name: str) -> dict[str, Any]:
    table = data.get(name)
    if not isinstance(table, dict) or not table:
        raise LexiconError(f"{SOURCE}: table [{name}] is missing or empty; every table is needed")
    for form in table:
        if form != form.lower():
            raise LexiconError(f"{SOURCE}: [{name}] {form!r} must be in lower case")
    return table


def _forms(data: dict[str, Any], name: str, size: int) -> dict[str, int]:
    """Every form of a numbered table with its number, counted from 1."""
    table = _table(data, name)
    if len(table) != size:
        raise LexiconError(f"{SOURCE}: [{name}] has {len(table)} entries, expected {size}")
    found: dict[str, int] = {}
    for number, (entry, forms) in enumerate(table.items(), 1):
        for form in forms:
            if form != form.lower() or found.get(form, number) != number:
                raise LexiconError(
                    f"{SOURCE}: [{name}] {entry}: {form!r} is not lower case, or twice"
                )
            found[form] = number
    return found


def _numbers(data: dict[str, Any], name: str, low: int, high: int) -> dict[str, int]:
    table = _table(data, name)
    for form, number in table.items():
        if not isinstance(number, int) or not low <= number <= high:
            raise LexiconError(f"{SOURCE}: [{name}] {form} is {number!r}, expected {low} to {high}")
    return table


def _choices(data: dict[str, Any], name: str, accepted: tuple[str, ...]) -> dict[str, Any]:
    table = _table(data, name)
    for form, choice in table.items():
        if choice not in accepted:
            raise LexiconError(
                f"{SOURCE}: [{name}] {form} is {choice!r}, expected one of {accepted}"
            )
    return table


def _known_day(entry: dict[str, Any]) -> KnownDay:
    try:
        return KnownDay(entry["day"], entry["month"], entry["year"], tuple(entry["words"]))
    except KeyError as error:
        raise LexiconError(f"{SOURCE}: [[known_days]] {entry} lacks {error}") from error
