"""The lists beside the text: statements, speakers, times, findings, as a reader needs them.

In: a `Reading`. Out: small records with names instead of ids. Used by the page and the terminal.
"""

from __future__ import annotations

from dataclasses import dataclass

from sumber.records import Actor, Finding, Reading, Span, Statement, Time

FIRST_WORDS = 160  # characters of a statement that a list shows at most


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: `number` as shown in the margin, `names` and `roles` of who said it.

    Where nobody is resolved, `names` holds the words beside the cue, if any.
    """

    number: str
    statement: Statement
    names: tuple[str, ...]
    roles: tuple[str, ...]
    cue: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker with the numbers of what he said."""

    actor: Actor
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One finding with the words that it is about, and the time that they are, if any."""

    finding: Finding
    words: str
    time: Time | None


def find_checks(reading: Reading) -> tuple[Check, ...]:
    """All findings, in the reading's order."""
    times = {(time.start, time.stop): time for time in reading.times}
    text = reading.article.text
    return tuple(
        Check(finding, text[finding.start : finding.stop], times.get((finding.start, finding.stop)))
        for finding in reading.findings
    )


def find_said(reading: Reading) -> tuple[Said, ...]:
    """All statements, in the reading's order."""
    actors = {actor.id: actor for actor in reading.actors}
    return tuple(_said(statement, actors, reading.article.text) for statement in reading.statements)


def find_speakers(reading: Reading) -> tuple[Speaker, ...]:
    """All actors who said something, in the reading's order."""
    return tuple(
        Speaker(actor, tuple(number(s.id) for s in reading.statements if actor.id in s.speakers))
        for actor in reading.actors
        if any(actor.id in s.speakers for s in reading.statements)
    )


def number(statement_id: str) -> str:
    """What the margin shows of a statement's id.

    >>> number("s12")
    '12'
    """
    return statement_id.removeprefix("s")


def _said(statement: Statement, actors: dict[str, Actor], text: str) -> Said:
    known = [actors[i] for i in statement.speakers if i in actors]
    beside = _words(text, statement.speaker)
    return Said(
        number=number(statement.id),
        statement=statement,
        names=tuple(a.name for a in known) or ((beside,) if beside else ()),
        roles=tuple(a.role for a in known if a.role),
        cue=_words(text, statement.cue),
        words=shorten(" … ".join(text[s.start : s.stop] for s in statement.content)),
    )


def _words(text: str, span: Span | None) -> str | None:
    return shorten(text[span.start : span.stop]) if span else None


def shorten(words: str, most: int = FIRST_WORDS) -> str:
    """At most so many characters, cut between words.

    >>> shorten("Harga beras naik lagi", 12)
    'Harga beras…'
    """
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0][: most - 1].rstrip(",.;: ") + "…"
