"""Text to the words that full text is searched by, the same for what is filed and what is asked.

In: text. Out: words in small letters without marks, and their Indonesian stems (`harganya`,
`berharga` -> `harga`); digests of names. Used by what files and by what searches.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
LONGEST = 64  # characters of a word; what is longer is no word anybody asks for
# Different words of 100,000 articles; keeps a long run from growing without bound.
MOST_CACHED = 1 << 18
SNOWBALL = snowballstemmer.stemmer("indonesian")


def fold(text: str) -> str:
    """Small letters without accents; one space for any run of spaces.

    >>> fold("Garuda  Pancasilá")
    'garuda pancasila'
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=MOST_CACHED)
def fold_word(word: str) -> str:
    """One word in small letters, without accents, not longer than `LONGEST`."""
    if word.isascii():
        return word[:LONGEST].lower()
    return "".join(c for c in fold(word) if c.isalnum())[:LONGEST]


@lru_cache(maxsize=MOST_CACHED)
def stem_word(word: str) -> str:
    """The stem of one word, by the Snowball stemmer for Indonesian.

    >>> stem_word("Harganya")
    'harga'
    """
    folded = fold_word(word)
    return str(SNOWBALL.stemWord(folded)) if folded.isalpha() else folded


def find_words(text: str) -> list[str]:
    """The words of a text as they are written."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return WORD.findall(text)


def fold_words(text: str) -> str:
    """The words of a text, folded, with one space between.

    >>> fold_words("Harga-harga naik 12,5 %!")
    'harga harga naik 12 5'
    """
    return " ".join(map(fold_word, find_words(text)))


def stem_words(text: str) -> str:
    """The stems of a text's words, with one space between.

    >>> stem_words("Harga-harga dinaikkan")
    'harga harga naik'
    """
    return " ".join(map(stem_word, find_words(text)))


def find_stems(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word's start, stop and stem, for marking matches."""
    for word in WORD.finditer(text):
        yield word.start(), word.end(), stem_word(word[0])


@lru_cache(maxsize=MOST_CACHED)
def digest(name: str) -> int:
    """A number for a name, whatever its capitals and accents: 63 bits of its BLAKE2b."""
    hashed = blake2b(fold(name).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(hashed, "big") >> 1
