"""The pieces that the rules' patterns are made of, built from the lexicon.

Every gap is bounded, so that no pattern can run over a long stretch of spaces or brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sumber.lexicon.calendar_words import calendar_words

WORDS = calendar_words()

APOSTROPHES = "['’‘`´]"
GAP = r"[ \t\u00a0]{0,3}"
SPACE = r"[ \t\u00a0]{1,3}"
END = r"(?!\w)"


def any_of(forms: Iterable[str]) -> str:
    """A group that takes any of the forms, longest first.

    >>> any_of(["jumat", "jum'at"])
    "(?:jum['’‘`´]at|jumat)"
    """
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    alternatives = (re.escape(f).replace(r"\ ", SPACE).replace("'", APOSTROPHES) for f in ordered)
    return f"(?:{'|'.join(alternatives)})"


def fold(form: str) -> str:
    """A form as the lexicon has it: lower case, straight apostrophe, single spaces."""
    return " ".join(re.sub(APOSTROPHES, "'", form).lower().split())


WEEKDAY = any_of(WORDS.weekdays)
MONTH = any_of(WORDS.months)
ANY_MONTH = rf"(?:{MONTH}{END}|{any_of(WORDS.month_short)}{END}\.?)"
NUMBER = any_of(WORDS.numbers)
UNIT = any_of(WORDS.units)
PART = any_of(WORDS.day_parts)
ZONE = any_of(WORDS.words["zones"])
PAST = any_of(WORDS.words["past"])
FUTURE = any_of(WORDS.words["future"])
TO = rf"{SPACE}(?:dan|hingga|sampai(?:{SPACE}dengan)?|s/d|s\.d\.?|atau){SPACE}"
RANGE = rf"(?:{GAP}(?:-|–|—|&|,){GAP}|{TO})"
DAY = r"(?:[0-3]?\d)(?!\d)"
YEAR = r"(?:1\d{3}|20\d\d)(?!\d|[.,]\d)"
ODD_YEAR = r"[3-9]\d{3}(?=[.,;)\"”\n])"  # a slip: no event is so far ahead
CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?(?!\d|[.,]\d)"
TO_CLOCK = rf"(?:(?:{GAP}[-–]{GAP}|{SPACE}(?:hingga|sampai|s/d|s\.d\.?){SPACE}){CLOCK})?"
LOCAL = rf"(?:waktu{SPACE}(?:setempat|(?-i:[A-Z])\w+(?:{SPACE}(?-i:[A-Z])\w+){{0,2}}))"
