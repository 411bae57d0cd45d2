"""The words that an article tells, as the rest of this room compares them.

In: an `Article` and its statements. Out: `Words`: each word folded, where it stands in the text,
and whether it is quoted. Headline, captions, links to other articles, credits and boilerplate are
left out: a copy gets a new headline and `Baca juga`, and stays a copy. Used by `signatures`,
`passages` and `features`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
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
    text = article.text
    told = [match.span() for match in WORD.finditer(text)]
    if hidden:
        untold = inside([start for start, _ in told], hidden)
        told = [span for span, out in zip(told, untold, strict=True) if not out]
    starts, stops = zip(*told, strict=True) if told else ((), ())
    return Words(
        # All at once: no word has a space, and letters fold each by itself.
        folded=tuple(" ".join([text[start:stop] for start, stop in told]).casefold().split(" "))
        if told
        else (),
        starts=starts,
        stops=stops,
        quoted=tuple(inside(starts, speech)),
    )


def inside(places: Sequence[int], spans: Sequence[Span]) -> list[bool]:
    """For each place, in rising order, whether one of the spans, in order and apart, holds it."""
    found = [False] * len(places)
    for span in spans:
        first, last = bisect_left(places, span.start), bisect_left(places, span.stop)
        found[first:last] = [True] * (last - first)
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
