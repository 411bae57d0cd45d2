"""Frames: the places in which who acts and who receives may stand, by an entry and its voice.

A place is `subject`, `object`, `genitive`, `agent`, `none`, a place of `parties`, or a preposition.
In: a `Trigger`. Out: names of places, the likeliest first. Used by `parties`.
"""

from __future__ import annotations

import re

from sumber.events.triggers import Trigger
from sumber.lexicon.codebook import Entry

Wanted = tuple[str, ...]

USUAL = ("object", "kepada", "terhadap", "atas")
UNDERGONE = re.compile(r"pe(?:ng|ny|m|n|l|w|y)[a-z]+an")  # penangkapan X: X is caught
NOBODY = ("none",)
# Types whose object is one's own: the pasukan Korea Utara that are sent are North Korea's.
MOVES = frozenset({"MOBILIZE"})
# Where types of speech acts name the other side when it stands in what is said.
BEYOND = {
    "REQUEST": ("complement",),
    "THREATEN": ("complement",),
    "AGREE": ("anybody",),
    "SANCTION": ("anybody",),
}


def places(trigger: Trigger) -> tuple[Wanted, Wanted]:
    """Where who acts and who receives may stand, the likeliest first."""
    entry = trigger.entry
    acting, receiving = entry.actor, entry.recipient or USUAL
    if trigger.lightness == "receives":
        return acting or ("dari", "agent", "genitive"), ("subject",)
    if trigger.voice == "noun":
        return _places_of_noun(trigger, acting, receiving)
    if trigger.voice == "passive":
        swapped = tuple(place for place in receiving if place != "object")
        back = tuple("object" if place == "subject" else place for place in acting)
        if trigger.entry.type in MOVES:
            return back or ("agent", "owner", "subject"), swapped
        return back or ("agent",), swapped if receiving == NOBODY else (*swapped, "subject")
    if receiving == NOBODY:
        return acting or ("subject",), receiving
    return acting or ("subject",), (*receiving, *BEYOND.get(trigger.entry.type, ()))


def _places_of_noun(trigger: Trigger, acting: Wanted, receiving: Wanted) -> tuple[Wanted, Wanted]:
    receives = genitive_receives(trigger.entry, str(trigger.form))
    behind = tuple(place for place in receiving if place not in {"object", "subject"})
    if receives and receiving != NOBODY:
        behind = (*behind, "genitive")
    if trigger.lightness == "gives":
        return acting or ("subject",), (*behind, "object")
    if acting:
        return acting, behind
    if trigger.entry.type in MOVES:
        return ("agent", "owner", "genitive"), behind
    return ("agent", "holder") if receives else ("agent", "genitive", "holder"), behind


def genitive_receives(entry: Entry, noun: str) -> bool:
    """Whether `X` in `penangkapan X` is who it is done to."""
    if entry.genitive:
        return entry.genitive == "recipient"
    if entry.type in MOVES:
        return False
    return bool(UNDERGONE.fullmatch(noun)) and not entry.reciprocal
