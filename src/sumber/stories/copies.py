"""Who prints whose text: two articles in, a `Copy` out if they share more than chance.

The words are compared exactly (`passages`); formulas of news (`background`) count for nothing; what
both print as quotation shows a common speaker, not a common text. Used by `filing`.

    text of A  ~  text of B, three quarters of the shorter one       copy
    two sentences or more that are not quotation in both             partial
    the words of a speaker                                           shared-quotation
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sumber.records import Copy, CopyKind, Passage
from sumber.stories.background import mark_formulas
from sumber.stories.passages import SHORTEST, Match, find_matches
from sumber.stories.words import Words

# Chosen on benchmarks/pairs/dev.jsonl; benchmarks/pairs.py gives the figures.
WHOLE = 0.75  # share of the shorter text from which on it is one text with light edits
SENTENCES = 40  # words of two sentences: half of click-id's sentences have 20 or fewer
MOST = 0.5  # share from which on one sentence is enough: the article has few of its own


@dataclass(frozen=True, slots=True)
class Text:
    """One article as it is compared: its id and its words.

    `formula` says which of them belong to formulas, `own` which are neither quoted nor of one.
    """

    id: str
    words: Words
    formula: Sequence[bool]
    own: Sequence[bool]


def prepare_text(id: str, words: Words) -> Text:  # noqa: A002 - the article's id
    """What `find_copy` needs of an article; worth keeping where one meets many."""
    formula = mark_formulas(words.folded)
    own = [not (q or f) for q, f in zip(words.quoted, formula, strict=True)]
    return Text(id, words, formula, own)


def find_copy(one: Text, other: Text) -> Copy | None:
    """What two articles share; `None` where they are independent. The order does not matter."""
    first, second = sorted((one, other), key=lambda text: text.id)
    matches = [
        match
        for match in find_matches(first.words.folded, second.words.folded)
        if first.formula[match.first : match.first_stop].count(False) >= SHORTEST
    ]
    shorter = min(len(first.words), len(second.words))
    share = sum(match.equal for match in matches) / shorter if shorter else 0.0
    kind = name_kind(first, second, matches, share)
    if kind is None:
        return None
    passages = tuple(passage_of(first.words, second.words, match) for match in matches)
    return Copy(first.id, second.id, kind, round(min(share, 1.0), 4), passages)


def name_kind(first: Text, second: Text, matches: Sequence[Match], share: float) -> CopyKind | None:
    """What the shared passages make of two texts."""
    if share >= WHOLE:
        return "copy"
    beyond = sum(told_by_outlet(first, second, match) for match in matches)
    if beyond >= (SENTENCES if share < MOST else SENTENCES / 2):
        return "partial"
    return "shared-quotation" if any(is_quoted(first, second, m) for m in matches) else None


def told_by_outlet(first: Text, second: Text, match: Match) -> int:
    """Words of a passage that at least one side prints as its own, without formulas."""
    ours = first.own[match.first : match.first_stop].count(True)
    theirs = second.own[match.second : match.second_stop].count(True)
    return max(ours, theirs)


def is_quoted(first: Text, second: Text, match: Match) -> bool:
    """Whether at least one side prints a passage's worth of it as quotation."""
    ours = first.words.quoted[match.first : match.first_stop].count(True)
    theirs = second.words.quoted[match.second : match.second_stop].count(True)
    return max(ours, theirs) >= SHORTEST


def passage_of(first: Words, second: Words, match: Match) -> Passage:
    """A match in code points of both texts."""
    return Passage(
        start=first.starts[match.first],
        stop=first.stops[match.first_stop - 1],
        other_start=second.starts[match.second],
        other_stop=second.stops[match.second_stop - 1],
    )
