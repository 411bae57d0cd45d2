"""Parties: who acts and who receives, found at the places that an entry and its voice name.

In: `Words`, a `Trigger` and the `Cast`. Out: ids of actors. A place is `subject`, `object`,
`genitive`, `agent`, `none` or a preposition. The tree is asked first and the order of words where
it gives nothing: our parser is wrong in one relation of four. Used by `find`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sumber.events.cast import BODIES, CROWDS, PEOPLE, Cast
from sumber.events.triggers import Trigger, is_nominal
from sumber.events.words import CLAUSES, VERBAL, Words
from sumber.lexicon.codebook import Entry
from sumber.lexicon.event_words import CLITIC, load_event_words
from sumber.records import ActorKind

Ids = tuple[str, ...]

FAR = 16  # tokens behind a trigger in which its prepositions stand
ASKED = 6  # tokens before a verb in which the word stands that asks for it
CLIMB = 4  # clauses above in which a dropped subject stands
USUAL = ("object", "kepada", "terhadap", "atas")
UNDERGONE = re.compile(r"pe(?:ng|ny|m|n|l|w|y)[a-z]+an")  # penangkapan X: X is caught
NOBODY = ("none",)
MUTUAL = frozenset({"saling", "satu sama lain"})
# Types whose object is one's own: the pasukan Korea Utara that are sent are North Korea's.
MOVES = frozenset({"MOBILIZE"})
# Where types of speech acts name the other side when it stands in what is said.
BEYOND = {
    "REQUEST": ("complement",),
    "THREATEN": ("complement",),
    "AGREE": ("anybody",),
    "SANCTION": ("anybody",),
}
SKIPPED = frozenset({"DET", "NUM", "ADV", "PART", "ADJ", "SYM"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Ids of those who act and of those who receive."""

    actors: Ids = ()
    recipients: Ids = ()


def find_parties(
    words: Words, trigger: Trigger, cast: Cast, others: Mapping[int, Trigger]
) -> Parties:
    """The parties of one act; `others` are the triggers of the article by their token."""
    scene = _Scene(words, trigger, cast, others)
    acting, receiving = places(trigger)
    if trigger.entry.reciprocal:
        met = _unique(i for place in (*acting, *receiving) for i in scene.at(place))
        return Parties(_unique((*scene.at("occasion"), *met)) if len(met) < 2 else met)
    actors = scene.first(acting)
    if scene.is_mutual():
        return Parties(actors, actors)
    return Parties(actors, replace(scene, besides=actors).first(receiving))


def places(trigger: Trigger) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where who acts and who receives may stand, the likeliest first."""
    entry = trigger.entry
    acting, receiving = entry.actor, entry.recipient or USUAL
    if trigger.lightness == "receives":
        return acting or ("dari", "agent", "genitive"), ("subject",)
    if trigger.voice == "noun":
        return _places_of_noun(trigger, acting, receiving)
    if trigger.voice == "passive":
        swapped = tuple(place for place in receiving if place != "object")
        back = tuple("object" if place == "subject" else place for place in acting)
        if trigger.entry.type in MOVES:
            return back or ("agent", "owner", "subject"), swapped
        return back or ("agent",), swapped if receiving == NOBODY else (*swapped, "subject")
    if receiving == NOBODY:
        return acting or ("subject",), receiving
    return acting or ("subject",), (*receiving, *BEYOND.get(trigger.entry.type, ()))


def _places_of_noun(
    trigger: Trigger, acting: tuple[str, ...], receiving: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    receives = genitive_receives(trigger.entry, str(trigger.form))
    behind = tuple(place for place in receiving if place not in {"object", "subject"})
    if receives and receiving != NOBODY:
        behind = (*behind, "genitive")
    if trigger.lightness == "gives":
        return acting or ("subject",), (*behind, "object")
    if acting:
        return acting, behind
    if trigger.entry.type in MOVES:
        return ("agent", "owner", "genitive"), behind
    return ("agent", "holder") if receives else ("agent", "genitive", "holder"), behind


def genitive_receives(entry: Entry, noun: str) -> bool:
    """Whether `X` in `penangkapan X` is who it is done to."""
    if entry.genitive:
        return entry.genitive == "recipient"
    if entry.type in MOVES:
        return False
    return bool(UNDERGONE.fullmatch(noun)) and not entry.reciprocal


def _unique(ids: Iterable[str]) -> Ids:
    return tuple(dict.fromkeys(ids))


@dataclass(frozen=True, slots=True)
class _Scene:
    """One trigger among its words and the cast."""

    words: Words
    trigger: Trigger
    cast: Cast
    others: Mapping[int, Trigger]
    besides: Ids = ()  # who is a party already, and whom no pronoun means

    def first(self, wanted: Iterable[str]) -> Ids:
        """Who stands at the first of the places that is filled, besides those known."""
        for place in wanted:
            if found := tuple(i for i in self.at(place) if i not in self.besides):
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
        }.get(place)
        return named() if named else self.behind(place)

    def subject(self) -> Ids:
        """Who the subject is, of the act or of the verb that it depends on."""
        clause = self.trigger.clause
        return self.subject_of(clause, CLIMB) or self.nearest_before(clause)

    def holder(self) -> Ids:
        """Who is said to stand behind an act: `Iran di balik serangan`."""
        words, noun = self.words, self.trigger.at
        before = words.lower[max(self.trigger.first - 4, 0) : self.trigger.first]
        if any(word in load_event_words().people_behind for word in before):
            return self.nearest_before(noun)
        return ()

    def owner(self) -> Ids:
        """Whose the troops or weapons are that are moved: `tentara Korea Utara ditempatkan`."""
        words, trigger = self.words, self.trigger
        first, stop = words.sentence(trigger.at)
        near = range(max(first, trigger.first - FAR), min(stop, trigger.last + FAR))
        moved = (at for at in near if words.lower[at] in trigger.entry.object)
        return next((found for at in moved if (found := self.people(at))), ())

    def occasion(self) -> Ids:
        """Who acts at a meeting: `Retno menyampaikan hal itu dalam pertemuan dengan Lavrov`."""
        words, noun = self.words, self.trigger.at
        if self.trigger.voice != "noun" or self.trigger.light is not None:
            return ()
        if words.lower[self.trigger.first - 1] not in load_event_words().clause_occasion:
            return ()
        verb = next((at for at in words.above(noun) if words.tag(at) == "VERB"), noun)
        if verb == noun or verb in self.others:
            return ()
        first, _ = words.sentence(noun)
        beside = (at for at in range(first, verb) if words.lower[at] == "bersama")
        joined = next((self.phrase_from(at + 1) for at in beside), ())
        return _unique((*self.subject_of(verb, CLIMB), *joined))

    def complement(self) -> Ids:
        """The subject of what is asked: `meminta agar DPR menunda`, not of a passive."""
        words = self.words
        purpose = {*load_event_words().status_purpose, "bahwa"}
        _, stop = words.sentence(self.trigger.last)
        for at in range(self.trigger.last + 1, min(stop - 1, self.trigger.last + FAR)):
            if words.lower[at] in purpose:
                found = self.phrase_from(at + 1)
                verb = words.head(self.nominal_from(at + 1)) if found else at
                return () if "Voice=Pass" in words.parse.features[verb] else found
        return ()

    def anybody(self) -> Ids:
        """Who else is named behind the act in its sentence, before another clause begins."""
        words, start = self.words, self.trigger.last + 1
        clause = list(self.clause(start))
        if not clause:
            return ()
        named = self.cast.within(words.start(start), words.stop(clause[-1]))
        return (named[0].actor,) if named else ()

    def is_mutual(self) -> bool:
        """Whether the parties do it to each other: `saling menuduh`, `menuduh satu sama lain`."""
        words, trigger = self.words, self.trigger
        before = words.lower[max(trigger.first - 1, 0)]
        behind = " ".join(words.lower[trigger.last + 1 : trigger.last + 4])
        return before in MUTUAL or behind in MUTUAL

    def subject_of(self, verb: int, climb: int) -> Ids:
        """The subject of a verb: its own, the noun that it describes, or that of a verb above."""
        words = self.words
        for child in words.children_by(verb, "nsubj", "nsubj:pass"):
            if words.lower[child] == "yang":
                return self.people(words.head(verb))
            if found := self.people(child):
                return found
        relation, head = words.relation(verb), words.head(verb)
        if relation in {"acl", "acl:relcl"} and head < verb and is_nominal(words, head):
            return self.people(head)
        for found in (self.right_before(verb), self.opening_of_clause(verb), self.asked(verb)):
            if found:
                return found
        if climb and head != verb and (relation in CLAUSES or words.tag(head) in VERBAL):
            return self.controller(verb, head, relation, climb - 1)
        return self.nearest_before(verb)

    def right_before(self, verb: int) -> Ids:
        """Who is named right before a verb, with nothing but auxiliaries between."""
        words = self.words
        first, _ = words.sentence(verb)
        at = verb - 1
        while at > first and words.tag(at) in {"AUX", "ADV", "PART"}:
            at -= 1
        named = self.cast.within(words.start(at), words.stop(at)) if at >= first else []
        if not named or named[0].start < words.start(first):
            return ()
        before = words.token_at(named[0].start) - 1
        behind = words.lower[before] in load_event_words().clause_prepositions
        return () if behind and before >= first else (named[0].actor,)

    def opening_of_clause(self, verb: int) -> Ids:
        """Who is named right behind the word that opens the verb's clause: `bahwa Rusia, …`."""
        words = self.words
        first, _ = words.sentence(verb)
        comma = False
        for at in range(verb - 1, max(first, verb - FAR) - 1, -1):
            comma = comma or words.lower[at] == ","
            if words.lower[at] == "yang" and comma:
                continue  # a clause between commas describes a noun of ours
            if words.lower[at] == "yang":
                return ()
            if words.lower[at] in load_event_words().clause_breaks:
                return self.phrase_from(at + 1) if at + 1 < verb else ()
        return ()

    def controller(self, verb: int, head: int, relation: str, climb: int) -> Ids:
        """The subject that a verb without one borrows: `meminta DPR untuk bersidang`."""
        words = self.words
        if relation in {"xcomp", "ccomp", "advcl"} and head < verb:
            objects = [c for c in words.children_by(head, "obj", "iobj") if head < c < verb]
            touches = objects and words.reach[objects[0]][1] + 1 == words.reach[verb][0]
            if objects and words.tag(head) == "VERB" and (relation != "advcl" or touches):
                return self.people(objects[0])
        return self.subject_of(head, climb)

    def nearest_before(self, verb: int) -> Ids:
        """The last who is named before a verb in its sentence, not behind a preposition."""
        words = self.words
        first, _ = words.sentence(verb)
        for named in reversed(self.cast.within(words.start(first), words.start(verb))):
            at = words.token_at(named.start)
            if words.lower[at - 1] not in load_event_words().clause_prepositions or at == first:
                return (named.actor,)
        return ()

    def asked(self, verb: int) -> Ids:
        """Who is asked to act, where a purpose follows a request: `menyerukan kepada X untuk`."""
        words = self.words
        first, _ = words.sentence(verb)
        purpose = load_event_words().status_purpose
        opener = next(
            (at for at in range(verb - 1, max(first, verb - ASKED) - 1, -1)
             if words.lower[at] in purpose or words.tag(at) == "VERB"), first)  # fmt: skip
        if words.lower[opener] not in purpose:
            return ()
        for at in range(opener - 1, max(first, opener - FAR) - 1, -1):
            if (other := self.others.get(at)) and other.entry.type == "REQUEST":
                return find_parties(words, other, self.cast, {}).recipients
        return ()

    def object(self) -> Ids:
        """Who the object is: by the tree, or the first noun behind the verb."""
        words, trigger = self.words, self.trigger
        for child in words.children_by(trigger.clause, "obj", "iobj"):
            if child > trigger.clause and not trigger.first <= child <= trigger.last:
                return self.people(child)
        return self.phrase_from(trigger.told + 1)

    def genitive(self) -> Ids:
        """Whose act a noun is: the noun or clitic right behind it."""
        found = self.phrase_from(self.trigger.last + 1)
        if self.trigger.lightness != "receives":
            return found
        start = self.words.start(self.trigger.last)
        named = self.cast.within(start, self.words.stop(self.trigger.last) + 2)
        return found if named else ()  # `kecaman Turki`, but not `sanksi disiplin PNS`

    def agent(self) -> Ids:
        """Who stands behind `oleh`, or right behind a passive."""
        words, trigger = self.words, self.trigger
        for word in load_event_words().clause_agent:
            if found := self.behind(word):
                return found
        for child in words.children_by(trigger.clause, "obl:agent"):
            return self.people(child)
        return self.phrase_from(trigger.last + 1) if trigger.voice == "passive" else ()

    def behind(self, preposition: str) -> Ids:
        """Who stands behind a preposition in the clause of the act."""
        words = self.words
        start = self.trigger.last + 1
        for at in self.phrase_clause(start):
            if words.lower[at] == preposition and (found := self.phrase_from(at + 1)):
                return found
            if words.lower[at] == preposition + CLITIC and (found := self.person(at, PEOPLE)):
                return found
        return ()

    def clause(self, start: int) -> Iterator[int]:
        """The tokens from one on, to where another clause begins."""
        words = self.words
        _, stop = words.sentence(self.trigger.last)
        for at in range(start, min(stop, start + FAR)):
            if words.lower[at] in load_event_words().clause_breaks:
                return
            yield at

    def phrase_clause(self, start: int) -> Iterator[int]:
        """The tokens from one on, to the next verb or clause."""
        for at in self.clause(start):
            if self.words.tag(at) == "VERB" and self.words.relation(at) != "amod":
                return
            yield at

    def phrase_from(self, at: int) -> Ids:
        """Who is named by the phrase that begins at a token, if it begins with a noun."""
        head = self.nominal_from(at)
        return () if head < 0 else self.people(head)

    def nominal_from(self, at: int) -> int:
        """The noun that a phrase beginning at a token hangs on; -1 if none begins there."""
        words = self.words
        _, stop = words.sentence(self.trigger.last)
        while at < stop and words.tag(at) in SKIPPED:
            at += 1
        if at < stop and words.lower[at] in load_event_words().clause_prepositions:
            return -1
        return at if at < stop and is_nominal(words, at) else -1

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
        return _unique(found)

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
