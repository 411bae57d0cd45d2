"""The steps from a parsed article to its events: triggers, parties, status, setting, joining.

In: an article, its parse, and what the rooms before found in it. Out: `Event`s in order of first
mention. Rules and codebook; pure. Used by `reading`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sumber.events.authority import find_authority
from sumber.events.cast import Cast, make_cast
from sumber.events.drafts import Draft, join_drafts
from sumber.events.parties import Parties, find_parties
from sumber.events.politics import is_game
from sumber.events.salience import Scene, find_facts, load_salience
from sumber.events.setting import find_place, find_time
from sumber.events.status import find_status
from sumber.events.triggers import Trigger, find_triggers, has_near
from sumber.events.words import Words, walk_words
from sumber.language import Parse
from sumber.lexicon.codebook import Codebook, load_codebook
from sumber.records import Actor, Article, Event, PartKind, Place, Span, Statement, Time

TOLD: frozenset[PartKind] = frozenset({"body"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the rooms before found in an article."""

    actors: Sequence[Actor] = ()
    places: Sequence[Place] = ()
    times: Sequence[Time] = ()
    statements: Sequence[Statement] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with its parties: what is kept or dropped."""

    trigger: Trigger
    parties: Parties


def find_events(
    article: Article, parsed: Parse, found: Found, codebook: Codebook | None = None
) -> tuple[Event, ...]:
    """The events of an article, one for each act, with ids e1, e2, …

    Headline, captions and related links are not read; an article without parts is read whole.
    """
    scene = find_drafts(article, parsed, found, codebook)
    salience = load_salience()
    facts = [find_facts(scene, number) for number in range(len(scene.drafts))]
    kept = [
        draft.event
        for draft, known in zip(scene.drafts, facts, strict=True)
        if salience.probability(known) >= salience.threshold
    ]
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(kept, 1))


def find_drafts(
    article: Article, parsed: Parse, found: Found, codebook: Codebook | None = None
) -> Scene:
    """All acts that the codebook sees in an article, each once, with what surrounds them."""
    words = walk_words(parsed)
    book = codebook or load_codebook()
    cast = make_cast(found.actors, found.statements)
    stretches = () if is_game(words) else tuple(told_tokens(article, words))
    triggers = tuple(find_triggers(words, book, stretches))
    by_token = {trigger.at: trigger for trigger in triggers}
    drafts = [
        Draft(_event(words, candidate, cast, found, by_token, book), candidate.trigger)
        for candidate in find_candidates(words, by_token, cast)
        if is_possible(candidate)
    ]
    return Scene(words, cast, join_drafts(drafts), by_token)


def told_tokens(article: Article, words: Words) -> Iterator[tuple[int, int]]:
    """The stretches of tokens that tell the story."""
    parts = [(p.start, p.stop) for p in article.parts if p.kind in TOLD]
    for start, stop in parts if article.parts else [(0, len(article.text))]:
        first, last = words.token_at(start - 1) + 1, words.token_at(stop - 1)
        yield first, last + 1


def find_candidates(
    words: Words, by_token: Mapping[int, Trigger], cast: Cast
) -> Iterator[Candidate]:
    """Each trigger with its parties."""
    for trigger in by_token.values():
        parties = find_parties(words, trigger, cast, by_token)
        if not parties.actors:
            authority = find_authority(trigger, words.start(trigger.first), cast)
            parties = replace(parties, actors=authority)
        yield Candidate(trigger, parties)


def is_possible(candidate: Candidate) -> bool:
    """Whether a candidate has the parties that its entry asks for."""
    entry, parties = candidate.trigger.entry, candidate.parties
    both = parties.actors and (parties.recipients or entry.reciprocal)
    return bool(both) or not entry.loose


def _event(
    words: Words,
    candidate: Candidate,
    cast: Cast,
    found: Found,
    by_token: dict[int, Trigger],
    book: Codebook,
) -> Event:
    trigger, entry = candidate.trigger, candidate.trigger.entry
    span = Span(words.start(trigger.first), words.stop(trigger.last))
    statement = cast.statement(words.start(trigger.at))
    return Event(
        id="",
        type=entry.type,
        mode=entry.mode or find_mode(words, trigger, book),
        contexts=(),
        trigger=span,
        actors=candidate.parties.actors,
        recipients=candidate.parties.recipients,
        place=find_place(words, trigger, found.places),
        time=find_time(words, trigger, found.times),
        status=find_status(words, trigger, by_token),
        according_to=statement.speakers if statement else (),
        statement=statement.id if statement else None,
        rule=f"{entry.name} {trigger.lightness or trigger.voice}",
        mentions=(span,),
    )


def find_mode(words: Words, trigger: Trigger, book: Codebook) -> str | None:
    """The mode that a word beside the trigger says."""
    modes = book.of_type(trigger.entry.type)
    return next((m.mode for m in modes if has_near(words, trigger, m.words)), None)
