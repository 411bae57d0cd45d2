"""Links to stories: which articles belong together, whatever order they came in.

In: scored links between two articles each. Out: groups. A link binds if it is `SURE`, or if it is
`LIKELY` and a third article stands by both ends: an article that mentions two events in passing
joins no two stories. Another article can only make more links bind, never fewer, so groups grow
and join but never fall apart, and the same articles give the same groups in any order of arrival.
Used by `joining`, which asks `bound_by` for each article that comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

LIKELY = 0.75  # benchmarks/pairs.py
SURE = 0.85


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that seem to tell of one event, in order of their ids."""

    first: str
    second: str
    score: float


Scores = Mapping[str, float]  # of an article's links, by the other article


def bound_by(links: Scores, among: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Everybody who is of one story with an article, now that it is there.

    `links` are those of the article, `among` are pairs of its neighbours that are linked: it
    stands by both, and each of them by the other.

    >>> sorted(bound_by({"a": 0.9, "b": 0.8, "c": 0.8, "d": 0.8}, [("b", "c")]))
    ['a', 'b', 'c']
    """
    sure = {other for other, score in links.items() if score >= SURE}
    return frozenset(sure.union(*among))


def binds(one: str, other: str, table: Mapping[str, Scores]) -> bool:
    """Whether a link holds two articles in one story."""
    links, others = table.get(one, {}), table.get(other, {})
    return links[other] >= SURE or not links.keys().isdisjoint(others.keys())


def group_links(ids: Iterable[str], links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    """All groups in order of their first id, also those of one article; ids in order.

    >>> group_links("abcd", [Link("a", "b", 0.9), Link("b", "c", 0.8)])
    (('a', 'b'), ('c',), ('d',))
    """
    table: dict[str, dict[str, float]] = {i: {} for i in ids}
    for link in links:
        if link.score >= LIKELY:
            table[link.first][link.second] = table[link.second][link.first] = link.score
    leaders = {i: i for i in table}
    for one, beside in table.items():
        for other in beside:
            if binds(one, other, table):
                join_groups(leaders, one, other)
    groups: dict[str, list[str]] = {}
    for i in sorted(table):
        groups.setdefault(find_leader(leaders, i), []).append(i)
    return tuple(tuple(group) for group in sorted(groups.values()))


def join_groups(leaders: dict[str, str], one: str, other: str) -> None:
    """Put two groups under the smaller of their leaders."""
    first, second = sorted((find_leader(leaders, one), find_leader(leaders, other)))
    leaders[second] = first


def find_leader(leaders: dict[str, str], i: str) -> str:
    """The smallest id of a group; shortens the way for the next question."""
    while leaders[i] != i:
        leaders[i] = leaders[leaders[i]]
        i = leaders[i]
    return i


def draw_group(start: int, left: set[int], beside: Callable[[int], Iterable[int]]) -> list[int]:
    """Take out of `left` all that are of one group with `start`, which `beside` leads to.

    >>> left = {1, 2, 3, 7}
    >>> draw_group(1, left, lambda n: [m for m in (1, 2, 3, 7) if abs(n - m) == 1]), left
    ([1, 2, 3], {7})
    """
    group = [start]
    left.discard(start)
    for one in group:  # grows while it is walked
        near = sorted(left.intersection(beside(one)))
        left.difference_update(near)
        group.extend(near)
    return group
