"""Salience: whether a careful reader would mark an act as an event.

In: a `Draft` and what surrounds it. Out: the probability that it is one, from a logistic
regression over a few dozen facts that each have a name. Its weights are data (`salience.json`),
learnt from hand-marked articles by `training/salience.py`. Used by `find`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sumber.events.cast import Cast
from sumber.events.drafts import Draft
from sumber.events.politics import is_political
from sumber.events.triggers import Trigger
from sumber.events.words import Words

WEIGHTS = "salience.json"
EARLY = 3  # sentences that open a story
NESTS = 3  # acts above in the tree that are looked at


@dataclass(frozen=True, slots=True)
class Scene:
    """What surrounds the acts of one article."""

    words: Words
    cast: Cast
    drafts: Sequence[Draft]
    by_token: Mapping[int, Trigger]


@dataclass(frozen=True, slots=True)
class Salience:
    """The weights of the facts, and the probability from which on a draft is an event."""

    weights: Mapping[str, float]
    threshold: float

    def probability(self, facts: Sequence[str]) -> float:
        """The probability that a draft of these facts is an event."""
        return 1 / (1 + math.exp(-sum(self.weights.get(fact, 0.0) for fact in facts)))


@cache
def load_salience() -> Salience:
    """The weights as shipped."""
    read = json.loads((files("sumber.events") / WEIGHTS).read_text("utf-8"))
    return Salience(read["weights"], read["threshold"])


def find_facts(scene: Scene, number: int) -> tuple[str, ...]:
    """The facts of one draft, each a name; those of the article, the clause, and the parties."""
    draft = scene.drafts[number]
    return (
        "always",
        *_facts_of_entry(draft),
        *_facts_of_clause(scene, draft),
        *_facts_of_parties(scene, draft),
        *_facts_of_story(scene, number),
    )


def _facts_of_entry(draft: Draft) -> Iterator[str]:
    entry, event = draft.trigger.entry, draft.event
    yield f"type {event.type}"
    yield f"form {draft.trigger.lightness or draft.trigger.voice}"
    yield f"status {event.status}"
    yield f"type {event.type} {event.status}"
    yield f"type {event.type} {'noun' if draft.trigger.voice == 'noun' else 'verb'}"
    if event.mode:
        yield f"mode {event.mode}"
    if entry.loose:
        yield "loose"
    if entry.conditions or len(draft.trigger.form.words) > 1:
        yield "particular"
    if draft.trigger.voice == "noun" and draft.trigger.light is None:
        yield "bare noun"


def _facts_of_clause(scene: Scene, draft: Draft) -> Iterator[str]:
    words, trigger = scene.words, draft.trigger
    relation = words.relation(trigger.clause)
    kind = "noun" if trigger.voice == "noun" and trigger.light is None else "verb"
    yield f"{kind} {relation.partition(':')[0] if kind == 'noun' else relation}"
    for at, _ in zip(words.above(trigger.clause), range(NESTS), strict=False):
        if (other := scene.by_token.get(at)) and other.at != trigger.at:
            yield f"under {other.entry.type}"
            yield "under an act"
            break
    if kind == "noun" and words.lower[min(trigger.last + 1, len(words) - 1)] in {
        "itu",
        "tersebut",
        "ini",
    }:
        yield "noun told before"


def _facts_of_parties(scene: Scene, draft: Draft) -> Iterator[str]:
    event, cast = draft.event, scene.cast
    yield f"actors {min(len(event.actors), 2)}"
    yield f"recipients {min(len(event.recipients), 1)}"
    reciprocal = draft.trigger.entry.reciprocal
    if reciprocal and len(event.actors) < 2:
        yield "alone"
    if not (event.actors or event.recipients):
        yield "nobody"
    for side, ids in (("actor", event.actors), ("recipient", event.recipients)):
        known = [cast.actors[i] for i in ids]
        for kind in sorted({str(actor.kind) for actor in known}):
            yield f"{side} {kind}"
        if any(is_political(actor) for actor in known):
            yield f"{side} political"
    if event.statement:
        said = cast.statement(event.trigger.start)
        yield f"said {said.kind}" if said else "said"
        if set(event.actors) & set(event.according_to):
            yield "speaker acts"
    else:
        yield "told"


def _facts_of_story(scene: Scene, number: int) -> Iterator[str]:
    draft = scene.drafts[number]
    event = draft.event
    sentence = sum(
        first <= draft.trigger.first for first in scene.words.parse.sentence_tokens[: EARLY + 1]
    )
    if sentence <= EARLY:
        yield "early"
    if sentence == 1:
        yield "first sentence"
    before = [d.event for d in scene.drafts[:number]]
    if any(e.type == event.type for e in before):
        yield "type again"
    if any(
        e.type == event.type and set(e.actors) & set(event.actors) for e in before if event.actors
    ):
        yield "type and actor again"
    if len(event.mentions) > 1:
        yield "told twice"
    if event.time:
        yield "dated"
    first, stop = scene.words.sentence(draft.trigger.at)
    beside = sum(first <= at < stop for at in scene.by_token) - 1
    yield f"beside {min(beside, 3)}"
    parties = {i for d in scene.drafts for i in (*d.event.actors, *d.event.recipients)}
    political = sum(is_political(scene.cast.actors[i]) for i in parties)
    yield f"political story {min(political, 4)}"
