"""Salience: learn from hand-marked articles which acts a careful reader marks as events.

Every act that the codebook sees in an article (`sumber.events.find.find_drafts`) is a sample: an
event if the scorer pairs it with one of gold. A logistic regression over the facts of
`sumber.events.salience`, ridge penalty, by Newton's method; written as JSON. Learns from the dev
sets of gold alone.

    PYTHONPATH=benchmarks salience.py            print F1 in ten folds, for several penalties
    PYTHONPATH=benchmarks salience.py --write    and train on all, and write salience.json
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from accuracy import SETS, load_scorer
from gold import articles_of, load_marks, to_quoted
from sumber.actors import find_actors
from sumber.article import article_from_record
from sumber.dates import find_times
from sumber.events import Found
from sumber.events.find import find_drafts
from sumber.events.salience import WEIGHTS, Scene, find_facts
from sumber.language.pipeline import parse
from sumber.reading import published_moment, untold_spans
from sumber.records import Article, Reading, dump
from sumber.statements import find_statements
from tables import markdown_table, write_table

ROOT = Path(__file__).resolve().parent.parent
LEARNT_FROM = ("shared dev", "own dev", "events dev", "events dev 2", "news dev", "news dev 2")
FOLDS = 10
SHUFFLES = 3
GUIDING = "shared dev"  # the set that the rules of marking come from
WEIGHT = 3  # its articles count so often: other hands marked the others
RARE = 4  # a fact met less often is left out
PENALTIES = (6.0, 12.0)
THRESHOLDS = (0.3, 0.35, 0.4)
MEASURES = ("typed", "who-whom", "status")

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """One article: the facts of each draft, whether gold has it, and both sides for the scorer."""

    text: str
    facts: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    found: dict[str, Any]
    gold: dict[str, Any]
    weight: int


def read_samples(score: ModuleType) -> list[Sample]:
    """The samples of all dev sets that are marked for events."""
    samples = []
    for chosen in (s for s in SETS if s.name in LEARNT_FROM and s.folder.is_dir()):
        golds = {g["id"]: g for g in load_marks(chosen.folder)}
        for i, record in articles_of(set(golds)).items():
            marks = to_quoted(golds[i], record["text"]) if chosen.stand_off else golds[i]
            samples.append(read_sample(score, record, marks, guiding=chosen.name == GUIDING))
    return samples


def read_sample(
    score: ModuleType, record: dict[str, Any], marks: dict[str, Any], *, guiding: bool
) -> Sample:
    """One article with its drafts, those of gold among them."""
    article, found_before, scene = read_scene(record)
    events = tuple(replace(d.event, id=f"e{n}") for n, d in enumerate(scene.drafts))
    reading = Reading(
        "0",
        article,
        actors=tuple(found_before.actors),
        statements=tuple(found_before.statements),
        events=events,
    )
    found = score.found_side(json.loads(dump(reading)))
    gold = score.gold_side(marks, article.text)
    paired = {id(event) for event in paired_events(score, found, gold, article.text)}
    facts = tuple(find_facts(scene, n) for n in range(len(scene.drafts)))
    right = tuple(id(e) in paired for e in found["events"])
    return Sample(article.text, facts, right, found, gold, WEIGHT if guiding else 1)


def read_scene(record: dict[str, Any]) -> tuple[Article, Found, Scene]:
    """One article as the steps of a reading see it, up to the drafts of its events."""
    article = article_from_record(record, source=record["id"])
    parsed = parse(article.text)
    actors = find_actors(article, parsed)
    times = find_times(article.text, published_moment(article), skip=untold_spans(article))
    found = Found(actors=actors, times=times, statements=find_statements(article, actors))
    return article, found, find_drafts(article, parsed, found)


def paired_events(score: ModuleType, found: Any, gold: Any, text: str) -> list[Any]:
    """The found events that the scorer's measure `typed` counts as right."""

    def likeness(f: Any, g: Any) -> int:
        if f["type"] != g["type"]:
            return 0
        here = score.sentence_of(text, f["at"]) == score.sentence_of(text, g["at"])
        sides = [score.same_party(f[side], g[side]) for side in ("actors", "recipients")]
        return 4 * here + sum(sides) if here or all(sides) else 0

    return [f for f, _ in score.pair(found["events"], gold["events"], likeness)]


def fit(samples: Iterable[Sample], penalty: float) -> Weights:
    """The weights of all facts that are not rare, by Newton's method."""
    rows = [
        row for s in samples for row in zip(s.facts, s.right, strict=True) for _ in range(s.weight)
    ]
    counts = Counter(fact for facts, _ in rows for fact in facts)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: n for n, name in enumerate(names)}
    x: npt.NDArray[np.float64] = np.zeros((len(rows), len(names)))
    for row, (facts, _) in enumerate(rows):
        x[row, [column[fact] for fact in facts if fact in column]] = 1
    y = np.array([float(right) for _, right in rows])
    ridge = np.full(len(names), penalty)
    ridge[column["always"]] = 1e-3
    return dict(zip(names, newton(x, y, ridge).tolist(), strict=True))


def newton(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], ridge: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """The weights of greatest penalised likelihood."""
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + ridge * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def probabilities(weights: Weights, sample: Sample) -> list[float]:
    """The probability of each draft of an article."""
    sums = (sum(weights.get(fact, 0.0) for fact in facts) for facts in sample.facts)
    return [float(1 / (1 + np.exp(-each))) for each in sums]


def held_apart(samples: Sequence[Sample], penalty: float, shuffle: int) -> list[list[float]]:
    """The probabilities of each article's drafts by weights that never saw the article."""
    order = list(range(len(samples)))
    random.Random(shuffle).shuffle(order)
    told: list[list[float]] = [[] for _ in samples]
    for fold in (order[n::FOLDS] for n in range(FOLDS)):
        weights = fit((samples[n] for n in order if n not in fold), penalty)
        for n in fold:
            told[n] = probabilities(weights, samples[n])
    return told


def f1(
    score: ModuleType, samples: Sequence[Sample], told: Sequence[Sequence[float]], threshold: float
) -> dict[str, float]:
    """F1 of each measure over all articles, drafts below the threshold left out."""
    rows = []
    for sample, each in zip(samples, told, strict=True):
        pairs = zip(sample.found["events"], each, strict=True)
        kept = sample.found | {"events": [e for e, p in pairs if p >= threshold]}
        rows += score.score_one(kept, sample.gold, sample.text)
    totals = score.total(rows)
    return {measure: score.figures(*totals[measure])[2] for measure in MEASURES}


def try_all(
    score: ModuleType, samples: Sequence[Sample]
) -> dict[tuple[float, float], dict[str, float]]:
    """F1 in folds by penalty and threshold; printed as they come."""
    tried: dict[tuple[float, float], dict[str, float]] = {}
    for penalty in PENALTIES:
        rounds = [held_apart(samples, penalty, n) for n in range(SHUFFLES)]
        for threshold in THRESHOLDS:
            each = [f1(score, samples, told, threshold) for told in rounds]
            tried[penalty, threshold] = {
                m: float(np.mean([figures[m] for figures in each])) for m in MEASURES
            }
            print(penalty, threshold, {m: f"{v:.3f}" for m, v in tried[penalty, threshold].items()})
    return tried


def write_figures(whole: dict[str, float], chosen: dict[str, float]) -> None:
    """Put F1 of all acts and of those kept into docs/events.md."""
    rows = [
        [name, *(f"{figures[m]:.1%}" for m in MEASURES)]
        for name, figures in (("all acts", whole), ("those that are likely, in folds", chosen))
    ]
    write_table("salience", markdown_table(["kept", *MEASURES], rows))


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    score = load_scorer()
    samples = read_samples(score)
    print(len(samples), "articles,", sum(len(s.facts) for s in samples), "drafts,",
          sum(map(sum, (s.right for s in samples))), "of them events")  # fmt: skip
    whole = f1(score, samples, [[1.0] * len(s.facts) for s in samples], 0.5)
    print("all kept", whole)
    tried = try_all(score, samples)
    penalty, threshold = max(tried, key=lambda key: tried[key]["typed"] + tried[key]["who-whom"])
    print("chosen", penalty, threshold)
    if asked.write:
        write_figures(whole, tried[penalty, threshold])
        weights = {name: round(w, 3) for name, w in fit(samples, penalty).items() if abs(w) > 0.005}
        target = ROOT / "src/sumber/events" / WEIGHTS
        written = {"threshold": threshold, "weights": weights}
        target.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
