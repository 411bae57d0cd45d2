"""Collectives: whom `kedua negara`, `keduanya`, `ketiga menteri` mean.

In: the words, where they stand, and the actors. Out: the ids of the members, empty where they are
not clear. Pure; used by `statements`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sumber.records import Actor, ActorKind

COUNTS = {"kedua": 2, "ketiga": 3, "keempat": 4}
COLLECTIVE = re.compile(
    r"(?P<count>kedua|ketiga|keempat)(?:(?P<nya>nya)| (?P<noun>[a-z]+))\b", re.IGNORECASE
)
REACH = 700  # characters back in which the members stand
PARTS: frozenset[ActorKind | None] = frozenset({"state", "organisation", "group", "person", None})
PEOPLE: frozenset[ActorKind | None] = frozenset({"person", None})
# What the noun says of the members; any other noun is a word of their offices (`kedua menteri`)
KINDS: dict[str, frozenset[ActorKind | None]] = {
    "negara": frozenset({"state"}),
    "pemerintah": frozenset({"state"}),
    "bangsa": frozenset({"state"}),
    "lembaga": frozenset({"organisation"}),
    "partai": frozenset({"organisation"}),
    "perusahaan": frozenset({"organisation"}),
    "pemimpin": PEOPLE,
    "tokoh": PEOPLE,
    "orang": PEOPLE,
}


def members_of(words: str, at: int, actors: Sequence[Actor]) -> tuple[str, ...]:
    """The ids of those whom a collective means, in the order in which they were named; or ().

    They are the last of the fitting kind named before `at`, as many as the words count. Nothing is
    clear where fewer were named in reach, and for `kedua pihak` where states and persons mix.

    >>> from sumber.records import Span
    >>> rusia = Actor("a1", "Rusia", "state", mentions=(Span(0, 5),))
    >>> iran = Actor("a2", "Iran", "state", mentions=(Span(10, 14),))
    >>> members_of("kedua negara", 20, [rusia, iran])
    ('a1', 'a2')
    """
    match = COLLECTIVE.match(words)
    if match is None:
        return ()
    count = COUNTS[match["count"].casefold()]
    named = _fitting(match["noun"], _last_named(at, actors))
    return tuple(actor.id for actor in reversed(named[:count])) if len(named) >= count else ()


def _last_named(at: int, actors: Sequence[Actor]) -> list[Actor]:
    """The actors named in reach before an offset, the one named last first."""
    named: list[tuple[int, Actor]] = []
    for actor in actors:
        starts = [m.start for m in actor.mentions if at - REACH <= m.start < at]
        if starts and actor.kind in PARTS:
            named.append((max(starts), actor))
    return [actor for _, actor in sorted(named, key=lambda pair: pair[0], reverse=True)]


def _fitting(noun: str | None, actors: Sequence[Actor]) -> list[Actor]:
    """Those whom the noun can mean; without one (`keduanya`) persons."""
    word = noun.casefold() if noun else None
    if word == "pihak":
        mixed = len({actor.kind for actor in actors[:2]}) > 1
        return [] if mixed else list(actors)
    kinds = PEOPLE if word is None else KINDS.get(word)
    if kinds is not None:
        return [actor for actor in actors if actor.kind in kinds]
    return [a for a in actors if a.role and word in a.role.casefold().split()]
