"""The article that started it all: what happened in it, on whose word, and when."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sumber.article import InputOptions
from sumber.reading import read
from sumber.records import Event, Reading

SEED = "corpora/seed/korut-rusia-2024-11-02.txt"


@pytest.fixture(scope="module")
def seed(shared: Path) -> Reading:
    reading = next(read(shared / SEED, options=InputOptions(published=dt.date(2024, 11, 2))))
    assert isinstance(reading, Reading)
    return reading


def only(reading: Reading, kind: str, mode: str | None, trigger: str) -> Event:
    """The one event of a type and mode whose trigger begins so."""
    text = reading.article.text
    found = [
        event
        for event in reading.events
        if (event.type, event.mode) == (kind, mode)
        and text[event.trigger.start :].startswith(trigger)
    ]
    assert len(found) == 1
    return found[0]


def names(reading: Reading, ids: tuple[str, ...]) -> set[str]:
    return {actor.name for actor in reading.actors if actor.id in ids}


@pytest.mark.corpora
def test_both_accuse_the_united_states(seed: Reading) -> None:
    accused = only(seed, "ACCUSE", "allege", "sepakat")
    assert names(seed, accused.actors) == {"Korea Utara", "Rusia"}
    assert "Amerika Serikat" in names(seed, accused.recipients)


@pytest.mark.corpora
def test_the_dialogue_took_place_in_moscow_on_its_day(seed: Reading) -> None:
    met = only(seed, "CONSULT", None, "dialog")
    assert "Sergey Lavrov" in names(seed, met.actors)
    assert (met.time, met.place, met.status) == ("2024-11-01", "Moskow", "actual")


@pytest.mark.corpora
def test_the_launch_has_the_date_that_was_meant(seed: Reading) -> None:
    launch = only(seed, "MOBILIZE", "weapons", "peluncuran")
    assert names(seed, launch.actors) == {"Korea Utara"}
    assert launch.time == "2024-10-31"


@pytest.mark.corpora
def test_the_troops_are_there_on_the_word_of_the_united_states(seed: Reading) -> None:
    troops = only(seed, "MOBILIZE", "troops", "ditempatkan")
    assert names(seed, troops.according_to) == {"Amerika Serikat"}
    assert any("Korea Utara" in name for name in names(seed, troops.actors))


@pytest.mark.corpora
def test_support_and_treaty_are_told_and_little_else(seed: Reading) -> None:
    support = only(seed, "SUPPORT", None, "menyampaikan dukungan")
    assert names(seed, support.actors) == {"Sergey Lavrov"}
    assert names(seed, support.recipients) == {"Korea Utara"}
    only(seed, "AGREE", None, "menegaskan tekad")
    assert len(seed.events) <= 9
