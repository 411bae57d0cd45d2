"""The words around a reading, in Indonesian and in English.

In: `labels.toml`. Out: `Labels` of one language, which also puts dates and findings into words.
Used by the page and by the terminal.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from sumber.errors import LexiconError
from sumber.records import Finding, Quantity
from sumber.web.entries import Check, shorten

Language = Literal["en", "id"]
LANGUAGES: tuple[Language, ...] = ("en", "id")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)?(.*))?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
WEEK = re.compile(r"(\d{4})-W(\d\d)")
COMMAS = str.maketrans(",.", ".,")
MOST_WORDS = 60  # characters of the text that a finding's sentence repeats


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; `labels["times"]` gives one of them."""

    language: Language
    words: Mapping[str, str]
    sentences: Mapping[str, str]
    weekdays: Sequence[str]
    months: Sequence[str]
    day: str
    week: str

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def date(self, value: str | None) -> str:
        """An ISO value in words, as exact as it is; what is no such value stays as it is.

        >>> load_labels("id").date("2024-10-31")
        'Kamis, 31 Oktober 2024'
        >>> load_labels("en").date("2024-10-31T14:30")
        'Thursday 31 October 2024, 14:30'
        """
        if value is None:
            return self["time_unknown"]
        if match := DAY.fullmatch(value):
            clock = f", {match[4]}{_zone(match[5])}" if match[4] else ""
            return f"{self._day(match)}{clock}" if self._day(match) else value
        if (match := MONTH.fullmatch(value)) and 1 <= int(match[2]) <= 12:
            return f"{self.months[int(match[2]) - 1]} {match[1]}"
        if (match := WEEK.fullmatch(value)) and match[1] > "0000" and 1 <= int(match[2]) <= 52:
            monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return self.week.format(day=self.date(monday.isoformat()))
        return value

    def position(self, lat: float, lon: float) -> str:
        """A position in degrees.

        >>> load_labels("id").position(-6.2, 106.82)
        '6,20° LS, 106,82° BT'
        """
        north, east = self["north" if lat >= 0 else "south"], self["east" if lon >= 0 else "west"]
        return ", ".join(
            f"{abs(degrees):.2f}° {side}".replace(".", self["decimal"])
            for degrees, side in ((lat, north), (lon, east))
        )

    def amount(self, quantity: Quantity) -> str:
        """A quantity's value or range in figures.

        >>> load_labels("id").amount(Quantity("q1", 0, 1, 12, None, False, unit="IDR"))
        'sedikitnya 12 IDR'
        """
        low, high = self._figure(quantity.low), self._figure(quantity.high)
        if low == high:
            words = low
        elif not high:
            words = self["at_least"].format(number=low)
        else:
            words = f"{low}–{high}" if low else self["at_most"].format(number=high)
        about = "±" if quantity.approximate else ""
        return f"{about}{words} {quantity.unit or ''}".strip()

    def _figure(self, number: float | None) -> str:
        if number is None:
            return ""
        thousands = f"{number:,.2f}".rstrip("0").rstrip(".")
        return thousands.translate(COMMAS) if self["decimal"] == "," else thousands

    def weekday(self, value: str | None) -> str:
        """The weekday of an ISO day; empty if there is none."""
        match = DAY.fullmatch(value or "")
        return self._day(match).split()[0].rstrip(",") if match and self._day(match) else ""

    def finding(self, check: Check) -> str:
        """What is wrong, in one sentence: in English ours, in Indonesian the finding's own."""
        finding, sentence = check.finding, self.sentences.get(check.finding.kind)
        words = shorten(check.words, MOST_WORDS)
        written = check.time.written if check.time else None
        weekday = self.weekday(written)
        if sentence is None:
            return finding.message
        if finding.kind == "date-weekday" and not weekday:
            return f"“{words}”: {finding.message}"
        day = self.date(written).removeprefix(weekday).lstrip(", ")
        return sentence.format(words=words, written=day, weekday=weekday)

    def suggestion(self, finding: Finding, sentence: str) -> str | None:
        """What must have been meant, in words; None if there is none or `sentence` says it."""
        if finding.suggestion is None:
            return None
        meant = self.date(finding.suggestion)
        return None if meant in sentence else meant

    def _day(self, match: re.Match[str]) -> str:
        try:
            day = dt.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return ""
        return self.day.format(
            weekday=self.weekdays[day.weekday()],
            day=day.day,
            month=self.months[day.month - 1],
            year=day.year,
        )


@cache
def load_labels(language: Language) -> Labels:
    """The labels of one language. Raises: LexiconError if the two languages differ in keys."""
    tables = tomllib.loads((files("sumber.web") / "labels.toml").read_text("utf-8"))
    keys = [set(tables[name]) for name in LANGUAGES]
    if keys[0] != keys[1]:
        raise LexiconError(f"labels.toml: only in one language: {sorted(keys[0] ^ keys[1])}")
    return _labels(language, tables[language])


def _labels(language: Language, table: Mapping[str, Any]) -> Labels:
    calendar = table["calendar"]
    return Labels(
        language=language,
        words={key: text for key, text in table.items() if isinstance(text, str)},
        sentences=table["findings_words"],
        weekdays=calendar["weekdays"],
        months=calendar["months"],
        day=calendar["day"],
        week=calendar["week"],
    )


ZONES = {"+07:00": " WIB", "+08:00": " WITA", "+09:00": " WIT", "Z": " UTC", "": ""}


def _zone(offset: str) -> str:
    zone = re.sub(r"^:\d\d(?:\.\d+)?", "", offset)  # seconds say nothing to a reader
    return ZONES.get(zone, f" {zone}")
