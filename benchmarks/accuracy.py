"""How well Sumber reads: precision, recall and F1 on gold, by the scorer of ../shared/gold.

    accuracy.py            print the figures of every gold set
    accuracy.py --errors   and list what was missed and what was invented (with text: keep it out
                           of the project)
    accuracy.py --write    put the tables into README.md and docs/, the figures into accuracy.json
    accuracy.py --check    fail where a figure is below its floor in floors.json

Sets: `shared dev` is what the rules were learnt from; the `own` sets were marked for this project
by the same rules (gold.py), the held-out ones read by nobody who writes rules. The `statements`
sets are marked for all but events, the `times` sets for times, direct quotations and credits.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from gold import SHARED, articles_of, load_marks, to_quoted
from sumber.article import article_from_record
from sumber.reading import read_article
from sumber.records import dump
from tables import markdown_table, write_table

HERE = Path(__file__).resolve().parent
ALL = (
    "found",
    "attributed",
    "direct",
    "indirect",
    "attributed direct",
    "times",
    "times of days",
    "wrong",
    "credits",
    "typed",
    "who-whom",
    "status",
    "status of who-whom",
)
EVENTS = frozenset({"typed", "who-whom", "status", "status of who-whom"})
# What the sets of times alone, and the second set of statements, are not marked for.
UNMARKED: Mapping[str, frozenset[str]] = defaultdict(
    frozenset,
    {
        "times": frozenset({"found", "attributed", "indirect"}),
        "statements dev 2": frozenset({"times", "times of days", "wrong"}),
    },
)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A named folder of gold; `stand_off` if it holds offsets instead of quoted pieces."""

    name: str
    folder: Path
    stand_off: bool


SETS = [
    GoldSet("shared dev", SHARED / "gold/dev", stand_off=False),
    GoldSet("own dev", HERE / "gold/full-dev", stand_off=True),
    GoldSet("own held-out", HERE / "gold/full-held-out", stand_off=True),
    GoldSet("events dev", HERE / "gold/events-dev", stand_off=True),
    GoldSet("events dev 2", HERE / "gold/events-dev-2", stand_off=True),
    GoldSet("events held-out", HERE / "gold/events-held-out", stand_off=True),
    GoldSet("news dev", HERE / "gold/news-dev", stand_off=True),
    GoldSet("news dev 2", HERE / "gold/news-dev-2", stand_off=True),
    GoldSet("news held-out", HERE / "gold/news-held-out", stand_off=True),
    GoldSet("news held-out 2", HERE / "gold/news-held-out-2", stand_off=True),
    GoldSet("statements dev", HERE / "gold/statements-dev", stand_off=True),
    GoldSet("statements dev 2", HERE / "gold/statements-dev-2", stand_off=True),
    GoldSet("statements held-out", HERE / "gold/statements-held-out", stand_off=True),
    GoldSet("times dev", HERE / "gold/times-dev", stand_off=True),
    GoldSet("times held-out", HERE / "gold/times-held-out", stand_off=True),
]

Counts = list[int]

# `pukul 06.00 WIB`, `14.55-15.40 WIB`, `jam 3 sore`: an hour without its day.
BARE_HOUR = re.compile(
    r"(?:(?:pukul|jam)\s*[\d.:]+|\(?\d{1,2}[.:]\d{2})[\s\d.:()–-]*(?:(?:WIB|WITA|WIT|GMT|UTC|waktu|setempat|pagi|siang|sore|petang|"
    r"malam|dini|hari)[\s)]*)*",
    re.IGNORECASE,
)


def load_scorer() -> ModuleType:
    """The scorer as a module; it lies beside the gold, outside the project."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold/score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {SHARED / 'gold/score.py'}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_set(score: ModuleType, chosen: GoldSet, *, errors: bool) -> dict[str, Counts]:
    """Counts right / found / gold of each measure over one gold set."""
    golds = {g["id"]: g for g in load_marks(chosen.folder)}
    rows: list[tuple[Any, ...]] = []
    for i, record in articles_of(set(golds)).items():
        text = record["text"]
        gold = to_quoted(golds[i], text) if chosen.stand_off else golds[i]
        reading = read_article(article_from_record(record, source=i))
        found_side = score.found_side(json.loads(dump(reading)))
        gold_side = score.gold_side(gold, text)
        rows += score.score_one(found_side, gold_side, text)
        rows += attributed_direct(score, found_side, gold_side)
        rows += days(score, found_side, gold_side, text)
        rows += status_of_whom(score, found_side, gold_side, text)
        if errors:
            list_errors(score, i, text, found_side, gold_side)
    return {measure.strip(): counts for measure, counts in score.total(rows).items()}


def attributed_direct(score: ModuleType, found: Any, gold: Any) -> list[tuple[Any, ...]]:
    """The measure `attributed`, of direct quotations alone."""
    sides = [[s for s in side["statements"] if s["kind"] == "direct"] for side in (found, gold)]
    pairs = score.pair(*sides, score.jaccard)
    right = sum(
        (not f["who"] and not g["who"]) or score.same_name(f["who"], g["who"]) for f, g in pairs
    )
    return [("attributed direct", right, len(sides[0]), len(sides[1]))]


def days(score: ModuleType, found: Any, gold: Any, text: str) -> list[tuple[Any, ...]]:
    """The measure `times` without the hours that stand alone, which gold does not mark."""
    told = [t for t in found["times"] if not BARE_HOUR.fullmatch(text[slice(*t["span"])])]
    rows = score.score_one(found | {"times": told}, gold, text)
    return [("times of days", *counts) for measure, *counts in rows if measure == "times"]


def status_of_whom(score: ModuleType, found: Any, gold: Any, text: str) -> list[tuple[Any, ...]]:
    """The share of events with the right parties whose status is right."""
    counts = {measure: right for measure, right, *_ in score.score_one(found, gold, text)}
    return [("status of who-whom", counts["status"], counts["who-whom"], counts["who-whom"])]


def list_errors(score: ModuleType, i: str, text: str, found: Any, gold: Any) -> None:
    """Print what was missed and what was invented in one article."""
    lines = [*quotation_errors(score, text, found, gold), *time_errors(text, found, gold)]
    if {c.lower() for c in found["credits"]} != {c.lower() for c in gold["credits"]}:
        lines.append(f"credits found {found['credits']} gold {gold['credits']}")
    for line in lines:
        print(i, line)


def quotation_errors(score: ModuleType, text: str, found: Any, gold: Any) -> Iterator[str]:
    """Direct quotations missed, invented, or given to somebody else."""

    def words(chars: frozenset[int]) -> str:
        return text[min(chars) : max(chars) + 1].replace("\n", "⏎")[:90] if chars else ""

    sides = [[s for s in side["statements"] if s["kind"] == "direct"] for side in (found, gold)]
    pairs = score.pair(*sides, score.jaccard)
    for f in (s for s in sides[0] if not any(s is f for f, _ in pairs)):
        yield f"direct  invented  {words(f['content'])}"
    for g in (s for s in sides[1] if not any(s is g for _, g in pairs)):
        yield f"direct  missed    {words(g['content'])}"
    for f, g in pairs:
        if not ((not f["who"] and not g["who"]) or score.same_name(f["who"], g["who"])):
            yield f"speaker {f['who'] or '-'} for {g['who'] or '-'}: {words(g['content'])}"


def time_errors(text: str, found: Any, gold: Any) -> Iterator[str]:
    """Times missed, invented, or given another value."""
    ours, golds = ({t["span"]: t for t in side["times"]} for side in (found, gold))

    def meeting(span: tuple[int, int], others: Any) -> list[tuple[int, int]]:
        return [o for o in others if span[0] < o[1] and o[0] < span[1]]

    for span, t in ours.items():
        if not meeting(span, golds):
            yield f"time    invented  {text[slice(*span)]!r} = {t['value']}"
    for span, t in golds.items():
        values = [ours[o]["value"] for o in meeting(span, ours)]
        if t["value"] not in values:
            what = f"read as {values[0]}" if values else "missed"
            yield f"time    {what}: {text[slice(*span)]!r} = {t['value']}"


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--set", help="only the set of this name")
    ask.add_argument("--errors", action="store_true")
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--check", action="store_true")
    asked = ask.parse_args()
    score = load_scorer()
    figures: dict[str, dict[str, Counts]] = {}
    for chosen in SETS:
        if asked.set in (None, chosen.name) and chosen.folder.is_dir():
            figures[chosen.name] = score_set(score, chosen, errors=asked.errors)
    report(score, figures, write=asked.write)
    if asked.check:
        sys.exit(check(score, figures))


def report(score: ModuleType, figures: dict[str, dict[str, Counts]], *, write: bool) -> None:
    """Print the figures, and put them into the documents if asked."""
    rows = defaultdict(list)
    for name, measures in figures.items():
        for measure in ALL:
            if measure in unmarked(name):
                continue
            p, r, f1 = score.figures(*measures[measure])
            counts = "/".join(map(str, measures[measure]))
            rows[name].append([name, measure, *(f"{x:.1%}" for x in (p, r, f1)), counts])
    head = ["gold set", "measure", "precision", "recall", "F1", "right/found/gold"]
    table = markdown_table(head, [row for each in rows.values() for row in each])
    print(table)
    if write:
        write_table("accuracy", table)
        write_table("accuracy-short", short_table(score, figures))
        line = json.dumps(figures, indent=1)
        (HERE / "accuracy.json").write_text(line + "\n", encoding="utf-8")


def unmarked(gold_set: str) -> frozenset[str]:
    """The measures that a set of gold is not marked for."""
    group = gold_set.partition(" ")[0]
    events = EVENTS if group in {"statements", "times"} else frozenset()
    return events | UNMARKED["times" if group == "times" else gold_set]


def short_table(score: ModuleType, figures: dict[str, dict[str, Counts]]) -> str:
    """F1 of each measure, over all sets that rules were learnt from and over all held out."""

    def pooled(measure: str, *, held_out: bool) -> str:
        sets = [
            counts[measure]
            for name, counts in figures.items()
            if ("held-out" in name) == held_out and measure not in unmarked(name)
        ]
        total = [sum(column) for column in zip(*sets, strict=True)]
        return f"{score.figures(*total)[2]:.1%} ({total[2]})"

    rows = [
        [measure, pooled(measure, held_out=False), pooled(measure, held_out=True)]
        for measure in ALL
        if measure != "wrong"
    ]
    return markdown_table(["F1 (in gold)", "learnt from", "held out"], rows)


def check(score: ModuleType, figures: dict[str, dict[str, Counts]]) -> int:
    """1 if any figure is below its floor, each named; else 0."""
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    low = 0
    for name, measures in floors["f1"].items():
        for measure, floor in measures.items():
            reached = score.figures(*figures[name][measure])[2] if name in figures else None
            if reached is not None and reached < floor:
                print(f"below the floor: {measure} on {name} is {reached:.3f}, floor {floor}")
                low = 1
    return low


if __name__ == "__main__":
    main()
