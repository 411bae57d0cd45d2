"""Which passages two texts share, seen through light edits.

In: two `Words`. Out: `Match`es: stretches of both texts that run in parallel, in any order of the
second, with a few other words in between (another verb of saying, a name put in full). Seeds are
runs of four equal words, stretched as far as they go; neighbours on both sides are joined (greedy
string tiling, Wise 1993, with seeds as in Clough et al. 2002, Measuring Text Reuse). The cost is
linear in the words of both texts: each seed is looked up in at most `PLACES` places. Used by
`copies`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SEED = 4  # words: shorter runs are shared by chance
PLACES = 4  # of one seed in the other text; texts that repeat themselves stay cheap
GAP = 3  # words that an editor exchanges within a passage
SHORTEST = 8  # words of a passage: names with their offices are shorter


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` up to `first_stop` of one text are `second` up to `second_stop` of the other.

    `equal` of them are the same; the rest differs.
    """

    first: int
    first_stop: int
    second: int
    second_stop: int
    equal: int


def find_matches(first: Sequence[str], second: Sequence[str]) -> tuple[Match, ...]:
    """The shared passages of at least eight equal words, in the order of the second text.

    >>> one = "stok beras di gudang bulog cukup sampai akhir tahun kata rina".split()
    >>> two = "menurut rina stok beras di gudang bulog masih cukup sampai akhir tahun".split()
    >>> find_matches(one, two)
    (Match(first=0, first_stop=9, second=2, second_stop=12, equal=9),)
    """
    if first == second and len(first) >= SHORTEST:  # what the search for runs finds, at once
        return (Match(0, len(first), 0, len(first), len(first)),)
    joined: list[Match] = []
    for run in find_runs(first, second):
        if joined and continues(joined[-1], run):
            joined[-1] = join(joined[-1], run)
        else:
            joined.append(run)
    return tuple(match for match in joined if match.equal >= SHORTEST)


def find_runs(first: Sequence[str], second: Sequence[str]) -> Iterator[Match]:
    """Runs of equal words, the longest at each place of the second; none uses a word twice."""
    places = index_seeds(first)
    taken = bytearray(len(first))
    at = 0
    while at <= len(second) - SEED:
        starts = places.get(tuple(second[at : at + SEED]), ())
        lengths = ((run_length(first, i, second, at, taken), -i) for i in starts)
        length, minus = max(lengths, default=(0, 0))
        if length < SEED:
            at += 1
            continue
        start = -minus
        taken[start : start + length] = b"\1" * length
        yield Match(start, start + length, at, at + length, length)
        at += length


def index_seeds(words: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    """The first places of every run of `SEED` words."""
    places: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(words) - SEED + 1):
        held = places.setdefault(tuple(words[i : i + SEED]), [])
        if len(held) < PLACES:
            held.append(i)
    return places


def run_length(
    first: Sequence[str], i: int, second: Sequence[str], j: int, taken: bytearray
) -> int:
    """How many words from `i` and `j` on are equal and not taken yet."""
    length = 0
    limit = min(len(first) - i, len(second) - j)
    while length < limit and first[i + length] == second[j + length] and not taken[i + length]:
        length += 1
    return length


def continues(before: Match, after: Match) -> bool:
    """Whether the second match follows the first in both texts, a few words apart at most."""
    return (
        0 <= after.first - before.first_stop <= GAP
        and 0 <= after.second - before.second_stop <= GAP
    )


def join(before: Match, after: Match) -> Match:
    """Two matches that follow each other, as one."""
    return Match(
        before.first,
        after.first_stop,
        before.second,
        after.second_stop,
        before.equal + after.equal,
    )
