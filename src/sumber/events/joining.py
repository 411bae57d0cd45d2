"""Joining: the same act told again is one event, at the mention that tells most.

In: events in order of the text, each of one mention. Out: one event for each act. Used by `find`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sumber.records import Event


def join_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """One event for each act, in order of first mention, with ids e1, e2, …"""
    groups: list[list[Event]] = []
    for event in events:
        same = next((g for g in groups if all(is_same(event, other) for other in g)), None)
        if same is None:
            groups.append([event])
        else:
            same.append(event)
    return tuple(_joined(group, number) for number, group in enumerate(groups, 1))


def is_same(event: Event, other: Event) -> bool:
    """Whether two events of an article may be one: nothing that both tell differs."""
    return (
        event.type == other.type
        and event.status == other.status
        and (event.mode == other.mode or not (event.mode and other.mode))
        and (event.time == other.time or not (event.time and other.time))
        and _fits(event.actors, other.actors)
        and _fits(event.recipients, other.recipients)
        and bool({*event.actors, *event.recipients} & {*other.actors, *other.recipients}
                 or not (event.actors or event.recipients)
                 or not (other.actors or other.recipients))
    )


def _fits(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _joined(group: Sequence[Event], number: int) -> Event:
    """The mention that tells most, with what only the others tell."""
    best = max(group, key=telling)
    return replace(
        best,
        id=f"e{number}",
        mode=best.mode or next((e.mode for e in group if e.mode), None),
        time=best.time or next((e.time for e in group if e.time), None),
        place=best.place or next((e.place for e in group if e.place), None),
        mentions=tuple(sorted((m for e in group for m in e.mentions), key=lambda m: m.start)),
    )


def telling(event: Event) -> tuple[int, int]:
    """How much a mention tells: parties, time, place; the earlier of two that tell the same."""
    known = 2 * bool(event.actors) + 2 * bool(event.recipients)
    return known + bool(event.time) + bool(event.place), -event.trigger.start
