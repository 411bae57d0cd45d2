"""Fillers: all who might act or receive in an act, and what speaks for each.

In: a trigger, the cast, and the parties that the frame of its entry gives. Out: a table from ids of
actors to evidence, each piece a name: at which place of the frame they stand, how far from the
trigger, behind which preposition, whether they are the police that a passive leaves out. Nobody,
`()`, is a filler as well. Used by `choice`, which weighs the evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sumber.events.authority import find_authority
from sumber.events.cast import Cast
from sumber.events.frames import places
from sumber.events.parties import Parties, Sites, sites_of
from sumber.events.phrases import Ids
from sumber.events.politics import is_political
from sumber.events.triggers import Trigger
from sumber.events.words import Words

Side = str  # "actor" or "recipient"
Evidence = Mapping[Ids, frozenset[str]]
PREPOSITIONS = (
    "kepada", "terhadap", "atas", "oleh", "dari", "dengan", "untuk", "bagi", "pada", "di", "ke",
    "melawan", "bersama", "antara", "soal", "tentang", "dalam",
)  # fmt: skip
STEPS = (1, 2, 4, 8, 16, 32)  # tokens between a name and a trigger, told apart up to these
REACH = 64  # tokens on either side: a page may hold a sentence without an end
RANKS = 3  # places of a frame that are told apart
MANY = 6  # mentions that are told apart; more ids than this are no party


@dataclass(frozen=True, slots=True)
class Act:
    """One trigger among the words and the cast of its article, and the fillers of its sides."""

    words: Words
    cast: Cast
    trigger: Trigger
    evidence: Evidence

    @property
    def form(self) -> str:
        """The voice of the trigger, or what the subject of its light verb does."""
        return self.trigger.lightness or self.trigger.voice


def find_act(
    words: Words, trigger: Trigger, cast: Cast, others: Mapping[int, Trigger], rule: Parties
) -> Act:
    """The fillers of a trigger; `others` are the triggers of the article by their token."""
    found: dict[Ids, set[str]] = {(): set()}
    for ids, evidence in _all(words, trigger, cast, others, rule):
        if len(ids) <= MANY:
            found.setdefault(ids, set()).add(evidence)
    return Act(words, cast, trigger, {ids: frozenset(told) for ids, told in found.items()})


def _all(
    words: Words, trigger: Trigger, cast: Cast, others: Mapping[int, Trigger], rule: Parties
) -> Iterator[tuple[Ids, str]]:
    sites = sites_of(words, trigger, cast, others)
    yield from _at_places(sites, trigger)
    for side, ids in (("actor", rule.actors), ("recipient", rule.recipients)):
        yield ids, f"rule {side}" if ids else f"no rule {side}"
    if authority := find_authority(trigger, words.start(trigger.first), cast):
        yield authority, "authority"
    first, stop = words.sentence(trigger.at)
    first, stop = max(first, trigger.first - REACH), min(stop, trigger.last + 1 + REACH)
    for named in cast.within(words.start(first), words.stop(stop - 1)):
        yield (named.actor,), "in sentence"
        yield (named.actor,), f"at {_distance(words.token_at(named.start) - trigger.at)}"


def _at_places(sites: Sites, trigger: Trigger) -> Iterator[tuple[Ids, str]]:
    acting, receiving = places(trigger)
    for side, wanted in (("actor", acting), ("recipient", receiving)):
        for rank, place in enumerate(wanted):
            if ids := sites.at(place):
                yield ids, f"frame {side} {min(rank, RANKS)}"
    for preposition in PREPOSITIONS:
        if ids := sites.behind(preposition):
            yield ids, f"behind {preposition}"


def _distance(tokens: int) -> str:
    size = next((step for step in STEPS if abs(tokens) <= step), STEPS[-1])
    return f"{'-' if tokens < 0 else '+'}{size}"


def find_filler_facts(act: Act, ids: Ids, side: Side, actors: Ids = ()) -> Iterator[str]:
    """What speaks for one filler on one side; `actors` are those chosen, for the recipient."""
    entry, form, told = act.trigger.entry, act.form, act.evidence[ids]
    for name in ("nobody", *sorted(told)) if not ids else sorted(told):
        yield name
        yield f"{name} {form}"
        if not name.startswith("at "):
            yield f"{name} {entry.type}"
    if not ids:
        yield f"nobody {entry.type} {form}"
        yield f"nobody {entry.type} {entry.mode}"
        yield "nobody said" if _speakers(act) else "nobody told"
        if side == "recipient" and not actors:
            yield "nobody at all"
        return
    yield from _facts_of_people(act, ids)
    if side == "recipient" and actors:
        yield "with actor"


def _facts_of_people(act: Act, ids: Ids) -> Iterator[str]:
    entry, people = act.trigger.entry, [act.cast.actors[i] for i in ids]
    for what in sorted({str(actor.kind) for actor in people}):
        yield f"kind {what}"
        yield f"kind {what} {entry.type}"
        yield f"kind {what} {act.form}"
    for sector in sorted({str(actor.sector) for actor in people}):
        yield f"sector {sector}"
        yield f"sector {sector} {entry.type} {entry.mode}"
    if any(is_political(actor) for actor in people):
        yield "political"
        yield f"political {entry.type}"
    if len(ids) > 1:
        yield "several"
    speakers = _speakers(act)
    if set(speakers) & set(ids):
        yield "speaks"
        yield f"speaks {entry.type}"
    elif speakers:
        yield "another speaks"
    yield f"mentions {min(sum(len(actor.mentions) for actor in people), MANY)}"


def _speakers(act: Act) -> Ids:
    return act.cast.speakers(act.words.start(act.trigger.first))
