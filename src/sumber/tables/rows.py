"""Readings to rows: one for each event, in the columns of `columns`.

In: a `Reading`. Out: plain dictionaries with a value for every column, None where it is unknown.
Pure. Used by the command that codes, and by whoever wants rows in Python.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sumber.lexicon.cow import cow_number
from sumber.lexicon.plover import Plover, Quad, load_plover
from sumber.records import Actor, Event, Place, Quantity, Reading, Span, Statement
from sumber.tables.columns import SEPARATOR

Value = str | int | float | None
Row = dict[str, Value]

QUADS: Mapping[Quad, str] = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}
GEONAMES = "geonames:"
PLACE_COLUMNS = (
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
)


def event_rows(reading: Reading) -> Iterator[Row]:
    """One row for each event of a reading, in its order."""
    story = _story_cells(reading)
    actors = {actor.id: actor for actor in reading.actors}
    statements = {statement.id: statement for statement in reading.statements}
    plover = load_plover()
    for event in reading.events:
        told = statements.get(event.statement or "")
        yield {
            **_event_cells(event, reading, plover),
            **_party_cells("Actor", event.actors, actors, event, reading),
            **_party_cells("Recipient", event.recipients, actors, event, reading),
            **_place_cells(event, reading),
            **story,
            **_word_cells(event, told, actors, reading),
        }


def _event_cells(event: Event, reading: Reading, plover: Plover) -> Row:
    return {
        "Event ID": f"{reading.article.id}-{event.id}",
        "Event Date": event.time and event.time[:10],
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": plover.score(event.type, event.mode),
        "Quad Code": QUADS[plover.types[event.type].quad],
        "Contexts": _joined(event.contexts),
        "Status": event.status,
        "Trigger Start": event.trigger.start,
        "Trigger Stop": event.trigger.stop,
        "Mentions": max(1, len(event.mentions)),
        "Rule": event.rule,
        "Quantities": _joined(_counts(event, reading)),
        "CAMEO Root": plover.cameo_root(event.type, event.mode),
    }


def _party_cells(
    side: str, ids: Sequence[str], actors: Mapping[str, Actor], event: Event, reading: Reading
) -> Row:
    """The cells of those who act, or of those who receive."""
    who = [actors[i] for i in ids if i in actors]
    countries = _unique(actor.country for actor in who)
    numbers = (cow_number(country) for country in countries)
    return {
        f"{side} Name": _joined(actor.name for actor in who),
        f"{side} Country": _joined(countries),
        f"{side} COW": _joined(str(number) for number in numbers if number is not None),
        f"Primary {side} Sector": who[0].sector if who else None,
        f"{side} Sectors": _joined(_unique(actor.sector for actor in who)),
        f"{side} Title": _joined(_unique(actor.role for actor in who)),
        f"{side} Name Raw": _joined(_unique(_raw(actor, event, reading) for actor in who)),
        f"Wikipedia {side} ID": _joined(_unique(actor.identifier for actor in who)),
    }


def _raw(actor: Actor, event: Event, reading: Reading) -> str | None:
    """The words that name an actor nearest to the act."""
    near = _nearest(actor.mentions, event.trigger.start)
    return reading.article.text[near.start : near.stop] if near else None


def _nearest(spans: Iterable[Span], offset: int) -> Span | None:
    return min(spans, key=lambda span: abs(span.start - offset), default=None)


def _place_cells(event: Event, reading: Reading) -> Row:
    empty: Row = dict.fromkeys(PLACE_COLUMNS)
    place = _place(event, reading.places)
    if place is None:
        return {**empty, "Placename": event.place}
    identifier = place.identifier or ""
    return {
        **empty,
        "Placename": place.name,
        "Province": place.region,
        "Country": place.country,
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": identifier[len(GEONAMES) :] if identifier.startswith(GEONAMES) else None,
        "Raw Placename": reading.article.text[place.start : place.stop],
    }


def _place(event: Event, places: Iterable[Place]) -> Place | None:
    """The mention of the event's place that is nearest to the act."""
    named = [place for place in places if place.name == event.place]
    return min(named, key=lambda place: abs(place.start - event.trigger.start), default=None)


def _story_cells(reading: Reading) -> Row:
    """What all events of an article share."""
    article = reading.article
    by_kind = {
        kind: [actor.name for actor in reading.actors if actor.kind == kind]
        for kind in ("person", "organisation")
    }
    return {
        "Source": article.outlet,
        "Publication Date": article.published and article.published[:10],
        "Story People": _joined(by_kind["person"]),
        "Story Organizations": _joined(by_kind["organisation"]),
        "Story Locations": _joined(_unique(place.name for place in reading.places)),
        "Language": article.language,
        "Version": reading.sumber,
        "Article ID": article.id,
        "Headline": article.headline,
        "URL": article.url,
    }


def _word_cells(
    event: Event, told: Statement | None, actors: Mapping[str, Actor], reading: Reading
) -> Row:
    """On whose word."""
    who = [actors[i] for i in event.according_to if i in actors]
    return {
        "According To": _joined(actor.name for actor in who),
        "According To Country": _joined(_unique(actor.country for actor in who)),
        "Via": _joined(told.via) if told else None,
        "Statement ID": f"{reading.article.id}-{told.id}" if told else None,
    }


def _counts(event: Event, reading: Reading) -> Iterator[str]:
    """The quantities in the paragraph of an act that count people, arms or money."""
    text = reading.article.text
    start = text.rfind("\n", 0, event.trigger.start) + 1
    stop = text.find("\n", event.trigger.start)
    stop = len(text) if stop < 0 else stop
    starts = [quantity.start for quantity in reading.quantities]
    for quantity in reading.quantities[bisect_left(starts, start) : bisect_left(starts, stop)]:
        if quantity.kind != "other":
            yield count_words(quantity)


def count_words(quantity: Quantity) -> str:
    """A quantity in a few signs.

    >>> count_words(Quantity("q1", 0, 2, 12, None, False, kind="dead"))
    'dead 12+'
    >>> count_words(Quantity("q1", 0, 2, 3e6, 5e6, True, kind="money", unit="USD"))
    'money ~3000000-5000000 USD'
    """
    low, high = (None if n is None else f"{n:.15g}" for n in (quantity.low, quantity.high))
    if low == high:
        span = low or "?"
    elif high is None:
        span = f"{low}+"
    else:
        span = f"{low or 0}-{high}"
    about = "~" if quantity.approximate else ""
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{quantity.kind} {about}{span}{unit}"


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _joined(values: Iterable[str]) -> str | None:
    """Several values in one cell; a separator within a value gives way to a comma."""
    return SEPARATOR.join(value.replace(";", ",") for value in values) or None
