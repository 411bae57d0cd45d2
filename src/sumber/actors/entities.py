"""Entities: what the trained pipeline holds the names for: persons, bodies, or places.

In: the names found by rule, and the entities of the parse. Out: the names: of no known kind, those
have the kind that most of their mentions have; a name behind an office that is none of a person
has it no more, and one with other words before it is cut. Used by `find`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from sumber.actors.knowledge import official
from sumber.actors.names import Name, role_start
from sumber.actors.shapes import is_person_shaped
from sumber.language import Entity, Parse
from sumber.lexicon.cues import load_cues
from sumber.lexicon.titles import load_titles
from sumber.records import ActorKind

ACTING = re.compile(r",? (?:juga |lalu |telah |akan )?(?:me[a-z]{4,}|ber[a-z]{4,})\b")
MARKS = frozenset("\"'“”‘’«»")
BEFORE = re.compile(r"([^\W\d_]+) $")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
LOOK = 24  # characters before a name in which the word before it ends
LOCATIVE = frozenset({"di", "ke", "menuju", "jl", "gang", "pintu", "sirkuit", "kawasan", "wilayah"})
KINDS: dict[str, ActorKind] = {"PER": "person", "ORG": "organisation"}  # a LOC is no actor
FEWEST_WORDS = 2  # of a person's name that is cut free

Keys = tuple[str, ...]


def add_entities(parsed: Parse, names: Sequence[Name]) -> list[Name]:
    """The names, each with what its entities say of it where nothing surer does."""
    entities = _Entities(parsed.entities)
    names = [_named(parsed.text, _cut(name, entities), entities) for name in names]
    labels = _labels(parsed.text, entities, names)
    persons = _words_of_persons(names, labels)
    told = [_told(parsed.text, name, labels.get(name.keys), persons) for name in names]
    followed = [_own_office(parsed.text, one, other, labels) for one, other in pairwise(told)]
    return [*told[:1], *followed]


def _own_office(text: str, before: Name, name: Name, labels: Mapping[Keys, str]) -> Name:
    """`penyanyi Rina Hartati, Dewi Lestari`: what stands before another person is hers."""
    if not name.role or labels.get(before.keys) != "PER" or not before.role:
        return name
    is_others = role_start(text, name) < before.start and before.kind == "person"
    return replace(name, role=None) if is_others else name


class _Entities:
    """The entities by place; they do not overlap."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        """Take them in order of the text."""
        self.entities = entities
        self.starts = [entity.start for entity in entities]

    def around(self, start: int, stop: int) -> Entity | None:
        """The entity that has all of a stretch."""
        at = bisect_right(self.starts, start) - 1
        return self.entities[at] if at >= 0 and self.entities[at].stop >= stop else None


def _cut(name: Name, entities: _Entities) -> Name:
    """`Vice President Wuling Motors Rina Hartati`: the person at the end, if one stands there."""
    if name.kind not in {None, "person"} or name.listed or not name.starts:
        return name
    for at in range(1, len(name.keys) - FEWEST_WORDS + 1):
        entity = entities.around(name.starts[at], name.stop)
        if entity and entity.label == "PER" and entity.start == name.starts[at]:
            front = entities.around(name.start, name.start + 1)
            if not name.role and (front is None or front.label == "PER"):
                return name
            return replace(
                name, start=name.starts[at], keys=name.keys[at:], starts=name.starts[at:]
            )
    return name


def _named(text: str, name: Name, entities: _Entities) -> Name:
    """`Ketua Harian YLKI Tulus Abadi`: a person of everyday words behind an office."""
    entity = entities.around(name.stop - 1, name.stop) if name.role and not name.keys else None
    if (
        not entity
        or entity.label != "PER"
        or not name.start < entity.start < entity.stop == name.stop
    ):
        return name
    words = list(WORD.finditer(text, entity.start, entity.stop))
    if len(words) < FEWEST_WORDS or words[0][0].casefold() in load_titles().offices:
        return name
    return replace(
        name,
        start=entity.start,
        keys=tuple(word[0].casefold() for word in words),
        starts=tuple(word.start() for word in words),
        kind="person",
        role=text[name.start : entity.start].rstrip(),
        sure=True,
    )


def _labels(text: str, entities: _Entities, names: Sequence[Name]) -> dict[Keys, str]:
    """The label of each name: the commonest at its mentions, of two as common the first."""
    counts: defaultdict[Keys, Counter[str]] = defaultdict(Counter)
    for name in names:
        entity = entities.around(name.start, name.stop)
        # What holds the body in front too says nothing of the name: `Kodam Jaya, Rina Hartati`
        if entity and ", " not in text[entity.start : name.start]:
            apart = _is_title(text, name) or _is_place(text, name)
            counts[name.keys]["LOC" if apart else entity.label] += 1
    return {keys: found.most_common(1)[0][0] for keys, found in counts.items()}


def _is_title(text: str, name: Name) -> bool:
    """`album "Malam Terang"`: what stands alone in quotation marks is a work or a slogan."""
    return (
        name.start > 0
        and text[name.start - 1] in MARKS
        and text[name.stop : name.stop + 1] in MARKS
    )


def _is_place(text: str, name: Name) -> bool:
    """`di Santiago Bernabeu`, `Jalan Ahmad Yani`: a person's name there is a place."""
    before = BEFORE.search(text, max(0, name.start - LOOK), name.start)
    word = before[1].casefold() if before else ""
    return word in LOCATIVE or word in load_titles().place_heads


def _words_of_persons(names: Sequence[Name], labels: dict[Keys, str]) -> frozenset[str]:
    """The words of longer names of persons: alone they are no bodies (`Rina Hartati`, `Rina`)."""

    def words() -> Iterator[str]:
        for name in names:
            told = labels.get(name.keys, "PER") == "PER" and name.kind in {None, "person"}
            if told and len(name.keys) > 1:
                yield from name.keys

    return frozenset(words())


def _told(text: str, name: Name, label: str | None, persons: Set[str]) -> Name:
    alone = len(name.keys) == 1 and name.keys[0] in persons  # `Chelsea` of `Chelsea Hartati`
    if name.kind in {None, "person"} and not alone and " ".join(name.keys) in load_titles().clubs:
        return replace(name, kind="organisation", role=None)
    if label is None or not name.keys or name.listed:
        return name
    if len(name.keys) == 1 and name.keys[0] in persons:
        return name
    shaped = label != "PER" or is_person_shaped(text[name.start : name.stop])
    if name.kind is None and shaped and (kind := KINDS.get(label)):
        return replace(name, kind=kind, sure=True)
    held = name.kind == "person" and not official(text[name.start : name.stop], None)
    if held and label != "PER" and len(name.keys) > 1 and _is_mere_office(text, name):
        return _without_person(name, label)
    return name


def _is_mere_office(text: str, name: Name) -> bool:
    """Whether an office alone made the name a person's; a rank, honorific or verb is surer.

    So are a cue before the office and the brackets of its body: `kata Kepala Badan Air (BA) Rina`.
    """
    if ACTING.match(text, name.stop) or (name.role or "").endswith(")"):
        return False
    at = role_start(text, name)
    before = BEFORE.search(text, max(0, at - LOOK), at)
    if before and load_cues().is_bare(before[1]):
        return False
    last = (name.role or "").casefold().rpartition(" ")[2].rstrip(".")
    return bool(last) and last not in load_titles().honorifics


def _without_person(name: Name, label: str) -> Name:
    """`Pembalap Monster Yamaha`: behind an office stands a body, or a place that is nobody."""
    return replace(name, kind=KINDS.get(label), role=None, sure=label in KINDS)
