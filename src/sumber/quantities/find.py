"""The quantities of an article: how many of what, and on whose word.

In: an `Article`, its `Parse`, its `Statement`s. Out: `Quantity` records in order of the text.
Used by `reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from sumber.language import Parse
from sumber.lexicon.lists import any_of
from sumber.lexicon.quantity_words import load_quantity_words
from sumber.quantities.counted import PERSONS, Counted, read_counted, stands_apart
from sumber.quantities.numbers import VALUE, Number, find_numbers
from sumber.records import Article, Quantity, QuantityKind, Statement

# Titles of other articles, the page's furniture and bylines tell no amounts of this article.
UNTOLD = frozenset({"related", "boilerplate", "credit"})
DARI = re.compile(r" (?:orang )?dari (?:total )?")
SHARE = re.compile(rf" dari (?={VALUE}\b)", re.IGNORECASE)  # `satu dari lima`
FAR = 250  # characters from a part back to its whole
MOST = 2_000  # numbers of one text that are looked at: more is a table


@dataclass(frozen=True, slots=True)
class Found:
    """A number with what it counts."""

    number: Number
    counted: Counted


def find_quantities(
    article: Article, parsed: Parse, statements: Sequence[Statement]
) -> tuple[Quantity, ...]:
    """All counts of people, forces, weapons and things, sums of money and areas.

    Dates, hours, ages, articles of law, results, lengths and rates are none. `seorang` and `satu`
    count only where something became of the person.

    >>> from sumber.article import article_from_text
    >>> from sumber.language.pipeline import parse
    >>> article = article_from_text("Gempa itu menewaskan sedikitnya 12 orang.", source="contoh")
    >>> [(q.low, q.high, q.kind) for q in find_quantities(article, parse(article.text), ())]
    [(12.0, None, 'dead')]
    """
    told = list(find_counted(article, parsed))
    quantities: list[Quantity] = []
    for position, found in enumerate(told, 1):
        whole = whole_of(article.text, found, quantities)
        quantities.append(show(f"q{position}", found, whole, statements))
    return tuple(join_shares(article.text, quantities))


def join_shares(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """`satu dari lima pelaku ditangkap`: the first is a share, and the arrest is the share's."""
    kind: QuantityKind | None = None
    for share, whole in pairwise((*quantities, None)):
        if share is None:
            return
        current = replace(share, kind=kind) if kind else share
        kind = None
        if whole and DARI.fullmatch(text, share.stop, whole.start) and whole.kind in PERSONS:
            yield replace(current, kind=whole.kind, of=share.of or whole.of, part_of=whole.id)
            kind = "people"
        else:
            yield current


def find_counted(article: Article, parsed: Parse) -> Iterator[Found]:
    """The numbers that count something."""
    untold = [(part.start, part.stop) for part in article.parts if part.kind in UNTOLD]
    for position, number in enumerate(find_numbers(article.text)):
        if position == MOST:
            return
        if any(start <= number.start < stop for start, stop in untold):
            continue
        counted = read_counted(parsed, number) or read_part(article.text, number)
        if counted and is_told(number, counted):
            yield Found(number, counted)


def read_part(text: str, number: Number) -> Counted | None:
    """`8.000 di antaranya`: what is counted was said before; `whole_of` says what."""
    if stands_apart(text, number):
        return None
    match = _of_whole().match(text, number.stop) or SHARE.match(text, number.stop)
    return Counted("other", number.stop) if match else None


def is_told(number: Number, counted: Counted) -> bool:
    """Whether a count is more than an article: `satu rumah`, `satu orang` are mostly `a`."""
    if counted.kind in {"money", "area"} or number.high != 1 or counted.of is None:
        return True
    return counted.kind in PERSONS - {"people", "troops"}


def whole_of(text: str, found: Found, before: Sequence[Quantity]) -> Quantity | None:
    """The quantity that this one is a share of, if the words between say so."""
    if not before or found.counted.kind in {"money", "area"}:
        return None
    whole = before[-1]
    if found.number.start - whole.stop > FAR or whole.kind in {"money", "area"}:
        return None
    between = text[whole.stop : found.number.start]
    behind = _of_whole().match(text, found.counted.stop)
    if not behind and not _including().search(between):
        return None
    larger = whole.part_of and next((q for q in before if q.id == whole.part_of), None)
    whole = larger or whole
    size, part = whole.high or whole.low or 0.0, found.number.low or found.number.high or 0.0
    return whole if part <= size else None


def show(
    identifier: str, found: Found, whole: Quantity | None, statements: Sequence[Statement]
) -> Quantity:
    """The public record; a part of which no noun is said is of its whole's kind."""
    number, counted = found.number, found.counted
    kind: QuantityKind = counted.kind
    if whole and kind == "other" and counted.of is None:
        kind = whole.kind
    return Quantity(
        id=identifier,
        start=number.start,
        stop=counted.stop,
        low=number.low,
        high=number.high,
        approximate=number.approximate,
        kind=kind,
        of=counted.of,
        unit=counted.unit,
        statement=statement_at(number.start, statements),
        part_of=whole.id if whole else None,
    )


def statement_at(at: int, statements: Sequence[Statement]) -> str | None:
    """The innermost statement that holds an offset."""
    holding = [
        (span.stop - span.start, statement.id)
        for statement in statements
        for span in statement.content
        if span.start <= at < span.stop
    ]
    return min(holding)[1] if holding else None


@cache
def _of_whole() -> re.Pattern[str]:
    phrases = any_of(load_quantity_words().parts_of_whole)
    return re.compile(rf",?\s(?:orang\s)?{phrases}\b", re.IGNORECASE)


@cache
def _including() -> re.Pattern[str]:
    phrases = any_of(load_quantity_words().parts_including)
    return re.compile(rf"(?:,|\s|\()\s?{phrases}\s(?:[\w-]+\s){{0,3}}$", re.IGNORECASE)
