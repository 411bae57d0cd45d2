"""A stream of news for benchmarks of the archive: twelve days of click-id, again and again.

    news.py            read its articles once, and keep the readings beside this run

Every other article that click-id (../shared/corpora) dates from 9 to 20 September 2019, in order of
publication: about 700 a day of nine outlets, as many as a desk meets. One in ten is a planted copy:
an article of the day before or the same day in another outlet, under another headline, with the
light edits of `copies.py` (a new lead, other verbs of saying, a cut end, another order, narration).
All of them are read by Sumber, none is made up of fields. The twelve days come again every 45 days
under other addresses, so that no text meets itself within the 30 days in which copies are looked
for. Used by `archive.py`.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from copies import EDITS, is_news
from gold import CLICK_ID
from sumber.article import article_from_record
from sumber.reading import read_article
from sumber.records import Reading, dump, load

FIRST, LAST = "2019-09-09", "2019-09-20"
EVERY = 2  # articles of those days
COPIED = 9  # the ninth of them comes again, edited: one in ten is a copy
ROUND = dt.timedelta(days=45)
SEED = 20190909
KEPT = Path(tempfile.gettempdir()) / "sumber-news.jsonl"
Record = dict[str, Any]


def records() -> list[Record]:
    """The twelve days as records, copies among them, in order of publication."""
    with gzip.open(CLICK_ID, "rt", encoding="utf-8") as lines:
        dated = [r for r in map(json.loads, lines) if FIRST <= (r["published"] or "") <= LAST]
    dated.sort(key=lambda r: (r["published"], r["time"] or "", r["id"]))
    chosen = dated[::EVERY]
    outlets = sorted({record["outlet"] for record in chosen})
    made = [*chosen, *_copies(chosen, outlets)]
    return sorted(made, key=lambda r: (r["published"], r["time"] or "", r["id"]))


def _copies(chosen: Sequence[Record], outlets: Sequence[str]) -> Iterator[Record]:
    chance = random.Random(SEED)  # noqa: S311 - a plan, no secret
    long = [record for record in chosen if is_news(record["text"])]
    wanted = len(chosen) // COPIED
    for record in chance.sample(long, wanted):
        edit = EDITS[chance.choice(sorted(EDITS))]
        day = dt.date.fromisoformat(record["published"]) + dt.timedelta(chance.randrange(2))
        yield {
            **record,
            "id": f"{record['id']}-salinan",
            "outlet": chance.choice([outlet for outlet in outlets if outlet != record["outlet"]]),
            "headline": f"Fakta Terbaru: {record['headline']}",
            "published": min(day.isoformat(), LAST),
            "time": "23:59",
            "text": "\n\n".join(edit(record["text"].split("\n\n"), chance)),
        }


def read_stream() -> None:
    """Read all articles with every processor."""
    partial = KEPT.with_suffix(f".{os.getpid()}")
    with ProcessPoolExecutor(initializer=os.nice, initargs=(10,)) as pool, partial.open("wb") as to:
        for line in pool.map(_read, records(), chunksize=50):
            to.write(line + b"\n")
    partial.replace(KEPT)


def _read(record: Record) -> bytes:
    return dump(read_article(article_from_record(record, source=record["id"])))


def keep() -> None:
    """Read all articles, where no readings are kept."""
    if not KEPT.exists():
        read_stream()


@cache
def readings() -> list[Reading]:
    """The readings of the twelve days."""
    keep()
    return [load(line) for line in KEPT.read_bytes().splitlines()]


def nth(number: int) -> Reading:
    """The article with this number, from 0, of an endless stream in order of publication."""
    told = readings()
    rounds, place = divmod(number, len(told))
    article = told[place].article
    day = dt.date.fromisoformat((article.published or FIRST)[:10]) + rounds * ROUND
    changed = replace(
        article,
        id=f"{number:x}",
        url=f"https://contoh.example/{number}",
        published=day.isoformat(),
    )
    return replace(told[place], article=changed)


if __name__ == "__main__":
    read_stream()
