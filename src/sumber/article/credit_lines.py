"""Credits in the lines that close an article: `Sumber: antara`, `(Antara)`, `KABAR.COM | RINA`.

In: the text and one part of it. Out: the `Credit`s of a part that is a credit line. Used by
`credits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sumber.article.lines import CARRIED, CREDIT_LABEL
from sumber.article.mentions import DOMAIN, find_outlets
from sumber.lexicon.outlets import outlet_by_domain, outlet_by_name
from sumber.lexicon.pages import load_page_patterns
from sumber.records import Credit, Part


def find_sources(text: str, part: Part) -> Iterator[Credit]:
    """`Sumber: antara`: whatever stands there is the source."""
    label = CREDIT_LABEL.match(text, part.start, part.stop) if part.kind == "credit" else None
    if label is None or label["label"].casefold() not in load_page_patterns().credit_sources:
        return
    at = label.start("names")
    for piece in re.finditer(r"[^,/&|;]+", text[at : part.stop]):
        words = piece[0].strip(" .()")
        known = outlet_by_name(words)
        if words and any(c.isalpha() for c in words):
            start = at + piece.start() + piece[0].index(words)
            yield Credit(known.name if known else words, start, start + len(words))


def find_closing(text: str, part: Part) -> Iterator[Credit]:
    """`(Antara)`, `REUTERS | SITI AMINAH`, `Artikel ini telah tayang di Kompas.com`."""
    if part.kind != "credit":
        return
    line = text[part.start : part.stop]
    if CREDIT_LABEL.match(line):
        carried = CARRIED.search(line)  # `Penulis: Siti, Artikel ini tayang di Kompas.com`
        after = part.start + carried.end() if carried else part.stop
        yield from _first_outlet(text, after, part.stop)
        return
    for piece in re.finditer(r"[^,/&|;()\[\]]+", line):
        words = piece[0].strip(" .")
        known = outlet_by_name(words)
        if known and (words[:1].isupper() or line.startswith("(")):
            start = part.start + piece.start() + piece[0].index(words)
            yield Credit(known.name, start, start + len(words))
    first = CARRIED.match(line) or re.match("", line)
    after = part.start + (first.end() if first else 0)
    yield from _first_outlet(text, after, part.stop)


def _first_outlet(text: str, start: int, stop: int) -> Iterator[Credit]:
    for outlet, first, last in islice(find_outlets(text, start, stop), 1):
        yield Credit(outlet.name, first, last)


def find_address(text: str, part: Part) -> Iterator[Credit]:
    """A site named by its address as a closing credit: `HAARETZ.COM SITI AMINAH`."""
    if part.kind != "credit":
        return
    for found in DOMAIN.finditer(text, part.start, part.stop):
        if outlet_by_domain(found["name"]) is None:
            yield Credit(found["name"], *found.span("name"))
