"""The made archive: twelve articles about one invented event, their readings marked in the text.

`morantai.txt` holds them: `[a=a1=person=role:name]` is an actor; `[s=s1,a1,direct:…]` a statement
with `[cue=s1:…]`, `[speaker=s1:…]`, `[via=s1:…]`; `[q=kind,low,high,of:…]` a quantity;
`[t=value:…]` a time; `[credit=name:…]` a credit; an event is
`[e=TYPE.mode,actors,recipients,status,time,place:…]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marks import Mark, unmark
from sumber.records import (
    Actor,
    Article,
    Credit,
    Event,
    Part,
    Quantity,
    Reading,
    Related,
    Span,
    Statement,
    Time,
)

TEXTS = Path(__file__).with_name("morantai.txt")


def made_readings() -> list[Reading]:
    """The twelve readings, m01 to m12."""
    blocks = TEXTS.read_text("utf-8").split("## ")[1:]
    return [made_reading(*block.split("\n", 1)) for block in blocks]


def made_reading(head: str, marked: str) -> Reading:
    """One reading from its head line and its marked text."""
    name, outlet, published, headline = head.split(" | ")
    text, marks = unmark(marked.strip())
    marks.sort(key=lambda m: m.start)
    return Reading(
        sumber="0",
        article=Article(
            id=name,
            url=f"https://{outlet.lower().replace(' ', '')}.example/{name}",
            outlet=outlet,
            headline=headline,
            published=published,
            dateline=None,
            authors=(),
            language="id",
            text=text,
            parts=tuple(parts_of(text, marks)),
            related=tuple(
                Related(text[m.start : m.stop].partition(": ")[2], None, m.start, m.stop)
                for m in marks
                if m.label == "related"
            ),
            credits=tuple(
                Credit(m.note or "", m.start, m.stop) for m in marks if m.label == "credit"
            ),
        ),
        actors=tuple(actors_of(text, marks)),
        times=tuple(
            Time(m.start, m.stop, text[m.start : m.stop], m.note) for m in marks if m.label == "t"
        ),
        quantities=tuple(quantities_of(marks)),
        statements=tuple(statements_of(text, marks)),
        events=tuple(events_of(marks)),
    )


def parts_of(text: str, marks: list[Mark]) -> Iterator[Part]:
    """Paragraphs, with links and credits of their own kind."""
    at = 0
    for paragraph in text.split("\n\n"):
        inside = [m.label for m in marks if at <= m.start < at + len(paragraph) + 1]
        kind = next((k for k in ("related", "end") if k in inside), "body")
        yield Part("credit" if kind == "end" else kind, at, at + len(paragraph))  # type: ignore[arg-type]
        at += len(paragraph) + 2


def actors_of(text: str, marks: list[Mark]) -> Iterator[Actor]:
    """Actors in the order of their numbers."""
    named = sorted((m for m in marks if m.label == "a"), key=lambda m: m.note or "")
    for m in named:
        name, kind, *role = (m.note or "").split("=")
        fields: dict[str, Any] = {"kind": kind, "role": role[0] if role else None}
        yield Actor(name, text[m.start : m.stop], mentions=(Span(m.start, m.stop),), **fields)


def statements_of(text: str, marks: list[Mark]) -> Iterator[Statement]:
    """Statements with what is marked beside them."""
    for m in (m for m in marks if m.label == "s"):
        name, speaker, kind, *certainty = (m.note or "").split(",")
        beside = {x.label: Span(x.start, x.stop) for x in marks if x.note == name}
        via = beside.get("via")
        fields: dict[str, Any] = {"certainty": certainty[0]} if certainty else {}
        yield Statement(
            name,
            kind,  # type: ignore[arg-type]
            (Span(m.start, m.stop),),
            beside.get("cue"),
            beside.get("speaker"),
            (speaker,),
            (text[via.start : via.stop],) if via else (),
            **fields,
        )


def events_of(marks: list[Mark]) -> Iterator[Event]:
    """Events in order of the text."""
    for n, m in enumerate((m for m in marks if m.label == "e"), 1):
        what, actors, recipients, status, time, place = (m.note or "").split(",")
        kind, _, mode = what.partition(".")
        yield Event(
            f"e{n}",
            kind,
            mode or None,
            (),
            Span(m.start, m.stop),
            tuple(filter(None, actors.split("+"))),
            tuple(filter(None, recipients.split("+"))),
            place or None,
            time or None,
            status,  # type: ignore[arg-type]
            (),
            None,
            "made",
        )


def quantities_of(marks: list[Mark]) -> Iterator[Quantity]:
    """Quantities in order of the text."""
    for n, m in enumerate((m for m in marks if m.label == "q"), 1):
        kind, low, high, of = (m.note or "").split(",")
        yield Quantity(
            f"q{n}",
            m.start,
            m.stop,
            float(low) if low else None,
            float(high) if high else None,
            approximate=not high,
            kind=kind,  # type: ignore[arg-type]
            of=of,
        )
