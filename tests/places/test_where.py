"""Where an act happened, apart from places that are merely mentioned."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import is_linear
from marks import unmark
from parses import parse
from sumber.places import event_place, find_places
from sumber.records import Article

# `act` marks the act, `where` the mention of its place; without one there is none.
EXAMPLES = {
    "town": "Polisi [act:menangkap] dua warga Malaysia di [where:Nunukan], Kalimantan Utara.",
    "behind a building": "Ia [act:ditahan] di Rumah Tahanan Rawa Elok, [where:Jakarta Pusat].",
    "common noun": "Massa [act:berunjuk rasa] di kawasan [where:Menteng] kemarin.",
    "goal": "Menteri itu [act:berkunjung] ke [where:Moskow] pekan lalu.",
    "actor's country": "Tentara Israel [act:menyerang] konvoi itu.",
    "office of a place": "Bupati Garut [act:menolak] usul itu.",
    "another clause": (
        "Presiden [act:menuduh] lawannya berbohong, sementara pabrik baru dibangun di Bekasi."
    ),
    "another sentence": "Polisi [act:menangkap] Rudi. Hujan turun di Bandung.",
}


@pytest.mark.parametrize("marked", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_the_place_of_an_act(marked: str) -> None:
    text, marks = unmark(marked)
    article = Article("1", None, None, None, None, None, (), "id", text)
    parsed = parse(text)
    act = next(mark for mark in marks if mark.label == "act")
    wanted = next((mark for mark in marks if mark.label == "where"), None)
    place = event_place(parsed, find_places(article, parsed), act.start, act.stop)
    assert (place and (place.start, place.stop)) == (wanted and (wanted.start, wanted.stop))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(0, 20))
def test_any_stretch_may_be_asked_for(start: int, length: int) -> None:
    text = "Warga ditangkap di Nunukan. Hujan di Bandung, Jawa Barat."
    article = Article("1", None, None, None, None, None, (), "id", text)
    parsed = parse(text)
    places = find_places(article, parsed)
    assert event_place(parsed, places, start, start + length) in {None, *places}


def test_cost_grows_with_length_only() -> None:
    def work(text: str) -> object:
        article = Article("1", None, None, None, None, None, (), "id", text)
        parsed = parse(text)
        return event_place(parsed, find_places(article, parsed), 0, 5)

    assert is_linear(work, "ditangkap di Garut di Jalan Bandung, ", 2_000)
