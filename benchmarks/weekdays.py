"""The calendar check against Python's calendar, on every fully written pair of click-id.

    weekdays.py                    counts: pairs, wrong pairs marked, right pairs marked by mistake
    weekdays.py --sample 60 --values FILE
                                   that many corrections at random, with context, to be judged; the
                                   values go to the file, to be looked at afterwards
    weekdays.py --wrong            every pair where the two disagree

A pair is a weekday with day, month and year in figures or words beside it. It is found by a plain
pattern of its own, which knows nothing of the grammar, so that the two can disagree; whether it is
right is `datetime`'s word. The texts lie in ../shared and are not in the project.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sumber.dates import find_times
from sumber.records import Time

CLICK_ID = Path(__file__).resolve().parent.parent.parent / "shared/corpora/click-id"
ARTICLES = CLICK_ID / "click-id.jsonl.gz"
SEED = 528
WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni", "juli"),
    *("agustus", "september", "oktober", "november", "desember"),
)
PAIR = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}|jum['’]at|ahad)"
    r"(?: (?:pagi|siang|sore|petang|malam|dini ?hari))?[, ]{0,2}\(?"
    rf"(\d{{1,2}})(?:/(\d{{1,2}})/| ({'|'.join(MONTHS)}) )(\d{{4}})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A fully written pair: where it stands, and whether the calendar has it so."""

    article: str
    published: dt.date | None
    start: int
    stop: int
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A pair and the time that the grammar found there, if it did."""

    pair: Pair
    time: Time | None
    context: str

    @property
    def marked(self) -> bool:
        """Whether the grammar calls it wrong."""
        return self.time is not None and self.time.wrong is not None


def pairs_of(article: str, published: dt.date | None, text: str) -> Iterator[Pair]:
    """Every pair of a text."""
    for match in PAIR.finditer(text):
        word = match[1].lower().replace("'", "").replace("’", "").replace("ahad", "minggu")
        month = int(match[3]) if match[3] else MONTHS.index(match[4].lower()) + 1
        right = is_right(WEEKDAYS.index(word), int(match[5]), month, int(match[2]))
        yield Pair(article, published, match.start(), match.end(), match[0], right)


def is_right(weekday: int, year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day, and puts it on the weekday."""
    try:
        return dt.date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def anchor_of(published: str | None, time: str | None) -> dt.date | None:
    """The publication, with its time where the corpus has it."""
    if not published:
        return None
    return (
        dt.datetime.fromisoformat(f"{published}T{time}")
        if time
        else dt.date.fromisoformat(published)
    )


def verdicts() -> Iterator[Verdict]:
    """Every pair of the corpus with what the grammar says of it."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            text, published = article["text"], article["published"]
            anchor = anchor_of(published, article.get("time"))
            pairs = list(pairs_of(article["id"], anchor, text))
            times = find_times(text, anchor) if pairs else ()
            for pair in pairs:
                at = [t for t in times if t.start < pair.stop and pair.start < t.stop]
                context = text[max(0, pair.start - 300) : pair.stop + 200].replace("\n", " ")
                yield Verdict(pair, at[0] if at else None, context)


def show(verdict: Verdict) -> None:
    """Print one pair and its context."""
    pair = verdict.pair
    print(pair.article, pair.published, pair.text, sep="\t")
    print("   ", verdict.context, "\n")


def draw(corrected: list[Verdict], size: int, seed: int, values: Path) -> None:
    """Show corrections at random without their values, which go to a file."""
    chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    drawn = chance.sample(corrected, min(size, len(corrected)))
    for verdict in drawn:
        show(verdict)
    rows = (f"{v.pair.article}\t{v.pair.text}\t{v.time and v.time.value}\n" for v in drawn)
    values.write_text("".join(rows), "utf-8")


def main() -> None:
    """Print counts, or the pairs that are asked for."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    ask.add_argument("--sample", type=int, metavar="N", help="show N wrong pairs at random")
    ask.add_argument("--values", type=Path, metavar="FILE", help="where their values go")
    ask.add_argument("--seed", type=int, default=SEED, help="another draw, to learn from")
    ask.add_argument("--wrong", action="store_true", help="show where the two disagree")
    asked = ask.parse_args()
    if asked.sample and not asked.values:
        ask.error("--sample needs --values FILE")
    found = list(verdicts())
    wrong = [v for v in found if not v.pair.right]
    missed = [v for v in wrong if not v.marked]
    alarms = [v for v in found if v.pair.right and v.marked]
    corrected = [v for v in wrong if v.marked and v.time and v.time.value]
    print(f"pairs {len(found)}, of them wrong {len(wrong)}")
    print(f"wrong and marked {len(wrong) - len(missed)}, wrong and missed {len(missed)}")
    print(f"right and marked by mistake {len(alarms)}")
    bare = len(wrong) - len(missed) - len(corrected)
    print(f"corrected {len(corrected)}, marked without a correction {bare}")
    if asked.wrong:
        for verdict in missed + alarms:
            show(verdict)
    if asked.sample:
        draw(corrected, asked.sample, asked.seed, asked.values)


if __name__ == "__main__":
    main()
