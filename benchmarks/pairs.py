"""Pairs of articles of different outlets, judged by hand, beside what Sumber says of them.

    python benchmarks/pairs.py [--errors] [--stories]

`benchmarks/pairs/*.jsonl` holds ids of CLICK-ID and two judgements a pair: `text` (copy, partial,
shared-quotation, independent) and `event` (same, follow-up, topic, none). `held-out` was set aside
before the first rule; `--errors` lists pairs of `dev` only. `--stories` groups all of CLICK-ID and
asks whether the two articles of a pair came into one story (some minutes).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gold import CLICK_ID, articles_of
from sumber.article import article_from_record
from sumber.dates import find_times
from sumber.reading import published_moment, read_article, untold_spans
from sumber.records import Reading
from sumber.stories import (
    LIKELY,
    SHARED_KEYS,
    SURE,
    Link,
    Sketch,
    find_copy,
    group_links,
    link_score,
    prepare_text,
    sketch_reading,
    told_words,
)

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
    errors = [p for p, a, b in zip(pairs, said, is_so, strict=True) if a is not b]
    return count(is_so, said), errors


def count(is_so: Sequence[bool], said: Sequence[bool]) -> Score:
    """The score of what was said of each pair."""
    hits = sum(a and b for a, b in zip(said, is_so, strict=True))
    return Score(hits, sum(is_so) - hits, sum(said) - hits)


def shown(score: Score) -> str:
    """A score as figures."""
    return f"P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"


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
        are = score.hits + score.missed
        yield f"{name:10} {title:16} {shown(score)}  ({are} of {len(pairs)} pairs are)"
        for pair in wrong if errors and name == "dev" else ():
            heads = " | ".join(str(readings[i].article.headline) for i in (pair.first, pair.second))
            yield f"    {pair.text}, {pair.event}: {pair.first} {pair.second}  {heads}"


def sketch_all() -> Iterator[Sketch]:
    """What every article of CLICK-ID is about; of its readings only the times are needed."""
    with gzip.open(CLICK_ID, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            article = article_from_record(row, source=row["id"])
            times = find_times(article.text, published_moment(article), skip=untold_spans(article))
            yield sketch_reading(Reading("", article, times=times))


def find_all_links(sketches: Sequence[Sketch]) -> Iterator[Link]:
    """All links that can bind, found by keys as an archive finds them."""
    held: dict[int, list[int]] = {}
    for number, sketch in enumerate(sketches):
        shared = Counter(other for key in sketch.keys for other in held.get(key, ()))
        for other, keys in shared.items():
            if keys >= SHARED_KEYS:
                score = link_score(sketches[other], sketch)
                if score >= EVEN:
                    yield Link(sketches[other].id, sketch.id, score)
        for key in sketch.keys:
            held.setdefault(key, []).append(number)


def report_stories() -> Iterator[str]:
    """Lines for stories with the guard against chains, and without it at three thresholds."""
    sketches = list(sketch_all())
    links = list(find_all_links(sketches))
    ids = [sketch.id for sketch in sketches]
    yield from score_groups("guarded", group_links(ids, links))
    for least in (EVEN, LIKELY, SURE):
        plain = [Link(x.first, x.second, 1.0) for x in links if x.score >= least]
        yield from score_groups(f"plain {least}", group_links(ids, plain))


def score_groups(title: str, groups: Sequence[Sequence[str]]) -> Iterator[str]:
    """How well stories agree with the judged pairs."""
    story = {i: number for number, group in enumerate(groups) for i in group}
    several = [len(group) for group in groups if len(group) > 1]
    yield f"{title}: {len(several)} stories of {sum(several)} articles, largest {max(several)}"
    for name in SETS:
        pairs = load_pairs(name)
        said = [story[pair.first] == story[pair.second] for pair in pairs]
        score = count([pair.event == "same" for pair in pairs], said)
        yield f"{name:10} same story       {shown(score)}"


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--errors", action="store_true", help="list the pairs of dev that go wrong")
    ask.add_argument("--stories", action="store_true", help="group all of CLICK-ID to stories")
    asked = ask.parse_args()
    for name in SETS:
        for line in report(name, errors=asked.errors):
            print(line)
    for line in report_stories() if asked.stories else ():
        print(line)


if __name__ == "__main__":
    main()
