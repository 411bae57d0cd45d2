"""Quantities against numbers of click-id that were marked by hand.

    quantities.py [--errors] [--held-out]

`gold/quantities-dev` and `gold/quantities-held-out` hold numbers drawn at random, one an article
(offsets), without those that are plainly part of a date, an hour or a place in a row; for each the
kinds and the values that are right, or that it is no quantity. What careful readers may decide
differently is `undecided` and counts neither way. Right: kind, low and high.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from gold import articles_of
from sumber.article import article_from_record
from sumber.language.pipeline import parse
from sumber.quantities import find_quantities
from sumber.records import Quantity

GOLD = Path(__file__).resolve().parent / "gold"
Row = dict[str, Any]


def verdict(row: Row, found: Quantity | None) -> str:
    """What a quantity found at a marked number is worth."""
    if not row["kinds"]:
        return "rightly none" if found is None else "no quantity"
    if found is None:
        return "missed"
    if (found.low, found.high) != (row["low"], row["high"]):
        return "wrong value"
    return "right" if found.kind in row["kinds"] else "wrong kind"


def measure(name: str, *, errors: bool) -> Counter[str]:
    """Counts of a set; faults are printed if asked for."""
    lines = (GOLD / name / "quantities.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if not row.get("undecided")]
    records = articles_of({row["id"] for row in rows})
    counts: Counter[str] = Counter()
    for row in rows:
        article = article_from_record(records[row["id"]], source=row["id"])
        given = find_quantities(article, parse(article.text), ())
        found = next((q for q in given if q.start < row["stop"] and row["start"] < q.stop), None)
        worth = verdict(row, found)
        counts[worth] += 1
        if errors and not worth.startswith("right"):
            words = article.text[max(0, row["start"] - 60) : row["stop"] + 60]
            print(worth, row.get("kinds"), row.get("low"), found, words, sep=" | ")
    return counts


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--errors", action="store_true", help="list what went wrong (dev set only)")
    ask.add_argument("--held-out", action="store_true")
    asked = ask.parse_args()
    name = "quantities-held-out" if asked.held_out else "quantities-dev"
    counts = measure(name, errors=asked.errors and not asked.held_out)
    given = sum(counts[w] for w in ("right", "wrong kind", "wrong value", "no quantity"))
    marked = sum(counts[w] for w in ("right", "wrong kind", "wrong value", "missed"))
    right = counts["right"]
    print(f"{name}: {marked} marked, {given} found, {right} right: ", end="")
    print(f"precision {right / given:.1%}, recall {right / marked:.1%}; {dict(counts)}")


if __name__ == "__main__":
    main()
