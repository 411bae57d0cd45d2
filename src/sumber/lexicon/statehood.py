"""Statehood: the words around a country or capital that say whether the state is meant.

In: `data/states.toml`. Out: a frozen `Statehood`. Used by `actors/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from sumber.errors import LexiconError
from sumber.lexicon.entries import read_data, read_table
from sumber.lexicon.sectors import Sector

STATES = "states.toml"


@dataclass(frozen=True, slots=True)
class Statehood:
    """Lower-case words by what they make of a country or capital beside them.

    `bodies` maps the words for a state's bodies (`angkatan laut`) to their sectors.
    """

    places: frozenset[str]
    describing: frozenset[str]
    governments: frozenset[str]
    place_verbs: frozenset[str]
    free: frozenset[str]
    bodies: Mapping[str, Sector]


@cache
def load_statehood() -> Statehood:
    """The words as shipped. Raises: LexiconError if the file is broken.

    >>> load_statehood().bodies["militer"]
    'MIL'
    """
    return parse_statehood(read_data(STATES))


def parse_statehood(text: str) -> Statehood:
    """The words of a TOML text. Raises: LexiconError naming the list that is broken."""
    table = read_table(text, file=STATES)
    bodies = table.get("bodies", {})
    if wrong := sorted(set(bodies.values()) - set(get_args(Sector))):
        raise LexiconError(f"{STATES}: [bodies] has {wrong}, which are no PLOVER sectors")
    return Statehood(
        places=_words(table, "places"),
        describing=_words(table, "describing"),
        governments=_words(table, "governments"),
        place_verbs=_words(table, "place_verbs"),
        free=_words(table, "free"),
        bodies=bodies,
    )


def _words(table: Mapping[str, Any], key: str) -> frozenset[str]:
    words = table.get(key)
    if not isinstance(words, list) or not words:
        raise LexiconError(f"{STATES}: {key} is missing or empty; a list of words is needed")
    if bad := [w for w in words if not isinstance(w, str) or w != w.casefold().strip() or not w]:
        raise LexiconError(f"{STATES}: {key} has entries that are no words in lower case: {bad}")
    return frozenset(words)
