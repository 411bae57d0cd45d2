"""The same event elsewhere: the events of a story in, `SharedEvent`s out.

Two events are one if they have one type and, as far as both name them, common parties. Where the
days differ they are one only if they are told with the same word, of the same parties or at the
same place: then the accounts differ, and `differences` says so. Used by `accounts`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from sumber.records import Event, Evidence, Origin, Reading, SharedEvent
from sumber.stories.cast import Cast
from sumber.stories.groups import draw_group, find_leader, join_groups
from sumber.stories.origins import count_origins

MOST = 100  # events of one article that are compared: only pages made to be slow have more
ROOT = 5  # letters of a trigger that its forms have in common: `menyerang`, `serangan` do not
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Act:
    """One event in one article, as it is compared."""

    key: str
    article: str
    event: Event
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def find_acts(readings: Sequence[Reading], cast: Cast) -> list[Act]:
    """All events of a story, in the order of its articles."""
    return [
        Act(
            key=f"{reading.article.id}\0{event.id}",
            article=reading.article.id,
            event=event,
            trigger=reading.article.text[event.trigger.start : event.trigger.stop],
            actors=cast.find(reading.article.id, event.actors),
            recipients=cast.find(reading.article.id, event.recipients),
        )
        for reading in readings
        for event in reading.events[:MOST]
    ]


def group_acts(acts: Sequence[Act]) -> list[list[Act]]:
    """Those that are one, in the order of the first of each."""
    leaders = {act.key: act.key for act in acts}
    by_type: dict[str, list[Act]] = {}
    for act in acts:
        by_type.setdefault(act.event.type, []).append(act)
    for same in by_type.values():
        for one, other in combinations(same, 2):
            if one.article != other.article and is_same_act(one, other):
                join_groups(leaders, one.key, other.key)
    groups: dict[str, list[Act]] = {}
    for act in acts:
        groups.setdefault(find_leader(leaders, act.key), []).append(act)
    return list(groups.values())


def acts_around(acts: Sequence[Act], wanted: Collection[str]) -> Iterator[list[Act]]:
    """The groups of `group_acts` in which events with these keys are; the others uncompared."""
    by_type: dict[str, list[int]] = {}
    for n, act in enumerate(acts):
        by_type.setdefault(act.event.type, []).append(n)
    left = set(range(len(acts)))

    def beside(n: int) -> Iterator[int]:
        one = acts[n]
        for m in by_type[one.event.type]:
            if m in left and one.article != acts[m].article and is_same_act(one, acts[m]):
                yield m

    for n, act in enumerate(acts):
        if act.key in wanted and n in left:
            yield [acts[m] for m in draw_group(n, left, beside)]


def is_same_act(one: Act, other: Act) -> bool:
    """Whether two events of one type are one act."""
    modes = {one.event.mode, other.event.mode} - {None}
    if len(modes) > 1 or not parties_agree(one, other):
        return False
    return days_agree(one.event.time, other.event.time) or is_same_deed(one, other)


def parties_agree(one: Act, other: Act) -> bool:
    """Whether who acts and who is met are the same where both articles name them."""
    sides = [(one.actors, other.actors), (one.recipients, other.recipients)]
    named = [bool({*ours} & {*theirs}) for ours, theirs in sides if ours and theirs]
    return bool(named) and all(named)


def is_same_deed(one: Act, other: Act) -> bool:
    """Whether two events are told with one word, of common recipients or at one place."""
    if one.trigger.casefold()[:ROOT] != other.trigger.casefold()[:ROOT]:
        return False
    if {*one.recipients} & {*other.recipients}:
        return True
    return one.event.place is not None and one.event.place == other.event.place


def days_agree(one: str | None, other: str | None) -> bool:
    """Whether two ISO values can mean one day.

    >>> days_agree("2024-11", "2024-11-02"), days_agree("2024-11-01", "2024-11-02")
    (True, False)
    """
    if one is None or other is None:
        return True
    shorter = min(len(one), len(other), 10)
    return one[:shorter] == other[:shorter]


def share_events(
    groups: Sequence[Sequence[Act]], origins: Mapping[str, Origin]
) -> tuple[SharedEvent, ...]:
    """The events of a story, each once."""
    return tuple(share_event(f"v{n}", group, origins) for n, group in enumerate(groups, 1))


def share_event(
    id: str,  # noqa: A002 - its id
    group: Sequence[Act],
    origins: Mapping[str, Origin],
) -> SharedEvent:
    """One event from all that tell it; what most of them say."""
    told_by = tuple(dict.fromkeys(act.article for act in group))
    return SharedEvent(
        id=id,
        type=group[0].event.type,
        mode=most_common(act.event.mode for act in group),
        actors=tuple(dict.fromkeys(p for act in group for p in act.actors)),
        recipients=tuple(dict.fromkeys(p for act in group for p in act.recipients)),
        place=most_common(act.event.place for act in group),
        time=most_common(act.event.time for act in group),
        status=most_common(act.event.status for act in group) or group[0].event.status,
        evidence=tuple(act_evidence(act) for act in group),
        origins=count_origins(told_by, origins),
    )


def most_common(values: Iterable[T | None]) -> T | None:
    """What stands most often, the first of equals; `None` if nothing does."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value], default=None)


def act_evidence(act: Act) -> Evidence:
    """Where an event is told."""
    return Evidence(act.article, act.event.trigger.start, act.event.trigger.stop)
