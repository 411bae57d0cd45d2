"""Continued speech: a sentence without a cue that goes on with what somebody said before.

`Rina mengatakan stok aman. Sebab, panen sudah tiba. "Gudang penuh," ujarnya.`: the statements that
a cue tells go in, those of the sentences between them come out. Used by `find`.

A sentence goes on if it stands right behind indirect speech, begins with a word that joins it, and
the same speaker has the next statement too: 28 of 33 such sentences of the gold do; without the
joining word 23 of 53. A regression over three dozen facts found no more of them at that precision.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sumber.language import Sentence, find_sentences
from sumber.lexicon.reporting import load_function_words
from sumber.records import Span, Statement
from sumber.statements.cued_clause import entry_of

FEWEST = 4  # words of a sentence that says something
QUOTES = frozenset('"“”')
# Frames whose cue has a speaker of its own; where nothing is reported, nothing goes on either.
SAYING = frozenset({"say", "deny", "ask", "according", "cited", "passive"})


def continue_statements(
    text: str, paragraphs: Sequence[Span], statements: Sequence[Statement]
) -> Iterator[Statement]:
    """Give the statements that sentences without a cue make; `statements` are in order."""
    starts = [s.content[0].start for s in statements]
    for paragraph in paragraphs:
        first, last = (bisect_right(starts, at) for at in (paragraph.start - 1, paragraph.stop))
        if first == last:
            continue
        sentences = find_sentences(text, paragraph.start, paragraph.stop)
        for held, sentence in pairwise(sentences):
            place = bisect_right(starts, sentence.start)
            if 0 < place < len(statements) and _joins(sentence):
                before, after = statements[place - 1], statements[place]
                if _goes_on(held, before) and _apart(sentence, after) and _share(before, after):
                    yield _continued(text, sentence, before)


def _joins(sentence: Sentence) -> bool:
    """True for a sentence without quotation marks and cues that begins with a joining word."""
    words = sentence.words
    if len(words) < FEWEST or words[0].lower not in load_function_words()["connective"]:
        return False
    cues = [cue for word in words if (cue := entry_of(word.lower))]
    return all(w.text not in QUOTES for w in words) and all(c.frame not in SAYING for c in cues)


def _goes_on(held: Sentence, before: Statement) -> bool:
    """True if the sentence before holds an indirect statement to its end."""
    return before.kind == "indirect" and held.start <= before.content[-1].stop <= held.stop


def _apart(sentence: Sentence, after: Statement) -> bool:
    """True if the next statement begins behind the sentence, with its cue and speaker."""
    beside = [span.start for span in (after.cue, after.speaker) if span]
    return min([after.content[0].start, *beside]) >= sentence.stop


def _share(before: Statement, after: Statement) -> bool:
    return not set(before.speakers).isdisjoint(after.speakers)


def _continued(text: str, sentence: Sentence, before: Statement) -> Statement:
    return Statement(
        id="",
        kind="indirect",
        content=(_content(text, sentence),),
        speakers=before.speakers,
        via=before.via,
    )


def _content(text: str, sentence: Sentence) -> Span:
    """A sentence without its stop and the words that only join it: `Namun, …`, `Selain itu, …`."""
    joining = load_function_words()["connective"]
    at = 0
    while at < FEWEST - 1 and sentence.words[at].lower in joining:
        at += 1
    comma = sentence.words[at].text == "," and at + 1 < len(sentence.words)
    start = sentence.words[at + 1].start if comma else sentence.start
    stop = sentence.stop
    while stop > start + 1 and text[stop - 1] in ".!?… ":
        stop -= 1
    return Span(start, stop)
