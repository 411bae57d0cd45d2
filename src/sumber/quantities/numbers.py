"""Numbers as Indonesian news writes them: figures, words, ranges, and what blurs them.

In: a text. Out: `Number`s in its order. `1,24 triliun`, `Rp 5 juta`, `dua puluh lima`, `belasan`,
`puluhan ribu`, `antara 3 dan 5`, `3-5`, `sedikitnya 12`, `hampir 50`, `50-an`. What they count, and
whether they count anything, is for `counted` to say. No kept package reads Indonesian numbers
(text2num, number-parser and quantulum3 have none); the tests go the other way with num2words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from sumber.lexicon.lists import any_of
from sumber.lexicon.quantity_words import DIGITS, INDEFINITE, SCALES, SYMBOLS, load_quantity_words

SCALE = any_of(SCALES)
FIGURES = r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,4})?|\d{1,12}(?:[.,]\d{1,4})?"
ONES = any_of([*DIGITS, "sepuluh", "sebelas", "seratus", "seribu", "sejuta", "setengah"])
WORDS = rf"{ONES}(?:\s(?:{ONES}|belas|puluh|ratus|{SCALE})){{0,12}}"
VALUE = rf"(?:(?:{FIGURES})(?:\s?{SCALE}\b){{0,2}}|{any_of(INDEFINITE)}(?:\s{SCALE})?|{WORDS})"
ROUND = r"(?:(?<=\d)\s?-\s?an|(?<=seratus)an|(?<=seribu)an|(?<=sejuta)an)\b"  # `50-an`
LETTERS = {"m": 1e9, "t": 1e12}  # `Rp 9,3 T`: miliar, triliun
LONGEST_BOUND = 24  # characters in front of a number that can bound it


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text; `symbol` is the currency in front. None on one side means open."""

    start: int
    stop: int
    low: float | None
    high: float | None
    approximate: bool = False
    symbol: str | None = None


def find_numbers(text: str) -> Iterator[Number]:
    """All numbers of a text with what bounds them.

    >>> [(n.low, n.high) for n in find_numbers("antara 3 dan 5 orang, sedikitnya 12, puluhan ribu")]
    [(3.0, 5.0), (12.0, None), (20000.0, 99999.0)]
    >>> [(n.low, n.symbol) for n in find_numbers("Rp 1,24 triliun")]
    [(1240000000000.0, 'IDR')]
    """
    for match in _expression().finditer(text):
        if number := read_match(match):
            yield bound(text, number)


def read_match(match: re.Match[str]) -> Number | None:
    """The number of a match; None if its words make none (`satu dua tiga`)."""
    first, second = match["least"] or match["first"], match["most"] or match["second"]
    symbol = SYMBOLS[match["symbol"].strip(" .").casefold()] if match["symbol"] else None
    if match["letter"] and not symbol:
        return None
    low, high = read_value(first), read_value(second or first)
    if low is None or high is None:
        return None
    scale = _shared_scale(first, second) if second else 1.0
    scale *= LETTERS[match["letter"].strip().casefold()] if match["letter"] else 1.0
    least, most = low[0] * scale, high[1] * (1.0 if second else scale)
    if least > most or (second and least == most):
        return None
    about = bool(match["round"]) or low[0] != low[1]
    return Number(match.start(), match.end(), least, most, about, symbol)


def read_value(words: str) -> tuple[float, float] | None:
    """Least and greatest value of a number without bounds.

    >>> read_value("dua puluh lima"), read_value("10.000"), read_value("belasan")
    ((25.0, 25.0), (10000.0, 10000.0), (11.0, 19.0))
    """
    parts = words.casefold().split()
    if parts[0] in INDEFINITE:
        low, high = INDEFINITE[parts[0]]
        scale = SCALES[parts[1]] if len(parts) > 1 else 1.0
        return low * scale, (high + 1) * scale - 1
    if parts[0][0].isdigit():
        return read_figures(words)
    return read_words(parts)


def read_figures(words: str) -> tuple[float, float] | None:
    """`1,24 triliun`, `10.000`, `1.5 juta` (a full stop before a scale and no thousands)."""
    match = re.match(rf"({FIGURES})((?:\s?{SCALE}\b)*)", words, re.IGNORECASE)
    if match is None:
        return None
    figures, scales = match[1], re.findall(SCALE, match[2].casefold())
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", figures):
        value = Decimal(figures.replace(".", "").replace(",", "."))
    elif scales and "," not in figures:
        value = Decimal(figures)
    else:
        return None
    for scale in scales:
        value *= int(SCALES[scale])
    return float(value), float(value)


def read_words(parts: list[str]) -> tuple[float, float] | None:
    """`dua belas ribu lima ratus`; `dua tiga` is a range; None for what is no number."""
    if len(parts) == 2 and all(part in DIGITS for part in parts):
        low, high = float(DIGITS[parts[0]]), float(DIGITS[parts[1]])
        return (low, high) if high == low + 1 else None
    total = group = 0.0
    last: float | None = None
    for part in parts:
        if part in DIGITS or part == "setengah":
            if last is not None and part != "setengah":
                return None
            last = (last or 0.0) + (0.5 if part == "setengah" else DIGITS[part])
        elif part in SCALES or part in {"seribu", "sejuta"}:
            times = SCALES.get(part) or (1e3 if part == "seribu" else 1e6)
            total += ((group + (last or 0.0)) or 1.0) * times
            group, last = 0.0, None
        else:
            group, last = _tens(part, group, last)
    value = total + group + (last or 0.0)
    return value, value


def _tens(part: str, group: float, last: float | None) -> tuple[float, float | None]:
    """What `belas`, `puluh`, `ratus` and their `se-` forms make of the digits before them."""
    fixed = {"sepuluh": 10.0, "sebelas": 11.0, "seratus": 100.0}
    if part in fixed:
        return group + fixed[part], None
    digit = last or 0.0
    if part == "belas":
        return group + 10.0 + digit, None
    return group + digit * {"puluh": 10.0, "ratus": 100.0}[part], None


def bound(text: str, number: Number) -> Number:
    """The number with what stands right before and behind it: `lebih dari 100`, `100 lebih`."""
    before = text[max(0, number.start - LONGEST_BOUND) : number.start]
    kind = next((k for k, pattern in _bounds() if pattern.search(before)), None)
    if kind is None and _behind().match(text, number.stop):
        kind = "at_least"
    if number.low != number.high or kind is None:
        return replace(number, approximate=number.approximate or kind in {"about", "nearly"})
    if kind == "at_least":
        return replace(number, high=None)
    if kind == "at_most":
        return replace(number, low=None)
    if kind == "nearly":
        return replace(number, low=None, approximate=True)
    return replace(number, approximate=True)


def _shared_scale(first: str, second: str) -> float:
    """`3-5 juta`: the scale that the first number takes from the second."""
    own = re.search(SCALE, first.casefold())
    scales = re.findall(SCALE, second.casefold())
    return SCALES[scales[-1]] if scales and not own and first.strip()[0].isdigit() else 1.0


@cache
def _expression() -> re.Pattern[str]:
    symbols = "|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))
    symbol = rf"(?:{symbols})\.?\s?"
    between = rf"antara\s(?:{symbol})?(?P<least>{VALUE})\s(?:dan|hingga|sampai)\s"
    span = r"\s?[-–]\s?|\s(?:hingga|sampai|sampai dengan)\s"
    return re.compile(
        rf"(?<![\w.,/:@#$-])(?P<symbol>{symbol})?"
        rf"(?:{between}(?:{symbol})?(?P<most>{VALUE})"
        rf"|(?P<first>{VALUE})(?P<letter>\s?[MT]\b)?(?P<round>{ROUND})?"
        rf"(?:(?:{span})(?:{symbol})?(?P<second>{VALUE}))?)"
        r"(?!\w|[.,:/]\d|-\w)",
        re.IGNORECASE,
    )


@cache
def _bounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = load_quantity_words()
    lists = {
        "at_least": words.bounds_at_least,
        "at_most": words.bounds_at_most,
        "nearly": words.bounds_nearly,
        "about": words.bounds_about,
    }
    return tuple(
        (kind, re.compile(rf"\b{any_of(phrases)}\s+$", re.IGNORECASE))
        for kind, phrases in lists.items()
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(load_quantity_words().bounds_behind)}\b", re.IGNORECASE)
