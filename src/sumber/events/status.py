"""Status: whether an act happened, is planned, is denied, or is only possible.

In: `Words` and a `Trigger`. Out: an `EventStatus`. Read from negation and modality before the verb
and from what stands above it: what is asked for has not happened. Used by `find`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sumber.events.triggers import Trigger
from sumber.events.words import Words
from sumber.lexicon.event_words import load_event_words
from sumber.records import EventStatus

BEFORE = 4  # tokens before a verb in which its negation and modality stand
# What stands inside the complement of an act of these types.
INSIDE: Mapping[str, EventStatus] = {
    "REQUEST": "hypothetical",
    "THREATEN": "hypothetical",
    "REJECT": "hypothetical",
    "AGREE": "planned",
}
COMPLEMENT = frozenset({"ccomp", "xcomp", "advcl", "csubj"})


def find_status(words: Words, trigger: Trigger, others: Mapping[int, Trigger]) -> EventStatus:
    """The status of an act; `others` are the triggers of the article by their token."""
    if trigger.entry.status:
        return trigger.entry.status
    lists = load_event_words()
    near = tuple(_before(words, trigger))
    if any(word in lists.status_negation for word in near):
        return "denied"
    above = tuple(_above(words, trigger))
    if any(words.lower[at] in lists.status_denies for at in above):
        return "denied"
    if any(word in lists.status_planned for word in near):
        return "planned"
    if any(word in lists.status_possible for word in near) or _conditional(words, trigger):
        return "hypothetical"
    return _from_above(words, trigger, above, others)


def _before(words: Words, trigger: Trigger) -> Iterator[str]:
    """The words before the verb that belong to it: particles, auxiliaries, adverbs."""
    clause = min(trigger.clause, trigger.first)
    first, _ = words.sentence(clause)
    for at in range(clause - 1, max(first, clause - BEFORE) - 1, -1):
        if words.tag(at) in {"PUNCT", "CCONJ"} or (
            words.tag(at) in {"NOUN", "PROPN"} and words.lower[at] not in _modal()
        ):
            return
        yield words.lower[at]


def _modal() -> frozenset[str]:
    lists = load_event_words()
    return frozenset((*lists.status_planned, *lists.status_possible, *lists.status_negation))


def _above(words: Words, trigger: Trigger) -> Iterator[int]:
    """The verbs above in the sentence that stand before the act."""
    return (at for at in words.above(trigger.clause) if at < trigger.first)


def _conditional(words: Words, trigger: Trigger) -> bool:
    """Whether the act stands behind `jika` in its clause."""
    conditions = load_event_words().status_condition
    marks = words.children_by(trigger.clause, "mark", "case", "advmod")
    return any(words.lower[at] in conditions for at in marks)


def _from_above(
    words: Words, trigger: Trigger, above: tuple[int, ...], others: Mapping[int, Trigger]
) -> EventStatus:
    """The status that the words above give to their complement."""
    lists = load_event_words()
    if trigger.voice == "noun" and words.lower[trigger.first - 1] in lists.clause_occasion:
        return "actual"  # a meeting at which something is promised has taken place
    for at in above:
        if (other := others.get(at)) and other.entry.type in INSIDE and other is not trigger:
            return INSIDE[other.entry.type]
        if words.lower[at] in lists.status_planned:
            return "planned"
        if words.lower[at] in lists.status_possible or words.lower[at] in lists.status_wishes:
            return "hypothetical"
    return "actual"
