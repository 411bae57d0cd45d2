"""A reading with events, made by hand: text and marks in one line."""

from __future__ import annotations

from marks import unmark
from sumber.records import Actor, Article, Event, Place, Quantity, Reading, Span, Statement

MARKED = """\
[actor:Rusia] dan [both:Korea Utara] [trigger:menandatangani perjanjian] di [place:Moskow]; \
[count:12] orang ikut.

[word:AS] menyebut [other:Iran] [second:mengirim] senjata."""


def reading_with_events(**changes: str | None) -> Reading:
    """Two events: a treaty that the outlet tells itself, and an act on the word of AS."""
    text, marks = unmark(MARKED)
    at = {mark.label: Span(mark.start, mark.stop) for mark in marks}
    fields: dict[str, str | None] = {
        "id": "contoh",
        "url": "https://lentera.example/1",
        "outlet": "Lentera",
        "headline": "=Perjanjian Moskow",
        "published": "2024-11-02T10:30+07:00",
        "dateline": None,
        "language": "id",
        **changes,
    }
    article = Article(authors=(), text=text, **fields)  # type: ignore[arg-type]
    return Reading(
        sumber="0",
        article=article,
        actors=(
            Actor("a1", "Rusia", "state", "RUS", "GOV", mentions=(at["actor"],)),
            Actor("a2", "Korea Utara", "state", "PRK", "GOV", mentions=(at["both"],)),
            Actor("a3", "AS", "state", "USA", "GOV", mentions=(at["word"],)),
            Actor("a4", "Iran", "state", "IRN", "GOV", mentions=(at["other"],)),
        ),
        places=(
            Place(
                at["place"].start,
                at["place"].stop,
                "Moskwa",
                "RUS",
                "Moskwa",
                55.75,
                37.62,
                "geonames:524901",
            ),
        ),
        quantities=(
            Quantity("q1", at["count"].start, at["count"].stop, 12, 12, True, "people", "orang"),
        ),
        statements=(
            Statement("s1", "indirect", (Span(at["other"].start, len(text)),), via=("Reuters",)),
        ),
        events=(
            Event(
                id="e1",
                type="SUPPORT",
                mode=None,
                contexts=("diplomatic",),
                trigger=at["trigger"],
                actors=("a1", "a2"),
                recipients=(),
                place="Moskwa",
                time="2024-11-01",
                status="actual",
                according_to=(),
                statement=None,
                rule="SUPPORT/meneken active",
                mentions=(at["trigger"],),
            ),
            Event(
                id="e2",
                type="MOBILIZE",
                mode="weapons",
                contexts=(),
                trigger=at["second"],
                actors=("a4",),
                recipients=(),
                place=None,
                time=None,
                status="planned",
                according_to=("a3",),
                statement="s1",
                rule="MOBILIZE.weapons/kirim active",
                mentions=(at["second"],),
            ),
        ),
    )
