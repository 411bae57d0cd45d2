"""Numbers of the same thing: the quantities of a story in, groups that can be compared out.

Quantities are of one thing if they have one kind and one unit and, beyond the dead and wounded of
the one event that a story is about, if what is counted shares a telling word. Shares of another
quantity (`8.000 di antaranya`) are compared with shares. Used by `differences`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sumber.records import Quantity, Reading
from sumber.stories.background import rarity
from sumber.stories.features import PLAIN
from sumber.stories.groups import find_leader, join_groups
from sumber.stories.words import WORD

MOST = 50  # numbers of one thing in one article that are compared
# One event has one number of these; what is counted need not be said in the same words.
TOTALS = frozenset({"dead", "wounded", "missing", "displaced", "arrested"})


@dataclass(frozen=True, slots=True)
class Number:
    """One quantity in one article, as it is compared."""

    key: str
    article: str
    quantity: Quantity
    text: str
    words: frozenset[str]


def find_numbers_told(readings: Sequence[Reading]) -> list[Number]:
    """All quantities of a story that count something."""
    return [
        Number(
            key=f"{reading.article.id}\0{q.id}",
            article=reading.article.id,
            quantity=q,
            text=reading.article.text[q.start : q.stop],
            words=telling_words(q.of or ""),
        )
        for reading in readings
        for q in reading.quantities
        if q.low is not None or q.high is not None
    ]


def telling_words(of: str) -> frozenset[str]:
    """The words of what is counted that tell it from other things."""
    words = (m[0].casefold() for m in WORD.finditer(of))
    return frozenset(w for w in words if not w[0].isdigit() and rarity(w) > PLAIN)


def group_numbers(numbers: Sequence[Number]) -> list[list[Number]]:
    """Those that count the same thing, in the order of the first of each."""
    leaders = {number.key: number.key for number in numbers}
    first: dict[tuple[object, ...], str] = {}
    for number in numbers:
        for sign in signs_of(number):
            join_groups(leaders, first.setdefault(sign, number.key), number.key)
    groups: dict[str, list[Number]] = {}
    for number in numbers:
        groups.setdefault(find_leader(leaders, number.key), []).append(number)
    return list(groups.values())


def signs_of(number: Number) -> Iterator[tuple[object, ...]]:
    """What a quantity has in common with those that count the same thing."""
    q = number.quantity
    kind = (q.kind, q.unit, q.part_of is None)
    if q.kind in TOTALS:
        yield kind
    else:
        yield from ((*kind, word) for word in number.words)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can mean one number: their ranges meet.

    >>> def q(low, high): return Quantity("q", 0, 1, low, high, False)
    >>> agree(q(10000, 10000), q(1000, None)), agree(q(10000, 10000), q(12000, 12000))
    (True, False)
    """
    low = max(one.low if one.low is not None else 0.0, other.low if other.low is not None else 0.0)
    highs = [q.high for q in (one, other) if q.high is not None]
    return not highs or low <= min(highs)


def disagree(group: Sequence[Number]) -> bool:
    """Whether two articles give numbers of the thing no two of which can be one."""
    held: dict[str, list[Quantity]] = {}
    for number in group:
        beside = held.setdefault(number.article, [])
        if len(beside) < MOST:
            beside.append(number.quantity)
    return any(
        not any(agree(a, b) for a in ours for b in theirs)
        for ours, theirs in combinations(held.values(), 2)
    )
