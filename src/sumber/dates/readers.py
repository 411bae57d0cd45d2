"""From a rule's match to what it says; None where the words around tell that it is no time."""

from __future__ import annotations

import re

from sumber.dates.expression import Expression
from sumber.dates.pieces import GAP, SPACE, TO, WEEKDAY, WORDS, fold

LEFT = 60
LAST_WORD = re.compile(r"([\w$%]+)[^\w\n]{0,3}$")
NEXT_WORD = re.compile(r"[ \t\u00a0]{1,3}([^\W\d_]+)")
LAW_NUMBER = re.compile(
    r"\d[\w/.-]*[ \t\u00a0]{1,3}(?:tahun|thn|th\.?)[ \t\u00a0]{1,3}$", re.IGNORECASE
)
GLUED = re.compile(r"(?:[\w)][.,:/]|\w[-–]|[$@#_&+=]|rp\.?[ ]?)$", re.IGNORECASE)
# `dalam rentang waktu 2014-2018` is a duration: no year of it fixes when anything happened
DURATION = re.compile(
    rf"(?<!\w)(?:rentang|kurun|jangka){SPACE}(?:waktu{SPACE})?(?:tahun{SPACE})?(?:\d{{4}}(?:[-–]|{TO}))?$",
    re.IGNORECASE,
)
ADJACENT = re.compile(r"[^\W\d_][ \t\u00a0]{1,3}$")
DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}[ \t\u00a0]{1,3}$")
AFTER_NUMBER = re.compile(r"[/-]\d{1,2}[/-]|/[A-Z]|:\d|%")
YEAR_RANGE = re.compile(r"(?<![\w-])(?:1[5-9]|20)\d\d[ ]?[-–/][ ]?$")
HABIT = re.compile(
    rf"(?<!\w)(?:(?:se)?tiap|saban|slot tayang|slot|jadwal){SPACE}(?:hari{SPACE})?"
    rf"(?:(?:hari{SPACE})?{WEEKDAY}(?:{GAP}[-–,&]{GAP}|{TO}|{SPACE})){{0,6}}$",
    re.IGNORECASE,
)
VAGUE = frozenset(
    {"beberapa", "sekian", "belasan", "puluhan", "ratusan", "ribuan", "jutaan", "juta", "ribu"}
    | {"miliar", "ratus", "per", "tiap", "setiap", "berapa", "demi", "antar", "ke"}
)
FIRST_YEAR, LAST_YEAR = 1900, 2059
OLDEST_YEAR = 1000


def before(match: re.Match[str]) -> str:
    """The text just before a match."""
    return match.string[max(0, match.start() - LEFT) : match.start()]


def word_before(match: re.Match[str]) -> str:
    """The last word before a match in lower case; empty if the line begins here."""
    found = LAST_WORD.search(before(match))
    return found[1].lower() if found else ""


def word_after(match: re.Match[str]) -> str:
    """The word right after a match in lower case; empty if none follows on the line."""
    found = NEXT_WORD.match(match.string, match.end())
    return found[1].lower() if found else ""


def take(match: re.Match[str], rule: str, **said: object) -> Expression:
    """The expression of a match."""
    return Expression(match.start(), match.end(), (rule,), **said)  # type: ignore[arg-type]


def month_number(name: str) -> int:
    """The number of a month's name or short form."""
    form = fold(name).rstrip(".")
    return WORDS.months.get(form) or WORDS.month_short[form]


def full_year(digits: str) -> int:
    """A year from its digits; two digits count from 2000, or from 1900 when above 50."""
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year > 50 else 2000)


def read_number_date(match: re.Match[str], rule: str) -> Expression | None:
    """`11/9/2019`, `11/9`. Without a year it counts only in brackets or beside a weekday."""
    parts = match.groupdict()
    if re.search(r"[\d/.,]$", before(match)):
        return None
    day, digits = int(parts["day"]), parts.get("month") or parts.get("month2")
    month = int(digits) if digits else None  # `27/2019` lacks its month
    digits = parts.get("year") or parts.get("year2")
    year = full_year(digits) if digits else None
    enclosed = bool(re.search(r"[(\[][ ]?$", before(match)))
    mistyped = rule == "number-date-mistyped"
    bare = year is None and not enclosed and word_before(match) not in {"tanggal", "tgl"}
    odd = year is not None and not FIRST_YEAR <= year <= LAST_YEAR
    impossible = not 1 <= day <= 31 or month is None or not 1 <= month <= 12
    return take(
        match,
        rule,
        day=day,
        month=month,
        to_day=int(parts["to_day"]) if parts.get("to_day") else None,
        year=year,
        printed=match[0],
        mistyped=mistyped or None,
        loose=(bare or odd or mistyped or impossible) or None,
    )


def read_date(match: re.Match[str], rule: str) -> Expression | None:
    """`29 Oktober 2014`, `17 Oktober`, `tanggal 20`."""
    parts = match.groupdict()
    if word_before(match) in WORDS.words["no_date_after"] or re.search(
        r"\d[.,/:-]$", before(match)
    ):
        return None
    year, ahead = (int(parts[k]) if parts.get(k) else None for k in ("year", "ahead"))
    name = parts.get("name")
    month = month_number(name) if name else None
    day, to_day = int(parts["day"]), parts.get("to_day")
    if day == 0:
        return None
    return take(
        match,
        rule,
        day=day,
        to_day=int(to_day) if to_day else None,
        month=month,
        year=year,
        ahead=ahead,
        printed=match[0],
    )


def read_impossible_date(match: re.Match[str], rule: str) -> Expression | None:
    """`pada 99 Mei 2024`; after other words the number may count anything."""
    last = word_before(match)
    if last in {"", "pada", "tanggal", "tgl"} or last in WORDS.weekdays:
        return read_date(match, rule)
    return None


def read_month(match: re.Match[str], rule: str) -> Expression | None:
    """`September 2018`, `Agustus`. A month that names people too needs a sign that it is none."""
    year, ahead = (int(match[k]) if match[k] else None for k in ("year", "ahead"))
    name, last = match["name"], word_before(match)
    if last in WORDS.words["no_date_after"]:
        return None
    if name[0].islower() and last not in WORDS.words["month_openers"]:
        return None
    if (last in WORDS.numbers and last != "satu") or last in {"belas", "puluh"}:
        return None
    if DAY_BEFORE.search(before(match)):
        return None
    people = fold(name) in WORDS.words["month_names_of_people"] and year is None
    told = last in WORDS.words["month_openers"] or word_after(match) in (
        *WORDS.words["past"],
        *WORDS.words["future"],
        "ini",
        "tahun",
    )
    if people and not told:
        return None
    return take(match, rule, month=month_number(name), year=year, ahead=ahead)


def read_year(match: re.Match[str], rule: str) -> Expression | None:
    """`2018`, unless the words around make it a number, an amount or a law's number."""
    year, left, last = int(match["year"]), before(match), word_before(match)
    if rule == "year" and (is_part_of_more(match, left) or DURATION.search(left)):
        return None
    opened = rule != "year" or last in WORDS.words["year_openers"]
    if not opened and not is_year_alone(year, last, word_after(match)):
        return None
    return take(match, rule, year=year)


def is_part_of_more(match: re.Match[str], left: str) -> bool:
    """Whether the digits belong to a law's number, an amount, a code, a date in figures."""
    if LAW_NUMBER.search(left) or (GLUED.search(left) and not YEAR_RANGE.search(left)):
        return True
    return AFTER_NUMBER.match(match.string, match.end()) is not None


def is_year_alone(year: int, last: str, following: str) -> bool:
    """Whether a number that no word calls a year is one: not `Rp 2000`, not `2000 orang`."""
    if not FIRST_YEAR <= year <= LAST_YEAR or last in WORDS.words["no_year_after"]:
        return False
    return following not in WORDS.words["no_year_before"]


def read_clock(match: re.Match[str], rule: str) -> Expression | None:
    """`pukul 14.30`, `jam 3`. `24 jam` never gets here: its number stands before."""
    parts = match.groupdict()
    left = before(match)
    if re.search(r"[\d.,:/]$", left) or HABIT.search(left):
        return None
    clock, bare = parts.get("clock"), parts.get("hour")
    if clock:
        hour, minute = (int(piece) for piece in re.split(r"[.:]", clock)[:2])
        return take(match, rule, hour=hour, minute=minute)
    if not bare or word_after(match) in WORDS.words["no_year_before"]:
        return None
    hour = int(bare) if bare.isdigit() else WORDS.numbers[fold(bare)]
    return take(match, rule, hour=hour, minute=0)


def number_of(match: re.Match[str]) -> int:
    """How many: `3`, `dua`, `dua belas`, `dua puluh lima`, and one for `sehari`."""
    if match["one"]:
        return 1
    if match["number"].isdigit():
        return int(match["number"])
    words = fold(match["number"]).split()
    number = WORDS.numbers[words[0]]
    if "belas" in words:
        return number + 10
    if "puluh" in words:
        return number * 10 + (WORDS.numbers[words[2]] if len(words) > 2 else 0)
    return number


def read_count(match: re.Match[str], rule: str) -> Expression | None:
    """`dua pekan lalu`, `sehari sebelumnya`, `tiga hari lagi`; no duration (`selama …`)."""
    if word_before(match) in {"selama", "dalam", "setiap", "tiap"} or re.search(
        r"[\d.,-]$", before(match)
    ):
        return None
    word = match["unit"] or match["one"][2:]
    sign = 1 if match["after"] or match["after_mention"] else -1
    from_mention = bool(match["before_mention"] or match["after_mention"])
    count = sign * number_of(match)
    return take(
        match, rule, unit=WORDS.units[fold(word)], count=count, from_mention=from_mention or None
    )


def read_unit(match: re.Match[str], rule: str) -> Expression | None:
    """`pekan lalu`, `tahun ini`, `bulan depan`; not the end of `45 tahun ini`."""
    last = word_before(match)
    if last.isdigit() or last in VAGUE or last in WORDS.numbers or last in {"belas", "puluh"}:
        return None
    if before(match).endswith("-"):
        return None
    if match["unit"][0] == "M" and match["this"]:
        return None
    count = 1 if match["after"] else 0 if match["this"] else -1
    mention = True if match["before_mention"] else None
    return take(
        match, rule, unit=WORDS.units[fold(match["unit"])], count=count, from_mention=mention
    )


def read_part_of_day(match: re.Match[str], rule: str) -> Expression:
    """`malam ini`, `pagi tadi`, `tadi malam` (the night before), `besok siang`."""
    part = WORDS.day_parts[fold(match["part"] or match["part2"])]
    shift = fold(match["shift"] or match["shift2"])
    offset = {"kemarin": -1, "kemaren": -1, "besok": 1, "esok": 1}.get(shift, 0)
    if shift == "tadi" and part == "night":
        offset = -1
    return take(match, rule, offset=offset, part=part)


def read_day_word(match: re.Match[str], rule: str) -> Expression | None:
    """`hari ini`, `kemarin`, `lusa`; not `dua hari ini`, `hari esok`."""
    word, last = fold(match["word"]), word_before(match)
    vague = last in VAGUE and last != "per"  # `per hari ini`
    if word.startswith("hari") and (last.isdigit() or vague or last in WORDS.numbers):
        return None
    if before(match).endswith("-") or (word == "esok" and last == "hari"):
        return None
    if word == "keesokan" or match[0].casefold().endswith("harinya"):  # `esok harinya`
        return take(match, rule, unit="day", count=1, from_mention=True)
    return take(match, rule, offset=WORDS.day_words[word])


def read_weekday(match: re.Match[str], rule: str) -> Expression | None:
    """`Rabu`, `Sabtu-Minggu (14-15/9)`. `minggu` in lower case is a week unless `hari` precedes."""
    word, last = match["word"], word_before(match)
    left = before(match)
    adjacent = bool(ADJACENT.search(left))
    if adjacent and (last in WORDS.words["no_weekday_after"] or last in WORDS.weekdays):
        return None
    if HABIT.search(left):
        return None
    weekday = WORDS.weekdays[fold(word)]
    to = match["to"] or match["to2"]
    lower = word == "minggu" and last != "hari"
    return take(
        match,
        rule,
        weekday=weekday,
        to_weekday=WORDS.weekdays[fold(to)] if to else None,
        loose=(lower or bool(match["to2"])) or None,
    )
