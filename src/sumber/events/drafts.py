"""Drafts: an act with its parties and its evidence, before it is known whether it is given out.

In: a trigger with its parties. Out: `Draft`s; the same act told again is one. Used by `find`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sumber.events.triggers import Trigger
from sumber.records import Event

# Acts of one kind, and mentions of one act, that are compared: far more than an article tells.
COMPARED = 50


@dataclass(frozen=True, slots=True)
class Draft:
    """An event and the trigger of the mention that tells most."""

    event: Event
    trigger: Trigger


def join_drafts(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """One draft for each act, in order of first mention."""
    groups: list[list[Draft]] = []
    latest: dict[tuple[str, str], deque[list[Draft]]] = {}
    for draft in drafts:
        kind = draft.event.type, draft.event.status
        alike = latest.setdefault(kind, deque(maxlen=COMPARED))
        same = next((g for g in alike if is_one(draft.event, g)), None)
        if same is None:
            groups.append([draft])
            alike.append(groups[-1])
        else:
            same.append(draft)
    return tuple(map(_joined, groups))


def is_one(event: Event, group: Sequence[Draft]) -> bool:
    """Whether an event is the one that a group of mentions tells."""
    return all(is_same(event, draft.event) for draft in islice(group, COMPARED))


def is_same(event: Event, other: Event) -> bool:
    """Whether two events of an article are one: they share parties, and nothing told differs."""
    return (
        event.type == other.type
        and event.status == other.status
        and (event.mode == other.mode or not (event.mode and other.mode))
        and (event.time == other.time or not (event.time and other.time))
        and (
            (_shared(event.actors, other.actors) and _shared(event.recipients, other.recipients))
            or not (event.actors or event.recipients)
            or not (other.actors or other.recipients)
        )
    )


def _shared(one: Sequence[str], other: Sequence[str]) -> bool:
    return set(one) == set(other) or bool(set(one) & set(other))


def _joined(group: Sequence[Draft]) -> Draft:
    """The mention that tells most, with what only the others tell."""
    best = max(group, key=_telling)
    events = [draft.event for draft in group]
    event = replace(
        best.event,
        mode=best.event.mode or next((e.mode for e in events if e.mode), None),
        time=best.event.time or next((e.time for e in events if e.time), None),
        place=best.event.place or next((e.place for e in events if e.place), None),
        mentions=tuple(sorted((m for e in events for m in e.mentions), key=lambda m: m.start)),
    )
    return replace(best, event=event)


def _telling(draft: Draft) -> tuple[int, int]:
    """How much a mention tells: parties, time, place; the earlier of two that tell the same."""
    event = draft.event
    known = 2 * bool(event.actors) + 2 * bool(event.recipients)
    return known + bool(event.time) + bool(event.place), -event.trigger.start
