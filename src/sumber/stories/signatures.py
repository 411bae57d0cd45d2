"""Signatures of texts, and the keys under which likely copies find each other.

In: `Words`. Out: band keys: two articles that share one are worth an exact comparison. MinHash
(Broder 1997) over shingles of five words, cut into 64 bands of two rows (Leskovec, Rajaraman and
Ullman, Mining of Massive Datasets, chapter 3): of pairs that share a fifth of their shingles nine
in ten share a key, of pairs that share a fiftieth one in forty. Used by `filing` and the archive.
"""

from __future__ import annotations

from collections.abc import Sequence

from rensa import RMinHash

from sumber.stories.words import Words

SHINGLE = 5  # words
BANDS, ROWS = 64, 2  # benchmarks/copies.py
SEED = 1
# Keys of another version of the algorithm cannot be compared: an archive stores this beside them.
SCHEME = f"rensa-{RMinHash.ALGORITHM_VERSION}:{SHINGLE}w:{BANDS}x{ROWS}"
SPREAD = 0x9E3779B97F4A7C15  # golden ratio: sets bands apart in one column of integers
SIGNED = (1 << 63) - 1


def shingles(folded: Sequence[str]) -> list[str]:
    """Every run of five words, in order; none for a text of fewer.

    >>> shingles(("harga", "beras", "naik", "di", "semua", "pasar"))
    ['harga beras naik di semua', 'beras naik di semua pasar']
    """
    return list(map(" ".join, zip(*(folded[i:] for i in range(SHINGLE)), strict=False)))


def band_keys(words: Words) -> tuple[int, ...]:
    """The 64 keys of a text, as non-negative integers of 63 bits; none for fewer than five words.

    The same words give the same keys on every machine and in every run.
    """
    runs = shingles(words.folded)
    if not runs:
        return ()
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update(runs)
    row = sketch.digest()
    return tuple(
        ((row[i] << 32 | row[i + 1]) ^ (i * SPREAD)) & SIGNED for i in range(0, BANDS * ROWS, ROWS)
    )
