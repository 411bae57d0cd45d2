"""Bodies: where the name of a listed institution ends, and when letters in brackets are not its.

In: the text and where a name stands. Out: offsets, yes or no. Used by `names`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sumber.actors.runs import Run
from sumber.lexicon.institutions import (
    institutions_by_name,
    is_local_head,
    load_institutions,
)

# `Kementerian Hukum dan HAM`, `Kementerian Energi dan Sumber Daya Mineral`
MORE = re.compile(
    r"(?:, [A-Z]\w+(?: [A-Z]\w+){0,3}){0,2},? dan (?P<last>[A-Z]\w+(?: [A-Z]\w+){0,4})"
)
LONGEST_PLACE = 3  # words
BEFORE = 90  # characters before brackets in which the full name stands
CAPITALISED = re.compile(r"[A-Z][\w-]*")


@lru_cache(maxsize=8192)
def is_listed(words: str) -> bool:
    """Whether the words are an institution of the list, not one made by a pattern and a name."""
    return any(one in load_institutions().institutions for one in institutions_by_name(words))


def ministry_end(text: str, start: int, stop: int) -> int:
    """Where a listed name that goes on after `dan` ends; `stop` where it does not."""
    more = MORE.match(text, stop)
    if more is None:
        return stop
    words = more["last"].split()
    for size in range(len(words), 0, -1):
        end = more.start("last") + len(" ".join(words[:size]))
        if is_listed(text[start:end]):
            return end
    return stop


def is_other_short(text: str, start: int, stop: int, floor: int) -> bool:
    """`RUU Penghapusan Kekerasan Seksual (PKS)`: letters that shorten other words than a body's."""
    letters = text[start:stop]
    before = text[max(floor, start - BEFORE) : start - 1].rstrip()
    if not letters.isupper():
        return False
    names = (name for body in institutions_by_name(letters) for name in body.names)
    if any(before.casefold().endswith(name.casefold()) for name in names):
        return False
    words = CAPITALISED.findall(before)[-len(letters) :]
    return "".join(word[0] for word in words) == letters


def is_its_place(text: str, start: int, stop: int, short: tuple[int, int] | None, run: Run) -> bool:
    """`Pemerintah Provinsi (Pemprov) Riau`: the place behind brackets belongs to the body."""
    if not short or text[short[1] : run.start] != ") " or len(run.words) > LONGEST_PLACE:
        return False
    return is_local_head(text[start:stop])
