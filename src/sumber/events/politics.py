"""Politics: which acts are those of public life, and which stories are games or shows.

In: actors and events. Out: yes or no. Used by `find`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sumber.events.words import Words
from sumber.lexicon.event_words import load_event_words
from sumber.records import Actor

GAME = 0.012  # share of words of sport or show from which on a story is of that
PRIVATE = frozenset({"CVL", "JRN"})


def is_political(actor: Actor) -> bool:
    """Whether an actor is of public life: a state, a body, or a person by office or sector."""
    if actor.kind in {"state", "organisation"}:
        return True
    return bool(actor.sector and actor.sector not in PRIVATE) or bool(actor.role)


def is_game(words: Words) -> bool:
    """Whether a story is of sport or show by its words, and not of public life as well."""
    lists = load_event_words()
    public = sum(word in lists.topic_public for word in words.lower)
    for topic in (_sport(), frozenset(lists.topic_show)):
        met = sum(word in topic for word in words.lower)
        if met >= 4 and met >= GAME * len(words) and met > public:
            return True
    return False


@cache
def _sport() -> frozenset[str]:
    return frozenset(load_event_words().topic_sport)


def any_political(parties: Sequence[Actor]) -> bool:
    """Whether at least one party is of public life."""
    return any(is_political(actor) for actor in parties)
