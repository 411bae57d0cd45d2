"""Where events happened, against the gold that its authors of rules may read.

    event_places.py [--errors]

Each gold event's trigger is given, so that only the place is judged. Right: the place given is one
that the gold's words name, or is named in them (`Nunukan` for `Nunukan, Kalimantan Utara`).
Holding: gold names a building or street that no gazetteer has, and the place given is the unit
that is named right behind it. Beside it stands a floor: the place mentioned nearest to the act.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from gold import SHARED, Paragraphs, articles_of, to_quoted
from sumber.article import article_from_record
from sumber.language import Parse
from sumber.language.pipeline import parse
from sumber.places import event_place, find_places
from sumber.records import Place

GOLD = Path(__file__).resolve().parent / "gold"
NEAR = 200  # characters within which the floor looks
BEHIND = 80  # characters from a building to the unit that holds it
OURS = ("full-dev", "events-dev")
Marks = dict[str, Any]
Finder = Callable[[Parse, Sequence[Place], int, int], Place | None]


def gold_articles() -> Iterator[Marks]:
    """Gold in its quoted form: the shared one, and ours with its offsets turned into words."""
    for path in sorted((SHARED / "gold/dev").glob("*.json")):
        yield json.loads(path.read_text("utf-8"))
    ours = [
        json.loads(p.read_text("utf-8")) for s in OURS for p in sorted((GOLD / s).glob("*.json"))
    ]
    texts = articles_of({marks["id"] for marks in ours})
    for marks in ours:
        yield to_quoted(marks, texts[marks["id"]]["text"])


def nearest(_parsed: Parse, places: Sequence[Place], start: int, _stop: int) -> Place | None:
    """A floor: the place mentioned nearest to the act."""
    near = [p for p in places if abs(p.start - start) < NEAR]
    return min(near, key=lambda p: abs(p.start - start), default=None)


FINDERS: dict[str, Finder] = {"event_place": event_place, "nearest mention": nearest}


def same(text: str, place: Place, gold: str) -> bool:
    """Whether gold's words name the place."""
    said = text[place.start : place.stop].casefold()
    return said in gold.casefold() or gold.casefold() in said or place.name == gold


def verdict(text: str, place: Place | None, gold: str | None) -> str:
    """What a place given for an event is worth."""
    if gold is None:
        return "rightly none" if place is None else "invented"
    if place is None:
        return "missed"
    if same(text, place, gold):
        return "right"
    return "holding" if gold in text[max(0, place.start - BEHIND) : place.start] else "wrong"


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--errors", action="store_true")
    asked = ask.parse_args()
    golds = list(gold_articles())
    records = articles_of({gold["id"] for gold in golds})
    counts: dict[str, Counter[str]] = {name: Counter() for name in FINDERS}
    for gold in golds:
        article = article_from_record(records[gold["id"]], source=gold["id"])
        parsed = parse(article.text)
        places = find_places(article, parsed)
        paragraphs = Paragraphs(article.text)
        for event in gold["events"]:
            start, stop = paragraphs.locate(event["p"], event["trigger"])
            for name, finder in FINDERS.items():
                place = finder(parsed, places, start, stop)
                worth = verdict(article.text, place, event["place"])
                counts[name][worth] += 1
                if asked.errors and name == "event_place" and worth in ("wrong", "invented"):
                    found = place and article.text[place.start : place.stop]
                    words = article.text[max(0, start - 150) : stop + 150].replace("\n", " ")
                    print(worth, event["trigger"], event["place"], found, words, sep=" | ")
    for name, count in counts.items():
        given = sum(count[w] for w in ("right", "holding", "wrong", "invented"))
        asked_for = sum(count[w] for w in ("right", "holding", "wrong", "missed"))
        f1 = 2 * count["right"] / (given + asked_for) if given + asked_for else 0.0
        print(f"{name}: F1 {f1:.1%}, {count['right']} right of {given} given, {asked_for} in gold")
        print(dict(count))


if __name__ == "__main__":
    main()
