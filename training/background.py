"""Count what is common in news: the data files of `sumber/stories/data`.

    python training/background.py

Reads ../shared/corpora/click-id (CLICK-ID, William and Sari, CC BY 4.0) and writes

    words.tsv.gz   the number of articles; then each word of at least `WORD_ARTICLES` articles
                   with how many have it
    formulas.bin   CRC-32 of every run of five words that stands in articles of at least
                   `FORMULA_DAYS` days: no copy is printed for that long

Counts of words are facts; no text is kept. `sumber.stories.background` says what they are for.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sumber.stories.background import FORMULAS, KEY, WORDS, formula_key
from sumber.stories.signatures import shingles
from sumber.stories.words import WORD

ROOT = Path(__file__).resolve().parent.parent
CLICK_ID = ROOT.parent / "shared/corpora/click-id/click-id.jsonl.gz"
DATA = ROOT / "src/sumber/stories/data"
WORD_ARTICLES = 4
FORMULA_DAYS = 3
FORMULA_ARTICLES = 4


def read_articles() -> Iterator[tuple[str | None, list[str]]]:
    """The day and the folded words of each article, its headline's among them."""
    with gzip.open(CLICK_ID, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = f"{row['headline'] or ''}\n{row['text']}"
            yield row["published"], [m[0].casefold() for m in WORD.finditer(text)]


def main() -> None:
    """Count, and write both files."""
    articles, words = 0, Counter[str]()
    days: dict[int, set[str]] = defaultdict(set)
    held: Counter[int] = Counter()
    for day, folded in read_articles():
        articles += 1
        words.update(set(folded))
        keys = {formula_key(run) for run in shingles(folded)}
        held.update(keys)
        for key in keys if day else ():
            days[key].add(day or "")
    kept = sorted((w, n) for w, n in words.items() if n >= WORD_ARTICLES)
    lines = [str(articles), *(f"{word}\t{count}" for word, count in kept)]
    packed = gzip.compress("\n".join(lines).encode(), mtime=0)
    (DATA / WORDS).write_bytes(packed)
    common = (k for k, d in days.items() if len(d) >= FORMULA_DAYS and held[k] >= FORMULA_ARTICLES)
    formulas = sorted(common)
    (DATA / FORMULAS).write_bytes(b"".join(KEY.pack(key) for key in formulas))
    print(f"{articles} articles, {len(kept)} words, {len(formulas)} formulas")


if __name__ == "__main__":
    main()
