"""Which of a name's bearers is meant.

In: the candidates of an article that may be places. Out: one `Spot` for each. What holds a place
(`Cikarang, Kabupaten Bekasi`) decides; then the kind announced in front; then how large the place
is, whether its country and region are spoken of, and how near the article's other places lie.
The weights are orders of magnitude of population: 1 is worth ten times as many people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, log10, radians

from sumber.lexicon.gazetteer import Spot

HOME = "IDN"  # the country of the outlets that are read
KILOMETRES_A_DEGREE = 111.2
NEAR, NEARBY = 60.0, 300.0  # kilometres: a regency across, a province across
OF_COUNTRY, OF_FEATURE = 8.0, 6.5  # what a country and a sea, island or region count as
AT_HOME, OF_COUNTRY_TOLD, OF_REGION_TOLD = 1.5, 1.0, 1.5
USUAL = 1.5  # the bearer that the file of Indonesian names means
BARE = 0.7  # a bearer called just so: the town Jakarta, not the province DKI Jakarta


@dataclass(frozen=True, slots=True)
class Context:
    """What the article speaks of beyond doubt."""

    countries: frozenset[str]
    regions: frozenset[tuple[str | None, str]]
    spots: tuple[Spot, ...]


def read_context(spots: Sequence[Spot]) -> Context:
    """The context that places make for each other."""
    return Context(
        countries=frozenset(s.country for s in spots if s.country),
        regions=frozenset((s.country, s.region) for s in spots if s.region),
        spots=tuple(spot for spot in spots if spot.kind not in {"country", "continent"}),
    )


def best_spot(name: str, spots: Sequence[Spot], context: Context) -> Spot:
    """The bearer of the name that fits the context best."""
    others = [spot for spot in context.spots if spot not in spots]
    context = replace(context, spots=tuple(others))
    return max(spots_of_units(spots), key=lambda s: (score(name, s, context), -(s.geonames or 0)))


def spots_of_units(spots: Sequence[Spot]) -> Sequence[Spot]:
    """Without towns whose regency bears the same name: `Garut` is the regency.

    A city stays beside its regency: `Bandung` is the city.
    """
    regions = {spot.region for spot in spots if spot.kind == "regency"}
    return [spot for spot in spots if spot.kind != "town" or spot.region not in regions]


def score(name: str, spot: Spot, context: Context) -> float:
    """How likely the bearer is meant, as the logarithm of a number of people."""
    points = prominence(spot)
    points += AT_HOME * (spot.country == HOME)
    points += OF_COUNTRY_TOLD * (spot.country in context.countries)
    points += OF_REGION_TOLD * ((spot.country, spot.region) in context.regions)
    points += BARE * (spot.name.removeprefix("Kabupaten ") == name)
    return points + USUAL * spot.usual + nearness(spot, context)


def prominence(spot: Spot) -> float:
    """The size of a place."""
    if spot.kind == "country":
        return OF_COUNTRY
    if spot.population:
        return log10(spot.population)
    return OF_FEATURE if spot.usual and not spot.word else 0.0


def nearness(spot: Spot, context: Context) -> float:
    """1 if another place of the article lies near, half of it if one lies nearby."""
    nearest = min((distance(spot, other) for other in context.spots), default=NEARBY)
    return 1.0 if nearest < NEAR else 0.5 if nearest < NEARBY else 0.0


def distance(one: Spot, other: Spot) -> float:
    """Kilometres between two places, on a plane that is good enough for some hundreds."""
    wide = (one.lon - other.lon + 180) % 360 - 180
    wide *= cos(radians((one.lat + other.lat) / 2))
    return KILOMETRES_A_DEGREE * hypot(one.lat - other.lat, wide)


def holds(outer: Spot, inner: Spot) -> bool:
    """Whether one place is a unit that holds the other: `Cikarang, Kabupaten Bekasi`."""
    if outer.country != inner.country or inner.kind == "country" or outer == inner:
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "province" or (outer.usual and outer.region == outer.name):
        return inner.region == outer.region and inner.kind != "province"
    local = outer.kind in {"regency", "city", "town"} and inner.kind not in {"province", "regency"}
    return local and outer.region == inner.region and distance(outer, inner) < NEAR
