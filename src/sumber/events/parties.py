"""Parties: who acts and who receives, found at the places that an entry and its voice name.

In: `Words`, a `Trigger` and the `Cast`. Out: ids of actors. `frames` says which places to look at,
`subjects` and `phrases` who stands there. The tree is asked first and the order of words where it
gives nothing: our parser is wrong in one relation of four. Used by `find`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sumber.events.cast import PEOPLE, Cast
from sumber.events.frames import places
from sumber.events.phrases import Ids, Phrases, unique
from sumber.events.subjects import CLIMB, Subjects
from sumber.events.triggers import Trigger
from sumber.events.words import Words
from sumber.lexicon.event_words import CLITIC, load_event_words

FAR = 16  # tokens behind a trigger in which its prepositions stand
MUTUAL = frozenset({"saling", "satu sama lain"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Ids of those who act and of those who receive."""

    actors: Ids = ()
    recipients: Ids = ()


def find_parties(
    words: Words, trigger: Trigger, cast: Cast, others: Mapping[int, Trigger]
) -> Parties:
    """The parties of one act; `others` are the triggers of the article by their token."""
    sites = sites_of(words, trigger, cast, others)
    acting, receiving = places(trigger)
    if trigger.entry.reciprocal:
        met = unique(i for place in (*acting, *receiving) for i in sites.at(place))
        return Parties(unique((*sites.at("occasion"), *met)) if len(met) < 2 else met)
    actors = sites.first(acting)
    if sites.is_mutual():
        return Parties(actors, actors)
    return Parties(actors, sites_of(words, trigger, cast, others, actors).first(receiving))


def sites_of(
    words: Words, trigger: Trigger, cast: Cast, others: Mapping[int, Trigger], besides: Ids = ()
) -> Sites:
    """The places around a trigger, to be asked who stands there."""

    def recipients_of(other: Trigger) -> Ids:
        return find_parties(words, other, cast, {}).recipients

    _, stop = words.sentence(trigger.last)
    phrases = Phrases(words, cast, stop, besides)
    return Sites(trigger, phrases, Subjects(phrases, others, recipients_of))


@dataclass(frozen=True, slots=True)
class Sites:
    """One trigger among the phrases of its sentence: who stands at which place."""

    trigger: Trigger
    phrases: Phrases
    subjects: Subjects

    def first(self, wanted: Iterable[str]) -> Ids:
        """Who stands at the first of the places that is filled, besides those known."""
        for place in wanted:
            if found := tuple(i for i in self.at(place) if i not in self.phrases.besides):
                return found
        return ()

    def at(self, place: str) -> Ids:
        """Who stands at one place."""
        named = {
            "none": lambda: (),
            "subject": self.subject,
            "object": self.object,
            "genitive": self.genitive,
            "agent": self.agent,
            "holder": self.holder,
            "owner": self.owner,
            "occasion": self.occasion,
            "complement": self.complement,
            "anybody": self.anybody,
            "speaker": self.speaker,
        }.get(place)
        return named() if named else self.behind(place)

    def subject(self) -> Ids:
        """Who the subject is, of the act or of the verb that it depends on."""
        clause = self.trigger.clause
        return self.subjects.subject_of(clause, CLIMB) or self.subjects.nearest_before(clause)

    def holder(self) -> Ids:
        """Who is said to stand behind an act: `Iran di balik serangan`."""
        words, noun = self.phrases.words, self.trigger.at
        before = words.lower[max(self.trigger.first - 4, 0) : self.trigger.first]
        if any(word in load_event_words().people_behind for word in before):
            return self.subjects.nearest_before(noun)
        return ()

    def owner(self) -> Ids:
        """Whose the troops or weapons are that are moved: `tentara Korea Utara ditempatkan`."""
        words, trigger = self.phrases.words, self.trigger
        first, stop = words.sentence(trigger.at)
        near = range(max(first, trigger.first - FAR), min(stop, trigger.last + FAR))
        moved = (at for at in near if words.lower[at] in trigger.entry.object)
        return next((found for at in moved if (found := self.phrases.people(at))), ())

    def occasion(self) -> Ids:
        """Who acts at a meeting: `Retno menyampaikan hal itu dalam pertemuan dengan Lavrov`."""
        words, noun = self.phrases.words, self.trigger.at
        if self.trigger.voice != "noun" or self.trigger.light is not None:
            return ()
        if words.lower[self.trigger.first - 1] not in load_event_words().clause_occasion:
            return ()
        verb = next((at for at in words.above(noun) if words.tag(at) == "VERB"), noun)
        if verb == noun or verb in self.subjects.others:
            return ()
        first, _ = words.sentence(noun)
        beside = (at for at in range(first, verb) if words.lower[at] == "bersama")
        joined = next((self.phrases.phrase_from(at + 1) for at in beside), ())
        return unique((*self.subjects.subject_of(verb, CLIMB), *joined))

    def complement(self) -> Ids:
        """The subject of what is asked: `meminta agar DPR menunda`, not of a passive."""
        words = self.phrases.words
        purpose = {*load_event_words().status_purpose, "bahwa"}
        behind = self.trigger.last + 1
        for at in range(behind, min(self.phrases.stop, behind + FAR) - 1):
            if words.lower[at] in purpose:
                found = self.phrases.phrase_from(at + 1)
                verb = words.head(self.phrases.nominal_from(at + 1)) if found else at
                return () if "Voice=Pass" in words.parse.features[verb] else found
        return ()

    def anybody(self) -> Ids:
        """Who else is named behind the act in its sentence, before another clause begins."""
        words, start = self.phrases.words, self.trigger.last + 1
        clause = list(self.clause(start))
        if not clause:
            return ()
        named = self.phrases.cast.within(words.start(start), words.stop(clause[-1]))
        return (named[0].actor,) if named else ()

    def speaker(self) -> Ids:
        """Who says the words of the act: `Beijing mengatakan AS bertanggung jawab atas …`."""
        return self.phrases.cast.speakers(self.phrases.words.start(self.trigger.first))

    def is_mutual(self) -> bool:
        """Whether the parties do it to each other: `saling menuduh`, `menuduh satu sama lain`."""
        words, trigger = self.phrases.words, self.trigger
        before = words.lower[max(trigger.first - 1, 0)]
        behind = " ".join(words.lower[trigger.last + 1 : trigger.last + 4])
        return before in MUTUAL or behind in MUTUAL

    def object(self) -> Ids:
        """Who the object is: by the tree, or the first noun behind the verb."""
        words, trigger = self.phrases.words, self.trigger
        for child in words.children_by(trigger.clause, "obj", "iobj"):
            if child > trigger.clause and not trigger.first <= child <= trigger.last:
                return self.phrases.people(child)
        return self.phrases.phrase_from(trigger.told + 1)

    def genitive(self) -> Ids:
        """Whose act a noun is: the noun or clitic right behind it."""
        found = self.phrases.phrase_from(self.trigger.last + 1)
        if self.trigger.lightness != "receives":
            return found
        start = self.phrases.words.start(self.trigger.last)
        named = self.phrases.cast.within(start, self.phrases.words.stop(self.trigger.last) + 2)
        return found if named else ()  # `kecaman Turki`, but not `sanksi disiplin PNS`

    def agent(self) -> Ids:
        """Who stands behind `oleh`, or right behind a passive."""
        words, trigger = self.phrases.words, self.trigger
        for word in load_event_words().clause_agent:
            if found := self.behind(word):
                return found
        for child in words.children_by(trigger.clause, "obl:agent"):
            return self.phrases.people(child)
        return self.phrases.phrase_from(trigger.last + 1) if trigger.voice == "passive" else ()

    def behind(self, preposition: str) -> Ids:
        """Who stands behind a preposition in the clause of the act."""
        words, phrases = self.phrases.words, self.phrases
        start = self.trigger.last + 1
        for at in self.phrase_clause(start):
            if words.lower[at] == preposition and (found := phrases.phrase_from(at + 1)):
                return found
            if words.lower[at] == preposition + CLITIC and (found := phrases.person(at, PEOPLE)):
                return found
        return ()

    def clause(self, start: int) -> Iterator[int]:
        """The tokens from one on, to where another clause begins."""
        words = self.phrases.words
        for at in range(start, min(self.phrases.stop, start + FAR)):
            if words.lower[at] in load_event_words().clause_breaks:
                return
            yield at

    def phrase_clause(self, start: int) -> Iterator[int]:
        """The tokens from one on, to the next verb or clause."""
        for at in self.clause(start):
            if self.phrases.words.tag(at) == "VERB" and self.phrases.words.relation(at) != "amod":
                return
            yield at
