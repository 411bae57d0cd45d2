"""Paragraphs: the stretches of an article that quotations are read in.

In: an `Article`. Out: spans of its paragraphs, in order; nothing of headlines, captions, related
links or boilerplate. Used by `find` and `findings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sumber.records import Article, PartKind, Span

READ: frozenset[PartKind] = frozenset({"body", "credit"})
GAP = re.compile(r"[\r\n]\s*")
# A line that ends otherwise was wrapped by a program in mid-sentence; its paragraph goes on.
LINE_ENDS = frozenset(".!?…:\"”’'»)]")


def find_paragraphs(article: Article) -> Iterator[Span]:
    """The paragraphs that tell the story; all of the text where its parts are not known."""
    text = article.text
    parts = [(p.start, p.stop) for p in article.parts if p.kind in READ]
    for start, stop in parts if article.parts else [(0, len(text))]:
        at = start
        for gap in GAP.finditer(text, start, stop):
            if _ends_paragraph(text, gap):
                if gap.start() > at:
                    yield Span(at, gap.start())
                at = gap.end()
        if at < stop:
            yield Span(at, stop)


def _ends_paragraph(text: str, gap: re.Match[str]) -> bool:
    if len(gap[0].splitlines()) > 1 or "\n\n" in gap[0]:
        return True
    before = text[max(0, gap.start() - 8) : gap.start()].rstrip()
    return not before or before[-1] in LINE_ENDS
