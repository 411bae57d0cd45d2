"""The words that an article tells, as the rest of this room compares them.

In: an `Article` and its statements. Out: `Words`: each word folded, where it stands in the text,
and whether it is quoted. Headline, captions, links to other articles, credits and boilerplate are
left out: a copy gets a new headline and `Baca juga`, and stays a copy. Used by `signatures`,
`passages` and `features`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sumber.records import Article, Span, Statement

WORD = re.compile(r"\w+")
UNTOLD = frozenset({"headline", "caption", "dateline", "related", "credit", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Words:
    """Told words in order: `folded[i]` stands at `starts[i]` to `stops[i]` of the text.

    `quoted[i]` says that word `i` is within direct speech.
    """

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    quoted: tuple[bool, ...]

    def __len__(self) -> int:
        """How many words."""
        return len(self.folded)


def told_words(article: Article, statements: Iterable[Statement] = ()) -> Words:
    """The words that an article tells itself, in the order of its text.

    >>> from sumber.records import Article, Span, Statement
    >>> article = Article("a", None, None, None, None, None, (), "id", 'Ia berkata, "Stok aman."')
    >>> words = told_words(article, [Statement("s1", "direct", (Span(13, 22),))])
    >>> words.folded, words.quoted
    (('ia', 'berkata', 'stok', 'aman'), (False, False, True, True))
    """
    hidden = merge_spans(Span(p.start, p.stop) for p in article.parts if p.kind in UNTOLD)
    speech = merge_spans(s for st in statements if st.kind == "direct" for s in st.content)
    found = list(WORD.finditer(article.text))
    untold = inside([m.start() for m in found], hidden)
    told = [m for m, out in zip(found, untold, strict=True) if not out]
    return Words(
        folded=tuple(m[0].casefold() for m in told),
        starts=tuple(m.start() for m in told),
        stops=tuple(m.end() for m in told),
        quoted=tuple(inside([m.start() for m in told], speech)),
    )


def inside(places: Sequence[int], spans: Sequence[Span]) -> list[bool]:
    """For each place, in rising order, whether one of the spans, in order and apart, holds it."""
    found, at = [], 0
    for place in places:
        while at < len(spans) and spans[at].stop <= place:
            at += 1
        found.append(at < len(spans) and spans[at].start <= place)
    return found


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.stop)):
        if merged and span.start <= merged[-1].stop:
            merged[-1] = Span(merged[-1].start, max(merged[-1].stop, span.stop))
        else:
            merged.append(span)
    return merged
