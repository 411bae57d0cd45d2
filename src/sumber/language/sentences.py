"""Text to sentences and words by rule: a stretch of text goes in, `Sentence`s of `Word`s come out.

Sentence ends see through quotation marks: a full stop inside a quotation that goes on does not end
the sentence around it (`"A. B," kata X.` is one sentence), a paragraph end always does.
Needs no model. The trained pipeline has its own ends (`sentence_ends`), as the treebanks have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sumber.lexicon.abbreviations import load_abbreviations

# A number with its separators, a word with its hyphens, apostrophes and inner stops (`S.H.`, but
# not `naik.Warga`, where a space was lost), or one other character.
WORD = re.compile(r"\d+(?:[.,:/]\d+)+|\w+(?:[-'’]\w+|\.[a-z]\w*|(?<=[A-Z])\.[A-Z]\w*)*|[^\w\s]")
# What may end a sentence or open and close a quotation.
BREAK = re.compile(r"[\"“”]|[.!?…]+|\n")
LAST_WORD = re.compile(r"[\w.]{1,20}$")
# A quotation is followed no further than this many characters: a lost mark must not join a page.
LONGEST_QUOTATION = 3_000
# What has more words than this is no sentence but a list, a table or an attack: it is cut, so that
# the work on a sentence stays bounded. Of 80,000 sentences of CLICK-ID eight have more.
MOST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark; `start`, `stop` in code points of the text."""

    text: str
    lower: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its words, in order."""

    start: int
    stop: int
    words: tuple[Word, ...]


def find_sentences(text: str, start: int = 0, stop: int | None = None) -> Iterator[Sentence]:
    """Give the sentences of `text[start:stop]` in order; white space belongs to none.

    >>> [text[s.start : s.stop] for text in ['"Naik. Besok," kata Dr. Ani. Lalu sepi.']
    ...     for s in find_sentences(text)]
    ['"Naik. Besok," kata Dr. Ani.', 'Lalu sepi.']
    """
    stop = len(text) if stop is None else stop
    at = start
    for end in (*_ends(text, start, stop), stop):
        words = tuple(find_words(text, at, end))
        for first in range(0, len(words), MOST_WORDS):
            some = words[first : first + MOST_WORDS]
            yield Sentence(some[0].start, some[-1].stop, some)
        at = end


def find_words(text: str, start: int, stop: int) -> Iterator[Word]:
    """Give the words of `text[start:stop]` in order."""
    for match in WORD.finditer(text, start, stop):
        yield Word(match[0], match[0].lower(), match.start(), match.end())


def _ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Where sentences end, in order."""
    opened = -1
    for match in BREAK.finditer(text, start, stop):
        mark, at = match[0], match.start()
        if mark == "\n":
            opened = -1
            yield match.end()
        elif mark in '"“”':
            opened = -1 if mark == "”" or (mark == '"' and opened >= 0) else at
        elif opened >= 0 and at - opened < LONGEST_QUOTATION:
            continue
        elif _ends_sentence(text, match.start(), match.end(), start, stop):
            yield match.end()


def _ends_sentence(text: str, start: int, stop: int, first: int, last: int) -> bool:
    """True if the stops at `text[start:stop]` end a sentence and not an abbreviation or number."""
    following = text[stop : min(stop + 2, last)]
    if following[:1].isalnum() and not (following[:1].isupper() and text[start - 1].islower()):
        return False
    ahead = text[stop : min(stop + 40, last)].lstrip(" \"”’')]")
    if ahead[:1].islower():
        return False
    if text[start:stop] != ".":
        return True
    word = LAST_WORD.search(text, max(first, start - 20), start)
    return word is None or not _is_abbreviated(word[0])


def _is_abbreviated(word: str) -> bool:
    """True for what is written with a full stop of its own: `Dr.`, `H.`, `S.H.`."""
    initial = len(word) == 1 and word.isupper()
    return initial or word.lower() in load_abbreviations() or bool(re.fullmatch(r"(\w\.)+\w", word))
