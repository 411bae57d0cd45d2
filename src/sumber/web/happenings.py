"""What happened, where, and how many, as a reader needs it: names instead of ids.

In: a `Reading`. Out: `Told` events, `Spot`s (places, each once), `Count`s. Used by the page, the
terminal and the marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sumber.lexicon.plover import COOPERATION, load_plover
from sumber.records import Actor, Event, Place, Quantity, Reading, Span
from sumber.web.entries import shorten

MOST_WORDS = 60  # characters of a trigger or a count that a list shows


@dataclass(frozen=True, slots=True)
class Told:
    """One event. `words` tell it in the text; `on_word` says on whose word, empty: the outlet's.

    `mutual` is true where all who take part act.
    """

    event: Event
    who: tuple[str, ...]
    whom: tuple[str, ...]
    words: str
    on_word: tuple[str, ...]
    kind: Literal["cooperation", "conflict"]
    mutual: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """One place with the number of its mentions; `id` is that of its marks."""

    id: str
    place: Place
    mentions: int
    of_event: bool


@dataclass(frozen=True, slots=True)
class Count:
    """One quantity with the words that state it."""

    quantity: Quantity
    words: str


def find_told(reading: Reading) -> tuple[Told, ...]:
    """All events, in the reading's order."""
    actors = {actor.id: actor for actor in reading.actors}
    return tuple(_told(event, actors, reading.article.text) for event in reading.events)


def _told(event: Event, actors: dict[str, Actor], text: str) -> Told:
    kind = load_plover().types.get(event.type)
    return Told(
        event=event,
        who=_names(event.actors, actors),
        whom=_names(event.recipients, actors),
        words=shorten(text[event.trigger.start : event.trigger.stop], MOST_WORDS),
        on_word=_names(event.according_to, actors),
        kind="cooperation" if kind and kind.quad in COOPERATION else "conflict",
        mutual=len(event.actors) > 1 and not event.recipients,
    )


def _names(ids: Iterable[str], actors: dict[str, Actor]) -> tuple[str, ...]:
    return tuple(actors[i].name for i in ids if i in actors)


def find_spots(reading: Reading) -> tuple[Spot, ...]:
    """All places, each once, in order of first mention."""
    happened = {event.place for event in reading.events}
    first: dict[str, Place] = {}
    mentions: dict[str, int] = {}
    for place in reading.places:
        first.setdefault(place.name, place)
        mentions[place.name] = mentions.get(place.name, 0) + 1
    return tuple(
        Spot(f"p{number}", place, mentions[name], name in happened)
        for number, (name, place) in enumerate(first.items(), 1)
    )


def find_counts(reading: Reading) -> tuple[Count, ...]:
    """All quantities, in the reading's order."""
    text = reading.article.text
    return tuple(Count(q, shorten(text[q.start : q.stop], MOST_WORDS)) for q in reading.quantities)


def evidence_of(event: Event, reading: Reading) -> Iterator[Span]:
    """The mention of each party nearest to the trigger, where it stands in the same line."""
    text = reading.article.text
    start = text.rfind("\n", 0, event.trigger.start) + 1
    stop = text.find("\n", event.trigger.start)
    stop = len(text) if stop < 0 else stop
    parties = {*event.actors, *event.recipients}
    for actor in reading.actors:
        if actor.id not in parties:
            continue
        near = [span for span in actor.mentions if start <= span.start < stop]
        if near:
            yield min(near, key=lambda span: abs(span.start - event.trigger.start))
