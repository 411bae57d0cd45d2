"""Subjects: who acts by a verb; its own subject, or the one that it borrows.

A verb without a subject takes the noun that its relative clause describes, what opens its clause,
who is asked to act, or the subject of the verb above. The tree is asked first and the order of
words where it gives nothing. In: `Phrases` and the other triggers. Out: ids. Used by `parties`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sumber.events.phrases import Ids, Phrases
from sumber.events.triggers import Trigger, is_nominal
from sumber.events.words import CLAUSES, VERBAL
from sumber.lexicon.event_words import load_event_words

ASKED = 6  # tokens before a verb in which the word stands that asks for it
CLIMB = 4  # clauses above in which a dropped subject stands
FAR = 16  # tokens before a verb in which its clause opens


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of a sentence's verbs; `others` are the triggers of the article by token."""

    phrases: Phrases
    others: Mapping[int, Trigger]
    recipients_of: Callable[[Trigger], Ids]

    def subject_of(self, verb: int, climb: int) -> Ids:
        """The subject of a verb: its own, the noun that it describes, or that of a verb above."""
        words = self.phrases.words
        for child in words.children_by(verb, "nsubj", "nsubj:pass"):
            if words.lower[child] == "yang":
                return self.phrases.people(words.head(verb))
            if found := self.phrases.people(child):
                return found
        relation, head = words.relation(verb), words.head(verb)
        if relation in {"acl", "acl:relcl"} and head < verb and is_nominal(words, head):
            return self.phrases.people(head)
        for found in (self.right_before(verb), self.opening_of_clause(verb), self.asked(verb)):
            if found:
                return found
        if climb and head != verb and (relation in CLAUSES or words.tag(head) in VERBAL):
            return self.controller(verb, head, relation, climb - 1)
        return self.nearest_before(verb)

    def right_before(self, verb: int) -> Ids:
        """Who is named right before a verb, with nothing but auxiliaries between."""
        words = self.phrases.words
        first, _ = words.sentence(verb)
        at = verb - 1
        while at > first and words.tag(at) in {"AUX", "ADV", "PART"}:
            at -= 1
        named = self.phrases.cast.within(words.start(at), words.stop(at)) if at >= first else []
        if not named or named[0].start < words.start(first):
            return ()
        before = words.token_at(named[0].start) - 1
        behind = words.lower[before] in load_event_words().clause_prepositions
        return () if behind and before >= first else (named[0].actor,)

    def opening_of_clause(self, verb: int) -> Ids:
        """Who is named right behind the word that opens the verb's clause: `bahwa Rusia, …`."""
        words = self.phrases.words
        first, _ = words.sentence(verb)
        comma = False
        for at in range(verb - 1, max(first, verb - FAR) - 1, -1):
            comma = comma or words.lower[at] == ","
            if words.lower[at] == "yang" and comma:
                continue  # a clause between commas describes a noun of ours
            if words.lower[at] == "yang":
                return ()
            if words.lower[at] in load_event_words().clause_breaks:
                return self.phrases.phrase_from(at + 1) if at + 1 < verb else ()
        return ()

    def controller(self, verb: int, head: int, relation: str, climb: int) -> Ids:
        """The subject that a verb without one borrows: `meminta DPR untuk bersidang`."""
        words = self.phrases.words
        if relation in {"xcomp", "ccomp", "advcl"} and head < verb:
            objects = [c for c in words.children_by(head, "obj", "iobj") if head < c < verb]
            touches = objects and words.reach[objects[0]][1] + 1 == words.reach[verb][0]
            if objects and words.tag(head) == "VERB" and (relation != "advcl" or touches):
                return self.phrases.people(objects[0])
        return self.subject_of(head, climb)

    def nearest_before(self, verb: int) -> Ids:
        """The last who is named before a verb in its sentence, not behind a preposition."""
        words = self.phrases.words
        first, _ = words.sentence(verb)
        for named in reversed(self.phrases.cast.within(words.start(first), words.start(verb))):
            at = words.token_at(named.start)
            if words.lower[at - 1] not in load_event_words().clause_prepositions or at == first:
                return (named.actor,)
        return ()

    def asked(self, verb: int) -> Ids:
        """Who is asked to act, where a purpose follows a request: `menyerukan kepada X untuk`."""
        words = self.phrases.words
        first, _ = words.sentence(verb)
        purpose = load_event_words().status_purpose
        opener = next(
            (at for at in range(verb - 1, max(first, verb - ASKED) - 1, -1)
             if words.lower[at] in purpose or words.tag(at) == "VERB"), first)  # fmt: skip
        if words.lower[opener] not in purpose:
            return ()
        for at in range(opener - 1, max(first, opener - FAR) - 1, -1):
            if (other := self.others.get(at)) and other.entry.type == "REQUEST":
                return self.recipients_of(other)
        return ()
