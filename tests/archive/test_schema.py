"""The schema: migrations make what the tables say, and no archive of another kind is touched."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, select, table, text

from postgres import Cluster
from sample import sample_reading
from sumber.archive import Archive, open_archive
from sumber.archive.candidates import find_sharing
from sumber.archive.migrating import MIGRATIONS, VERSIONS
from sumber.archive.tables import metadata
from sumber.archive.views import VIEWS
from sumber.archive.writer import day_number
from sumber.errors import ArchiveError, UsageError
from sumber.filing import file_readings, prepare_reading


def test_migrations_make_the_tables_that_the_program_knows(archive: Archive) -> None:
    """But for the indexes of words, which SQLAlchemy does not know."""

    def is_ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or "_index" not in str(name)

    with archive.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert compare_metadata(context, metadata) == []


def test_the_program_knows_every_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(s.revision for s in reversed(list(scripts.walk_revisions()))) == VERSIONS


def test_an_archive_opens_again(place: str) -> None:
    for _ in range(2):
        with open_archive(place, create=True) as archive:
            assert archive.count("articles") == 0


def test_an_older_archive_keeps_the_keys_of_its_articles(place: str) -> None:
    """What schema 0003 held of an article leads to it in the last one."""
    key = 5 << 59
    with open_archive(place, create=True) as archive:
        reading = sample_reading(published="2024-11-02")
        list(file_readings(archive, [prepare_reading(reading, archive)]))
        with archive.writing() as connection:
            connection.execute(text("DROP TABLE keys"))
            connection.execute(text(KEYS_BEFORE))
            row = {"key": key, "day": day_number("2024-11-02")}
            connection.execute(text("INSERT INTO keys VALUES (1, :key, :day, 1)"), row)
            connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    with open_archive(place) as archive, archive.reading() as connection:
        found = find_sharing(connection, 1, {9: [key]}, days=("2024-11-01", "2024-11-03"))
        assert found == {9: {1: 1}}
        assert find_sharing(connection, 2, {9: [key]}) == {9: {}}


KEYS_BEFORE = """CREATE TABLE keys (
    kind integer NOT NULL, key bigint NOT NULL, day integer NOT NULL, article_id bigint NOT NULL,
    CONSTRAINT keys_pkey PRIMARY KEY (kind, key, day, article_id))"""


def test_searches_of_a_server_read_short_lists_of_what_is_not_yet_sorted_in(
    cluster: Cluster,
) -> None:
    """Also in archives of schema 0004, which took PostgreSQL's own 4 MB."""
    place = cluster.new_database("daftar")
    short = [f"{name}_index_words" for name in ("article", "event", "name", "statement")]
    with open_archive(place, create=True) as archive, archive.writing() as connection:
        assert limits_of_lists(connection) == dict.fromkeys(short, LIMIT)
        for name in short:
            connection.execute(text(f"ALTER INDEX {name} RESET (gin_pending_list_limit)"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    with open_archive(place) as archive, archive.reading() as connection:
        assert limits_of_lists(connection) == dict.fromkeys(short, LIMIT)


LIMIT = ["gin_pending_list_limit=256"]


def limits_of_lists(connection: Connection) -> dict[str, list[str]]:
    """The settings of each index of words."""
    query = "SELECT relname, reloptions FROM pg_class WHERE relname ~ '_index_words$'"
    return {row.relname: row.reloptions for row in connection.execute(text(query))}


def test_a_newer_archive_is_not_touched(place: str) -> None:
    with open_archive(place, create=True) as archive, archive.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ArchiveError, match="newer Sumber"):
        open_archive(place)


def test_views_can_be_read(archive: Archive) -> None:
    with archive.reading() as connection:
        for view in VIEWS:
            assert connection.execute(select("*").select_from(table(view))).all() == []


def test_what_is_no_archive_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "teks.db").write_text("bukan arsip, hanya teks biasa")
    sqlite3.connect(tmp_path / "lain.db").execute("CREATE TABLE a (b)").connection.close()
    for name in ("teks.db", "lain.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(ArchiveError, match="no archive of Sumber"):
            open_archive(tmp_path / name, create=True)
        assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("tidak-ada.db", ArchiveError, "sumber add"),
        ("tidak/ada.db", ArchiveError, "sumber add"),
        (".", ArchiveError, "directory"),
        ("mysql://desk@localhost/arsip", UsageError, "postgresql://"),
        ("postgresql://desk:rahasia@localhost", UsageError, "postgresql://"),
        ("postgresql://desk:rahasia@/arsip?host=/tidak/ada", ArchiveError, "acknowledged"),
    ],
)
def test_what_cannot_be_opened_is_said_plainly(
    name: str, error: type[Exception], words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(error, match=words) as met:
        open_archive(name)
    assert "rahasia" not in str(met.value)


def test_the_keeping_side_never_loads_the_reading_side() -> None:
    code = (
        "import sys, sumber.archive, sumber.filing; "
        "print([m for m in ('spacy', 'sumber.article', 'sumber.language', 'alembic') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_table_column_and_view_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "archive.md").read_text("utf-8")
    for each in metadata.sorted_tables:
        head = [f"**`{each.name}`** {each.comment}"]
        lines = [*head, *(f"- `{column.name}`: {column.comment}" for column in each.columns)]
        assert [line for line in lines if f"{line}\n" not in page] == []
    assert [name for name in VIEWS if f"**`{name}`**" not in page] == []
