"""A sentence as the rules of indirect speech see it, and what they make of it.

Words, the positions inside direct quotations, and the cues of the codebook go into a `Clause`; a
`Report` comes out of each rule. Used by `reports` and the frames.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sumber.language.sentences import Sentence, Word
from sumber.lexicon.reporting import ReportingCue, load_function_words, load_reporting_cues
from sumber.records import Span

# A first piece of at most this many words before `, kata X,` is a phrase, not a whole clause.
LONGEST_PHRASE = 7
# Frames whose speaker is the subject before the cue.
ACTIVE = frozenset({"say", "that", "deny", "ask", "hope"})
# Rules whose side stands before the cue.
BEFORE = frozenset({"after", "object"})
VERB = re.compile(r"(?:me|di|ber|ter)[a-z]{3,}")
QUOTES = frozenset('"“”')
CLOSING = frozenset('.!?,;:)"”-–…')


@dataclass(frozen=True, slots=True)
class Report:
    """A saying in indirect speech. `side` is the words among which the speaker is named."""

    content: tuple[Span, ...]
    cue: Span
    entry: ReportingCue
    side: tuple[Word, ...]
    before: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the codebook at a position of a sentence.

    `first` is where it starts: a position before where it is two words (`memberi tahu`).
    """

    at: int
    entry: ReportingCue
    first: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence as the rules see it.

    `direct` holds the positions inside direct quotations, `quoted` those and every quotation mark.
    """

    words: tuple[Word, ...]
    quoted: frozenset[int]
    direct: frozenset[int]
    cues: tuple[Cue, ...]

    def lower(self, at: int) -> str:
        """The word at a position, lower case; empty beyond the ends."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def find(self, wanted: Collection[str], start: int, stop: int) -> int | None:
        """The first position of one of the words in `start`..`stop`."""
        stop = min(stop, len(self.words))
        return next((k for k in range(start, stop) if self.words[k].lower in wanted), None)

    def span(self, start: int, stop: int) -> Span | None:
        """The characters of words `start`..`stop` without marks at their ends; None if empty."""
        while stop > start and self.words[stop - 1].text in CLOSING:
            if self.words[stop - 1].text == ")" and self.find("(", start, stop) is not None:
                break
            stop -= 1
        while start < stop and self.words[start].text in ",:;)":
            start += 1
        if start >= stop or self.words[start].text in QUOTES:
            return None
        inside = sum(k in self.quoted for k in range(start, stop))
        if inside * 2 > stop - start:
            return None
        return Span(self.words[start].start, self.words[stop - 1].stop)


def read_clause(sentence: Sentence, quoted: Callable[[Word], bool]) -> Clause:
    """A sentence with its quoted positions and its cues."""
    words = sentence.words
    direct = frozenset(k for k, w in enumerate(words) if quoted(w))
    inside = direct | {k for k, w in enumerate(words) if w.text in QUOTES}
    found = (_cue_at(words, k) for k in range(len(words)) if k not in inside)
    return Clause(words, inside, direct, tuple(cue for cue in found if cue is not None))


def _cue_at(words: Sequence[Word], at: int) -> Cue | None:
    """The cue that ends at a position: one word, or two (`memberi tahu`)."""
    if at and words[at - 1].lower in words_of("first_half"):
        pair = load_reporting_cues().get(f"{words[at - 1].lower} {_bare(words[at].lower)}")
        if pair:
            return Cue(at, pair, at - 1)
    entry = entry_of(words[at].lower)
    return Cue(at, entry, at) if entry else None


def _bare(word: str) -> str:
    return word[:-3] if word.endswith("nya") and len(word) > 6 else word


def entry_of(word: str) -> ReportingCue | None:
    """The codebook's entry of a word, also with the clitic `-nya`."""
    cues = load_reporting_cues()
    if word in cues:
        return cues[word]
    return cues.get(word[:-3]) if word.endswith("nya") else None


def cue_word(clause: Clause, at: int) -> str:
    """The form of the codebook that a word is, without the clitic `-nya`."""
    word = clause.lower(at)
    return word[:-3] if word.endswith("nya") and word not in load_reporting_cues() else word


def is_predicate(clause: Clause, at: int) -> bool:
    """True if a word begins a predicate: `akan`, `tidak`, `mengganggu`, `ditutup`."""
    word = clause.lower(at)
    if word in words_of("predicate") or word in words_of("root_verb"):
        return True
    return bool(VERB.fullmatch(word)) and word not in words_of("unverbal")


def has_verb(clause: Clause, start: int) -> bool:
    """True if a predicate stands anywhere from `start` on, or so much that one must be there."""
    if len(clause.words) - start > LONGEST_PHRASE:
        return True
    return any(is_predicate(clause, k) for k in range(start, len(clause.words)))


def cue_span(clause: Clause, at: int, first: int | None = None) -> Span:
    """The cue's characters, without the clitic `-nya`."""
    word = clause.words[at]
    clitic = word.lower.endswith("nya") and word.lower not in load_reporting_cues()
    start = word.start if first is None else clause.words[first].start
    return Span(start, word.stop - 3 * clitic)


def words_of(name: str) -> frozenset[str]:
    """The small words of one kind, from the codebook."""
    return load_function_words()[name]


def leads(clause: Clause, at: int) -> bool:
    """True if nothing but connectives stands before the cue: `Apalagi, kata Wiranto sudah …`."""
    linked = words_of("connective") | {","}
    return all(clause.lower(k) in linked for k in range(at))


def make_report(
    clause: Clause, cue: Cue, pieces: Sequence[tuple[int, int]], side: Sequence[Word], rule: str
) -> Report | None:
    """A report of these pieces, or None if nothing is left of them."""
    content = tuple(span for piece in pieces if (span := clause.span(*piece)) is not None)
    if not content:
        return None
    word = cue_span(clause, cue.at, cue.first)
    return Report(content, word, cue.entry, tuple(side), rule in BEFORE, rule)
