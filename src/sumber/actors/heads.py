"""Heads: how much of a run of capitalised words is office, rank, place or body, and what is name.

In: the words of a run. Out: the number of words before the name. `Menteri Luar Negeri Rusia Sergey
Lavrov` has four. Used by `names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sumber.actors.runs import Word
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.titles import load_titles

# Abstract nouns, as ministries and agencies are named by: Kehutanan, Penanggulangan, Perlindungan
DERIVED = re.compile(r"(?:ke|pe[mnrl]?|peng|peny)\w{4,}an")
BEFORE_FIRM_NAMES = frozenset({"pt", "cv", "bank", "universitas"})


def head_size(words: Sequence[Word]) -> int:
    """How many words in front are no name; all of them where the run names no person."""
    size = _leading(words)
    head = words[:size]
    if not size or size == len(words):
        return size
    if head[-1].key in BEFORE_FIRM_NAMES and is_office(head) and len(words) - size > 3:
        return len(words) - 2  # `Direktur Utama PT Cipta Marga Thorry Hendrarto`
    hard = [at for at in range(len(words) - 1) if _is_hard(words, at)]
    if size == 1 and not hard and not is_office(head):
        return 0  # `Ban Gi-soo`: one ordinary word may as well be a first name
    # `Kepala Departemen Makroprudensial BI Juda`: a body behind words that nothing knows
    return max(size, hard[-1] + 1) if hard else size


def _leading(words: Sequence[Word]) -> int:
    size = 0
    while size < len(words) and _is_material(words, size):
        if size and _is_first_name(words[size - 1], words[size]):
            break
        size += 1
    return size


def is_office(head: Sequence[Word]) -> bool:
    """Whether an office, a rank or an honorific is among the words."""
    titles = load_titles()
    return any(word.key in titles.offices or word.key in titles.honorifics for word in head)


def _is_material(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.capitals:
        suffixes = load_titles().suffixes
        return not (at and word.key in suffixes and not _is_material(words, at - 1))
    return is_material(word.key)


@lru_cache(maxsize=8192)
def is_material(key: str) -> bool:
    """Whether a word belongs to offices, bodies and places, not to names of persons."""
    titles = load_titles()
    return (
        key in titles.offices
        or key in titles.honorifics
        or key in titles.bodies
        or key in titles.ordinary
        or key in titles.places
        or bool(DERIVED.fullmatch(key))
        or key.partition("-")[0] in titles.ordinary
        or bool(institutions_by_name(key.capitalize()))
    )


def _is_hard(words: Sequence[Word], at: int) -> bool:
    """Whether a word ends the office in front of a name, wherever it stands."""
    word = words[at]
    titles = load_titles()
    if word.capitals:
        return word.key not in titles.suffixes and len(word.key) > 1
    return word.key in titles.places or word.key in titles.bodies or word.key in titles.ranks


def _is_first_name(before: Word, word: Word) -> bool:
    """`H. Anda Suhanda`: an ordinary word right behind an honorific is a name."""
    titles = load_titles()
    return (
        before.key in titles.honorifics
        and before.key not in titles.offices
        and not word.capitals
        and word.key not in titles.offices | titles.honorifics | titles.bodies | titles.places
    )
