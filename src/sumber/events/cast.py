"""The cast: which actor stands at which characters, and whom a pronoun means.

In: the actors and statements of an article. Out: `Cast`, asked by offsets. Used by `parties`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sumber.actors import members_of
from sumber.records import Actor, ActorKind, Statement

REACH = 1500  # characters back in which a pronoun's actor was named
PEOPLE: frozenset[ActorKind | None] = frozenset({"person", "unnamed"})
CROWDS: frozenset[ActorKind | None] = frozenset({"group", "unnamed"})
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
    # Who says what from which offset on, to the next: the innermost statement, or None.
    said_from: tuple[int, ...]
    said: tuple[Statement | None, ...]

    def within(self, start: int, stop: int) -> list[Named]:
        """The mentions that overlap a stretch of the text, in order."""
        low = bisect_left(self.stops, start + 1)
        high = bisect_left(self.starts, stop)
        return [m for m in self.mentions[low:high] if m.stop > start]

    def latest(
        self, before: int, kinds: frozenset[ActorKind | None], other_than: Collection[str] = ()
    ) -> str | None:
        """The actor of one of the kinds who was named last before an offset, within reach.

        A person of whom nothing but one mention is known gives way to others.
        """
        found: str | None = None
        for at in range(bisect_left(self.starts, before) - 1, -1, -1):
            named = self.mentions[at]
            actor = self.actors[named.actor]
            if named.start < before - REACH:
                break
            if actor.kind not in kinds or named.actor in other_than:
                continue
            if actor.kind != "person" or actor.role or len(actor.mentions) > 1:
                return found if found and actor.kind != "person" else named.actor
            found = found or named.actor
        return found

    def members(self, words: str, at: int) -> tuple[str, ...]:
        """Whom `kedua negara` means at an offset."""
        return members_of(words, at, tuple(self.actors.values()))

    def speakers(self, offset: int) -> tuple[str, ...]:
        """Who says the words at an offset: the speakers of the innermost statement there."""
        said = self.statement(offset)
        return said.speakers if said else ()

    def statement(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds an offset."""
        at = bisect_right(self.said_from, offset) - 1
        return self.said[at] if at >= 0 else None


def _as_places(text: str, actors: Sequence[Actor], told: Sequence[Named]) -> Iterator[Named]:
    """The names of states where they are no mentions."""
    states = (actor for actor in actors if actor.kind == "state")
    names = {text[m.start : m.stop]: a.id for a in states for m in a.mentions}
    if not names:
        return
    taken = {at for m in told for at in range(m.start, m.stop)}
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
    for found in pattern.finditer(text):
        if found.start() not in taken:
            yield Named(found.start(), found.end(), names[found[0]])


def _size(statement: Statement) -> int:
    return sum(piece.stop - piece.start for piece in statement.content)


def make_cast(text: str, actors: Sequence[Actor], statements: Sequence[Statement]) -> Cast:
    """The cast of an article. Outlets are no parties, and are left out.

    A state is also named where only its place seems to be meant (`kecaman dari Turki`): whether
    it takes part in an act is for the act to say.
    """
    told = [Named(m.start, m.stop, a.id) for a in actors if a.kind != "outlet" for m in a.mentions]
    mentions = sorted((*told, *_as_places(text, actors, told)), key=lambda m: (m.start, -m.stop))
    stops = tuple(accumulate((m.stop for m in mentions), max))
    return Cast(
        tuple(mentions),
        tuple(m.start for m in mentions),
        stops,
        {actor.id: actor for actor in actors},
        *_innermost(statements),
    )


def _innermost(
    statements: Sequence[Statement],
) -> tuple[tuple[int, ...], tuple[Statement | None, ...]]:
    """The offsets at which another statement becomes the innermost, and which one it is.

    One pass over the ends of all pieces with the statements that are open: linear but for their
    depth, however many statements a text has.
    """
    edges = sorted(
        (at, opens, number)
        for number, statement in enumerate(statements)
        for piece in statement.content
        for at, opens in ((piece.start, True), (piece.stop, False))
    )
    offsets: list[int] = []
    said: list[Statement | None] = []
    around: list[int] = []
    for at, opens, number in edges:
        if opens:
            around.append(number)
        elif number in around:
            around.remove(number)
        inner = min((statements[n] for n in around), key=_size, default=None)
        if offsets and offsets[-1] == at:
            said[-1] = inner
        else:
            offsets.append(at)
            said.append(inner)
    return tuple(offsets), tuple(said)
