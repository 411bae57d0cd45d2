"""What a statement, event or article can be filtered by, as words of the full-text index.

One index then answers any mixture of words and filters, without a join for each. In: a kind of
filter and a value. Out: one word, `s` with the digest of the value. Used by rows and search.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from sumber.archive.words import digest

Facet = Literal[
    "outlet", "actor", "speaker", "origin", "place", "kind", "certainty", "type", "mode",
    "status", "finding",
]  # fmt: skip
LETTERS: dict[Facet, str] = {
    "outlet": "o",
    "actor": "a",
    "speaker": "s",
    "origin": "v",
    "place": "p",
    "kind": "k",
    "certainty": "c",
    "type": "t",
    "mode": "m",
    "status": "u",
    "finding": "f",
}


@lru_cache(maxsize=1 << 16)
def facet(kind: Facet, value: str) -> str:
    """The word that stands for one value.

    >>> facet("speaker", "Retno Marsudi") == facet("speaker", "RETNO MARSUDI")
    True
    """
    return facet_of(kind, digest(value))


def facet_of(kind: Facet, number: int) -> str:
    """The word for a value whose digest is known."""
    return f"{LETTERS[kind]}{number:x}"
