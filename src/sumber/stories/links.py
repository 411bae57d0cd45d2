"""Whether two articles tell of the same particular event: two sketches in, a score out.

The score is a logistic sum of five likenesses, fitted on benchmarks/pairs/dev.jsonl: a story is
the same rare words, above all in headline and lead, the same numbers, and little time between. It
looks at the two alone, so that it is the same in every archive and in every order of arrival. Used
by `groups` and `filing`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import exp, fsum

from sumber.stories.features import Sketch, Weights

WINDOW = 3  # days between publications, at most; what comes later is another day's news
SHARED_KEYS = 3  # heavy words that two articles share, at least: fewer never make a story


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two articles are, each from 0 to 1; `gap` in days."""

    body: float
    lead: float
    headline: float
    numbers: float
    gap: int


def likeness(one: Sketch, other: Sketch) -> Likeness | None:
    """How alike two articles are; `None` where they cannot tell of one event.

    That is so if one has no day, if they lie more than `WINDOW` days apart, or if they share
    fewer than `SHARED_KEYS` heavy words.
    """
    gap = days_between(one.day, other.day)
    if gap is None or gap > WINDOW or len({*one.keys} & {*other.keys}) < SHARED_KEYS:
        return None
    fewer = min(len(one.numbers), len(other.numbers))
    return Likeness(
        body=cosine(one.body, other.body),
        lead=cosine(one.lead, other.lead),
        headline=cosine(one.headline, other.headline),
        numbers=len(one.numbers & other.numbers) / fewer if fewer else 0.0,
        gap=gap,
    )


def link_score(one: Sketch, other: Sketch) -> float:
    """The probability that two articles tell of one event, 0 to 1; the same in either order."""
    like = likeness(one, other)
    if like is None:
        return 0.0
    return 1 / (1 + exp(-weighted(like)))


def weighted(like: Likeness) -> float:
    """The log-odds of the same event; `benchmarks/pairs.py --fit` gives the weights."""
    return (
        4.2 * like.body
        + 4.5 * like.lead
        + 2.2 * like.headline
        + 1.2 * like.numbers
        - 1.0 * like.gap
        - 3.85
    )


def cosine(one: Weights, other: Weights) -> float:
    """The cosine of two weightings of unit length; `fsum` makes it the same in any order."""
    return fsum([one[word] * other[word] for word in one.keys() & other.keys()])


def days_between(one: str | None, other: str | None) -> int | None:
    """Days from one ISO date to the other; `None` where one is missing.

    >>> days_between("2024-10-30", "2024-11-02")
    3
    """
    if one is None or other is None:
        return None
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)
