"""Word vectors from the raw news text, and the list of words that pretraining guesses.

In goes the file of words (see ``rawtext``), out go a spaCy vocabulary folder with a table of the
most frequent words, and a JSON list. The vectors are learnt with subwords (floret), so a rare
word leans on its relatives, but only a plain table is kept: it is looked up faster, and what is
not in it is known by its affixes.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import floret
import numpy
import spacy
from spacy.vectors import Vectors

DIMENSIONS = 64
TABLE_WORDS = 30_000  # 98 % of the running words of the raw corpus
GUESSED_WORDS = 5_000
FLORET = {
    "model": "skipgram", "mode": "floret", "hashCount": 2, "bucket": 40_000, "minn": 4, "maxn": 5,
    "minCount": 5, "dim": DIMENSIONS, "ws": 5, "epoch": 5, "lr": 0.05, "thread": 1, "verbose": 0,
}  # fmt: skip


def count_words(path: Path) -> list[str]:
    """The words of the file, the most frequent first, ties in alphabetical order."""
    counts: Counter[str] = Counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            counts.update(line.split())
    return sorted(counts, key=lambda word: (-counts[word], word))


def write_words_to_guess(words: list[str], path: Path) -> None:
    """Write the JSON list that ``masked_words`` reads."""
    path.write_text(json.dumps(words[:GUESSED_WORDS], ensure_ascii=False), encoding="utf-8")


def write_vectors(words_file: Path, words: list[str], folder: Path) -> None:
    """Train the vectors and write a blank pipeline that holds the table to ``folder``."""
    model = floret.train_unsupervised(str(words_file), **FLORET)
    save_table({word: model.get_word_vector(word) for word in words[:TABLE_WORDS]}, folder)


def save_table(table: dict[str, numpy.ndarray], folder: Path) -> None:
    """Write unit vectors by word form (as ``norm`` gives it) for ``[initialize] vectors``."""
    nlp = spacy.blank("id_news")
    data = numpy.stack(list(table.values())).astype("f")
    data /= numpy.linalg.norm(data, axis=1, keepdims=True) + 1e-8
    keys = [nlp.vocab.strings.add(word) for word in table]
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=keys, attr="NORM")
    nlp.to_disk(folder)
