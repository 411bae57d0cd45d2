"""The PFSA-ID corpus: its articles as words and tags, with quotation marks that pair.

Used by ``pfsa`` (the architecture trained on it) and ``pfsa_readings`` (the shipped Sumber).
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

DATELINE = "KOMPAS"  # opens every article, among its first words
DATELINE_WITHIN = 12

Article = tuple[list[str], list[str]]  # words and tags


def read_articles(path: Path) -> list[Article]:
    """The articles of a file: sentences are joined until the next dateline."""
    articles: list[Article] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for words, tags in _sentences(lines):
            if not articles or DATELINE in words[:DATELINE_WITHIN]:
                articles.append(([], []))
            articles[-1][0].extend(words)
            articles[-1][1].extend(tags)
    return articles


def _sentences(lines: Iterable[str]) -> Iterator[tuple[list[str], list[str]]]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*lines, ""]:
        fields = line.split()
        if fields:
            words.append(fields[0])
            tags.append(fields[-1])
        elif words:
            yield words, tags
            words, tags = [], []


def paired_quotes(words: Iterable[str]) -> Iterator[str]:
    """The words of an article with its marks opening and closing in pairs."""
    is_open = False
    for word in words:
        if word in "“”":
            is_open = not is_open if word == "”" else True
            yield "“" if is_open else "”"
        else:
            yield word
