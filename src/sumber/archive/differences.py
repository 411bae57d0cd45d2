"""The words that an outlet changed in an article after publication.

In: two editions of a text. Out: pieces that are kept, taken out and put in, which together are
both texts. Paragraphs are compared first, then the words of those that differ; a text too long for
that is taken out and put in whole, so that the cost is bounded. Used by `Archive` and `cli`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sumber.archive.comparing import FIELDS
from sumber.records import Article

Change = Literal["kept", "out", "in"]
MOST = 2_000_000  # pairs of paragraphs or words that are compared with each other
PARAGRAPHS = re.compile(r"[^\n]*\n+|[^\n]+")
# A date, a clock time, a number with its marks, a hyphenated word and an address are one word each.
WORDS = re.compile(r"\s+|\w+(?:[-.,:/@']\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is kept, taken out, or put in."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs between two editions."""

    field: str
    pieces: tuple[Piece, ...]


def find_differences(before: Article, after: Article) -> tuple[Difference, ...]:
    """What differs in what was printed: headline, date, authors, text."""
    pairs = ((name, _shown(before, name), _shown(after, name)) for name in FIELDS)
    return tuple(
        Difference(name, compare_texts(old, new)) for name, old, new in pairs if old != new
    )


def compare_texts(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts, in order.

    >>> [f"{piece.change}:{piece.text}" for piece in compare_texts("12 luka", "14 luka")]
    ['out:12', 'in:14', 'kept: luka']
    >>> [piece.text for piece in compare_texts("2019-09-10", "2019-09-11")]
    ['2019-09-10', '2019-09-11']
    """
    return tuple(_joined(_compare(PARAGRAPHS.findall(before), PARAGRAPHS.findall(after))))


def _compare(
    before: Sequence[str], after: Sequence[str], *, words: bool = False
) -> Iterator[Piece]:
    if len(before) * len(after) > MOST:
        yield Piece("out", "".join(before))
        yield Piece("in", "".join(after))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for name, i, j, m, n in matcher.get_opcodes():
        old, new = "".join(before[i:j]), "".join(after[m:n])
        if name == "equal":
            yield Piece("kept", old)
        elif name == "replace" and not words:
            yield from _compare(WORDS.findall(old), WORDS.findall(new), words=True)
        else:
            yield Piece("out", old)
            yield Piece("in", new)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces without empty ones; neighbours of one kind are one."""
    held: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if held and held.change == piece.change:
            held = Piece(held.change, held.text + piece.text)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _shown(article: Article, field: str) -> str:
    value = getattr(article, field)
    return ", ".join(value) if isinstance(value, tuple) else value or ""
