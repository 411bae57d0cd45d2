"""PostgreSQL knows how much there is in the tables that it searches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from postgres import Cluster
from sample import sample_reading
from sumber.archive import Archive, open_archive, planning
from sumber.filing import file_readings, prepare_reading


def file_some(archive: Archive, count: int) -> None:
    """File articles, each under its own address."""
    many = (sample_reading(url=f"https://a.example/{n}") for n in range(count))
    list(file_readings(archive, [prepare_reading(one, archive) for one in many]))


def counted(archive: Archive, table: str) -> int:
    """How many rows the server believes a table to have."""
    with archive.reading() as connection:
        query = text("SELECT reltuples FROM pg_class WHERE relname = :table")
        return int(connection.execute(query, {"table": table}).scalar_one())


@pytest.fixture
def server(cluster: Cluster, request: pytest.FixtureRequest) -> Iterator[Archive]:
    """A new archive in PostgreSQL; SQLite plans by the order of our own queries."""
    with open_archive(cluster.new_database(request.node.name[:60]), create=True) as archive:
        yield archive


def test_the_server_looks_at_all_tables_once_the_archive_has_doubled(
    server: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "FIRST", 3)  # else a thousand articles would have to be filed
    file_some(server, 4)
    for table in ("articles", "statements", "statement_index", "article_index", "keys"):
        assert counted(server, table) >= 4


def test_a_small_archive_is_let_be(server: Archive) -> None:
    file_some(server, 4)
    assert counted(server, "articles") <= 0


def test_both_databases_take_what_doubles_them(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "FIRST", 2)
    file_some(archive, 5)
    assert archive.count("articles") == 5
    file_some(archive, 5)  # all known: nothing has grown
    assert archive.count("articles") == 5
