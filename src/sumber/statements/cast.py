"""The cast: which actor the words beside a cue mean, and who spoke last.

In: the article's actors with their mentions. Out: ids. A pronoun or an office without a name means
whoever the text put in front before it: the last who spoke or was newly introduced. Used by
`attribution` and `find`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sumber.lexicon.titles import load_titles
from sumber.records import Actor, Span

BODIES = frozenset({"organisation", "group", "state"})
FAR = 40  # speakers back that a pronoun or office may reach


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an actor."""

    start: int
    stop: int
    actor: Actor


@dataclass(slots=True)
class Cast:
    """The actors of an article by where they are named, and who has been in front so far."""

    mentions: list[Mention]
    starts: list[int]
    fronts: list[tuple[int, str]] = field(default_factory=list)
    spoke: list[tuple[int, str]] = field(default_factory=list)
    together: tuple[str, ...] = ()  # the ids of those who made the last statement
    by_id: dict[str, Actor] = field(default_factory=dict)

    def between(self, start: int, stop: int) -> Iterator[Mention]:
        """The mentions that start between two offsets, in order."""
        for at in range(bisect_left(self.starts, start), bisect_left(self.starts, stop)):
            yield self.mentions[at]

    def put_in_front(self, at: int, actor: str, *, speaks: bool = False) -> None:
        """Note that an actor came in at an offset, or spoke there. Offsets must not go down."""
        self.fronts.append((at, actor))
        if speaks:
            self.spoke.append((at, actor))

    def spoke_last(self, at: int) -> Actor | None:
        """Who spoke last before an offset; None if nobody did."""
        last = bisect_left(self.spoke, (at, "")) - 1
        return self.by_id[self.spoke[last][1]] if last >= 0 else None

    def in_front(self, at: int, *, person: bool = False, body: bool = False) -> Actor | None:
        """Who was in front before an offset, None if nobody was.

        Of all persons, or of all bodies of several people, if asked.
        """
        last = bisect_left(self.fronts, (at + 1, "")) - 1
        for place in range(last, max(-1, last - FAR), -1):
            actor = self.by_id[self.fronts[place][1]]
            if (not person or is_person_like(actor)) and (not body or actor.kind in BODIES):
                return actor
        return None

    def holder(self, word: str, at: int) -> Actor | None:
        """Who was last in front before an offset with that word in his office or name."""
        last = bisect_left(self.fronts, (at + 1, "")) - 1
        for place in range(last, max(-1, last - FAR), -1):
            actor = self.by_id[self.fronts[place][1]]
            if word in words_of(actor):
                return actor
        return None


def make_cast(actors: Sequence[Actor]) -> Cast:
    """The cast of an article's actors."""
    mentions = sorted(
        (Mention(span.start, span.stop, actor) for actor in actors for span in actor.mentions),
        key=lambda m: (m.start, -m.stop),
    )
    return Cast(mentions, [m.start for m in mentions], by_id={a.id: a for a in actors})


def words_of(actor: Actor) -> frozenset[str]:
    """The words of an actor's name and office, in lower case."""
    return frozenset(f"{actor.name} {actor.role or ''}".casefold().split())


def is_person_like(actor: Actor) -> bool:
    """Whether a pronoun for one person can mean the actor: no state, no medium."""
    return actor.kind in {None, "person", "unnamed"}


def is_pronoun(word: str) -> bool:
    """Whether a word stands for somebody named before (`dia`, `mereka`, `pihaknya`)."""
    titles = load_titles()
    key = word.casefold()
    return key in titles.singular or key in titles.plural or key in titles.own


def is_plural(word: str) -> bool:
    """Whether a word stands for several people named before (`mereka`)."""
    return word.casefold() in load_titles().plural


def span_of(mention: Mention) -> Span:
    """The words of a mention."""
    return Span(mention.start, mention.stop)
