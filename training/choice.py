"""Choice: learn from hand-marked articles who of those around an act takes part in it.

Every act of gold that the codebook sees (same type, same sentence) is two samples, one a side: its
fillers (`sumber.events.fillers`), and which of them gold has. A multinomial logistic regression
with a ridge penalty; where several fillers are right, their joint probability counts. Written as
JSON. Learns from the dev sets of gold alone. `salience.py` is to be run again afterwards.

    PYTHONPATH=benchmarks choice.py            print how often both parties are right, in ten folds
    PYTHONPATH=benchmarks choice.py --write    and train on all, and write choice.json
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from accuracy import SETS, load_scorer
from gold import articles_of, load_marks, to_quoted
from salience import LEARNT_FROM, ROOT, read_scene
from sumber.events.choice import WEIGHTS, Choice
from sumber.events.fillers import Act, find_act, find_filler_facts
from sumber.events.find import Coder
from sumber.events.parties import Parties
from sumber.events.phrases import Ids
from sumber.events.triggers import Trigger
from sumber.lexicon.codebook import load_codebook
from tables import markdown_table, write_table

FOLDS = 10
SHUFFLES = 1
RARE = 4  # a fact met less often is left out
PENALTY = 4.0
STEPS, RATE = 400, 0.1

Weights = dict[str, float]
Question = tuple[list[list[str]], list[bool]]  # the facts of each filler, and which are right


@dataclass(frozen=True, slots=True)
class Sample:
    """One act with its fillers, those that are right on each side, and what the frame gives."""

    article: int
    act: Act
    rule: Parties
    right: dict[str, frozenset[Ids]]

    def actors(self) -> Ids:
        """A right filler of who acts, or what the frame gives."""
        return next((ids for ids in sorted(self.right["actor"]) if ids), self.rule.actors)

    def is_right(self, parties: Parties) -> bool:
        """Whether both parties are those of gold."""
        right = self.right
        return parties.actors in right["actor"] and parties.recipients in right["recipient"]


def read_samples(score: ModuleType) -> list[Sample]:
    """The samples of all dev sets that are marked for events."""
    samples: list[Sample] = []
    number = 0
    for chosen in (s for s in SETS if s.name in LEARNT_FROM and s.folder.is_dir()):
        golds = {g["id"]: g for g in load_marks(chosen.folder)}
        for i, record in articles_of(set(golds)).items():
            marks = to_quoted(golds[i], record["text"]) if chosen.stand_off else golds[i]
            samples += read_article(score, record, marks, number)
            number += 1
    return samples


def read_article(
    score: ModuleType, record: dict[str, Any], marks: dict[str, Any], number: int
) -> list[Sample]:
    """The samples of one article."""
    article, found, scene = read_scene(record)
    coder = Coder(scene.words, load_codebook(), scene.cast, found, scene.by_token, ())  # type: ignore[arg-type]
    names = {
        a.id: {a.name} | {article.text[m.start : m.stop] for m in a.mentions} for a in found.actors
    }
    gold = score.gold_side(marks, article.text)["events"]

    def sample(trigger: Trigger, event: Any) -> Sample:
        rule = coder.framed(trigger)
        act = find_act(scene.words, trigger, scene.cast, scene.by_token, rule)
        right = {
            side: frozenset(
                ids
                for ids in act.evidence
                if score.same_party([names.get(i, {i}) for i in ids], event[f"{side}s"])
            )
            for side in ("actor", "recipient")
        }
        return Sample(number, act, rule, right)

    def likeness(trigger: Trigger, event: Any) -> int:
        at = scene.words.start(trigger.first)
        here = score.sentence_of(article.text, at) == score.sentence_of(article.text, event["at"])
        return int(here and trigger.entry.type == event["type"])

    triggers = [draft.trigger for draft in scene.drafts]
    return [sample(trigger, event) for trigger, event in score.pair(triggers, gold, likeness)]


def question(sample: Sample, side: str) -> Question:
    """The fillers of one side as facts, and which of them are right."""
    actors = sample.actors() if side == "recipient" else ()
    among = [ids for ids in sample.act.evidence if not set(ids) & set(actors)]
    facts = [sorted(set(find_filler_facts(sample.act, ids, side, actors))) for ids in among]
    return facts, [ids in sample.right[side] for ids in among]


def fit(questions: Iterable[Question]) -> Weights:
    """The weights of greatest penalised likelihood, by gradient steps with momentum (Adam)."""
    asked = [(facts, right) for facts, right in questions if any(right) and not all(right)]
    counts = Counter(fact for facts, _ in asked for each in facts for fact in each)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: n for n, name in enumerate(names)}
    rows = [each for facts, _ in asked for each in facts]
    x: npt.NDArray[np.float32] = np.zeros((len(rows), len(names)), dtype=np.float32)
    for row, facts in enumerate(rows):
        x[row, [column[fact] for fact in facts if fact in column]] = 1
    right = np.array([r for _, each in asked for r in each], dtype=np.float32)
    sizes = np.array([len(each) for _, each in asked])
    starts, group = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(sizes)), sizes)

    def share(z: npt.NDArray[np.float32], of: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        each = np.exp(z - np.maximum.reduceat(z, starts)[group]) * of + 1e-30
        return np.asarray(each / np.add.reduceat(each, starts)[group], dtype=np.float32)

    weights = np.zeros(len(names), dtype=np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        z = x @ weights
        slope = x.T @ (share(z, np.ones_like(right)) - share(z, right)) + PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = RATE * (1 - step / (STEPS + 1))
        weights -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return dict(zip(names, weights.tolist(), strict=True))


def train(samples: Sequence[Sample]) -> Choice:
    """The weights of both sides."""
    return Choice(*(fit(question(s, side) for s in samples) for side in ("actor", "recipient")))


def in_folds(samples: Sequence[Sample], shuffle: int) -> int:
    """In how many acts both parties are right by weights that never saw the article."""
    articles = sorted({sample.article for sample in samples})
    random.Random(shuffle).shuffle(articles)
    right = 0
    for fold in (set(articles[n::FOLDS]) for n in range(FOLDS)):
        choice = train([s for s in samples if s.article not in fold])
        right += sum(s.is_right(choice.choose(s.act, s.rule)) for s in samples if s.article in fold)
    return right


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    samples = read_samples(load_scorer())
    framed = sum(s.is_right(s.rule) for s in samples)
    print(f"{len(samples)} acts, both parties right by the frame in {framed}")
    chosen = [in_folds(samples, n) for n in range(SHUFFLES)]
    print("by choice, in folds:", chosen)
    if asked.write:
        share = float(np.mean(chosen)) / len(samples)
        rows = [["the frame of the entry", f"{framed / len(samples):.1%}"],
                ["the likeliest filler, in ten folds", f"{share:.1%}"]]  # fmt: skip
        write_table("choice", markdown_table([f"of {len(samples):,} acts", "both right"], rows))
        choice = train(samples)
        sides = {"actor": choice.actor, "recipient": choice.recipient}
        written = {
            side: {name: round(w, 3) for name, w in weights.items() if abs(w) > 0.02}
            for side, weights in sides.items()
        }
        target = ROOT / "src/sumber/events" / WEIGHTS
        target.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
