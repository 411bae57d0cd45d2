"""What an article is about, small enough to keep: the `Sketch` that stories are told apart by.

In: a `Reading`. Out: its heavy words (rare in the news of the time, frequent here), those of its
lead and headline, and its numbers. Weights rest on `background` alone, never on what else an
archive holds: the same article always has the same sketch. Used by `links`; the archive keeps
sketches and finds candidates by their `keys`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from math import log

from sumber.records import Reading, Span, Time
from sumber.stories.background import load_rarities
from sumber.stories.words import WORD, Words, inside, merge_spans, told_words

HEAVY = 80  # words kept of a text, the heaviest
KEYS = 20  # of them, under which an article is found
MOST_NUMBERS = 200  # of a text: tables have more, and tell less
LEAD = 90  # words: two or three paragraphs
PLAIN = 1.2  # rarity of words that stand in a third of all articles: they tell nothing
NUMBER = re.compile(r"\d[\d.,]*")
DAY = 10  # characters of an ISO date
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What one article is about. Weights are of unit length; `day` is an ISO date.

    `day` is that of publication, else the last that the article tells of; `None` if it has neither:
    such an article joins no story by itself.
    """

    id: str
    day: str | None
    body: Weights
    lead: Weights
    headline: Weights
    numbers: frozenset[str]
    keys: tuple[int, ...]


def sketch_reading(reading: Reading, words: Words | None = None) -> Sketch:
    """What an article is about, from what was read in it; `words` are those that it tells."""
    article = reading.article
    words = words or told_words(article, reading.statements)
    headline = [m[0].casefold() for m in WORD.finditer(article.headline or "")]
    body = weigh([*headline, *words.folded])
    return Sketch(
        id=article.id,
        day=day_published(reading),
        body=body,
        lead=weigh([*headline, *words.folded[:LEAD]]),
        headline=weigh(headline),
        numbers=frozenset(islice(find_numbers(reading), MOST_NUMBERS)),
        keys=tuple(sorted(key_of(word) for word in list(body)[:KEYS])),
    )


def day_published(reading: Reading) -> str | None:
    """The day of publication, else the last that the article tells of."""
    published = (reading.article.published or "")[:DAY]
    return published if is_day(published) else max(days_of(reading.times), default=None)


def weigh(folded: Iterable[str]) -> dict[str, float]:
    """The heaviest words, heaviest first, with weights of unit length.

    >>> list(weigh("bendungan cimanintin dan warga di bendungan".split()))
    ['bendungan', 'cimanintin', 'warga']
    """
    unknown, rarities = load_rarities()
    heavy = {
        word: rare if count == 1 else (1 + log(count)) * rare
        for word, count in Counter(folded).items()
        if (rare := rarities.get(word, unknown)) > PLAIN and not word[0].isdigit()
    }
    kept = sorted(sorted(heavy), key=heavy.__getitem__, reverse=True)[:HEAVY]
    length = sum([heavy[word] ** 2 for word in kept]) ** 0.5
    return {word: round(heavy[word] / length, 4) for word in kept}


def find_numbers(reading: Reading) -> Iterator[str]:
    """Numbers of two digits or more that are neither dates nor parts of links and boilerplate."""
    text = reading.article.text
    dates = merge_spans(Span(t.start, t.stop) for t in reading.times)
    parts = merge_spans(
        Span(p.start, p.stop)
        for p in reading.article.parts
        if p.kind in ("related", "boilerplate", "credit")
    )
    found = list(NUMBER.finditer(text))
    starts = [m.start() for m in found]
    for match, dated, untold in zip(
        found, inside(starts, dates), inside(starts, parts), strict=True
    ):
        number = match[0].strip(".,")
        if len(number) > 1 and not dated and not untold:
            yield number


def days_of(times: Iterable[Time]) -> Iterator[str]:
    """The days that times fix."""
    for time in times:
        if time.value and len(time.value) >= DAY and is_day(time.value[:DAY]):
            yield time.value[:DAY]


def is_day(value: str) -> bool:
    """Whether ten characters are an ISO date, and no week."""
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return "W" not in value


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> int:
    """The number under which a heavy word is filed: 63 bits of its BLAKE2b."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") >> 1
