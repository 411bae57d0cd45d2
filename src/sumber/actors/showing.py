"""Showing: which actors are certain enough to be given out where no statement points at them.

In: an actor. Out: yes or no: a wrong actor is worse than a missing one. Used by `reading`.
"""

from __future__ import annotations

from sumber.actors.knowledge import know
from sumber.actors.shapes import NO_NAME, is_person_shaped
from sumber.lexicon.titles import load_titles
from sumber.records import Actor


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
    """A name of a person's form with an office or a second mention; one word only with both."""
    if actor.name == actor.role or not (actor.role or len(actor.mentions) > 1):
        return False
    if " " not in actor.name and not (actor.role and len(actor.mentions) > 1):
        return False
    return is_person_shaped(actor.name)
