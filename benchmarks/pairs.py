"""Pairs of articles of different outlets, judged by hand, beside what Sumber says of them.

    python benchmarks/pairs.py [--errors]

`benchmarks/pairs/*.jsonl` holds ids of CLICK-ID and two judgements a pair: `text` (copy, partial,
shared-quotation, independent) and `event` (same, follow-up, topic, none). `held-out` was set aside
before the first rule; `--errors` lists pairs of `dev` only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gold import articles_of
from sumber.article import article_from_record
from sumber.reading import read_article
from sumber.records import Reading
from sumber.stories import find_copy, link_score, prepare_text, sketch_reading, told_words

PAIRS = Path(__file__).resolve().parent / "pairs"
SETS = ("dev", "held-out")
COPIED = ("copy", "partial")
EVEN = 0.5  # odds from which on two articles alone are said to tell of one event


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles and what a reader made of them."""

    first: str
    second: str
    text: str
    event: str


@dataclass(frozen=True, slots=True)
class Score:
    """How often a yes was right, missing, or wrong."""

    hits: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """Of the pairs said, how many are."""
        return self.hits / ((self.hits + self.wrong) or 1)

    @property
    def recall(self) -> float:
        """Of the pairs that are, how many were said."""
        return self.hits / ((self.hits + self.missed) or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.hits / ((2 * self.hits + self.missed + self.wrong) or 1)


def load_pairs(name: str) -> list[Pair]:
    """The judged pairs of one set."""
    lines = (PAIRS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Pair(**json.loads(line)) for line in lines]


def read_all(pairs: Sequence[Pair]) -> dict[str, Reading]:
    """The readings of all articles of the pairs."""
    ids = {i for pair in pairs for i in (pair.first, pair.second)}
    return {
        i: read_article(article_from_record(row, source=i)) for i, row in articles_of(ids).items()
    }


def says_copied(one: Reading, other: Reading) -> bool:
    """Whether Sumber sees two sentences or more of the same text."""
    texts = [prepare_text(r.article.id, told_words(r.article, r.statements)) for r in (one, other)]
    found = find_copy(*texts)
    return found is not None and found.kind in COPIED


def says_same_event(one: Reading, other: Reading) -> bool:
    """Whether Sumber finds it more likely than not that both tell of one event."""
    return link_score(sketch_reading(one), sketch_reading(other)) >= EVEN


def judge(
    pairs: Sequence[Pair],
    readings: dict[str, Reading],
    says: Callable[[Reading, Reading], bool],
    truth: Callable[[Pair], bool],
) -> tuple[Score, list[Pair]]:
    """The score of a decision, and the pairs where it errs."""
    said = [says(readings[p.first], readings[p.second]) for p in pairs]
    is_so = [truth(pair) for pair in pairs]
    hits = sum(a and b for a, b in zip(said, is_so, strict=True))
    errors = [p for p, a, b in zip(pairs, said, is_so, strict=True) if a is not b]
    return Score(hits, sum(is_so) - hits, sum(said) - hits), errors


DECISIONS: dict[str, tuple[Callable[[Reading, Reading], bool], Callable[[Pair], bool]]] = {
    "copy or partial": (says_copied, lambda pair: pair.text in COPIED),
    "same event": (says_same_event, lambda pair: pair.event == "same"),
}


def report(name: str, *, errors: bool) -> Iterator[str]:
    """Lines for one set."""
    pairs = load_pairs(name)
    readings = read_all(pairs)
    for title, (says, truth) in DECISIONS.items():
        score, wrong = judge(pairs, readings, says, truth)
        yield (
            f"{name:10} {title:16} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"
            f"  ({score.hits + score.missed} of {len(pairs)} pairs are)"
        )
        for pair in wrong if errors and name == "dev" else ():
            heads = " | ".join(str(readings[i].article.headline) for i in (pair.first, pair.second))
            yield f"    {pair.text}, {pair.event}: {pair.first} {pair.second}  {heads}"


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--errors", action="store_true", help="list the pairs of dev that go wrong")
    asked = ask.parse_args()
    for name in SETS:
        for line in report(name, errors=asked.errors):
            print(line)


if __name__ == "__main__":
    main()
