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
from sumber.lexicon.countries import seat_of
from sumber.lexicon.entries import plain_words
from sumber.lexicon.gazetteer import Spot
from sumber.lexicon.place_words import doubtful_names, load_place_words, whole_names
from sumber.lexicon.titles import load_titles
from sumber.places.runs import Candidate, Word

LARGE_TOWN = 200_000  # inhabitants, from which on a town's name is taken without more ado
TOWN = 15_000
# Of these there are tens of thousands, and most are not in the gazetteer: `Desa Bandung` alone may
# be any; where the unit around it is named (`Desa Bandung, Kabupaten Serang`) it can be told.
SMALL_UNITS = frozenset({"village", "district"})
BEFORE = re.compile(r"([\w\-]+)[ ]$")
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

    def token(self, start: int) -> int | None:
        """The token that holds an offset."""
        at = bisect_right(self.parsed.starts, start) - 1
        return at if at >= 0 and self.parsed.stops[at] > start else None

    def word_before(self, start: int) -> str:
        """The word right before an offset in small letters; empty if other signs stand there."""
        match = BEFORE.search(self.parsed.text, max(0, start - LOOK_BACK), start)
        return match[1].casefold() if match else ""


def surroundings(parsed: Parse) -> Surroundings:
    """Make ready for looking up."""
    return Surroundings(parsed, tuple(entity.start for entity in parsed.entities))


def standing(found: Candidate, around: Surroundings, *, after_place: bool) -> Standing:
    """Whether the words around a candidate let it be a place.

    `after_place`: the words before it in its run are a place's.
    """
    if in_whole_name(found, around.parsed.text) or not (
        left_allows(found, after_place=after_place) and right_allows(found, around)
    ):
        return Standing.NO
    if not name_allows(found, around) or stands_for_government(found, around):
        return Standing.NO
    if found.kind in SMALL_UNITS and not any(spot.usual for spot in found.spots):
        return Standing.DOUBTFUL
    if found.kind or territorial(found):
        return Standing.YES
    return Standing.DOUBTFUL if is_doubtful(found, around) else Standing.YES


def in_whole_name(found: Candidate, text: str) -> bool:
    """`AS Roma`, `Bank Indonesia`: part of a longer name that is no place's."""
    left, right = found.left[-IMMEDIATE:], found.right[:IMMEDIATE]
    starts = [*(word.start for word in left), found.start]
    stops = [found.stop, *(word.stop for word in right)]
    return any(
        plain_words(text[start:stop]).casefold() in whole_names()
        for start in starts
        for stop in stops
    )


def left_allows(found: Candidate, *, after_place: bool) -> bool:
    """`Bupati Garut`, `Polres Garut`, `Warga Garut`; not `Persija Jakarta`, `Hotel Jakarta`."""
    if not found.left or after_place:
        return True
    if any(word.key in _heads() for word in found.left):
        return False
    return _is_common(found.left[-1])


def right_allows(found: Candidate, around: Surroundings) -> bool:
    """`Bupati Garut Rina Hartati`, `Garut Diguncang Gempa`; not `Bali United`, `Paris Hilton`."""
    if not found.right:
        return True
    if _is_common(found.right[0]) or titled(found, around):
        return True
    entity = around.entity(found.start, found.stop)
    return entity is not None and entity.label == "LOC" and entity.stop == found.stop


def titled(found: Candidate, around: Surroundings) -> bool:
    """Whether an office stands before: `Bupati Garut`, `menteri luar negeri Rusia`."""
    titles = load_titles()
    if any(word.key in titles.offices or word.key in titles.bodies for word in found.left):
        return True
    return not found.left and around.word_before(found.start) in titles.heads


def name_allows(found: Candidate, around: Surroundings) -> bool:
    """Whether the name that the parse found here may be a place's."""
    entity = around.entity(found.start, found.stop)
    if entity is None or entity.label == "LOC" or found.kind:
        return True
    if entity.label == "PER":
        return titled(found, around) or around.word_before(found.start) in _locative()
    longer = entity.start < found.start or entity.stop > found.stop
    return not longer or territorial(found) or (entity.start >= found.start and not found.right)


def territorial(found: Candidate) -> bool:
    """Whether a body or office of the place stands right before: `Polres Garut`."""
    return bool(found.left) and (
        found.left[-1].key in _territorial() or found.left[-1].key in load_titles().local
    )


def stands_for_government(found: Candidate, around: Surroundings) -> bool:
    """`Washington menuduh …`: a foreign capital that acts is its government."""
    seat = seat_of(found.name)
    if seat is None or seat.kind != "capital" or seat.country == "IDN" or found.kind:
        return False
    token = around.token(found.start)
    if token is None or around.parsed.relations[token] != "nsubj":
        return False
    return "Voice=Act" in around.parsed.features[around.parsed.heads[token]]


def is_doubtful(found: Candidate, around: Surroundings) -> bool:
    """Whether the name alone is not enough, and nothing right beside it says that it is a place."""
    before = around.word_before(found.start)
    entity = around.entity(found.start, found.stop)
    named = entity is not None and entity.label == "LOC"
    folded = plain_words(found.name).casefold()
    everyday = folded in doubtful_names() or all(spot.word for spot in found.spots)
    if everyday or (" " not in folded and folded in load_titles().ordinary):
        return not (before in _locative() or named)
    if any(is_prominent(spot) for spot in found.spots):
        return False
    evident = (before in _locative()) + named + (before in _nouns())
    large = any(spot.population >= TOWN for spot in found.spots)
    return evident < (1 if large else 2)


def is_prominent(spot: Spot) -> bool:
    """Whether a place is so well known that its bare name is enough."""
    if spot.kind == "town":
        return spot.population >= LARGE_TOWN or spot.usual
    return not spot.word and (spot.kind != "province" or spot.country == "IDN" or spot.usual)


def _is_common(word: Word) -> bool:
    titles = load_titles()
    return (
        word.key in titles.ordinary
        or word.key in titles.heads
        or word.key in titles.honorifics
        or word.key in _territorial()
    )


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
