"""Phrases: noun phrases that tell of a party without naming it (`ratusan mahasiswa`).

In: a parse. Out: `Phrase`s: the words of number, the noun that the lexicon knows, and the words
that describe it. The noun is told by its word; what belongs to it by the tree. Used by `groups`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sumber.actors.collectives import COUNTS, KINDS
from sumber.language import Parse
from sumber.lexicon.calendar_words import calendar_words
from sumber.lexicon.groups import Group, group_by_words, load_groups, longest_group

DESCRIBING = frozenset({"amod", "compound", "flat", "nmod", "appos", "flat:name"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
NO_NOUN = frozenset({"ADP", "PUNCT", "VERB", "CCONJ", "SCONJ", "AUX"})
POINTING = frozenset({"itu", "tersebut", "ini", "tadi"})
BESIDE = frozenset({"sendiri", "saja", "juga", "lain", "lainnya", "pun", "sekalian"})
KNOWN_ONE = frozenset({"si", "sang"})  # `sang istri` was told of before
LONGEST_NUMBER = 5  # words before a noun: `sebagian besar dari dua belas orang`
MOST_DESCRIBING = 4  # words behind a noun; more is a clause
OWN = "nya"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at `start` to `stop`; the noun itself starts at `noun_start`.

    `described` are the words behind the noun in lower case; `one` says that it is one person
    (`seorang`), `many` that words of number stand before it, `definite` that it points back.
    """

    start: int
    stop: int
    noun_start: int
    group: Group
    described: tuple[str, ...]
    one: bool
    many: bool
    definite: bool


def find_phrases(parsed: Parse, start: int, stop: int) -> Iterator[Phrase]:
    """The phrases between two offsets, in order of the text; they do not overlap.

    >>> from sumber.language.pipeline import parse
    >>> text = "Ratusan mahasiswa menuntut pemerintah daerah."
    >>> [text[p.start : p.stop] for p in find_phrases(parse(text), 0, len(text))]
    ['Ratusan mahasiswa', 'pemerintah daerah']
    """
    tokens = _Tokens(parsed, bisect_left(parsed.starts, start), bisect_left(parsed.starts, stop))
    at = tokens.first
    while at < tokens.last:
        found = tokens.noun(at)
        if found is None:
            at += 1
            continue
        group, size = found
        end = tokens.describing_end(at, at + size)
        if phrase := _phrase(tokens, group, at, at + size, end):
            yield phrase
        at = end


def _phrase(tokens: _Tokens, group: Group, noun: int, stop: int, end: int) -> Phrase | None:
    """The phrase around a noun; None where it is no party."""
    small = load_groups().words
    first = tokens.number_start(noun)
    before = tokens.word(first - 1) if first > tokens.first else ""
    if before in small.predicative or (before in small.things and tokens.hangs_on(noun, first - 1)):
        return None
    numbers = {tokens.word(at) for at in range(first, noun)}
    described = tuple(tokens.word(at) for at in range(stop, end))
    if numbers & COUNTS.keys() and group.name in KINDS:
        return None  # `kedua negara` are those named before
    if not group.bare and not described and first == noun:
        return None
    parsed = tokens.parsed
    return Phrase(
        start=parsed.starts[first],
        stop=parsed.stops[end - 1],
        noun_start=parsed.starts[noun],
        group=group,
        described=described,
        one=bool(numbers & small.one),
        many=bool(numbers) and not numbers & small.one,
        definite=bool(numbers & KNOWN_ONE) or (end < tokens.last and tokens.word(end) in POINTING),
    )


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens `first` to `last` (not included) of a parse."""

    parsed: Parse
    first: int
    last: int

    def word(self, at: int) -> str:
        """A token in small letters."""
        return self.parsed.word(at).casefold()

    def joined(self, at: int) -> bool:
        """Whether a token follows the one before after one blank or none."""
        parsed = self.parsed
        return self.first < at < self.last and (
            parsed.starts[at] - parsed.stops[at - 1] <= 1 and "\n" not in self._gap(at)
        )

    def noun(self, at: int) -> tuple[Group, int] | None:
        """The group whose name starts here, a word that adds nothing before it, and its words."""
        if self.parsed.tags[at] in NO_NOUN or self._in_name(at):
            return None
        if found := self._named(at):
            return found
        light = self.word(at) in load_groups().words.light and self.joined(at + 1)
        behind = self._named(at + 1) if light else None
        return (behind[0], behind[1] + 1) if behind else None

    def _named(self, at: int) -> tuple[Group, int] | None:
        words: list[str] = []
        longest = longest_group(self.word(at))
        while len(words) < longest and (not words or self.joined(at + len(words))):
            words.append(self.word(at + len(words)))
        for size in range(len(words), 0, -1):
            if group := group_by_words(tuple(words[:size])):
                return group, size
        return None

    def describing_end(self, noun: int, stop: int) -> int:
        """Where the words that describe a noun end: those behind it that hang on it in the tree."""
        parsed, end = self.parsed, stop
        while end < min(self.last, stop + MOST_DESCRIBING) and self.joined(end):
            if self.word(end) == OWN and parsed.starts[end] == parsed.stops[end - 1]:
                return end + 1
            if not (noun <= parsed.heads[end] < end and parsed.relations[end] in DESCRIBING):
                break
            if parsed.tags[end] not in NOMINAL or self.word(end) in _apart():
                break
            end += 1
        return end

    def number_start(self, noun: int) -> int:
        """Where the words of number before a noun start; `noun` where there are none."""
        small = load_groups().words
        start = at = noun
        while at > max(self.first, noun - LONGEST_NUMBER) and self.joined(at):
            at -= 1
            word = self.word(at)
            if word in small.numbers or word in small.one or word[0].isdigit():
                start = at
            elif word not in small.within:
                break
        return start

    def hangs_on(self, at: int, head: int) -> bool:
        """Whether a token modifies another in the tree."""
        return self.parsed.heads[at] == head

    def _in_name(self, at: int) -> bool:
        """`Tim Cook`: a capital inside a sentence, with another behind it, belongs to a name."""
        parsed = self.parsed
        capital = parsed.text[parsed.starts[at]].isupper()
        if not capital or not self.joined(at + 1) or not self.joined(at):
            return False
        return parsed.text[parsed.starts[at + 1]].isupper()

    def _gap(self, at: int) -> str:
        return self.parsed.text[self.parsed.stops[at - 1] : self.parsed.starts[at]]


@cache
def _apart() -> frozenset[str]:
    """Words that the tree may hang on a noun, but that tell when."""
    words = calendar_words()
    tables = (words.weekdays, words.months, words.units, words.day_words, words.day_parts)
    return frozenset(word for table in tables for word in table) | POINTING | BESIDE


def plain_phrase(words: str) -> str:
    """A phrase without the capital that only opens its sentence.

    >>> plain_phrase("Seorang pejabat AS"), plain_phrase("AS")
    ('seorang pejabat AS', 'AS')
    """
    first = words.partition(" ")[0]
    return words[0].lower() + words[1:] if first[1:].islower() else words
