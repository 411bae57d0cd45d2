"""Events, places and quantities as readers see them: named, marked, in both languages."""

from __future__ import annotations

import io

from rich.console import Console

from event_sample import reading_with_events
from sumber.cli.terminal import render, view_of
from sumber.records import Quantity
from sumber.web.happenings import find_counts, find_spots, find_told
from sumber.web.labels import LANGUAGES, load_labels
from sumber.web.marking import find_marks
from sumber.web.page import Page


def test_events_name_who_and_whom_and_on_whose_word() -> None:
    treaty, claim = find_told(reading_with_events())
    assert (treaty.who, treaty.whom, treaty.mutual) == (("Rusia", "Korea Utara"), (), True)
    assert (treaty.kind, treaty.words) == ("cooperation", "menandatangani perjanjian")
    assert (claim.who, claim.on_word, claim.kind) == (("Iran",), ("AS",), "conflict")


def test_places_and_quantities_have_the_ids_of_their_marks() -> None:
    reading = reading_with_events()
    spot, count = find_spots(reading)[0], find_counts(reading)[0]
    assert (spot.id, spot.of_event, spot.mentions, count.words) == ("p1", True, 1, "12")
    text = reading.article.text
    marked = {(m.kind, text[m.start : m.stop]) for m in find_marks(reading) if m.ids[:1] == ("e1",)}
    assert marked == {
        ("event", "menandatangani perjanjian"),
        ("mention", "Rusia"),
        ("mention", "Korea Utara"),
    }


def test_the_page_shows_every_event_with_a_link_to_its_words() -> None:
    file = io.StringIO()
    with Page("id") as page:
        page.add(reading_with_events())
        page.write(file)
    shown = file.getvalue()
    assert 'id="r1-e1" class="entry act cooperation actual"' in shown
    assert 'href="#r1-e2-at" data-entry="r1-e2"' in shown
    assert shown.count('class="arc"') == 2
    assert "55,75° LU, 37,62° BT" in shown
    assert "direncanakan" in shown


def test_the_terminal_shows_events_places_and_quantities_in_both_languages() -> None:
    for language in LANGUAGES:
        labels, out = load_labels(language), io.StringIO()
        console = Console(file=out, width=80, no_color=True, color_system=None)
        console.print(render(reading_with_events(), view_of(console, labels)))
        shown = out.getvalue()
        assert all(len(line) <= 80 for line in shown.splitlines())
        for words in (labels["events"].upper(), "SUPPORT", "MOBILIZE weapons", "±12", "*mengirim*"):
            assert words in shown
        assert labels["status_planned"] in shown


def test_amounts_are_written_as_each_language_does() -> None:
    money = Quantity("q1", 0, 1, 1_240_000.5, None, False, "money", unit="IDR")
    few = Quantity("q2", 0, 1, None, 5, True)
    span = Quantity("q3", 0, 1, 3, 5, False)
    assert load_labels("id").amount(money) == "sedikitnya 1.240.000,5 IDR"
    assert load_labels("en").amount(money) == "at least 1,240,000.5 IDR"
    assert [load_labels("en").amount(q) for q in (few, span)] == ["±at most 5", "3–5"]
