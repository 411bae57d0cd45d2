"""What news pages are made of besides their story, as data: `data/page.toml`.

In: the file. Out: one frozen `PagePatterns`. Used by `article/`. Checked when loaded.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from sumber.errors import LexiconError

PAGE = "page.toml"
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PagePatterns:
    """The lists of `page.toml`, each named `table_list`; the file says what each is for."""

    related_leads: Words
    related_colon_leads: Words
    caption_leads: Words
    caption_credits: Words
    credit_labels: Words
    credit_authors: Words
    credit_sources: Words
    credit_nobody: Words
    credit_carried: Words
    credit_end_marks: Words
    boilerplate_leads: Words
    boilerplate_labels: Words
    boilerplate_places: Words
    boilerplate_anywhere: Words
    dateline_places: Words
    language_id: Words
    language_ms: Words
    language_en: Words
    html_stories: Words
    html_skip_tags: Words
    html_skip_names: Words
    html_related_names: Words
    html_caption_names: Words
    html_date_names: Words
    html_author_names: Words
    html_title_tails: Words


@cache
def load_page_patterns() -> PagePatterns:
    """Give the patterns. Raises: LexiconError if the file is broken."""
    return parse_page_patterns((files("sumber.lexicon") / "data" / PAGE).read_text("utf-8"))


def parse_page_patterns(text: str) -> PagePatterns:
    """Read and check a file of page patterns. Raises: LexiconError naming the list."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise LexiconError(f"{PAGE}: not valid TOML: {broken}") from broken
    lists = {f"{table}_{name}": value for table, row in tables.items() for name, value in row.items()}
    _check(lists)
    return PagePatterns(**{name: tuple(words) for name, words in lists.items()})


def any_of(phrases: Iterable[str]) -> str:
    r"""A regular expression for any of the phrases, the longest first; a space is any space.

    >>> any_of(["baca", "baca juga"])
    '(?:baca\\s+juga|baca)'
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(_spaced(phrase) for phrase in longest_first)})"


def _spaced(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))


def _check(lists: Mapping[str, object]) -> None:
    known = {field.name for field in fields(PagePatterns)}
    if lists.keys() != known:
        raise LexiconError(f"{PAGE}: lists differ from those expected: {sorted(lists.keys() ^ known)}")
    for name, words in lists.items():
        if not isinstance(words, list) or not words:
            raise LexiconError(f"{PAGE}: {name} is no list of phrases")
        if not all(isinstance(word, str) and word.strip() for word in words):
            raise LexiconError(f"{PAGE}: {name} has an entry that is no phrase")
        if len(set(words)) != len(words):
            twice = sorted(w for w in set(words) if words.count(w) > 1)
            raise LexiconError(f"{PAGE}: {name} has {twice} twice")
