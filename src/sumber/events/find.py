"""The steps from a parsed article to its events: triggers, parties, status, time, place, salience.

In: an article, its parse, and what the rooms before found in it. Out: `Event`s in order of first
mention. Pure. Used by `reading`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sumber.events.authority import find_authority
from sumber.events.cast import Cast, make_cast
from sumber.events.choice import load_choice
from sumber.events.contexts import Topics, find_topics
from sumber.events.drafts import Draft, join_drafts
from sumber.events.fillers import find_act
from sumber.events.parties import Parties, find_parties
from sumber.events.politics import is_game
from sumber.events.salience import Scene, find_facts, load_salience
from sumber.events.status import find_status
from sumber.events.timing import find_time
from sumber.events.triggers import Trigger, find_triggers, has_near
from sumber.events.words import Words, walk_words
from sumber.language import Parse
from sumber.lexicon.codebook import Codebook, load_codebook
from sumber.places import event_place
from sumber.records import Actor, Article, Event, PartKind, Place, Span, Statement, Time

TOLD: frozenset[PartKind] = frozenset({"body"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the rooms before found in an article."""

    actors: Sequence[Actor] = ()
    places: Sequence[Place] = ()
    times: Sequence[Time] = ()
    statements: Sequence[Statement] = ()


def find_events(
    article: Article, parsed: Parse, found: Found, codebook: Codebook | None = None
) -> tuple[Event, ...]:
    """The events of an article: one for each act, in order of first mention, ids from e1 on.

    Headline, captions and related links are not read; an article without parts is read whole.
    """
    scene = find_drafts(article, parsed, found, codebook)
    salience = load_salience()
    kept = [
        draft.event
        for number, draft in enumerate(scene.drafts)
        if salience.probability(find_facts(scene, number)) >= salience.threshold
    ]
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(kept, 1))


def find_drafts(
    article: Article, parsed: Parse, found: Found, codebook: Codebook | None = None
) -> Scene:
    """All acts that the codebook sees in an article, each once, with what surrounds them."""
    words = walk_words(parsed)
    book = codebook or load_codebook()
    stretches = () if is_game(words) else tuple(told_tokens(article, words))
    by_token = {trigger.at: trigger for trigger in find_triggers(words, book, stretches)}
    cast = make_cast(article.text, found.actors, found.statements)
    coder = Coder(words, book, cast, found, by_token, find_topics(article.text))
    return Scene(words, cast, join_drafts(tuple(coder.drafts())), by_token)


def told_tokens(article: Article, words: Words) -> Iterator[tuple[int, int]]:
    """The stretches of tokens that tell the story."""
    parts = [(p.start, p.stop) for p in article.parts if p.kind in TOLD]
    for start, stop in parts if article.parts else [(0, len(article.text))]:
        yield words.token_at(start - 1) + 1, words.token_at(stop - 1) + 1


@dataclass(frozen=True, slots=True)
class Coder:
    """One article while it is coded."""

    words: Words
    book: Codebook
    cast: Cast
    found: Found
    by_token: Mapping[int, Trigger]
    topics: Topics

    def drafts(self) -> Iterator[Draft]:
        """A draft for each trigger whose entry has the parties that it asks for."""
        for trigger in self.by_token.values():
            framed = self.framed(trigger)
            both = framed.actors and (framed.recipients or trigger.entry.reciprocal)
            if both or not trigger.entry.loose:
                act = find_act(self.words, trigger, self.cast, self.by_token, framed)
                parties = load_choice().choose(act, framed)
                yield Draft(self.event(trigger, parties), trigger)

    def framed(self, trigger: Trigger) -> Parties:
        """Who takes part by the frame of an act's entry, also where only the article tells it."""
        parties = find_parties(self.words, trigger, self.cast, self.by_token)
        if parties.actors:
            return parties
        authority = find_authority(trigger, self.words.start(trigger.first), self.cast)
        return replace(parties, actors=authority)

    def event(self, trigger: Trigger, parties: Parties) -> Event:
        """The record of an act."""
        words, entry = self.words, trigger.entry
        span = Span(words.start(trigger.first), words.stop(trigger.told))
        statement = self.cast.statement(words.start(trigger.at))
        place = event_place(words.parse, self.found.places, span.start, span.stop)
        return Event(
            id="",
            type=entry.type,
            mode=entry.mode or self.mode(trigger),
            contexts=self.topics.at(span.start),
            trigger=span,
            actors=parties.actors,
            recipients=parties.recipients,
            place=place.name if place else None,
            time=find_time(words, trigger, self.found.times),
            status=find_status(words, trigger, self.by_token),
            according_to=statement.speakers if statement else (),
            statement=statement.id if statement else None,
            rule=f"{entry.name} {trigger.lightness or trigger.voice}",
            mentions=(span,),
        )

    def mode(self, trigger: Trigger) -> str | None:
        """The mode that a word beside the trigger says."""
        modes = self.book.of_type(trigger.entry.type)
        return next((m.mode for m in modes if has_near(self.words, trigger, m.words)), None)
