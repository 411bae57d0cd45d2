"""Heads: how much of a run of capitalised words is office, rank, place or body, and what is name.

In: the words of a run. Out: the number of words before the name. `Menteri Luar Negeri Rusia Sergey
Lavrov` has four. Used by `names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sumber.actors.runs import Word
from sumber.lexicon.countries import country_by_name
from sumber.lexicon.institutions import institutions_by_name, load_institutions
from sumber.lexicon.offices import office_by_name
from sumber.lexicon.titles import load_titles

# Abstract nouns, as ministries and agencies are named by: Kehutanan, Penanggulangan, Perlindungan
DERIVED = re.compile(r"(?:ke|pe[mnrl]?|peng|peny)\w{4,}an")
DIRECTORATES = frozenset({"direktorat", "sekretariat", "inspektorat"})
LONGEST_CLUB = 3  # words
WEEKDAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"})
LONGEST_BODY = 6  # words
LONGEST_TITLE = 5  # words
BEFORE_FIRM_NAMES = frozenset({"pt", "cv", "bank", "universitas"})


def head_size(words: Sequence[Word]) -> int:
    """How many words in front are no name; all of them where the run names no person."""
    size = max(_leading(words), _title_size(words))
    if _is_named_as_country(words, size):
        return size - 1
    head = words[:size]
    if not size or size == len(words):
        return size
    if head[-1].key in BEFORE_FIRM_NAMES and is_office(head) and len(words) - size > 3:
        return len(words) - 2  # `Direktur Utama PT Cipta Marga Thorry Hendrarto`
    hard = [at for at in range(len(words) - 1) if _is_hard(words, at)]
    if size == 1 and not hard and not is_office(head):
        return 0  # `Ban Gi-soo`: one ordinary word may as well be a first name
    if head[-1].key in load_titles().local and len(words) - size > 2:
        return size + 1  # `Bupati Lamandau Hendra Lesmana`
    # `Kepala Departemen Makroprudensial BI Juda`: a body behind words that nothing knows
    return max(size, hard[-1] + 1) if hard else size


def _is_named_as_country(words: Sequence[Word], size: int) -> bool:
    """`Kolonel Turki al-Fahd`: behind a rank and before `al-` or `bin` stands a first name."""
    if not 2 <= size < len(words) or words[size - 2].key not in load_titles().honorifics:
        return False
    following = words[size].key.partition("-")[0]
    return following in {"al", "bin"} and country_by_name(words[size - 1].key.title()) is not None


def _leading(words: Sequence[Word]) -> int:
    size = 0
    while size < len(words) and _is_material(words, size):
        if size and _is_first_name(words[size - 1], words[size]):
            break
        size = _body_stop(words, size)
    return size


def _body_stop(words: Sequence[Word], at: int) -> int:
    """The end of the institution that starts here (`Komisi Yudisial`), or of the one word."""
    if words[at].key in load_titles().bodies:
        for stop in range(min(len(words), at + LONGEST_BODY), at + 1, -1):
            if _is_institution(tuple(word.key for word in words[at:stop])):
                return stop
    return at + 1


@lru_cache(maxsize=8192)
def _is_institution(keys: tuple[str, ...]) -> bool:
    """Whether the words are an institution of the list, not one made by a pattern and a name."""
    found = institutions_by_name(" ".join(key.capitalize() for key in keys))
    return any(one in load_institutions().institutions for one in found)


def is_office(head: Sequence[Word]) -> bool:
    """Whether the words are an office, or end in a rank: not so `Direktorat Jenderal`."""
    if not head or head[0].key in DIRECTORATES:
        return False
    titles = load_titles()
    first, last = head[0].key, head[-1].key
    if first in titles.offices or first in titles.honorifics:
        return True
    directorate = len(head) > 1 and head[-2].key in DIRECTORATES
    return not directorate and (last in titles.ranks or last in titles.offices)


def _is_material(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.capitals:
        return is_material(word.key)
    if at and word.key in load_titles().suffixes and not _is_material(words, at - 1):
        return False
    named = at + 1 < len(words) and not words[at + 1].capitals
    return not (named and is_initials(word.key))


@lru_cache(maxsize=8192)
def is_material(key: str) -> bool:
    """Whether a word belongs to offices, bodies and places, not to names of persons."""
    titles = load_titles()
    return (
        key in titles.nameless
        or key in titles.ordinary
        or bool(DERIVED.fullmatch(key))
        or key.partition("-")[0] in titles.ordinary
        or bool(institutions_by_name(key.capitalize()))
    )


@lru_cache(maxsize=2048)
def is_initials(key: str) -> bool:
    """`BJ Habibie`, `RJ Lino`: two capitals that abbreviate nothing known begin a name."""
    name = key.upper()
    known = key in load_titles().nameless or country_by_name(name) or institutions_by_name(name)
    return len(key) < 3 and not known


def _is_hard(words: Sequence[Word], at: int) -> bool:
    """Whether a word ends the office in front of a name, wherever it stands."""
    word = words[at]
    titles = load_titles()
    if word.capitals:
        return word.key not in titles.suffixes and not is_initials(word.key)
    return word.key in titles.places or word.key in titles.bodies or word.key in titles.ranks


def _is_first_name(before: Word, word: Word) -> bool:
    """`H. Anda Suhanda`: an ordinary word right behind an honorific is a name."""
    titles = load_titles()
    return (
        before.key in titles.honorifics
        and before.key not in titles.offices
        and not word.capitals
        and word.key not in titles.nameless
        and not DERIVED.fullmatch(word.key)
    )


def _title_size(words: Sequence[Word]) -> int:
    """`Jaksa Agung Rudi Hartono`: the words of a listed office, if two or more stand behind it."""
    sizes = range(min(LONGEST_TITLE, len(words) - 2), 1, -1)
    return next((s for s in sizes if _is_title(tuple(w.key for w in words[:s]))), 0)


@lru_cache(maxsize=8192)
def _is_title(keys: tuple[str, ...]) -> bool:
    return office_by_name(" ".join(keys)) is not None


def club_size(words: Sequence[Word]) -> int:
    """`Manchester United Rudi Hartono`: how many words in front are a club; 0 if none."""
    sizes = range(min(LONGEST_CLUB, len(words) - 2), 0, -1)
    clubs = load_titles().clubs
    return next((s for s in sizes if " ".join(word.key for word in words[:s]) in clubs), 0)


def without_office(tail: Sequence[Word]) -> Sequence[Word]:
    """`Ferry Paulus CEO Persija`, `Ferry Kamis`: an office or day behind a name is none of it."""
    titles = load_titles()
    ends = (at for at in range(2, len(tail)) if tail[at].key in titles.offices | titles.bodies)
    tail = tail[: next(ends, len(tail))]
    return tail[:-1] if len(tail) > 1 and tail[-1].key in WEEKDAYS else tail
