"""The places of an article: names to positions.

In: an `Article` and its `Parse`. Out: a `Place` for each mention, in order of the text. Used by
`reading` and `events/`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from sumber.language import Parse
from sumber.lexicon.entries import plain_words
from sumber.lexicon.gazetteer import Spot
from sumber.places.evidence import (
    HOME,
    SMALL_UNITS,
    TOWN,
    Beside,
    Standing,
    is_prominent,
    standing,
    surroundings,
)
from sumber.places.ranking import Context, best_spot, holds, read_context
from sumber.places.runs import Candidate, find_candidates
from sumber.records import Article, Place

# Titles of other articles, the page's furniture and bylines tell nothing of where things are.
UNTOLD = frozenset({"related", "boilerplate", "credit"})
HOLDING = re.compile(r"(?:,|\s\(|,?\sdi|\s-|,?\swilayah|,?\sprovinsi|,?\s[Kk]ota)?\s?")
LISTING = re.compile(r",? (?:dan|atau|serta|hingga|sampai|ke) |, |-|/")
MOST = 2_000  # names of one text that are looked at: more is no article


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate, how it stands, and the unit that is named right behind it as holding it."""

    found: Candidate
    standing: Standing
    held: bool = False

    @property
    def key(self) -> str:
        """What mentions of one name share."""
        return plain_words(self.found.name).casefold()


def find_places(article: Article, parsed: Parse) -> tuple[Place, ...]:
    """All named places that the text speaks of, one record a mention.

    A place inside the name of an office or of a local body (`Bupati Garut`, `Polres Garut`) is a
    mention of it; one inside the name of a club, an outlet, a street, a school or a firm is not,
    nor is a foreign capital that acts (`Washington menuduh`).

    >>> from sumber.article import article_from_text
    >>> from sumber.language.pipeline import parse
    >>> article = article_from_text("Bupati Garut tiba di Moskow, Rusia.", source="contoh")
    >>> [(p.name, p.country) for p in find_places(article, parse(article.text))]
    [('Kabupaten Garut', 'IDN'), ('Moskow', 'RUS'), ('Rusia', 'RUS')]
    """
    readings = hold(read_candidates(article, parsed), article.text)
    readings = share_evidence(enlist(readings, article.text))
    chosen = [reading for reading in readings if reading.standing is Standing.YES]
    context = read_context([spot for r in chosen if (spot := sure_spot(r.found))])
    spots = spots_of_names(chosen, context)
    return tuple(show(r.found, spot) for r, spot in zip(chosen, spots, strict=True))


def read_candidates(article: Article, parsed: Parse) -> list[Reading]:
    """All candidates with their standing."""
    around = surroundings(parsed)
    readings: list[Reading] = []
    for found, behind in pairwise((*islice(candidates(article), MOST), None)):
        if found is None:
            break
        before = readings[-1] if readings else None
        beside = Beside(
            place_before=bool(
                before and before.standing is Standing.YES and touches(before.found, found)
            ),
            place_behind=bool(behind and is_place_behind(found, behind)),
            headline=in_headline(article, found.start),
        )
        readings.append(Reading(found, standing(found, around, beside)))
    return readings


def candidates(article: Article) -> Iterator[Candidate]:
    """All candidates of the text that the article itself tells."""
    for start, stop in told_stretches(article):
        yield from find_candidates(article.text, start, stop)


def touches(before: Candidate, found: Candidate) -> bool:
    """Whether one stands right before the other: `Kendari Sulawesi Tenggara`."""
    return bool(found.left) and before.stop == found.left[-1].stop


def is_place_behind(found: Candidate, behind: Candidate) -> bool:
    """Whether the words right behind a candidate are a well-known place's."""
    known = any(is_prominent(spot) for spot in behind.spots)
    return known and bool(found.right) and found.right[0].start == behind.start


def in_headline(article: Article, start: int) -> bool:
    """Whether an offset lies in the headline, where all words have capitals."""
    return any(p.kind == "headline" and p.start <= start < p.stop for p in article.parts)


def told_stretches(article: Article) -> Iterator[tuple[int, int]]:
    """The stretches of the text that the article itself tells."""
    at = 0
    for part in sorted(article.parts, key=lambda part: part.start):
        if part.kind in UNTOLD:
            yield at, max(at, part.start)
            at = max(at, part.stop)
    yield at, len(article.text)


def hold(readings: Sequence[Reading], text: str) -> list[Reading]:
    """Where the unit around a place is named behind it, only places in that unit are left."""
    held = list(readings)
    for at in range(len(readings) - 2, -1, -1):
        inner, outer = held[at], held[at + 1]
        between = text[inner.found.stop : outer.found.start]
        if Standing.NO in {inner.standing, outer.standing} or not HOLDING.fullmatch(between):
            continue
        pairs = [(i, o) for i in inner.found.spots for o in outer.found.spots if holds(o, i)]
        if pairs and not (outer.found.spots[0].kind == "country" and small(inner)):
            inside = tuple(dict.fromkeys(i for i, _ in pairs))
            around = tuple(dict.fromkeys(o for _, o in pairs))
            held[at] = Reading(replace(inner.found, spots=inside), Standing.YES, held=True)
            held[at + 1] = Reading(
                replace(outer.found, spots=around), Standing.YES, held=outer.held
            )
    return held


def enlist(readings: Sequence[Reading], text: str) -> list[Reading]:
    """`Berau dan Tanjung Selor`: what stands in a list with a place is one."""
    listed = list(readings)
    for at, reading in enumerate(readings):
        if reading.standing is not Standing.DOUBTFUL or reading.found.kind in SMALL_UNITS:
            continue
        beside = [(n, at) if n < at else (at, n) for n in (at - 1, at + 1) if 0 <= n < len(listed)]
        if any(in_list(listed, pair, text) for pair in beside) and fits_list(reading):
            listed[at] = replace(reading, standing=Standing.YES)
    return listed


def in_list(readings: Sequence[Reading], pair: tuple[int, int], text: str) -> bool:
    """Whether two readings stand in one list and one of them is a place for certain."""
    first, second = readings[pair[0]], readings[pair[1]]
    between = text[first.found.stop : second.found.start]
    sure = Standing.YES in {first.standing, second.standing}
    return sure and LISTING.fullmatch(between) is not None


def fits_list(reading: Reading) -> bool:
    """Whether a bearer of the name is of some size or lies in Indonesia."""
    return any(s.country == HOME or s.population >= TOWN for s in reading.found.spots)


def small(reading: Reading) -> bool:
    """Whether only little places bear the name, so that a country behind it says little."""
    return not any(is_prominent(spot) or spot.population for spot in reading.found.spots)


def share_evidence(readings: Sequence[Reading]) -> list[Reading]:
    """A name that is a place's once is so wherever nothing speaks against it."""
    sure = {reading.key for reading in readings if reading.standing is Standing.YES}
    return [
        replace(reading, standing=Standing.YES)
        if reading.standing is Standing.DOUBTFUL
        and reading.key in sure
        and reading.found.kind not in SMALL_UNITS
        else reading
        for reading in readings
    ]


def sure_spot(found: Candidate) -> Spot | None:
    """The place that a name means in any article; None if there is a choice."""
    likely = [spot for spot in found.spots if is_prominent(spot)]
    return likely[0] if len(likely) == 1 else None


def spots_of_names(readings: Sequence[Reading], context: Context) -> list[Spot]:
    """A place for each mention; a bare name means what it means where more is said of it."""
    told = _told_choices(readings, context)
    spots = []
    for reading in readings:
        among = reading.found.spots
        full = told.get(reading.key)
        if full in among and not reading.held and not reading.found.kind:
            among = (full,)
        spots.append(best_spot(reading.found.name, among, context))
    return spots


def _told_choices(readings: Sequence[Reading], context: Context) -> Mapping[str, Spot | None]:
    """Names to the place that they mean where its kind or the unit around it is said."""
    chosen: dict[str, list[Spot]] = defaultdict(list)
    for reading in readings:
        if reading.held or reading.found.kind:
            spot = best_spot(reading.found.name, reading.found.spots, context)
            for name in {spot.name, spot.name.removeprefix("Kabupaten "), reading.found.name}:
                chosen[plain_words(name).casefold()].append(spot)
    return {key: spots[0] for key, spots in chosen.items()}


def show(found: Candidate, spot: Spot) -> Place:
    """The public record of a mention."""
    return Place(
        start=found.start,
        stop=found.stop,
        name=spot.name,
        country=spot.country,
        region=spot.region,
        lat=spot.lat,
        lon=spot.lon,
        identifier=spot.identifier,
    )
