"""The cast: which actor stands at which characters, and whom a pronoun means.

In: the actors and statements of an article. Out: `Cast`, asked by offsets. Used by `parties`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sumber.actors import members_of
from sumber.records import Actor, ActorKind, Statement

REACH = 1500  # characters back in which a pronoun's actor was named
PEOPLE: frozenset[ActorKind | None] = frozenset({"person", "unnamed"})
BODIES: frozenset[ActorKind | None] = frozenset({"group", "organisation", "unnamed", "state"})


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of an actor."""

    start: int
    stop: int
    actor: str


@dataclass(frozen=True, slots=True)
class Cast:
    """All mentions in order of the text, the actors by id, and who speaks where."""

    mentions: tuple[Named, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]  # the furthest stop of the mentions so far
    actors: Mapping[str, Actor]
    statements: tuple[Statement, ...]

    def within(self, start: int, stop: int) -> list[Named]:
        """The mentions that overlap a stretch of the text, in order."""
        low = bisect_left(self.stops, start + 1)
        high = bisect_left(self.starts, stop)
        return [m for m in self.mentions[low:high] if m.stop > start]

    def latest(self, before: int, kinds: frozenset[ActorKind | None]) -> str | None:
        """The actor of one of the kinds who was named last before an offset, within reach."""
        for at in range(bisect_left(self.starts, before) - 1, -1, -1):
            named = self.mentions[at]
            if named.start < before - REACH:
                return None
            if self.actors[named.actor].kind in kinds:
                return named.actor
        return None

    def members(self, words: str, at: int) -> tuple[str, ...]:
        """Whom `kedua negara` means at an offset."""
        return members_of(words, at, tuple(self.actors.values()))

    def speakers(self, offset: int) -> tuple[str, ...]:
        """Who says the words at an offset: the speakers of the innermost statement there."""
        said = self.statement(offset)
        return said.speakers if said else ()

    def statement(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds an offset."""
        around = [s for s in self.statements if any(c.start <= offset < c.stop for c in s.content)]
        return min(around, key=_size, default=None)


def _size(statement: Statement) -> int:
    return sum(piece.stop - piece.start for piece in statement.content)


def make_cast(actors: Sequence[Actor], statements: Sequence[Statement]) -> Cast:
    """The cast of an article. Outlets are no parties, and are left out."""
    mentions = sorted(
        (Named(m.start, m.stop, a.id) for a in actors if a.kind != "outlet" for m in a.mentions),
        key=lambda m: (m.start, -m.stop),
    )
    stops = tuple(accumulate((m.stop for m in mentions), max))
    return Cast(
        tuple(mentions),
        tuple(m.start for m in mentions),
        stops,
        {actor.id: actor for actor in actors},
        tuple(statements),
    )
