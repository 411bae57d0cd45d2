"""Places against sentences of click-id that were marked by hand.

    places.py [--errors] [--held-out]

`gold/places-dev` and `gold/places-held-out` hold sentences drawn at random (article, offsets) and
the places in them: offsets and the usual names that are right, without text. A place found counts
if it overlaps a marked one, and as right if its name is one of those given. Villages and districts
that no gazetteer in use has are marked `beyond` and counted apart; what careful readers may decide
differently (the town in the name of its university) is `undecided` and counts neither way.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gold import articles_of
from sumber.article import article_from_record
from sumber.language.pipeline import parse
from sumber.places import find_places
from sumber.records import Place

GOLD = Path(__file__).resolve().parent / "gold"
Row = dict[str, Any]


def load_rows(name: str) -> list[Row]:
    """The sentences of a set."""
    lines = (GOLD / name / "places.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def overlaps(place: Place, mark: Row) -> bool:
    """Whether a place that was found and a marked one share characters."""
    return place.start < int(mark["stop"]) and int(mark["start"]) < place.stop


def judge(row: Row, found: list[Place]) -> Iterator[tuple[str, Row | None, Place | None]]:
    """What became of each mark, and of each place that nobody marked."""
    left = list(found)
    for mark in row["places"]:
        hits = [place for place in left if overlaps(place, mark)]
        left = [place for place in left if place not in hits]
        if mark.get("undecided"):
            continue
        best = next((p for p in hits if p.name in mark.get("names", ())), None) or (
            hits[0] if hits else None
        )
        if "beyond" in mark:
            yield ("beyond, wrongly placed" if best else "beyond"), mark, best
        elif best is None:
            yield "missed", mark, None
        else:
            yield ("right" if best.name in mark["names"] else "wrong"), mark, best
    for place in left:
        yield "no place", None, place


def measure(name: str, *, errors: bool) -> Counter[str]:
    """Counts of a set; faults are printed if asked for."""
    rows = load_rows(name)
    records = articles_of({row["id"] for row in rows})
    counts: Counter[str] = Counter()
    for row in rows:
        article = article_from_record(records[row["id"]], source=row["id"])
        places = [
            p
            for p in find_places(article, parse(article.text))
            if row["start"] <= p.start < row["stop"]
        ]
        for verdict, mark, place in judge(row, places):
            counts[verdict] += 1
            if errors and verdict not in {"right", "beyond"}:
                print(verdict, mark, place, article.text[row["start"] : row["stop"]], sep=" | ")
    return counts


def report(name: str, counts: Counter[str]) -> str:
    """One line of figures."""
    marked = counts["right"] + counts["wrong"] + counts["missed"]
    given = counts["right"] + counts["wrong"] + counts["no place"]
    given += counts["beyond, wrongly placed"]
    beyond = counts["beyond"] + counts["beyond, wrongly placed"]
    precision, recall = counts["right"] / given, counts["right"] / marked
    return (
        f"{name}: {marked} marked, {given} found, {counts['right']} right: precision "
        f"{precision:.1%}, recall {recall:.1%} ({counts['right'] / (marked + beyond):.1%} with the "
        f"{beyond} beyond the gazetteer); {dict(counts)}"
    )


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--errors", action="store_true", help="list what went wrong (dev set only)")
    ask.add_argument("--held-out", action="store_true")
    asked = ask.parse_args()
    name = "places-held-out" if asked.held_out else "places-dev"
    print(report(name, measure(name, errors=asked.errors and not asked.held_out)))


if __name__ == "__main__":
    main()
