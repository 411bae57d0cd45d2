"""Phrases: whom the words at a token name, all that are joined, and whom a pronoun means.

In: `Words` and the `Cast`. Out: ids of actors. Used by `subjects` and `parties`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sumber.events.cast import BODIES, CROWDS, PEOPLE, Cast
from sumber.events.triggers import is_nominal
from sumber.events.words import Words
from sumber.lexicon.event_words import CLITIC, load_event_words
from sumber.records import ActorKind

Ids = tuple[str, ...]

SKIPPED = frozenset({"DET", "NUM", "ADV", "PART", "ADJ", "SYM"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one sentence, which ends before the token `stop`."""

    words: Words
    cast: Cast
    stop: int
    besides: Ids = ()  # who is a party already, and whom no pronoun means

    def phrase_from(self, at: int) -> Ids:
        """Who is named by the phrase that begins at a token, if it begins with a noun."""
        head = self.nominal_from(at)
        return () if head < 0 else self.people(head)

    def nominal_from(self, at: int) -> int:
        """The noun that a phrase beginning at a token hangs on; -1 if none begins there."""
        words = self.words
        while at < self.stop and words.tag(at) in SKIPPED:
            at += 1
        if at < self.stop and words.lower[at] in load_event_words().clause_prepositions:
            return -1
        return at if at < self.stop and is_nominal(words, at) else -1

    def people(self, head: int) -> Ids:
        """Who a phrase names, by the token that it hangs on: all that are joined in it."""
        words = self.words
        if found := self.pronoun(head) or self.oneself(head):
            return found
        first, last = self.extent(head)
        start, stop = words.start(first), words.stop(last)
        counted = words.start(max(head - 1, 0))
        for begin in (counted, start):  # `kedua` of `kedua negara` hangs before its noun
            if members := self.cast.members(words.parse.text[begin:stop], begin):
                return members
        return self.joined(start, stop) or self.possessor(head, last)

    def oneself(self, head: int) -> Ids:
        """Whom `pihaknya` and `dirinya` mean: who speaks, or who was named last."""
        words = self.words
        behind = words.lower[head + 1] if head + 1 < len(words) else ""
        word = words.lower[head] + (behind if behind == CLITIC else "")
        if word not in load_event_words().people_self:
            return ()
        return self.cast.speakers(words.start(head)) or self.person(head, PEOPLE, BODIES)

    def possessor(self, head: int, last: int) -> Ids:
        """Whose a thing is, where a pronoun says so: `perkebunan mereka`, `mobilnya`."""
        found = (self.pronoun(at) for at in range(head + 1, last + 1))
        return next((ids for ids in found if ids), ())

    def extent(self, head: int) -> tuple[int, int]:
        """First and last token of a phrase, without the clauses that describe it."""
        words = self.words
        first, last = words.reach[head]
        begin = max(first, head - 4)
        while begin < head and not (is_nominal(words, begin) or words.tag(begin) == "NUM"):
            begin += 1
        for at in range(head + 1, last + 1):
            if words.lower[at] in load_event_words().clause_breaks or words.tag(at) == "VERB":
                return begin, at - 1
        return begin, last

    def joined(self, start: int, stop: int) -> Ids:
        """The first who is named in a stretch, and those joined to him by a comma or `dan`."""
        text = self.words.parse.text
        found: list[str] = []
        end = start
        for named in self.cast.within(start, stop):
            between = text[end : named.start].split()
            if found and self.names(found[-1], named.actor, text[end : named.start]):
                found.pop()
            elif found and not is_joint(text[end : named.start], between):
                break
            members = self.cast.members(text[named.start : named.stop], named.start)
            found += members or (named.actor,)
            end = max(end, named.stop)
        return unique(found)

    def names(self, office: str, person: str, between: str) -> bool:
        """Whether a person's name follows what he is: `Ketua Umum PPP` `Romahurmuziy`."""
        if between.strip() not in {"", ","} or self.cast.actors[person].kind != "person":
            return False
        return self.cast.actors[office].kind not in {"person", "state"}

    def person(self, at: int, *kinds: frozenset[ActorKind | None]) -> Ids:
        """Who of the first of the kinds was named last before a token."""
        offset = self.words.start(at)
        named = (self.cast.latest(offset, kind, self.besides) for kind in kinds)
        return next(((found,) for found in named if found), ())

    def pronoun(self, at: int) -> Ids:
        """Whom a pronoun means; () for what is no pronoun."""
        people, word = load_event_words(), self.words.lower[at]
        if word in people.people_speaker:
            return self.cast.speakers(self.words.start(at))
        if word in people.people_many:
            return self.person(at, CROWDS, BODIES)
        return self.person(at, PEOPLE, BODIES) if word in people.people_one else ()


def is_joint(between: str, words: list[str]) -> bool:
    """Whether what stands between two names joins them, and is not the end of a phrase."""
    if not words:
        return False
    together = load_event_words().clause_together
    prepositions = load_event_words().clause_prepositions
    joins = "," in between or any(word in together for word in words)
    return joins and not any(word in prepositions and word not in together for word in words)


def unique(ids: Iterable[str]) -> Ids:
    """Each id once, in order of first mention."""
    return tuple(dict.fromkeys(ids))
