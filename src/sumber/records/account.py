"""The records of articles beside each other: copies, stories, and what is told in a story.

Used by `stories`, `archive`, `joining`, `telling` and `cli`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sumber.records.reading import ActorKind, Certainty, EventStatus

CopyKind = Literal["copy", "partial", "shared-quotation"]
OriginKind = Literal["agency", "release", "outlet"]
DifferenceKind = Literal["number", "date", "place", "actor", "denial"]
MilestoneKind = Literal["first-report", "statement", "event", "number"]


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
