"""What everything speaks of: frozen records, each with the characters that it rests on.

No room owns these. All offsets are half-open `start`, `stop` in Unicode code points of
`Article.text`. `None` means unknown; an empty tuple means none found. The JSON of a `Reading` is
the public contract; `dump` and `load` are its only way in and out.
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
CopyKind = Literal["copy", "partial", "shared-quotation"]
OriginKind = Literal["agency", "release", "outlet"]
DifferenceKind = Literal["number", "date", "place", "actor", "denial"]
MilestoneKind = Literal["first-report", "statement", "event", "number"]
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


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article's text, and the stretch of the other's that says it in its words."""

    start: int
    stop: int
    other_start: int
    other_stop: int


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that print the same words. `first`, `second` are ids, in their order.

    `copy`: one text with light edits; `partial`: two sentences or more; `shared-quotation`: only
    what somebody said. `share` is that of the shorter text's words, 0 to 1. A passage's `start`,
    `stop` are in the first article's text, `other_start`, `other_stop` in the second's.
    """

    first: str
    second: str
    kind: CopyKind
    share: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from: a credited agency, the institution whose release it is, an outlet.

    `owner` is the group of an outlet. `articles` are all that print a text of this origin, in
    order of publication.
    """

    kind: OriginKind
    name: str
    owner: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one particular event.

    `id` is that of the member whose id comes first, so that an id from before two stories were
    joined is still that of a member. `articles` are in order of publication; `first`, `last` the
    moments of the first and last publication, as given.
    """

    id: str
    headline: str | None
    articles: tuple[str, ...]
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of one article's text."""

    article: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Telling:
    """One article of a story. Articles that print one text have the same `text`, from 1.

    `source` is the article whose text it prints, `None` if its own; `share` how much of it.
    """

    article: str
    outlet: str | None
    owner: str | None
    published: str | None
    headline: str | None
    text: int
    source: str | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class SharedActor:
    """One identity across a story, under the names and offices that the articles give it."""

    id: str
    name: str
    kind: ActorKind | None
    country: str | None
    names: tuple[str, ...]
    roles: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedStatement:
    """The same content from the same speaker, wherever it is printed.

    `text` is its words in the fullest quotation, else in the first report; `speakers` are ids of
    the story's actors. `origins` counts the independent ones among its articles; `missing` are the
    articles of the story that do not mention it, which says nothing about why.
    """

    id: str
    text: str
    speakers: tuple[str, ...]
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    via: tuple[str, ...]
    origins: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """One act across a story: same type, parties, time. Parties are ids of the story's actors."""

    id: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    time: str | None
    status: EventStatus
    evidence: tuple[Evidence, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Version:
    """What some articles say where others say another thing. `value` is as printed."""

    value: str
    evidence: tuple[Evidence, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where accounts of one thing differ. `about` says of what; `missing` who does not say it."""

    kind: DifferenceKind
    about: str
    versions: tuple[Version, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """When something became known: the first article that says it."""

    published: str | None
    kind: MilestoneKind
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Account:
    """What is told in a story, by whom, and on how many independent origins it stands.

    `texts` counts distinct texts, `related` are ids of stories that its articles link to or that
    link to it.
    """

    story: Story
    tellings: tuple[Telling, ...]
    texts: int
    origins: tuple[Origin, ...]
    actors: tuple[SharedActor, ...]
    statements: tuple[SharedStatement, ...]
    events: tuple[SharedEvent, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[Milestone, ...]
    related: tuple[str, ...] = ()


def dump(reading: Reading) -> bytes:
    """Give the reading's JSON, one line of UTF-8 without its newline."""
    return msgspec.json.encode(reading)


def load(line: bytes | str) -> Reading:
    """Take a reading back from its JSON. Raises: msgspec.ValidationError if it is no reading."""
    return msgspec.json.decode(line, type=Reading)
