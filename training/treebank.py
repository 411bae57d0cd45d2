"""CoNLL-U files -> sentences, the one reader for training and scoring.

In goes the path of a CoNLL-U file, out come ``Sentence`` records with character offsets of every
syntactic word. Users: ``convert``, ``score``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; ``start`` and ``stop`` are code points of the sentence's text."""

    start: int
    stop: int
    form: str
    lemma: str
    upos: str
    feats: str
    head: int  # index of the head in the sentence, its own index for the root
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank: its text as written and its words in order."""

    text: str
    words: tuple[Word, ...]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in order.

    Raises:
        ValueError: a word is not found in the sentence's text.

    """
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        yield _sentence(block.splitlines())


def _sentence(lines: list[str]) -> Sentence:
    text = next(line[len("# text = ") :] for line in lines if line.startswith("# text = "))
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    rows = [row for row in rows if row[0].isdigit()]
    words: list[Word] = []
    position = 0
    for index, row in enumerate(rows):
        start, stop = _find(text, row[1], position)
        position = stop
        head = int(row[6]) - 1
        words.append(
            Word(start, stop, row[1], row[2], row[3], row[5], head if head >= 0 else index, row[7])
        )
    return Sentence(text, tuple(words))


def _find(text: str, form: str, position: int) -> tuple[int, int]:
    """Where ``form`` stands at or just after ``position``.

    Three characters may be skipped: blanks, and the hyphenated half that GSD leaves out of
    ``satu-satunya`` takes more, hence the wider second try.
    """
    start = text.find(form, position)
    if start < 0 or start - position > 10:
        raise ValueError(
            f"word {form!r} is not near {position} of {text!r}; mend the treebank file"
        )
    return start, start + len(form)
