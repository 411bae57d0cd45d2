"""The parse of a text: what the trained pipeline knows about it, as one frozen record.

Out of ``language/``, into every room that reads words: columns of equal length, one entry a token,
all positions in code points of the text. spaCy's objects never leave this room.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: PER, ORG or LOC, at ``start`` to ``stop`` (half-open, code points)."""

    start: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A text with its tokens, sentences, trees and names.

    The columns run parallel: entry ``i`` of each belongs to token ``i``. Blanks are no tokens. A
    clitic is a token of its own, so tokens may touch: ``ujar`` 0-4, ``nya`` 4-7.

    >>> parse = Parse("Ia pergi.", (0, 3, 8), (2, 8, 9), ("ia", "pergi", "."),
    ...     ("PRON", "VERB", "PUNCT"), ("", "Voice=Act", ""), ("nsubj", "root", "punct"),
    ...     (1, 1, 1), ((0, 9),), (0,), ())
    >>> parse.word(1)
    'pergi'
    """

    text: str
    starts: tuple[int, ...]  # of the tokens, code points, ascending
    stops: tuple[int, ...]
    lemmas: tuple[str, ...]  # roots: lapor for melaporkan
    tags: tuple[str, ...]  # universal parts of speech
    features: tuple[str, ...]  # UD notation, only Voice and Polarity, often empty
    relations: tuple[str, ...]  # UD relations, "root" for the head of a sentence
    heads: tuple[int, ...]  # index of the head token; the token itself for "root"
    sentences: tuple[tuple[int, int], ...]  # (start, stop) in code points
    sentence_tokens: tuple[int, ...]  # index of the first token of each sentence
    entities: tuple[Entity, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.stops[index]]
