"""Names of outlets and agencies in running text, whatever they stand there for.

In: a stretch of text. Out: the registry's outlets with the characters of each mention. Used by
`credits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sumber.lexicon.outlets import Outlet, load_outlets, outlet_by_domain

NAME = re.compile(
    r"(?<![\w@/.#])(?:[A-Z][\w&'’-]{0,60}|[a-z][\w-]{0,60}\.(?:com|co\.id|co|id|net|org|tv|co\.uk)\b"
    r"|detik\w*|kumparan\w*|dpa\b|i[A-Z]\w+)"
)
FIRST_WORD = re.compile(r"\w+")
EDGE = re.compile(r"(?![\w&])(?!\.\w)")
DOMAIN = re.compile(
    r"(?<![\w@/.-])(?:www\.)?"
    r"(?P<name>[A-Za-z][\w-]{0,60}(?:\.[A-Za-z][\w-]{0,60}){0,2}\.(?i:com|co\.id|id|net|org|co\.uk))\b"
)


def find_outlets(text: str, start: int, stop: int) -> Iterator[tuple[Outlet, int, int]]:
    """Give the registry's names in a stretch of text, the longest at each place."""
    at = start
    for word in NAME.finditer(text, start, stop):
        if word.start() < at:
            continue
        named = _named_at(text, word.start(), stop) or _domain_at(word)
        if named:
            at = named[1]
            yield named[0], word.start(), at


def _named_at(text: str, start: int, stop: int) -> tuple[Outlet, int] | None:
    first = FIRST_WORD.match(text, start)
    for form, outlet in _forms_by_first_word().get(first[0] if first else "", ()):
        end = start + len(form)
        if end <= stop and text.startswith(form, start) and EDGE.match(text, end):
            return outlet, end
    return None


def _domain_at(word: re.Match[str]) -> tuple[Outlet, int] | None:
    found = DOMAIN.match(word.string, word.start())
    outlet = outlet_by_domain(found["name"]) if found else None
    return (outlet, found.end()) if found and outlet else None


@cache
def _forms_by_first_word() -> dict[str, list[tuple[str, Outlet]]]:
    """Every printed name under its first word, the longest first."""
    forms: dict[str, list[tuple[str, Outlet]]] = {}
    for outlet in load_outlets():
        for form in {*outlet.names, *outlet.datelines}:
            first = FIRST_WORD.match(form)
            forms.setdefault(first[0] if first else form, []).append((form, outlet))
    for named in forms.values():
        named.sort(key=lambda pair: -len(pair[0]))
    return forms
