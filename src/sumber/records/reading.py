"""The records of one article: what it says, each with the characters that it rests on.

`dump` and `load` are the only way of a `Reading` to its JSON and back. Used by every room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

PartKind = Literal["headline", "caption", "dateline", "body", "related", "credit", "boilerplate"]
ActorKind = Literal["person", "state", "organisation", "group", "outlet", "unnamed"]
WrongDate = Literal["weekday", "impossible", "order", "year", "future"]
StatementKind = Literal["direct", "indirect"]
Certainty = Literal["plain", "hedged", "denied"]
QuantityKind = Literal[
    "people",
    "troops",
    "dead",
    "wounded",
    "missing",
    "displaced",
    "arrested",
    "weapons",
    "money",
    "area",
    "other",
]
EventStatus = Literal["actual", "planned", "denied", "hypothetical"]
FindingKind = Literal[
    "date-weekday",
    "date-impossible",
    "date-order",
    "date-year",
    "date-future",
    "date-unanchored",
    "quote-unattributed",
    "quote-unclosed",
]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Article.text`."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that plays one part in the page. Parts never overlap."""

    kind: PartKind
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Related:
    """A link to another article in mid-text (`BACA JUGA: …`). The span is that of the title."""

    title: str
    url: str | None
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that the article names as where it got its facts. `source` is its usual name."""

    source: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given.

    `published` is an ISO date, or date and time with zone (`2024-11-02T10:30+07:00`). `dateline`
    is the place that the dateline names. `language` is an ISO 639-1 code.
    """

    id: str
    url: str | None
    outlet: str | None
    headline: str | None
    published: str | None
    dateline: str | None
    authors: tuple[str, ...]
    language: str | None
    text: str
    parts: tuple[Part, ...] = ()
    related: tuple[Related, ...] = ()
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """One identity in one article, under all the names that the article gives it.

    `name` is the fullest form; `country` is ISO 3166 alpha-3; `sector` a PLOVER code.
    """

    id: str
    name: str
    kind: ActorKind | None
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    identifier: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """An expression that fixes a day, month, year or clock time.

    `value` is ISO 8601, as exact as the text is: `2024`, `2024-10`, `2024-W44`, `2024-10-31`,
    `2024-10-31T14:30`; `None` where nothing fixes it. A date that cannot be right has `wrong` set
    to the reason, `written` to the date as printed, and `value` to what must have been meant.
    """

    start: int
    stop: int
    text: str
    value: str | None
    written: str | None = None
    wrong: WrongDate | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A named place, at one mention. `country` is ISO 3166 alpha-3; `lat`, `lon` are in WGS 84.

    `name` is the place's usual Indonesian name, the same at all its mentions; `region` the name of
    its first-order unit (province, state), `None` for what is larger than one; `identifier` is
    that of a gazetteer (`geonames:524901`).
    """

    start: int
    stop: int
    name: str
    country: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or amount: `low` to `high`, equal where the text gives one number.

    `None` on one side means open (`sedikitnya 12` has no `high`). `of` is what is counted, as the
    text says it; `unit` a currency (ISO 4217) or a unit of area; `statement` the id of the
    statement that it stands in; `part_of` the id of the quantity that it is a share of.
    """

    id: str
    start: int
    stop: int
    low: float | None
    high: float | None
    approximate: bool
    kind: QuantityKind = "other"
    of: str | None = None
    unit: str | None = None
    statement: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One continuous act of saying. `content` has a piece for each stretch between attributions.

    `speaker` is the words beside the cue, `speakers` the ids of the actors that they name; `via`
    the channels it came through, nearest to the outlet first; `part_of` the statement around it.
    """

    id: str
    kind: StatementKind
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Span | None = None
    speakers: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    certainty: Certainty = "plain"
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An act in PLOVER's terms: who did what to whom, on whose word.

    `trigger` is the mention that tells most, `mentions` all of them in order of the text. `actors`,
    `recipients` and `according_to` are ids of actors: `according_to` is empty where the outlet
    tells the act itself. `place` is the name of a place of the reading, `time` an ISO value;
    `rule` names the codebook's entry and the frame that fired.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    time: str | None
    status: EventStatus
    according_to: tuple[str, ...]
    statement: str | None
    rule: str
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the article that cannot be right, or that a reader should know."""

    kind: FindingKind
    start: int
    stop: int
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article. `sumber` is the version that read it."""

    sumber: str
    article: Article
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()


def dump(reading: Reading) -> bytes:
    """Give the reading's JSON, one line of UTF-8 without its newline."""
    return msgspec.json.encode(reading)


def load(line: bytes | str) -> Reading:
    """Take a reading back from its JSON. Raises: msgspec.ValidationError if it is no reading."""
    return msgspec.json.decode(line, type=Reading)
