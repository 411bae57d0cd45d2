"""Readings made by hand for tests of what shows them, without any step of reading."""

from __future__ import annotations

from marks import Mark, unmark
from sumber.records import (
    Actor,
    Article,
    Credit,
    Finding,
    Part,
    Reading,
    Related,
    Span,
    Statement,
    Time,
)

MARKED = """\
[headline:Harga Beras Naik]

[caption:Pedagang beras di Pasar Induk. (Foto: Antara)]

[dateline:GARUT, LENTERA -] Harga beras naik, seperti dilansir [credit:Antara].

[said:“Stok kami cukup,”] [cue:kata] [speaker:Kepala Dinas Euis Komariah], [said:“sampai \
[time:Kamis (31/8)].”]

[related:BACA JUGA: [title:Tarif Tol Naik]]

[also:"Tidak cukup," keluh pedagang.]

[end:Sumber: Antara]"""


def sample_reading(**changes: str | None) -> Reading:
    """A small reading with one of everything; `changes` are fields of its article."""
    text, marks = unmark(MARKED)
    by: dict[str, list[Mark]] = {}
    for mark in marks:
        by.setdefault(mark.label, []).append(mark)

    def span(label: str, at: int = 0) -> Span:
        return Span(by[label][at].start, by[label][at].stop)

    def part(kind: str, label: str) -> Part:
        return Part(kind, span(label).start, span(label).stop)  # type: ignore[arg-type]

    fields: dict[str, str | None] = {
        "id": "contoh",
        "url": "https://lentera.example/beras",
        "outlet": "Lentera",
        "headline": "Harga Beras Naik",
        "published": "2024-11-02T10:30+07:00",
        "dateline": "Garut",
        "language": "id",
        **changes,
    }
    article = Article(
        authors=("Neng Rahayu",),
        text=text,
        parts=(
            part("headline", "headline"),
            part("caption", "caption"),
            part("dateline", "dateline"),
            part("related", "related"),
            part("credit", "end"),
        ),
        related=(Related("Tarif Tol Naik", "https://lentera.example/tol", *edges(span("title"))),),
        credits=(Credit("Antara", *edges(span("credit"))),),
        **fields,  # type: ignore[arg-type]
    )
    when = span("time")
    return Reading(
        sumber="0",
        article=article,
        actors=(
            Actor(
                "a1", "Euis Komariah", "person", role="Kepala Dinas", mentions=(span("speaker"),)
            ),
        ),
        times=(Time(*edges(when), "Kamis (31/8)", "2024-10-31", "2024-08-31", "weekday"),),
        statements=(
            Statement(
                "s1",
                "direct",
                (span("said", 0), span("said", 1)),
                span("cue"),
                span("speaker"),
                ("a1",),
                ("Antara",),
            ),
            Statement("s2", "direct", (span("also"),)),
        ),
        findings=(
            Finding("date-weekday", *edges(when), "31 Agustus 2024 adalah Sabtu.", "2024-10-31"),
            Finding("quote-unattributed", *edges(span("also")), "Tidak jelas siapa yang berkata."),
        ),
    )


def edges(span: Span) -> tuple[int, int]:
    """Start and stop of a span, to be spread into a record."""
    return span.start, span.stop


HOSTILE = (
    "</style><script>document.title='hacked'</script>"
    "<img src=http://contoh.invalid/x onerror=alert(1)>"
    "\x1b[31m\x07\u202e[bold red]merah[/] &amp; \"' \x00"
)


def hostile_reading() -> Reading:
    """A reading every string of which tries to act."""
    text = f"{HOSTILE}\n\n{HOSTILE}"
    whole = (0, len(text))
    return Reading(
        sumber="0",
        article=Article(
            id=HOSTILE,
            url="javascript:alert(1)",
            outlet=HOSTILE,
            headline=HOSTILE,
            published=HOSTILE,
            dateline=HOSTILE,
            authors=(HOSTILE,),
            language="id",
            text=text,
            related=(
                Related(HOSTILE, "javascript:alert(1)", *whole),
                Related(HOSTILE, f"https://contoh.invalid/{HOSTILE}", 0, 9),
            ),
            credits=(Credit(HOSTILE, *whole),),
        ),
        actors=(Actor("a1", HOSTILE, "person", role=HOSTILE, mentions=(Span(*whole),)),),
        times=(Time(*whole, HOSTILE, HOSTILE, HOSTILE, "impossible"),),
        statements=(
            Statement(
                "s1", "direct", (Span(*whole),), Span(3, 9), Span(5, 20), ("a1",), (HOSTILE,)
            ),
        ),
        findings=(Finding("date-impossible", *whole, HOSTILE, HOSTILE),),
    )
