"""PFSA-ID with the Sumber that is shipped: its direct statements and their speakers.

    pfsa_readings.py           read the test articles and print the figures
    pfsa_readings.py --write   put them into docs/quotations.md too

Nothing was trained on this corpus (CC BY-NC-SA). It tags words: STATEMENT is a quotation with its
marks, PERSON and PERSONCOREF name its speaker. An article is given to Sumber as one paragraph, for
the corpus keeps no others, its marks turned to open and close in pairs, for it writes both alike.
What Sumber reads is turned back into spans of words:

    STATEMENT  a piece of a direct statement with the marks around it
    SPEAKER    the words beside the cue of a direct statement (PERSON or PERSONCOREF; not `-nya`)

`exact` asks for the very same words; `met` for at least half of the words of both together.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from gold import SHARED
from pfsa_corpus import Article, paired_quotes, read_articles
from sumber import read_text
from sumber.records import Reading, Span, Statement
from tables import markdown_table, write_table

TEST = SHARED / "corpora/pfsa-id/dev-30.txt.xz"
MARKS = "“”"
NO_SPACE_BEFORE = frozenset(",.;:!?)]}”%/-")
NO_SPACE_AFTER = frozenset("([{“/-")
SPEAKERS = frozenset({"PERSON", "PERSONCOREF"})
PUBLISHED = {"STATEMENT exact": "92.7", "SPEAKER exact": "72.2 (PERSON)"}

Words = tuple[int, int]  # first word and the one behind the last


def text_of(words: Iterable[str]) -> tuple[str, list[int], list[int]]:
    """The words as text, with the offsets where each starts and stops."""
    text, starts, stops = "", [], []
    for word in words:
        glued = not text or word in NO_SPACE_BEFORE or text[-1] in NO_SPACE_AFTER
        text += word if glued else f" {word}"
        starts.append(len(text) - len(word))
        stops.append(len(text))
    return text, starts, stops


def spans_of(tags: list[str], labels: Iterable[str]) -> set[Words]:
    """The tagged spans of some labels."""
    wanted, found, start = frozenset(labels), set(), 0
    for at, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if mark in "BU":
            start = at
        if mark in "LU" and label in wanted:
            found.add((start, at + 1))
    return found


def quoted(words: list[str]) -> Iterator[Words]:
    """What stands between two marks, for the floor: every pair is a statement."""
    opened = None
    for at, word in enumerate(words):
        if word == "“":
            opened = at
        elif word == "”" and opened is not None:
            yield opened, at + 1
            opened = None


class Measure:
    """Right, found and gold, over all articles."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.exact, self.met, self.found, self.gold = 0, 0, 0, 0

    def add(self, found: set[Words], gold: set[Words]) -> None:
        """Count one article."""
        self.exact += len(found & gold)
        self.met += sum(any(overlap(f, g) * 2 >= union(f, g) for f in found) for g in gold)
        self.found += len(found)
        self.gold += len(gold)

    def figures(self, right: int) -> list[str]:
        """Precision, recall and F1 in per cent."""
        found, gold = max(1, self.found), max(1, self.gold)
        shares = (right / found, right / gold, 2 * right / (found + gold))
        return [f"{share:.1%}" for share in shares]


def overlap(one: Words, other: Words) -> int:
    """How many words two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def union(one: Words, other: Words) -> int:
    """How many words two spans have together."""
    return one[1] - one[0] + other[1] - other[0] - overlap(one, other)


def read(article: Article) -> tuple[set[Words], set[Words]]:
    """The statements and speakers that Sumber reads in an article, as words."""
    words = list(paired_quotes(article[0]))
    text, starts, stops = text_of(words)
    reading = read_text(text)

    def words_of(span: Span) -> Words:
        return bisect_right(starts, span.start) - 1, bisect_left(stops, span.stop) + 1

    pieces = {with_marks(words, words_of(c)) for s in direct(reading) for c in s.content}
    named = [s.speaker for s in direct(reading) if s.speaker is not None]
    apart = {words_of(s) for s in named if s.start in starts}
    return pieces, apart


def direct(reading: Reading) -> list[Statement]:
    """The direct statements."""
    return [s for s in reading.statements if s.kind == "direct"]


def with_marks(words: list[str], span: Words) -> Words:
    """A piece and the quotation marks right beside it."""
    start, stop = span
    return (
        start - (start > 0 and words[start - 1] in MARKS),
        stop + (stop < len(words) and words[stop] in MARKS),
    )


def main(*, write: bool) -> None:
    """Read the test articles, print the figures and write them if asked."""
    statements, speakers, floor = Measure(), Measure(), Measure()
    articles = read_articles(TEST)
    for article in articles:
        gold = spans_of(article[1], {"STATEMENT"})
        pieces, named = read(article)
        statements.add(pieces, gold)
        speakers.add(named, spans_of(article[1], SPEAKERS))
        floor.add(set(quoted(list(paired_quotes(article[0])))), gold)
    rows = []
    for name, measure in (
        ("STATEMENT", statements),
        ("SPEAKER", speakers),
        ("STATEMENT, every pair of marks", floor),
    ):
        for how, right in (("exact", measure.exact), ("met", measure.met)):
            key = f"{name} {how}"
            counts = f"{right}/{measure.found}/{measure.gold}"
            rows.append([key, *measure.figures(right), counts, PUBLISHED.get(key, "")])
    head = ["label", "precision", "recall", "F1", "right/found/gold", "published F1"]
    table = markdown_table(head, rows)
    print(f"{len(articles)} articles\n{table}")
    if write:
        write_table("pfsa", table)


if __name__ == "__main__":
    main(write="--write" in sys.argv[1:])
