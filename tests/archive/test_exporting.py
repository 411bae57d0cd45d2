"""Tables as files: every row, in the memory of a few thousand."""

from __future__ import annotations

import csv
import json
import tracemalloc
from pathlib import Path

import pytest
from sqlalchemy import func, select

from sample import sample_reading
from sumber import load
from sumber.archive import Archive
from sumber.archive.exporting import FORMATS, TABLES, Format, export_table
from sumber.archive.inserting import insert_rows
from sumber.archive.tables import mentions
from sumber.errors import UsageError
from sumber.filing import file_readings, prepare_reading


@pytest.fixture
def filled(archive: Archive) -> Archive:
    many = [sample_reading(url=f"https://a.example/{n}", headline="=1+1") for n in range(3)]
    list(file_readings(archive, [prepare_reading(one, archive) for one in many]))
    return archive


def test_every_table_is_written_in_every_format(filled: Archive, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    with filled.reading() as connection:
        for form in FORMATS:
            for name in TABLES:
                path, count = export_table(connection, name, tmp_path, form)
                assert (path.exists(), count) == (True, filled.count(name))
    assert not list(tmp_path.glob(".*"))


def test_rows_are_what_the_archive_has(filled: Archive, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with filled.reading() as connection:
        for form in FORMATS:
            export_table(connection, "articles", tmp_path, form)
        export_table(connection, "readings", tmp_path, "jsonl")
    table = parquet.read_table(tmp_path / "articles.parquet").to_pylist()
    lines = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_bytes().splitlines()]
    assert [{**row, "authors": json.loads(row["authors"])} for row in table] == lines
    assert lines[0]["authors"] == ["Neng Rahayu"]
    rows = list(csv.DictReader((tmp_path / "articles.csv").read_text("utf-8").splitlines()))
    assert rows[0]["headline"] == "'=1+1"  # a spreadsheet must not run a headline
    readings = [load(line) for line in (tmp_path / "readings.jsonl").read_bytes().splitlines()]
    assert readings[0] == sample_reading(url="https://a.example/0", headline="=1+1")


def test_what_cannot_be_exported_is_told(filled: Archive, tmp_path: Path) -> None:
    with filled.reading() as connection:
        with pytest.raises(UsageError, match="statements"):
            export_table(connection, "artikel", tmp_path, "csv")
        with pytest.raises(UsageError, match="jsonl"):
            export_table(connection, "readings", tmp_path, "csv")


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_large_table_does_not_fill_memory(filled: Archive, tmp_path: Path, form: Format) -> None:
    """100,000 rows in less memory than they take as tuples, some 15 MB."""
    pytest.importorskip("pyarrow")
    count = 100_000
    with filled.writing() as connection:
        rows = [(1, "many", number, 0, number) for number in range(count)]
        insert_rows(connection, mentions, rows)
        del rows
    with filled.reading() as connection:
        before = connection.execute(select(func.count()).select_from(mentions)).scalar_one()
        export_table(connection, "articles", tmp_path, form)  # loads what the format needs
        tracemalloc.start()
        _, written = export_table(connection, "mentions", tmp_path, form)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert (written, written >= count) == (before, True)
    assert peak < 10_000_000  # bytes
