"""The raw news text: food for word vectors and for the pretraining of the encoder.

In goes the folder of the corpora, out come paragraphs, as text and as words in the pipeline's
tokens.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from sumber.language.tokenization import NewsIndonesian

RAW_FILE = Path("click-id/click-id.jsonl.gz")
MIN_CHARACTERS = 40  # shorter paragraphs are captions, links and leftovers


def read_articles(corpora: Path) -> Iterator[str]:
    """The texts of the raw corpus, in the order of the file."""
    with gzip.open(corpora / RAW_FILE, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def read_paragraphs(corpora: Path) -> Iterator[str]:
    """The distinct paragraphs of the raw corpus that are long enough to be prose."""
    seen: set[int] = set()
    for text in read_articles(corpora):
        for paragraph in text.split("\n"):
            if len(paragraph) >= MIN_CHARACTERS and hash(paragraph) not in seen:
                seen.add(hash(paragraph))
                yield paragraph.strip()


def write_paragraphs(corpora: Path, path: Path) -> None:
    """Write the paragraphs as the JSON Lines that ``spacy pretrain`` reads."""
    with path.open("w", encoding="utf-8") as out:
        for paragraph in read_paragraphs(corpora):
            out.write(json.dumps({"text": paragraph}, ensure_ascii=False) + "\n")


def write_words(corpora: Path, path: Path) -> None:
    """Write the paragraphs to ``path``, tokenized, one a line."""
    nlp = NewsIndonesian()
    with path.open("w", encoding="utf-8") as out:
        for paragraph in read_paragraphs(corpora):
            out.write(" ".join(token.norm_ for token in nlp.make_doc(paragraph)) + "\n")
