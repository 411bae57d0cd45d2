"""Contexts: what an act is about, from the words of its paragraph and its article.

In: a text. Out: `Topics`, asked by offset for PLOVER's contexts. Pure, by word list
(`lexicon/data/contexts.toml`), in one walk over the text. Used by `find`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sumber.lexicon.plover import Context, load_plover

WORD = re.compile(r"\w+(?:-\w+)*")
CLITIC = re.compile(r"(?<=\w{3})(?:nya|lah|pun|kah)$")
ENOUGH = 3  # words of a context that make it one of the whole article


@dataclass(frozen=True, slots=True)
class Topics:
    """The contexts of each paragraph (a line of the text) and of the article."""

    starts: tuple[int, ...]
    paragraphs: tuple[frozenset[str], ...]
    article: frozenset[str]

    def at(self, offset: int) -> tuple[str, ...]:
        """The contexts of an act told at an offset, in the order of the ontology."""
        number = bisect_right(self.starts, offset) - 1
        here = self.paragraphs[number] if number >= 0 else frozenset[str]()
        return _ordered(here | self.article)


def contexts_of(text: str) -> tuple[str, ...]:
    """The contexts of one paragraph, in the order of the ontology.

    >>> contexts_of("KPK menahan bupati itu karena suap proyek jalan.")
    ('executive', 'corruption')
    """
    return _ordered(frozenset(name for _, name in _hits(text)))


def find_topics(text: str) -> Topics:
    """The contexts of a text, paragraph by paragraph."""
    starts: list[int] = []
    paragraphs: list[frozenset[str]] = []
    counts: Counter[str] = Counter()
    at = 0
    for line in text.splitlines(keepends=True):
        found = [name for _, name in _hits(line)]
        counts.update(found)
        starts.append(at)
        paragraphs.append(frozenset(found))
        at += len(line)
    often = frozenset(name for name, count in counts.items() if count >= ENOUGH)
    return Topics(tuple(starts), tuple(paragraphs), often)


def _ordered(names: frozenset[str]) -> tuple[str, ...]:
    """The contexts in order, but for those that narrower ones make idle."""
    known = load_plover().contexts
    return tuple(c.name for c in known if c.name in names and not names.intersection(c.unless))


def _hits(text: str) -> Iterator[tuple[int, str]]:
    """The position of each word or phrase of a context, and the context."""
    words = [match[0].lower() for match in WORD.finditer(text)]
    bare = [CLITIC.sub("", word) for word in words]
    phrases = _phrases()
    for at, word in enumerate(words):
        for phrase, name in phrases.get(word, phrases.get(bare[at], ())):
            if _stands(phrase, words, bare, at):
                yield at, name


def _stands(phrase: Sequence[str], words: Sequence[str], bare: Sequence[str], at: int) -> bool:
    """Whether a phrase stands at a word; its last word may wear a clitic."""
    last = at + len(phrase) - 1
    return (
        last < len(words)
        and phrase[-1] in (words[last], bare[last])
        and all(words[at + n] == word for n, word in enumerate(phrase[:-1]))
    )


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The words of all contexts by their first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, name in _pairs(load_plover().contexts):
        found.setdefault(phrase[0], []).append((phrase, name))
    return {first: tuple(rest) for first, rest in found.items()}


def _pairs(contexts: Sequence[Context]) -> Iterator[tuple[tuple[str, ...], str]]:
    for context in contexts:
        yield from ((tuple(WORD.findall(word)), context.name) for word in context.words)
