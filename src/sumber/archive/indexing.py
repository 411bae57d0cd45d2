"""A reading to what the full-text indexes hold: words of each statement, event and article.

In: a `Reading`. Out: an `Indexed` for each: the words that it is found by (a statement's content,
the words around an event's trigger, an article's headline and text), folded, and the facets that
it is filtered by. Used by `prepare`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from sumber.archive.facets import facet
from sumber.lexicon.outlets import outlet_by_name
from sumber.records import Event, Place, Reading, Statement

REACH = 160  # code points on either side of a trigger that an event is found by, at most
Words = Callable[[str], str]
Indexed = tuple[str, str]  # words, facets, each with one space between
Named = tuple[int, int, tuple[str, ...]]  # start, stop and the facets of what is named there


def index_statements(reading: Reading, words: Words) -> list[Indexed]:
    """One entry a statement, in the reading's order; `words` makes words of text."""
    article = dict.fromkeys(_article_facets(reading))
    text = reading.article.text
    names = {actor.id: actor.name for actor in reading.actors}
    named = _named(reading)
    return [
        (
            words(" ".join(text[span.start : span.stop] for span in statement.content)),
            _joined(article, _statement_facets(statement, names), _within(statement, named)),
        )
        for statement in reading.statements
    ]


def index_events(reading: Reading, words: Words) -> list[Indexed]:
    """One entry an event, in the reading's order."""
    article = dict.fromkeys(_article_facets(reading))
    names = {actor.id: actor.name for actor in reading.actors}
    regions = {place.name: place.region for place in reading.places}
    entries = []
    for event in reading.events:
        start, stop = passage(reading.article.text, event.trigger.start, event.trigger.stop)
        facets = _joined(article, _event_facets(event, names, regions))
        entries.append((words(reading.article.text[start:stop]), facets))
    return entries


def index_article(reading: Reading, words: Words) -> Indexed:
    """The entry of the article: all its words, and the facets of all its statements and events."""
    article = reading.article
    facets = dict.fromkeys(_article_facets(reading))
    names = {actor.id: actor.name for actor in reading.actors}
    regions = {place.name: place.region for place in reading.places}
    own = [facet("actor", actor.name) for actor in reading.actors]
    own += _places(reading.places)
    for statement in reading.statements:
        own += _statement_facets(statement, names)
    for event in reading.events:
        own += _event_facets(event, names, regions)
    return words(f"{article.headline or ''}\n{article.text}"), _joined(facets, own)


def passage(text: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch around a span that shows it: its paragraph, at most `REACH` on either side."""
    first = text.rfind("\n", max(0, start - REACH), start) + 1
    if not first and start > REACH:
        first = text.find(" ", start - REACH, start) + 1 or start
    last = text.find("\n", stop, stop + REACH)
    if last < 0 and len(text) > stop + REACH:
        last = text.rfind(" ", stop, stop + REACH)
        last = stop if last < 0 else last
    return first, last if last >= 0 else len(text)


def _article_facets(reading: Reading) -> Iterator[str]:
    article = reading.article
    if article.outlet:
        yield facet("outlet", article.outlet)
        known = outlet_by_name(article.outlet)
        if known and known.kind == "agency":
            yield facet("origin", known.name)
    for credit in article.credits:
        yield facet("origin", credit.source)
    for finding in reading.findings:
        yield facet("finding", finding.kind)


def _statement_facets(statement: Statement, names: dict[str, str]) -> Iterator[str]:
    yield facet("kind", statement.kind)
    yield facet("certainty", statement.certainty)
    for channel in statement.via:
        yield facet("origin", channel)
    for name in statement.speakers:
        yield facet("speaker", names[name])
        yield facet("actor", names[name])


def _named(reading: Reading) -> list[Named]:
    """Every mention of an actor or place, in order of the text."""
    actors = (
        (span.start, span.stop, (facet("actor", actor.name),))
        for actor in reading.actors
        for span in actor.mentions
    )
    places = ((p.start, p.stop, tuple(_places([p]))) for p in reading.places)
    return sorted((*actors, *places))


def _within(statement: Statement, named: Sequence[Named]) -> Iterator[str]:
    """The facets of whom and what a statement's content names."""
    for piece in statement.content:
        for at in range(bisect_left(named, (piece.start,)), len(named)):
            start, stop, facets = named[at]
            if start >= piece.stop:
                break
            if stop <= piece.stop:
                yield from facets


def _event_facets(
    event: Event, names: dict[str, str], regions: dict[str, str | None]
) -> Iterator[str]:
    yield facet("type", event.type)
    yield facet("status", event.status)
    if event.mode:
        yield facet("mode", event.mode)
    for name in (*event.actors, *event.recipients):
        yield facet("actor", names[name])
    for name in event.according_to:
        yield facet("speaker", names[name])
    if event.place:
        yield facet("place", event.place)
        if region := regions.get(event.place):
            yield facet("place", region)


def _places(places: Iterable[Place]) -> Iterator[str]:
    for place in places:
        yield facet("place", place.name)
        if place.region:
            yield facet("place", place.region)


def _joined(*facets: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(chain.from_iterable(facets)))
