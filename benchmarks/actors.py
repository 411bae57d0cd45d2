"""How many of those whom an article tells of are offered by `find_actors`, on gold.

    actors.py            parties of events and speakers that are offered, by gold set
    actors.py --errors   and list those that are not (keep it out of the project)
    actors.py --write    put the table into docs/actors.md

A party of gold is a list of forms; it is offered where one of them and the name or a mention of one
actor share all words of the shorter, as ../shared/gold/score.py has it. `offered` counts the actors
that an article has before `sumber.reading` keeps the certain ones, `given out` those after.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any

from accuracy import SETS, GoldSet, load_scorer
from gold import articles_of, load_marks, to_quoted
from sumber.actors import find_actors
from sumber.article import article_from_record
from sumber.language.pipeline import parse
from sumber.reading import read_article
from sumber.records import Actor
from tables import markdown_table, write_table

Forms = Sequence[str]


def names_of(actors: Iterable[Actor], text: str) -> list[set[str]]:
    """Each actor's name with the words of its mentions."""
    return [{a.name} | {text[m.start : m.stop] for m in a.mentions} for a in actors]


def parties(gold: dict[str, Any]) -> Iterator[tuple[str, Forms]]:
    """What is asked for: (its class, its forms), each set of forms once."""
    seen = set()
    for event in gold["events"]:
        for forms in (*event["actors"], *event["recipients"]):
            if forms and ("party", *forms) not in seen:
                seen.add(("party", *forms))
                yield "party", forms
    for said in gold["statements"]:
        forms = said["speaker_is"]
        if forms and ("speaker", *forms) not in seen:
            seen.add(("speaker", *forms))
            yield "speaker", forms


def measure(score: ModuleType, chosen: GoldSet, *, errors: bool) -> dict[str, list[int]]:
    """Counts of one set: right and asked for each class; actors offered, given out, articles."""
    golds = {g["id"]: g for g in load_marks(chosen.folder)}
    counts = {"party": [0, 0], "speaker": [0, 0], "actors": [0, 0, len(golds)]}
    for i, record in articles_of(set(golds)).items():
        text = record["text"]
        gold = to_quoted(golds[i], text) if chosen.stand_off else golds[i]
        article = article_from_record(record, source=i)
        actors = find_actors(article, parse(text))
        names = names_of(actors, text)
        counts["actors"][0] += len(actors)
        counts["actors"][1] += len(read_article(article).actors)
        for label, forms in parties(gold):
            right = any(score.same_name(name, forms) for name in names)
            counts[label][0] += right
            counts[label][1] += 1
            if errors and not right:
                print(i, label, " | ".join(forms))
    return counts


def share(right: int, asked: int) -> str:
    """A recall with its counts."""
    return f"{right / asked:.2f} ({right}/{asked})" if asked else "–"


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--set", help="only the set of this name")
    ask.add_argument("--errors", action="store_true")
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    score = load_scorer()
    rows = []
    for chosen in SETS:
        if asked.set not in (None, chosen.name) or not chosen.folder.is_dir():
            continue
        if chosen.name.startswith("times"):
            continue
        found = measure(score, chosen, errors=asked.errors and "held-out" not in chosen.name)
        offered, given, articles = found["actors"]
        rows.append(
            [
                chosen.name,
                share(*found["party"]),
                share(*found["speaker"]),
                f"{offered / articles:.1f}",
                f"{given / articles:.1f}",
            ]
        )
    head = ["gold set", "parties of events", "speakers", "offered an article", "given out"]
    table = markdown_table(head, rows)
    print(table)
    if asked.write:
        write_table("actors", table)


if __name__ == "__main__":
    main()
