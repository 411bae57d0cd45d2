"""Whether words that a place bears mean a place here.

In: a `Candidate` and what stands around it. Out: its `Standing`. The words of the run rule first
(`Persija Jakarta`, `Bupati Garut`), then the names that the parse found; what then is left needs
evidence if the name is a small place's, or more often a word, a person or a club.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from sumber.language import Entity, Parse
from sumber.lexicon.calendar_words import calendar_words
from sumber.lexicon.countries import seat_of
from sumber.lexicon.entries import is_abbreviation, plain_words
from sumber.lexicon.gazetteer import Spot
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.outlets import load_outlets
from sumber.lexicon.place_words import (
    club_names,
    doubtful_names,
    kind_words,
    load_place_words,
    whole_names,
)
from sumber.lexicon.titles import load_titles
from sumber.places.runs import Candidate

LARGE_TOWN = 200_000  # inhabitants, from which on a town's name is taken without more ado
TOWN = 15_000
HOME = "IDN"
# Of these there are tens of thousands, and most are not in the gazetteer: `Desa Bandung` alone may
# be any; where the unit around it is named (`Desa Bandung, Kabupaten Serang`) it can be told.
SMALL_UNITS = frozenset({"village", "district"})
UNITS = frozenset({"country", "province", "regency", "city", "district"})
BEFORE = re.compile(r"(?:([\w\-]+) |\b([Ss]e)-)$")  # `di Garut`, `se-Garut`
LOOK_BACK = 24  # characters: one word of Indonesian and a blank
IMMEDIATE = 3  # words beside a candidate that a longer name which is no place's may take


class Standing(IntEnum):
    """How well a candidate stands; the order is that of strength."""

    NO = 0
    DOUBTFUL = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text and its parse, for looking up what stands at an offset."""

    parsed: Parse
    entity_starts: tuple[int, ...]

    def entity(self, start: int, stop: int) -> Entity | None:
        """The name of the parse that the stretch lies in or touches; None if there is none."""
        at = bisect_right(self.entity_starts, stop - 1)
        found = self.parsed.entities[at - 1] if at else None
        return found if found and found.stop > start else None

    def is_place(self, start: int, stop: int) -> bool:
        """Whether the parse sees a place there."""
        entity = self.entity(start, stop)
        return entity is not None and entity.label == "LOC"

    def token(self, start: int) -> int | None:
        """The token that holds an offset."""
        at = bisect_right(self.parsed.starts, start) - 1
        return at if at >= 0 and self.parsed.stops[at] > start else None

    def word_before(self, start: int) -> str:
        """The word right before an offset in small letters; empty if other signs stand there."""
        match = BEFORE.search(self.parsed.text, max(0, start - LOOK_BACK), start)
        return (match[1] or match[2]).casefold() if match else ""


def surroundings(parsed: Parse) -> Surroundings:
    """Make ready for looking up."""
    return Surroundings(parsed, tuple(entity.start for entity in parsed.entities))


@dataclass(frozen=True, slots=True)
class Beside:
    """What of the same run is known to be a place, and whether the run is a headline's."""

    place_before: bool = False
    place_behind: bool = False
    headline: bool = False


def standing(found: Candidate, around: Surroundings, beside: Beside) -> Standing:
    """Whether the words around a candidate let it be a place."""
    allowed = (
        not in_whole_name(found, around.parsed.text)
        and (beside.place_before or left_allows(found))
        and (beside.place_behind or right_allows(found, around, headline=beside.headline))
        and name_allows(found, around)
        and not stands_for_government(found, around)
    )
    if not allowed:
        return Standing.NO
    if found.kind in SMALL_UNITS and not any(spot.usual for spot in found.spots):
        return Standing.DOUBTFUL
    everyday = plain_words(found.name).casefold() in load_titles().ordinary  # `Duta Besar`
    if found.kind or (territorial(found) and not everyday):
        return Standing.YES
    return Standing.DOUBTFUL if is_doubtful(found, around) else Standing.YES


def in_whole_name(found: Candidate, text: str) -> bool:
    """`AS Roma`, `Bank Indonesia`, `US$ 5`: part of something longer that is no place's."""
    if text.startswith("$", found.stop):
        return True
    left, right = found.left[-IMMEDIATE:], found.right[:IMMEDIATE]
    starts = [*(word.start for word in left), found.start]
    stops = [found.stop, *(word.stop for word in right)]
    spans = [(start, stop) for start in starts for stop in stops]
    return any(_is_whole(text[start:stop]) for start, stop in spans)


def _is_whole(words: str) -> bool:
    """Whether words are an outlet's name, or another that holds a place's."""
    folded = plain_words(words).casefold()
    return folded in whole_names() or folded in _outlets()


def left_allows(found: Candidate) -> bool:
    """`Bupati Garut`, `Polres Garut`, `Walhi Riau`; not `Persija Jakarta`, `Hotel Jakarta`."""
    if not found.left:
        return True
    if any(word.key in _heads() for word in found.left):
        return False
    last = found.left[-1]
    return last.key in _common() or bool(institutions_by_name(last.text))


def right_allows(found: Candidate, around: Surroundings, *, headline: bool) -> bool:
    """`Bupati Garut Rina Hartati`, `Jakarta Selasa siang`; not `Bali United`, `Jakarta Fair`."""
    if not found.right:
        return True
    first, titles = found.right[0], load_titles()
    if first.key in _dates() or first.key in titles.honorifics or first.key in titles.offices:
        return True
    if headline and first.key in titles.ordinary:
        return True
    here, behind = around.entity(found.start, found.stop), around.entity(first.start, first.stop)
    if behind and behind.label == "PER" and behind.start == first.start:
        return True
    if here and here.label == "LOC" and here.stop == found.stop:
        return True
    return titled(found, around) and any(is_unit(spot) for spot in found.spots)


def titled(found: Candidate, around: Surroundings) -> bool:
    """Whether an office of some size stands before: `Bupati Garut`, `menteri luar negeri Rusia`."""
    titles = load_titles()
    if found.left:
        small = found.left[-1].key in _small_offices()
        return not small and any(
            word.key in titles.offices or word.key in titles.bodies for word in found.left
        )
    before = around.word_before(found.start)
    return before in titles.heads and before not in _small_offices()


def name_allows(found: Candidate, around: Surroundings) -> bool:
    """Whether the name that the parse found here may be a place's."""
    entity = around.entity(found.start, found.stop)
    if entity is None or entity.label == "LOC" or found.kind:
        return True
    if entity.label == "PER":
        office = titled(found, around) or territorial(found)
        return office or around.word_before(found.start) in _locative()
    longer = entity.start < found.start or entity.stop > found.stop
    alone = not found.left and not found.right  # `se-Makassar`, `kantor DPP di Bandung`
    return (
        alone
        or not longer
        or territorial(found)
        or (entity.start >= found.start and not found.right)
    )


def territorial(found: Candidate) -> bool:
    """Whether a body or office of the place stands right before: `Polres Garut`."""
    if not found.left:
        return False
    last = found.left[-1]
    return last.key in _territorial() or last.key in load_titles().local


def stands_for_government(found: Candidate, around: Surroundings) -> bool:
    """`Washington menuduh …`: a foreign capital that acts is its government."""
    seat = seat_of(found.name)
    if seat is None or seat.kind != "capital" or seat.country == HOME or found.kind:
        return False
    token = around.token(found.start)
    if token is None or around.parsed.relations[token] != "nsubj":
        return False
    return "Voice=Act" in around.parsed.features[around.parsed.heads[token]]


def is_doubtful(found: Candidate, around: Surroundings) -> bool:
    """Whether the name alone is not enough, and nothing right beside it says that it is a place."""
    before = around.word_before(found.start)
    locative = before in _locative() or before in kind_words()
    named = around.is_place(found.start, found.stop)
    folded = plain_words(found.name).casefold()
    if folded in club_names():
        return not locative
    if is_abbreviation(found.name) and len(found.name) <= 3:
        return False
    if folded in load_titles().ordinary:
        return not (locative and named)
    if folded in doubtful_names() or all(spot.word for spot in found.spots):
        return not (locative or named)
    if any(is_prominent(spot) for spot in found.spots):
        return False
    evident = 2 * (before in kind_words()) + locative + named + (before in _nouns())
    town = any(s.population >= TOWN and s.country == HOME for s in found.spots)
    return evident < (1 if town else 2)


def is_prominent(spot: Spot) -> bool:
    """Whether a place is so well known that its bare name is enough."""
    if spot.kind == "town":
        return spot.population >= LARGE_TOWN or spot.usual
    return not spot.word and (spot.kind != "province" or spot.country == HOME or spot.usual)


def is_unit(spot: Spot) -> bool:
    """Whether officials may be of the place: a country, a unit of Indonesia, a known town."""
    return spot.usual or (spot.kind in UNITS and (spot.country == HOME or spot.kind == "country"))


@cache
def _dates() -> frozenset[str]:
    words = calendar_words()
    return frozenset(words.weekdays) | frozenset(words.months)


@cache
def _outlets() -> frozenset[str]:
    names = (name for outlet in load_outlets() for name in outlet.names)
    return frozenset(plain_words(name).casefold() for name in names)


@cache
def _common() -> frozenset[str]:
    titles = load_titles()
    return titles.ordinary | titles.heads | titles.honorifics | _territorial()


@cache
def _heads() -> frozenset[str]:
    return frozenset(load_place_words().other_heads)


@cache
def _territorial() -> frozenset[str]:
    return frozenset(load_place_words().territorial_heads)


@cache
def _locative() -> frozenset[str]:
    return frozenset(load_place_words().near_locative)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load_place_words().near_nouns)


@cache
def _small_offices() -> frozenset[str]:
    return frozenset(load_place_words().near_small_offices)
