"""Titles, pronouns and ordinary words: what stands before names, and what is no name.

In: `data/titles.toml`, `data/ordinary.toml`. Out: a frozen `Titles` of lower-case words. Used by
`actors/` and `statements/`. The files are checked when they are loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sumber.errors import LexiconError
from sumber.lexicon.entries import read_data, read_table

TITLES = "titles.toml"
ORDINARY = "ordinary.toml"


@dataclass(frozen=True, slots=True)
class Titles:
    """Words by what they do beside a name; lower case, abbreviations without their full stop."""

    offices: frozenset[str]
    relations: frozenset[str]
    honorifics: frozenset[str]
    ranks: frozenset[str]
    local: frozenset[str]
    place_heads: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    bodies: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    own: frozenset[str]
    first_person: frozenset[str]
    articles: frozenset[str]
    unnamed: frozenset[str]
    crowds: frozenset[str]
    apart: frozenset[str]
    trade: frozenset[str]  # words of trade names and titles of works
    clubs: frozenset[str]  # whole names of clubs and teams
    ordinary: frozenset[str]
    places: frozenset[str]

    # Made of those above once, for they are asked for at every word
    heads: frozenset[str]  # words that can stand for a person: offices, relations, unnamed
    material: frozenset[str]  # words of what a person is or belongs to, in any case
    nameless: frozenset[str]  # words that are no first names


@cache
def load_titles() -> Titles:
    """The words as shipped. Raises: LexiconError if a file is broken.

    >>> "kombes" in load_titles().honorifics
    True
    """
    return parse_titles(read_data(TITLES), read_data(ORDINARY))


def parse_titles(titles: str, ordinary: str) -> Titles:
    """The words of the two TOML texts. Raises: LexiconError naming the table that is broken."""
    table = read_table(titles, file=TITLES)
    plain = read_table(ordinary, file=ORDINARY)
    offices = _words(table, TITLES, "offices", "words")
    honorifics = _words(table, TITLES, "honorifics", "words")
    bodies = _words(table, TITLES, "bodies", "words")
    relations = _words(table, TITLES, "relations", "words")
    unnamed = _words(table, TITLES, "unnamed", "nouns")
    words = _words({"": plain}, ORDINARY, "", "words")
    places = _words({"": plain}, ORDINARY, "", "places")
    return Titles(
        offices=offices,
        relations=relations,
        honorifics=honorifics,
        local=_words(table, TITLES, "local", "words"),
        place_heads=_words(table, TITLES, "place_heads", "words"),
        ranks=_words(table, TITLES, "ranks", "words"),
        suffixes=_words(table, TITLES, "suffixes", "words"),
        particles=_words(table, TITLES, "particles", "words"),
        bodies=bodies,
        singular=_words(table, TITLES, "pronouns", "singular"),
        plural=_words(table, TITLES, "pronouns", "plural"),
        own=_words(table, TITLES, "pronouns", "own"),
        first_person=_words(table, TITLES, "pronouns", "first"),
        articles=_words(table, TITLES, "unnamed", "articles"),
        unnamed=unnamed,
        crowds=_words(table, TITLES, "unnamed", "crowds"),
        apart=_words(table, TITLES, "apart", "words"),
        trade=_words(table, TITLES, "trade", "words"),
        clubs=_words(table, TITLES, "clubs", "names"),
        ordinary=words,
        places=places,
        heads=offices | relations | unnamed,
        material=words | places | bodies,
        nameless=offices | honorifics | bodies | places,
    )


def _words(data: Mapping[str, Any], file: str, table: str, key: str) -> frozenset[str]:
    where = f"{file}: [{table}] {key}" if table else f"{file}: {key}"
    words = data.get(table, {}).get(key)
    if not isinstance(words, list) or not words:
        raise LexiconError(f"{where} is missing or empty; a list of words is needed")
    if bad := [w for w in words if not isinstance(w, str) or w != w.casefold().strip() or not w]:
        raise LexiconError(f"{where} has entries that are no words in lower case: {bad}")
    return frozenset(words)
