"""Checked lists of phrases: what several of the lexicon's files are made of.

In: TOML whose tables hold lists of phrases, and a record with one field `table_list` for each.
Out: that record, filled. Raises LexiconError where a list is missing, unknown, empty or broken.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from sumber.errors import LexiconError

Record = TypeVar("Record")


def parse_lists(text: str, kind: type[Record], file: str) -> Record:
    """Fill the record with the lists of a file. Raises: LexiconError naming the file and list."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise LexiconError(f"{file}: not valid TOML: {broken}") from broken
    lists = {
        f"{table}_{name}": words for table, row in tables.items() for name, words in row.items()
    }
    _check(lists, {field.name for field in fields(kind)}, file)  # type: ignore[arg-type]
    filled: dict[str, Any] = {name: tuple(words) for name, words in lists.items()}
    return kind(**filled)


def any_of(phrases: Iterable[str]) -> str:
    r"""A regular expression for any of the phrases, the longest first; a space is any space.

    >>> any_of(["baca", "baca juga"])
    '(?:baca\\s+juga|baca)'
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(_spaced(phrase) for phrase in longest_first)})"


def _spaced(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))


def _check(lists: Mapping[str, Any], known: set[str], file: str) -> None:
    if lists.keys() != known:
        odd = sorted(lists.keys() ^ known)
        raise LexiconError(f"{file}: lists differ from those expected: {odd}")
    for name, words in lists.items():
        if not isinstance(words, list) or not words:
            raise LexiconError(f"{file}: {name} is no list of phrases")
        if not all(isinstance(word, str) and word.strip() for word in words):
            raise LexiconError(f"{file}: {name} has an entry that is no phrase")
        if twice := sorted(word for word in set(words) if words.count(word) > 1):
            raise LexiconError(f"{file}: {name} has {twice} twice")
