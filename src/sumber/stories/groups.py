"""Links to stories: which articles belong together, whatever order they came in.

In: scored links between two articles each. Out: groups. A link binds if it is `SURE`, or if it is
`LIKELY` and a third article stands by both ends: an article that mentions two events in passing
joins no two stories. Another article can only make more links bind, never fewer, so groups grow
and join but never fall apart, and the same articles give the same groups in any order of arrival.
Used by `filing`, which asks `newly_bound` for each article that comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


def newly_bound(article: str, table: Mapping[str, Scores]) -> Iterator[tuple[str, str]]:
    """The pairs that are of one story now that `article` is there.

    `table` holds the links of `article` and of everybody it is linked to. Pairs among those count
    too: `article` may be the third that stands by them.
    """
    beside = table.get(article, {})
    for other in beside:
        if binds(article, other, table):
            yield article, other
        for third in table.get(other, {}):
            if third in beside and third > other:
                yield other, third


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
