"""What is common in news: words with their counts, and runs of words that keep coming back.

In: two data files, counted from 21,901 articles of September 2019 by `training/background.py`.
Out: how rare a word is, and whether a run of five words is a formula: titles of laws, names with
offices, tables of prices, the paragraph of background that stands under every report of a case.
Both are fixed by the version of Sumber, so that no decision depends on what an archive holds. Used
by `copies` and `features`.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log
from struct import Struct

from sumber.stories.signatures import SHINGLE, shingles

FORMULAS = "formulas.bin"
WORDS = "words.tsv.gz"
KEY = Struct("<I")


def formula_key(run: str) -> int:
    """The number of a run of words with one space between: CRC-32 of its UTF-8."""
    return zlib.crc32(run.encode())


@cache
def load_formulas() -> frozenset[int]:
    """The keys of all formulas."""
    data = (files("sumber.stories") / "data" / FORMULAS).read_bytes()
    return frozenset(key for (key,) in KEY.iter_unpack(data))


def mark_formulas(folded: Sequence[str]) -> list[bool]:
    """For each word, whether it belongs to a formula.

    >>> text = "kata rina merujuk undang undang nomor 30 tahun 2002 tentang komisi pemberantasan"
    >>> sum(mark_formulas(text.split()))
    9
    """
    formulas = load_formulas()
    marked = [False] * len(folded)
    for i, run in enumerate(shingles(folded)):
        if formula_key(run) in formulas:
            marked[i : i + SHINGLE] = [True] * SHINGLE
    return marked


@cache
def load_rarities() -> tuple[float, Mapping[str, float]]:
    """How rare a word is that the counts do not know, and each that they know."""
    data = (files("sumber.stories") / "data" / WORDS).read_bytes()
    rows = iter(gzip.decompress(data).decode().splitlines())
    articles = int(next(rows))
    return log(articles), {word: log(articles / count) for word, count in _rows(rows)}


def _rows(lines: Iterator[str]) -> Iterator[tuple[str, int]]:
    for line in lines:
        word, _, count = line.partition("\t")
        yield word, int(count)


def rarity(word: str) -> float:
    """How rare a folded word is: the logarithm of articles per article that has it.

    A word that the counts do not know is as rare as one of a single article.

    >>> rarity("yang") < rarity("bendungan") < rarity("patimban")
    True
    """
    unknown, rarities = load_rarities()
    return rarities.get(word, unknown)
