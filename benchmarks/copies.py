"""Copies among 100,000 articles: what is found of planted edits, what is found wrongly, how fast.

    python benchmarks/copies.py [--articles 100000]

The articles are click-id's (../shared/corpora); texts mixed of its sentences, each from another
article, fill up to the number asked for. Of every fourth click-id article two edited copies are
planted: a new lead, other verbs of saying, the end cut off, paragraphs in another order,
quotations turned into narration, or several of these. A pair counts as found if it shares a band
key and `find_copy` calls it a copy; as wrong if it is called one, the two are of different
families, and the articles that they were made of share no passage either (some of click-id's do,
and what is left after a cut may be just that).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from gold import CLICK_ID
from sumber.records import Article
from sumber.stories import Text, band_keys, find_copy, prepare_text, told_words

SEED = 20190901
SHORTEST = 80  # words of an article that copies are planted of
LEAD = 3  # times its longest paragraph is shorter than such an article
EVERY = 4
VERBS = ("kata", "ujar", "ucap", "tutur", "jelas", "ungkap", "papar", "terang", "tegas", "imbuh")
SAYING = re.compile(rf"\b({'|'.join(VERBS)})(nya)?\b")
LEADS = (
    "Kabar ini menjadi perhatian warga sejak pagi dan ramai dibicarakan di media sosial.",
    "Berikut rangkuman lengkap yang dihimpun redaksi dari lapangan sepanjang hari ini.",
    "Peristiwa itu menyita perhatian banyak pihak, termasuk para pejabat di daerah.",
)
Edit = Callable[[list[str], random.Random], list[str]]


def new_lead(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Another first paragraph."""
    return [chance.choice(LEADS), *paragraphs[1:]]


def other_verbs(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Other verbs of saying."""
    return [
        SAYING.sub(lambda m: chance.choice(VERBS) + (m[2] or ""), paragraph)
        for paragraph in paragraphs
    ]


def cut_end(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Without the last third."""
    del chance
    return paragraphs[: max(1, len(paragraphs) * 2 // 3)]


def other_order(paragraphs: list[str], chance: random.Random) -> list[str]:
    """All paragraphs but the first in another order."""
    return [paragraphs[0], *chance.sample(paragraphs[1:], len(paragraphs) - 1)]


def narrated(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Quotations without their marks, first persons as third."""
    del chance
    bare = (re.sub(r'["“”]', "", paragraph) for paragraph in paragraphs)
    return [re.sub(r"\b(saya|kami|kita)\b", "pihaknya", paragraph) for paragraph in bare]


def several(paragraphs: list[str], chance: random.Random) -> list[str]:
    """A new lead, other verbs, narration, and the end cut off."""
    for edit in (new_lead, other_verbs, narrated, cut_end):
        paragraphs = edit(paragraphs, chance)
    return paragraphs


EDITS: dict[str, Edit] = {
    "new lead": new_lead,
    "other verbs": other_verbs,
    "cut end": cut_end,
    "other order": other_order,
    "narrated": narrated,
    "several": several,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One article: the family it belongs to, and how it was made."""

    family: int
    made: str
    text: str


def make_rows(count: int) -> Iterator[Row]:
    """As many articles as asked for: real, edited, mixed."""
    chance = random.Random(SEED)  # noqa: S311 - a plan, no secret
    with gzip.open(CLICK_ID, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, count)]
    made = 0
    for family, text in enumerate(texts):
        yield Row(family, "real", text)
        paragraphs = text.split("\n\n")
        names = chance.sample(sorted(EDITS), 2) if family % EVERY == 0 and is_news(text) else ()
        for name in names:
            yield Row(family, name, "\n\n".join(EDITS[name](paragraphs, chance)))
        made += 1 + len(names)
    # Tables without a full stop would be most of a mixed text, and make two of them copies.
    cut = (s for text in texts for s in re.split(r"(?<=[.!?])\s+", text) if 40 < len(s) < 400)
    sentences = list(dict.fromkeys(cut))
    for number in range(made, count):
        yield Row(-number, "mixed", " ".join(chance.sample(sentences, 12)))


def is_news(text: str) -> bool:
    """Whether copies can be planted of a text: after a new lead and a cut there is still one."""
    paragraphs = text.split("\n\n")
    long = len(text.split()) >= SHORTEST and len(paragraphs) > 3
    return long and LEAD * max(map(len, paragraphs)) < len(text)


def text_of(number: int, row: Row) -> Text:
    """An article as it is compared."""
    article = Article(f"{number:07}", None, None, None, None, None, (), "id", row.text)
    return prepare_text(article.id, told_words(article))


def candidates(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Pairs that share a key, each once; says how fast keys are made and looked up."""
    index: dict[int, list[int]] = {}
    making = looking = 0.0
    for number, row in enumerate(rows):
        begin = time.process_time()
        article = Article(str(number), None, None, None, None, None, (), "id", row.text)
        keys = band_keys(told_words(article))
        making += time.process_time() - begin
        begin = time.process_time()
        beside = {other for key in keys for other in index.get(key, ())}
        for key in keys:
            index.setdefault(key, []).append(number)
        looking += time.process_time() - begin
        yield from ((other, number) for other in beside)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"keys {len(rows) / making:,.0f} articles/s, look-up {len(rows) / looking:,.0f}/s of CPU")
    print(f"memory {memory:,.0f} MB with all texts and an index of {len(index):,} keys")


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--articles", type=int, default=100_000)
    rows = list(make_rows(ask.parse_args().articles))
    found, wrong, compared, spent = Counter[str](), 0, 0, 0.0
    for first, second in candidates(rows):
        one, other = rows[first], rows[second]
        same = one.family == other.family
        if not same and (one.made == "real" or other.made == "real"):
            continue
        begin = time.process_time()
        copy = find_copy(text_of(first, one), text_of(second, other))
        spent += time.process_time() - begin
        compared += 1
        if copy is not None and copy.kind == "copy":
            found[other.made if one.made == "real" else "two edits"] += same
            wrong += not same and not share_text(rows, one, other)
    report(rows, found, wrong)
    print(f"{compared / spent:,.0f} pairs compared word by word/s of CPU, {compared:,} in all")


def share_text(rows: Sequence[Row], one: Row, other: Row) -> bool:
    """Whether the real articles of two families share a passage themselves."""
    if min(one.family, other.family) < 0:
        return False
    real = {row.family: row for row in rows if row.made == "real"}
    first, second = (text_of(row.family, real[row.family]) for row in (one, other))
    return find_copy(first, second) is not None


def report(rows: Sequence[Row], found: Counter[str], wrong: int) -> None:
    """Recall by edit, and precision."""
    planted = Counter(row.made for row in rows if row.made in EDITS)
    planted["two edits"] = sum(planted.values()) // 2
    for name, count in planted.items():
        print(f"{name:12} recall {found[name] / count:.3f} of {count:,}")
    right = sum(found.values())
    print(f"all          recall {right / sum(planted.values()):.3f}")
    print(f"precision {right / (right + wrong):.5f} ({wrong} wrong of {right + wrong:,})")


if __name__ == "__main__":
    main()
