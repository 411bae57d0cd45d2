"""The list of steps: what comes out is whole, in order, and points at its own characters."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sumber
from sumber.reading import keep_certain, published_moment, read_article, read_text, untold_spans
from sumber.records import Actor, Article, Event, Part, Reading, Span, Statement

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted((ROOT / "examples").iterdir())
ARTICLE = Article("x", None, None, None, None, None, (), "id", "Harga naik.")

WORD = re.compile(r"[^\W\d_]{2}")
# Pieces that together make the layouts on which the steps have to agree.
PIECES = st.sampled_from(
    [
        "SUBANG, LENTERA - ", "BACA JUGA: Harga Naik pada Senin (4/11)\n\n", "\n\n", " ", "“", "”",
        '"', "'", "Stok cukup", ",", ".", " kata Menteri Euis Komariah", " ujarnya", " dia",
        " Kamis (31/8)", " (32/13)", " kemarin", " 30 Februari 2025", "Sumber: antara", "(adv)",
        " seperti dilansir Kyodo", "\u202e", "\x00", "😀", "Menurut Wirya, ", "Halaman 2",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map("".join).filter(WORD.search)


def spans_of(reading: Reading) -> Iterator[tuple[int, int]]:
    """Every span of a reading, whatever it belongs to."""
    article = reading.article
    yield from ((part.start, part.stop) for part in article.parts)
    yield from ((related.start, related.stop) for related in article.related)
    yield from ((credit.start, credit.stop) for credit in article.credits)
    yield from ((time.start, time.stop) for time in reading.times)
    yield from ((finding.start, finding.stop) for finding in reading.findings)
    for span in (
        *(span for actor in reading.actors for span in actor.mentions),
        *(span for said in reading.statements for span in said.content),
        *(said.cue for said in reading.statements if said.cue),
        *(said.speaker for said in reading.statements if said.speaker),
    ):
        yield span.start, span.stop


def assert_sound(reading: Reading) -> None:
    """What holds of every reading of any text."""
    text = reading.article.text
    assert all(0 <= start < stop <= len(text) for start, stop in spans_of(reading))
    assert all(text[time.start : time.stop] == time.text for time in reading.times)
    ids = [actor.id for actor in reading.actors]
    assert ids == [f"a{n}" for n in range(1, len(ids) + 1)]
    assert {i for said in reading.statements for i in said.speakers} <= set(ids)
    starts = [finding.start for finding in reading.findings]
    assert starts == sorted(starts)
    assert sumber.load(sumber.dump(reading)) == reading


@given(TEXTS, st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_sound_reading(text: str, published: dt.date | None) -> None:
    reading = sumber.read_text(text, published=published)
    assert reading.article.text == text
    assert_sound(reading)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_give_sound_readings(path: Path) -> None:
    for reading in sumber.read(path):
        assert isinstance(reading, Reading)
        assert_sound(reading)


def test_reading_twice_is_reading_once() -> None:
    first, second = list(sumber.read(*EXAMPLES)), list(sumber.read(*EXAMPLES))
    assert first == second


def test_each_input_gives_a_reading_or_its_error() -> None:
    error, reading = sumber.read(ROOT / "tidak-ada.html", EXAMPLES[1])
    assert isinstance(error, sumber.InputError)
    assert isinstance(reading, Reading)


def test_a_blank_text_is_an_error_that_names_its_source() -> None:
    with pytest.raises(sumber.InputError, match=r"^siaran: "):
        sumber.read_text(" \n", source="siaran")


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        (None, None),
        ("2024-11-02", dt.date(2024, 11, 2)),
        ("2024-11-02T00:10+07:00", dt.datetime(2024, 11, 2, 0, 10)),
        ("kapan-kapan", None),
    ],
)
def test_publication_is_when_its_own_clock_shows(
    published: str | None, moment: dt.date | None
) -> None:
    article = Article("x", None, None, None, published, None, (), "id", "Harga naik.")
    found = published_moment(article)
    assert (found.replace(tzinfo=None) if isinstance(found, dt.datetime) else found) == moment


def test_times_in_links_to_other_articles_are_not_told() -> None:
    text = "Harga naik pada Senin (4/11).\n\nBACA JUGA: Tarif Tol Naik Selasa (5/11)"
    parts = (Part("body", 0, 29), Part("related", 31, len(text)))
    article = Article("x", None, None, None, "2024-11-06", None, (), "id", text, parts)
    assert untold_spans(article) == (Span(31, len(text)),)
    assert [time.value for time in read_article(article).times] == ["2024-11-04"]


def test_who_speaks_or_is_certain_is_given_out_numbered_anew() -> None:
    """`Budi` alone, without office or lexicon, may be a place or firm as well."""
    actors = [
        Actor("a1", "Ani", "person"),
        Actor("a2", "Budi", "person"),
        Actor("a3", "Rusia", "state"),
        Actor("a4", "Cici", "person"),
        Actor("a5", "seorang warga", "unnamed"),
    ]
    said = Statement("s1", "direct", (Span(0, 5),), speakers=("a4", "a1"))
    kept, (renumbered,), _ = keep_certain(actors, [said], [])
    assert [(a.id, a.name) for a in kept] == [("a1", "Ani"), ("a2", "Rusia"), ("a3", "Cici")]
    assert renumbered.speakers == ("a3", "a1")


def test_parties_of_events_are_given_out_numbered_anew() -> None:
    """A group without a name is told of only where something points at it."""
    actors = [
        Actor("a1", "warga", "group"),
        Actor("a2", "polisi", "organisation"),
        Actor("a3", "massa", "group"),
        Actor("a4", "seorang saksi", "unnamed"),
    ]
    arrest = Event(
        "e1", "COERCE", "arrest", (), Span(0, 9), ("a2",), ("a3",), None, None, "actual",
        ("a4",), None, "tangkap",
    )  # fmt: skip
    kept, _, (renumbered,) = keep_certain(actors, [], [arrest])
    assert [(a.id, a.name) for a in kept] == [
        ("a1", "polisi"),
        ("a2", "massa"),
        ("a3", "seorang saksi"),
    ]
    parties = (renumbered.actors, renumbered.recipients, renumbered.according_to)
    assert parties == (("a1",), ("a2",), ("a3",))


def test_importing_sumber_loads_no_room() -> None:
    code = "import sumber, sys; print(sorted(m for m in sys.modules if m.startswith('sumber.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['sumber._version']"


def test_every_public_name_is_there_and_documented() -> None:
    reference = (ROOT / "docs/reference.md").read_text("utf-8")
    for name in sumber.__all__:
        assert getattr(sumber, name) is not None
        assert re.search(rf"\b{name}\b", reference), name


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="tidak_ada"):
        sumber.tidak_ada  # noqa: B018


@pytest.mark.parametrize(
    "given",
    ["2024-11-02", "2024-11-02T10:30+07:00", dt.date(2024, 11, 2), dt.datetime(2024, 11, 2)],
)
def test_a_day_of_publication_may_be_given_in_iso(given: dt.date | str) -> None:
    assert read_text("Harga beras naik kemarin.", published=given).times[0].value == "2024-11-01"


def test_a_day_of_publication_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'kemarin' is no date of publication; write"):
        read_text("Harga beras naik kemarin.", published="kemarin")
