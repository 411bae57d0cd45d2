"""The small words around an act: data/event_words.toml in, `EventWords` out. Used by `events/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sumber.lexicon.entries import read_data
from sumber.lexicon.lists import parse_lists
from sumber.lexicon.morphology import verb_forms

FILE = "event_words.toml"
CLITIC = "nya"


@dataclass(frozen=True, slots=True)
class EventWords:
    """Words in lower case, by what they do."""

    light_gives: tuple[str, ...]
    light_receives: tuple[str, ...]
    status_negation: tuple[str, ...]
    status_denies: tuple[str, ...]
    status_planned: tuple[str, ...]
    status_possible: tuple[str, ...]
    status_condition: tuple[str, ...]
    status_purpose: tuple[str, ...]
    status_wishes: tuple[str, ...]
    people_one: tuple[str, ...]
    people_many: tuple[str, ...]
    people_speaker: tuple[str, ...]
    people_self: tuple[str, ...]
    people_behind: tuple[str, ...]
    clause_breaks: tuple[str, ...]
    clause_agent: tuple[str, ...]
    clause_occasion: tuple[str, ...]
    clause_prepositions: tuple[str, ...]
    clause_together: tuple[str, ...]
    clause_this: tuple[str, ...]
    topic_sport: tuple[str, ...]
    topic_show: tuple[str, ...]
    topic_public: tuple[str, ...]


@cache
def load_event_words() -> EventWords:
    """The lists as shipped. Raises: LexiconError naming the list that is broken."""
    return parse_lists(read_data(FILE), EventWords, FILE)


@cache
def light_actives() -> frozenset[str]:
    """Light verbs whose subject acts: melancarkan, menggelar; and their bare forms.

    >>> "melancarkan" in light_actives(), "dilancarkan" in light_actives()
    (True, False)
    """
    forms = (verb_forms(stem) for stem in load_event_words().light_gives)
    return frozenset(form for active, _, bare in forms for form in (active, bare))


@cache
def light_passives() -> frozenset[str]:
    """Light verbs whose subject is the noun of the act: dilancarkan, digelar."""
    return frozenset(verb_forms(stem)[1] for stem in load_event_words().light_gives)
