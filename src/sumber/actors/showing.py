"""Showing: which actors are certain enough to be given out where no statement points at them.

In: an actor. Out: yes or no: a wrong actor is worse than a missing one. Used by `reading`.
"""

from __future__ import annotations

import re

from sumber.actors.heads import is_material
from sumber.actors.knowledge import know
from sumber.lexicon.countries import country_by_name, seat_of
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.titles import load_titles
from sumber.records import Actor

INITIALS = 3  # letters in capitals that a person's name may hold: `BJ`, `HM`, `SBY`
NO_NAME = re.compile(r"[\d/@#&]|\b(?:dan|untuk|bagi)\b")


def is_certain(actor: Actor) -> bool:
    """Whether an actor is surely one, and of that name: in the lexicon, or in the form of a name.

    Sources without a name are told by what they say; nothing else makes them certain.
    """
    if actor.kind == "unnamed":
        return False
    if actor.kind in {"state", "outlet"} or know(actor.name, actor.kind, None):
        return True
    if actor.kind in {"organisation", "group"}:
        return _is_body(actor.name)
    return _is_person(actor)


def _is_body(name: str) -> bool:
    """`Yayasan Bina Insani`: a head and a name; a head alone is no body in particular."""
    words = name.split()
    first = words[0].casefold()
    if name[0].islower():
        return False  # `perusahaan tambang`: what it is, not what it is called
    return len(words) > 1 and first in load_titles().bodies and not NO_NAME.search(name)


def _is_person(actor: Actor) -> bool:
    """Words of which none is a place, body, office or number; one word only with its office."""
    words = [word.strip(".,()") for word in actor.name.split()]
    if actor.name == actor.role or NO_NAME.search(actor.name):
        return False
    if len(words) == 1 and not (actor.role and len(actor.mentions) > 1):
        return False
    return not any(_is_no_name(word) for word in words)


def _is_no_name(word: str) -> bool:
    titles = load_titles()
    key = word.casefold()
    if word.isupper() and len(word) > INITIALS and "." not in word:
        return True
    if key in titles.nameless and key not in titles.honorifics:
        return True
    if country_by_name(word) or seat_of(word) or (word.isupper() and institutions_by_name(word)):
        return True
    return is_material(key) and key in titles.ordinary and key not in titles.honorifics
