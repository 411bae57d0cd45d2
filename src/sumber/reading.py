"""The one list of steps within one article: an `Article` goes in, a `Reading` comes out.

`read` does so for whatever a user names, `read_text` for a text that a caller holds. Each step is
a function from records to records; none sees what a later one makes. Used by `cli`.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sumber._version import __version__
from sumber.actors import find_actors, is_certain
from sumber.article import InputOptions, article_from_text, read_inputs
from sumber.dates import check_calendar, find_times
from sumber.errors import InputError
from sumber.events import Found, Scene, find_drafts, find_events
from sumber.language.pipeline import parse
from sumber.lexicon.codebook import load_codebook
from sumber.places import find_places
from sumber.quantities import find_quantities
from sumber.records import Actor, Article, Event, Finding, Reading, Span, Statement
from sumber.statements import check_quotations, find_statements

# Dates in the title of another article, or in a page's furniture, are not told by this article.
UNTOLD = frozenset({"related", "boilerplate"})
DEFAULTS = InputOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """What a user adds to the lexicon: `codebooks` are files of entries for events."""

    codebooks: tuple[Path, ...] = ()


PLAIN = ReadingOptions()


def read(
    *names: str | os.PathLike[str],
    options: InputOptions = DEFAULTS,
    reading: ReadingOptions = PLAIN,
) -> Iterator[Reading | InputError]:
    """Give one reading, or one error, for each article in the inputs, in their order.

    Nothing is raised for an input that cannot be read. Raises: UsageError for options that do not
    exist, LexiconError for a codebook that breaks its rules.
    """
    for outcome in read_inputs([os.fspath(name) for name in names], options=options):
        yield outcome if isinstance(outcome, InputError) else read_article(outcome, reading)


def read_text(
    text: str, *, published: dt.date | str | None = None, source: str = "text"
) -> Reading:
    """Give the reading of one text; its offsets are those of exactly this text.

    `published`, a day or moment, or one in ISO 8601, is what "kemarin" is counted from if the text
    has no line with its date. Raises: InputError, naming `source`, if the text is blank or no text;
    ValueError if `published` is no date.

    >>> reading = read_text("Harga beras naik pada Senin (4/11).", published=dt.date(2024, 11, 6))
    >>> reading.times[0].value
    '2024-11-04'
    """
    given = iso_moment(published) if isinstance(published, str) else published
    return read_article(article_from_text(text, source=source, published=given))


def read_article(article: Article, options: ReadingOptions = PLAIN) -> Reading:
    """All that is read in one article, step by step. Raises: LexiconError for a broken codebook."""
    codebook = load_codebook(options.codebooks)
    anchor = published_moment(article)
    times = find_times(article.text, anchor, skip=untold_spans(article))
    parsed = parse(article.text)
    places = find_places(article, parsed)
    actors = find_actors(article, parsed)
    statements = find_statements(article, actors)
    findings = (*check_calendar(times, anchor), *check_quotations(article, statements))
    found = Found(actors=actors, places=places, times=times, statements=statements)
    events = find_events(article, parsed, found, codebook)
    quantities = find_quantities(article, parsed, statements)
    shown, statements, events = keep_certain(actors, statements, events)
    return Reading(
        sumber=__version__,
        article=article,
        actors=shown,
        times=times,
        places=places,
        quantities=quantities,
        statements=statements,
        events=events,
        findings=sort_findings(findings),
    )


def find_acts(article: Article, options: ReadingOptions = PLAIN) -> Scene:
    """All acts that the codebook sees in an article, also those that are not given out as events.

    For explaining the codebook. Raises: LexiconError for a broken codebook.
    """
    parsed = parse(article.text)
    actors = find_actors(article, parsed)
    times = find_times(article.text, published_moment(article), skip=untold_spans(article))
    found = Found(actors=actors, times=times, statements=find_statements(article, actors))
    return find_drafts(article, parsed, found, load_codebook(options.codebooks))


def published_moment(article: Article) -> dt.date | None:
    """The day of publication as its own clock shows it, with the time of day if that is known.

    The hour tells which half of a wrong date is right: on Friday morning `Kamis` is yesterday.
    """
    try:
        return iso_moment(article.published or "")
    except ValueError:
        return None


def iso_moment(written: str) -> dt.date:
    """A day, or a moment where an hour is given, of ISO 8601. Raises: ValueError for what is none.

    >>> iso_moment("2024-11-02"), iso_moment("2024-11-02T10:30+07:00").day
    (datetime.date(2024, 11, 2), 2)
    """
    parse = dt.datetime.fromisoformat if "T" in written else dt.date.fromisoformat
    try:
        return parse(written)
    except ValueError as error:
        raise ValueError(
            f"{written!r} is no date of publication; write year-month-day, such as 2024-11-02, or "
            "with an hour, such as 2024-11-02T10:30+07:00"
        ) from error


def untold_spans(article: Article) -> tuple[Span, ...]:
    """The stretches whose times belong to other articles or to the page."""
    return tuple(Span(p.start, p.stop) for p in article.parts if p.kind in UNTOLD)


def keep_certain(
    actors: Sequence[Actor], statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[tuple[Actor, ...], tuple[Statement, ...], tuple[Event, ...]]:
    """The actors that a statement or event points at and those that are certain, numbered anew.

    Who else seems to be named helps to tell speakers apart, and is not given out.
    """
    spoken = {speaker for statement in statements for speaker in statement.speakers}
    acting = {i for e in events for i in (*e.actors, *e.recipients, *e.according_to)}
    kept = [actor for actor in actors if actor.id in spoken | acting or is_certain(actor)]
    number = {actor.id: f"a{n}" for n, actor in enumerate(kept, 1)}

    def renumber(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(number[i] for i in ids if i in number)

    return (
        tuple(replace(actor, id=number[actor.id]) for actor in kept),
        tuple(replace(s, speakers=renumber(s.speakers)) for s in statements),
        tuple(
            replace(
                event,
                actors=renumber(event.actors),
                recipients=renumber(event.recipients),
                according_to=renumber(event.according_to),
            )
            for event in events
        ),
    )


def sort_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the text."""
    return tuple(sorted(findings, key=lambda f: (f.start, f.stop, f.kind)))
