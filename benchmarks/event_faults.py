"""Where the coder of events errs: faults by class and type, confusion between types, kappa.

    event_faults.py            print the tables over the sets that rules were learnt from
    event_faults.py --write    and put them into docs/events.md

Classes: an event of gold that is missed, one that gold has not, and, of those typed right, a wrong
or missing actor, recipient or status. Confusion and Cohen's kappa are over events of both sides
that stand in the same sentence, paired at random where there are several. No text is printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from accuracy import SETS, load_scorer
from gold import articles_of, load_marks, to_quoted
from sumber.article import article_from_record
from sumber.reading import read_article
from sumber.records import dump
from tables import markdown_table, write_table

MARKED = ("shared", "own", "events")
COMMONEST = 20


def sides(score: ModuleType) -> Iterator[tuple[str, Any, Any]]:
    """Text, found and gold events of every article of the sets that rules were learnt from."""
    for chosen in SETS:
        if not chosen.name.startswith(MARKED) or "held-out" in chosen.name:
            continue
        golds = {g["id"]: g for g in load_marks(chosen.folder)}
        for i, record in articles_of(set(golds)).items():
            marks = to_quoted(golds[i], record["text"]) if chosen.stand_off else golds[i]
            reading = read_article(article_from_record(record, source=i))
            found = score.found_side(json.loads(dump(reading)))["events"]
            yield record["text"], found, score.gold_side(marks, record["text"])["events"]


def faults(score: ModuleType, text: str, found: Any, gold: Any) -> Iterator[tuple[str, str]]:
    """The class and type of each fault in one article."""

    def right(f: Any, g: Any) -> tuple[bool, bool]:
        return tuple(score.same_party(f[side], g[side]) for side in ("actors", "recipients"))

    def likeness(f: Any, g: Any) -> int:
        here = score.sentence_of(text, f["at"]) == score.sentence_of(text, g["at"])
        if f["type"] != g["type"]:
            return 0
        return 4 * here + sum(right(f, g)) if here or all(right(f, g)) else 0

    pairs = score.pair(found, gold, likeness)
    yield from (("not in gold", f["type"]) for f in found if not any(f is p for p, _ in pairs))
    yield from (("missed", g["type"]) for g in gold if not any(g is p for _, p in pairs))
    for f, g in pairs:
        for side, ok in zip(("actor", "recipient"), right(f, g), strict=True):
            if not ok:
                known = "wrong" if f[f"{side}s"] else "no"
                yield f"{known} {side}", g["type"]
        if all(right(f, g)) and f["status"] != g["status"]:
            yield f"status {f['status']} for {g['status']}", g["type"]


def confusions(score: ModuleType, text: str, found: Any, gold: Any) -> list[tuple[str, str]]:
    """The types of found and gold events that stand in the same sentence."""

    def likeness(f: Any, g: Any) -> int:
        here = score.sentence_of(text, f["at"]) == score.sentence_of(text, g["at"])
        return 1 + (f["type"] == g["type"]) if here else 0

    return [(f["type"], g["type"]) for f, g in score.pair(found, gold, likeness)]


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Cohen's kappa of two lists of types."""
    total = len(pairs)
    agreed = sum(a == b for a, b in pairs) / total
    ours, golds = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(ours[t] * golds[t] for t in ours) / total**2
    return (agreed - chance) / (1 - chance)


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    score = load_scorer()
    counts: Counter[tuple[str, str]] = Counter()
    pairs: list[tuple[str, str]] = []
    for text, found, gold in sides(score):
        counts.update(faults(score, text, found, gold))
        pairs += confusions(score, text, found, gold)
    common = [[f"{n}. {what}", kind, count] for n, ((what, kind), count) in
              enumerate(counts.most_common(COMMONEST), 1)]  # fmt: skip
    wrong = Counter((f, g) for f, g in pairs if f != g)
    mixed = [[f"{g} read as {f}", count] for (f, g), count in wrong.most_common(10)]
    tables = {
        "event-faults": markdown_table(["fault", "type", "times"], common),
        "event-confusions": markdown_table(
            [f"confused, of {len(pairs)}; kappa {kappa(pairs):.2f}", "times"], mixed
        ),
    }
    for name, table in tables.items():
        print(table, end="\n\n")
        if asked.write:
            write_table(name, table)


if __name__ == "__main__":
    main()
