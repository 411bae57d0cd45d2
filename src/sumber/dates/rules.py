"""The rules: what each sees, in the order in which they are tried, an example beside each.

A rule is tried only where a word (or a digit) stands that can open it. The first that takes the
place wins; its name is kept with what it took.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sumber.dates.expression import Expression
from sumber.dates.pieces import (
    ANY_MONTH,
    CLOCK,
    DAY,
    END,
    GAP,
    LOCAL,
    MONTH,
    NUMBER,
    ODD_YEAR,
    PART,
    RANGE,
    SPACE,
    TO,
    TO_CLOCK,
    UNIT,
    WEEKDAY,
    WORDS,
    YEAR,
    ZONE,
    any_of,
    fold,
)
from sumber.dates.readers import (
    read_clock,
    read_count,
    read_date,
    read_day_word,
    read_impossible_date,
    read_month,
    read_number_date,
    read_part_of_day,
    read_unit,
    read_weekday,
    read_year,
)

DIGIT = "0"
Reader = Callable[[re.Match[str], str], Expression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time. `opens` holds the lower-case words (or `DIGIT`) it begins with."""

    name: str
    example: str
    opens: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader


def rule(name: str, example: str, opens: Iterable[str], pattern: str, read: Reader) -> Rule:
    """A rule from its parts; openers of several words count by their first."""
    first = frozenset(fold(form).split()[0] for form in opens)
    return Rule(name, example, first, re.compile(pattern, re.IGNORECASE), read)


SINGLES = {f"se{unit}": unit for unit in WORDS.units}
COUNTED = (
    rf"(?:(?P<one>{any_of(SINGLES)})|(?P<number>\d{{1,3}}|{NUMBER}(?:{SPACE}(?P<tens>belas|puluh))?"
    rf"(?:{SPACE}(?P<ones>{NUMBER}))?){GAP}-?{GAP}(?P<unit>{UNIT}))"
)
COUNT_OPENERS = (DIGIT, *WORDS.numbers, *SINGLES)
NAMED_UNITS = ("pekan", "minggu", "bulan", "tahun")
DAY_SHIFTS = ("tadi", "nanti", "besok", "kemarin", "kemaren", "esok")

RULES: tuple[Rule, ...] = (
    rule(
        "iso-date",
        "2019-09-11",
        [DIGIT],
        r"(?P<year>(?:19|20)\d\d)(?P<sep>[-/])(?P<month>[01]\d)(?P=sep)(?P<day>[0-3]\d)(?!\d)",
        read_number_date,
    ),
    rule(
        "clock",
        "14.30 WIB",
        [DIGIT],
        rf"(?P<clock>{CLOCK}){TO_CLOCK}(?={GAP}\(?(?:{ZONE}{END}|{LOCAL})|{SPACE}(?:am|pm){END})",
        read_clock,
    ),
    rule(
        "clock-word",
        "pukul 14.30",
        ["pukul", "pkl", "jam"],
        rf"(?:pukul|pkl\.?|jam){SPACE}(?:(?P<clock>{CLOCK}){TO_CLOCK}"
        rf"|(?P<hour>(?:[01]?\d|2[0-4])(?!\d|[.,:]\d)|{NUMBER}{END}(?={SPACE}{PART})))",
        read_clock,
    ),
    rule(
        "number-date",
        "11/9/2019",
        [DIGIT],
        rf"(?P<day>\d{{1,2}})(?:{GAP}(?:[-–&]|dan|hingga){GAP}(?P<to_day>\d{{1,2}})(?:/\d{{1,2}}(?:/\d{{4}})?(?={GAP}[-–]))?)?"
        rf"{GAP}(?P<sep>/{{1,2}}){GAP}(?P<month>\d{{1,2}})"
        rf"(?:{GAP}/{{1,2}}{GAP}(?P<year>\d{{2,5}})(?:/\d{{1,2}}(?=\)))?)?(?!\d|/\d|%|{SPACE}{ANY_MONTH})",
        read_number_date,
    ),
    rule(
        "number-date-dotted",
        "11-9-2019",
        [DIGIT],
        r"(?P<day>\d{1,2})(?P<sep>[-.])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d|[.-]\d)",
        read_number_date,
    ),
    rule(
        "number-date-mistyped",
        "20/92019",
        [DIGIT],
        r"(?P<day>\d{1,2})(?:(?P<sep>/)(?P<month>\d{1,2})(?P<year>20\d\d)"
        r"|(?<=\d\d)(?P<month2>\d)/(?P<year2>20\d\d)|/20\d\d)(?!\d)",
        read_number_date,
    ),
    rule(
        "day-month",
        "15-16 September 2019",
        [DIGIT],
        rf"(?P<day>{DAY})(?:(?:{RANGE}|/)(?:dan{SPACE})?(?P<to_day>{DAY})){{0,4}}{GAP}-?(?P<name>{ANY_MONTH})"
        rf"(?:,?{GAP}-?(?:tahun{SPACE})?(?P<year>{YEAR}|{ODD_YEAR})"
        rf"|(?={RANGE}{DAY}{SPACE}{ANY_MONTH}{SPACE}(?P<ahead>{YEAR})))?",
        read_date,
    ),
    rule(
        "day-month-impossible",
        "99 Mei 2024",
        [DIGIT],
        rf"(?P<day>[4-9]\d){SPACE}(?P<name>{MONTH}{END}){SPACE}(?P<year>{YEAR})",
        read_impossible_date,
    ),
    rule(
        "month-day",
        "September 11, 2019",
        [*WORDS.months, *WORDS.month_short],
        rf"(?P<name>{ANY_MONTH}){SPACE}(?P<day>{DAY})(?:st|nd|rd|th)?,{SPACE}(?P<year>{YEAR})",
        read_date,
    ),
    rule(
        "day-of-month",
        "tanggal 20",
        ["tanggal", "tgl"],
        rf"(?:tanggal|tgl\.?){SPACE}(?P<day>{DAY})(?:{RANGE}(?:dan{SPACE})?(?P<to_day>{DAY})){{0,4}}+"
        rf"(?![./]\d|{GAP}-?{ANY_MONTH})",
        read_date,
    ),
    rule(
        "month",
        "September 2018",
        [*WORDS.months, *WORDS.month_short],
        rf"(?P<name>{MONTH}{END}|{ANY_MONTH}(?={SPACE}{YEAR}))(?:(?:,?{SPACE}|-|/)(?:tahun{SPACE})?(?P<year>{YEAR})"
        rf"|(?={RANGE}{MONTH}{SPACE}(?P<ahead>{YEAR})))?",
        read_month,
    ),
    rule(
        "quarter",
        "kuartal II 2019",
        ["kuartal", "triwulan", "semester", "caturwulan"],
        rf"(?:kuartal|triwulan|semester|caturwulan){SPACE}(?:ke)?-?(?:I{{1,3}}|IV|[1-4]|pertama|kedua|ketiga|keempat)"
        rf"(?:{GAP}[-/]{GAP}|{SPACE}(?:tahun{SPACE})?)(?P<year>{YEAR})",
        read_year,
    ),
    rule(
        "count",
        "dua pekan lalu",
        COUNT_OPENERS,
        rf"{COUNTED}{SPACE}(?:(?:yang{SPACE})?(?P<past>lalu|silam)(?!{SPACE}lintas)|(?P<after>lagi|mendatang)"
        rf"|(?P<before_mention>sebelumnya|sebelum{SPACE}itu)"
        rf"|(?P<after_mention>kemudian|setelahnya|sesudahnya|setelah{SPACE}itu|berselang)){END}",
        read_count,
    ),
    rule(
        "unit",
        "pekan lalu",
        NAMED_UNITS,
        rf"(?P<unit>pekan|minggu|bulan|tahun){SPACE}(?:yang{SPACE})?(?:(?P<past>lalu|kemarin|kemaren|silam)"
        rf"|(?P<this>ini)|(?P<after>depan|mendatang)|(?P<before_mention>sebelumnya)){END}(?!{SPACE}lintas)",
        read_unit,
    ),
    rule(
        "part-of-day",
        "malam tadi",
        [*WORDS.day_parts, *DAY_SHIFTS],
        rf"(?:(?P<part>{PART})(?:{SPACE}hari)?{SPACE}(?P<shift>ini|{any_of(DAY_SHIFTS)})"
        rf"|(?P<shift2>{any_of(DAY_SHIFTS)}){SPACE}(?P<part2>{PART})){END}",
        read_part_of_day,
    ),
    rule(
        "day-word",
        "hari ini",
        WORDS.day_words,
        rf"(?P<word>{any_of(WORDS.day_words)})(?:{SPACE}hari(?:nya)?)?{END}(?!-)",
        read_day_word,
    ),
    rule(
        "weekday",
        "Rabu",
        WORDS.weekdays,
        rf"(?P<word>{WEEKDAY}){END}(?:{SPACE}(?:{any_of(WORDS.words['market_days'])}){END})?"
        rf"(?:(?:{GAP}[-–/&,]{GAP}|{TO})(?P<to>{WEEKDAY})"
        rf"(?={GAP},?{GAP}\(?{GAP}(?:tanggal{SPACE})?\d{{1,2}}(?:/\d{{1,2}})?(?:/\d{{4}})?{RANGE}\d)|{GAP}[-–]{GAP}(?P<to2>{WEEKDAY}){END})?",
        read_weekday,
    ),
    rule(
        "year",
        "2018",
        [DIGIT],
        rf"(?P<year>{YEAR})(?![/]\d{{1,2}}/|-?an{END})",
        read_year,
    ),
)


def by_opener() -> dict[str, tuple[Rule, ...]]:
    """The rules that each opening word can begin, in order."""
    table: dict[str, list[Rule]] = {}
    for each in RULES:
        for word in each.opens:
            table.setdefault(word, []).append(each)
    return {word: tuple(rules) for word, rules in table.items()}
