"""Each result of a search says on how many independent origins it stands, as its account does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from typer.testing import CliRunner

import sumber
from made import made_readings
from sumber.archive import Archive
from sumber.archive.searching import Query
from sumber.cli.app import app
from sumber.filing import file_readings, prepare_reading

READINGS = made_readings()


@pytest.fixture
def filled(place: str) -> Iterator[Archive]:
    """The twelve made articles, and one more of no story."""
    alone = replace(READINGS[0].article, id="x", url="https://x.example/1", published="2019-01-01")
    other = replace(READINGS[0], article=alone)
    with sumber.open(place, create=True) as archive:
        prepared = [prepare_reading(one, archive) for one in [*READINGS, other]]
        assert len(list(file_readings(archive, prepared))) == 13
        yield archive


def test_statements_and_events_count_as_in_their_account(filled: Archive) -> None:
    account = sumber.account_of(filled, "m01")
    for shared, hits in (
        (account.statements, list(filled.statements(since="2025-01-01"))),
        (account.events, list(filled.events(since="2025-01-01"))),
    ):
        assert max(hit.origins or 0 for hit in hits) == max(one.origins for one in shared) > 1
        counted = sorted(hit.origins or 0 for hit in hits)
        assert counted == sorted(one.origins for one in shared for _ in one.evidence)


def test_articles_count_the_origins_of_their_story(filled: Archive) -> None:
    hits = list(filled.articles(words="nikel"))
    assert {hit.printed.given_id: hit.origins for hit in hits}["m05"] == 8
    assert {hit.origins for hit in hits if hit.printed.given_id == "x"} <= {1}


def test_an_article_alone_is_one_origin(filled: Archive) -> None:
    hits = filled.search(Query(until="2019-12-31"), "statements").hits
    assert [hit.origins for hit in hits] == [1] * len(READINGS[0].statements)


def test_the_terminal_and_json_show_them(filled: Archive) -> None:
    words = ["search", "--origin", "Reuters", "--from", filled.place]
    shown = CliRunner().invoke(app, [*words, "--lang", "id"])
    assert (shown.exit_code, "sumber mandiri: 1" in shown.output) == (0, True)
    told = CliRunner().invoke(app, [*words, "--json"])
    assert {json.loads(line)["origins"] for line in told.stdout.splitlines()} == {1}


def test_an_agency_is_the_origin_of_what_it_prints_itself(filled: Archive) -> None:
    article = replace(
        READINGS[7].article, id="y", url="https://y.example/1", outlet="Antara", credits=()
    )
    own = prepare_reading(replace(READINGS[7], article=article), filled)
    assert [done.outcome for done in file_readings(filled, [own])] == ["new"]
    found = {hit.printed.given_id for hit in filled.articles(origin="antara")}
    assert found >= {"y", "m02"}
