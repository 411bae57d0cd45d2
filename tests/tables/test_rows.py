"""Rows and files of events: every column filled as the dictionary says, every format alike."""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import pandas as pd
import pytest

from event_sample import reading_with_events
from sumber.errors import InputError, SetupError, UsageError
from sumber.tables.columns import COLUMNS, NAMES, POLECAT
from sumber.tables.files import check_output, open_rows, read_rows
from sumber.tables.rows import event_rows

ROOT = Path(__file__).resolve().parents[2]


def test_a_row_says_who_did_what_to_whom_where_when_on_whose_word() -> None:
    treaty, claim = event_rows(reading_with_events())
    assert set(treaty) == set(NAMES) == set(claim)
    assert {name: treaty[name] for name in ("Event ID", "Event Date", "Event Type", "Status")} == {
        "Event ID": "contoh-e1",
        "Event Date": "2024-11-01",
        "Event Type": "SUPPORT",
        "Status": "actual",
    }
    assert (treaty["Actor Name"], treaty["Actor Country"], treaty["Actor COW"]) == (
        "Rusia; Korea Utara",
        "RUS; PRK",
        "365; 731",
    )
    assert (treaty["Intensity"], treaty["Quad Code"], treaty["CAMEO Root"]) == (
        5.0,
        "VERBAL COOPERATION",
        "05",
    )
    assert (treaty["Placename"], treaty["Raw Placename"], treaty["GeoNames ID"]) == (
        "Moskwa",
        "Moskow",
        "524901",
    )
    assert treaty["Quantities"] == "people ~12"
    assert treaty["Recipient Name"] is None
    assert (claim["According To"], claim["According To Country"], claim["Via"]) == (
        "AS",
        "USA",
        "Reuters",
    )
    assert (claim["Statement ID"], claim["Event Date"], claim["Publication Date"]) == (
        "contoh-s1",
        None,
        "2024-11-02",
    )
    assert claim["Quantities"] is None


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_what_is_written_is_read_back(tmp_path: Path, ending: str) -> None:
    path, rows = tmp_path / f"events{ending}", list(event_rows(reading_with_events()))
    with open_rows(path, guard=False) as writer:
        for row in rows:
            writer.write(row)
    back = list(read_rows(path))
    assert [{k: str(v) for k, v in row.items() if v is not None} for row in back] == [
        {k: str(v) for k, v in row.items() if v is not None} for row in rows
    ]
    assert [child.name for child in tmp_path.iterdir()] == [path.name]


def test_no_cell_of_an_article_is_run_by_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    with open_rows(path) as writer:
        for row in event_rows(reading_with_events(outlet='+62 "Lentera", Moskow\nKota')):
            writer.write(row)
    with path.open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["Headline"] == "'=Perjanjian Moskow"
    assert row["Source"] == '\'+62 "Lentera", Moskow\nKota'
    assert row["Latitude"] == "55.75"


def test_pandas_reads_the_formats_as_the_docs_show(tmp_path: Path) -> None:
    for ending in (".csv", ".jsonl", ".parquet"):
        with open_rows(tmp_path / f"events{ending}") as writer:
            for row in event_rows(reading_with_events()):
                writer.write(row)
    guide = (ROOT / "docs/events-table.md").read_text("utf-8")
    code = next(
        c for c in re.findall(r"```python\n(.*?)```", guide, re.DOTALL) if "read_parquet" in c
    )
    names: dict[str, object] = {}
    exec(code.replace("events.", f"{tmp_path}/events."), names)  # noqa: S102 - our own docs
    assert isinstance(names["happened"], pd.DataFrame)
    assert len(names["happened"]) == 1
    frame = pd.read_csv(tmp_path / "events.csv")
    assert list(frame.columns) == list(NAMES)


def write_until(fault: BaseException, path: Path) -> None:
    with open_rows(path) as writer:
        writer.write(next(iter(event_rows(reading_with_events()))))
        raise fault


def test_an_interrupt_keeps_what_was_written_and_a_fault_nothing(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    with pytest.raises(RuntimeError):
        write_until(RuntimeError(), path)
    assert not list(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        write_until(KeyboardInterrupt(), path)
    assert len(list(read_rows(path))) == 1


def test_what_is_no_table_is_not_overwritten_and_not_read(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text('{"id": "1", "text": "Harga naik."}\n', "utf-8")
    with pytest.raises(UsageError, match="no table of events"):
        check_output(articles)
    with pytest.raises(UsageError, match=r"\.csv, \.jsonl, \.parquet"):
        check_output(tmp_path / "events.xlsx")
    with pytest.raises(InputError, match="Event Type"):
        list(read_rows(articles))
    broken = tmp_path / "events.parquet"
    broken.write_bytes(b"PAR1 no more")
    with pytest.raises(InputError, match="cannot be read"):
        list(read_rows(broken))


def test_a_missing_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SetupError, match=r"pip install 'sumber\[data\]'"):
        check_output(tmp_path / "events.parquet")


def test_the_data_dictionary_lists_every_column_in_order() -> None:
    guide = (ROOT / "docs/events-table.md").read_text("utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| (\w+) \| (.+) \|$", guide, re.MULTILINE)
    assert rows == [(c.name, c.type, c.meaning) for c in COLUMNS]
    assert len(POLECAT) == 40
