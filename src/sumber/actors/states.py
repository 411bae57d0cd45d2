"""States: which mentions of a country mean the state, and which are places or adjectives.

In: the parse and the names. Out: the names without `di Rusia`, `televisi Kanada` and `warga
Suriah`; `pemerintah Suriah` as the state, `militer Suriah` as a body of its own. `acts_for_state`
tells a capital that acts (`Moskow menolak`) from one that is only the place. Used by `find` and
`names`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sumber.actors.names import Name
from sumber.actors.phrases import DESCRIBING
from sumber.language import Parse
from sumber.lexicon.countries import country_by_name
from sumber.lexicon.cues import load_cues
from sumber.lexicon.statehood import load_statehood
from sumber.lexicon.titles import load_titles

BEFORE = 48  # characters before a country in which the words that it belongs to stand
TAKES_PART = frozenset({"pihak", "kelompok"})  # `pihak Rusia` is Rusia
NUMBER = re.compile(r"(?:ke-)?\d{1,2}")  # `Liga 1 Indonesia`, `presiden ke-3 Indonesia`
LAST_WORD = re.compile(r"([^\W_][\w-]*) $")


def settle_states(parsed: Parse, names: Sequence[Name]) -> list[Name]:
    """The names, each country as what it means where it stands."""
    return list(_settled(parsed, names))


def _settled(parsed: Parse, names: Sequence[Name]) -> Iterator[Name]:
    text, places = parsed.text, _place_ends(parsed)
    for name in names:
        if name.kind != "state":
            yield name
            continue
        floor = text.rfind("\n", max(0, name.start - BEFORE), name.start) + 1
        floor = floor or max(0, name.start - BEFORE)
        if body := _body().search(text, floor, name.start):
            yield _as_body(name, body)
        elif not (
            _is_apart(text, floor, name.start)
            or _describes(parsed, name)
            or (text.startswith(", ", name.start - 2) and name.start - 2 in places)
            or _is_bracketed(text, name)
            or text.startswith(",, ", name.start - 3)  # where a link's words were lost
        ):
            yield name


def _is_bracketed(text: str, name: Name) -> bool:
    """`Rina Hartati (Malaysia)`: whose she is; in `Amerika Serikat (AS)` it is the state again."""
    if text[name.start - 1 : name.start] != "(" or text[name.stop : name.stop + 1] != ")":
        return False
    before = text[max(0, name.start - BEFORE) : name.start - 1].split()
    return not any(country_by_name(" ".join(before[-size:])) for size in range(1, 5))


def _place_ends(parsed: Parse) -> frozenset[int]:
    """Where the places end that are no countries: in `Aragon, Spanyol` the country is one too."""
    text = parsed.text
    return frozenset(
        entity.stop
        for entity in parsed.entities
        if entity.label == "LOC" and not country_by_name(text[entity.start : entity.stop])
    )


def _describes(parsed: Parse, name: Name) -> bool:
    """`televisi Kanada`: a country that hangs on the noun before it, unless that names an act.

    `serangan Israel`, `keputusan Jepang`: nouns in -an are mostly made of verbs, and it acts.
    """
    at = bisect_left(parsed.starts, name.start)
    if not 0 < at < len(parsed) or parsed.starts[at] != name.start or parsed.heads[at] != at - 1:
        return False
    noun = parsed.word(at - 1)
    blank = parsed.starts[at] - parsed.stops[at - 1] == 1
    if not blank or parsed.tags[at - 1] != "NOUN" or not noun.islower():
        return False
    return parsed.relations[at] in DESCRIBING and not noun.endswith("an") and noun not in TAKES_PART


@cache
def _body() -> re.Pattern[str]:
    """A body or government right before a country."""
    words = load_statehood()
    heads = sorted((*words.bodies, *words.governments), key=len, reverse=True)
    return re.compile(rf"\b(?P<head>{'|'.join(heads)}) $", re.IGNORECASE)


def _as_body(name: Name, body: re.Match[str]) -> Name:
    """`pemerintah Suriah` is Suriah, `militer Suriah` a body of that name."""
    if body["head"].casefold() in load_statehood().governments:
        return replace(name, start=body.start("head"))
    keys = (*body["head"].casefold().split(), *name.keys)
    return replace(name, start=body.start("head"), keys=keys, kind="organisation")


def _is_apart(text: str, floor: int, at: int) -> bool:
    """Whether the word before a country makes it a place, or says whom or what it describes."""
    match = LAST_WORD.search(text, floor, at)
    if not match:
        return False
    word = match[1].casefold()
    words = load_statehood()
    if word in words.places or word in words.describing or NUMBER.fullmatch(word):
        return True
    if word in TAKES_PART:
        return False
    titles = load_titles()
    described = word in titles.offices or word in titles.unnamed or word in titles.crowds
    return described and not load_cues().find(word)
