"""`sumber code` and `sumber tension` as a shell runs them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import Console

from event_sample import reading_with_events
from sumber.cli.tensing import show
from sumber.records import dump
from sumber.tables.tension import Act, Period, Tension, party
from sumber.web.labels import Language, load_labels

TEXT = "Rusia mengusir diplomat Inggris pada Senin (4/11/2024). Iran mengecam Israel."
OWN_ENTRY = """
[[group]]
type = "ACCUSE"
mode = "disapprove"
entries = [{ verb = "semprit", example = "Iran menyemprit Israel." }]
"""
SUMBER = [sys.executable, "-c", "from sumber.cli import main; main()"]


def sumber(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [*SUMBER, *arguments], input=given, capture_output=True, check=False, timeout=120
    )
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "berita.jsonl"
    rows = ({"id": f"n{n}", "text": TEXT, "published": "2024-11-06"} for n in range(400))
    path.write_bytes(b"\n".join(map(msgspec.json.encode, rows)) + b"\n")
    return path


def test_articles_become_rows_in_order_however_many_processes(
    articles: Path, tmp_path: Path
) -> None:
    for jobs in ("1", "2"):
        done = sumber("code", str(articles), "-o", str(tmp_path / f"{jobs}.csv"), "--jobs", jobs)
        assert (done.returncode, b"400 articles" in done.stderr) == (0, True), done.stderr
    alone, together = (tmp_path / f"{jobs}.csv" for jobs in "12")
    assert alone.read_bytes() == together.read_bytes()
    with alone.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Article ID"] for row in rows[::2]] == [f"n{n}" for n in range(400)]
    assert {
        (row["Event Type"], row["Actor Country"], row["Recipient Country"]) for row in rows
    } == {
        ("SANCTION", "RUS", "GBR"),
        ("ACCUSE", "IRN", "ISR"),
    }


def test_readings_are_coded_as_they_are_and_a_broken_line_costs_itself(tmp_path: Path) -> None:
    given = dump(reading_with_events()) + b'\n{"sumber":"0","article":1}\n'
    done = sumber("code", "-", "-o", str(tmp_path / "events.jsonl"), given=given)
    assert done.returncode == 1
    assert b"no reading" in done.stderr
    rows = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]
    assert [row["Event ID"] for row in rows] == ["contoh-e1", "contoh-e2"]


def test_a_table_stays_as_it_was_if_nothing_could_be_read(tmp_path: Path) -> None:
    table = tmp_path / "events.csv"
    given = dump(reading_with_events()) + b"\n"
    assert sumber("code", "-", "-o", str(table), given=given).returncode == 0
    before = table.read_bytes()
    done = sumber("code", str(tmp_path / "salah.jsonl"), "-o", str(table))
    assert (done.returncode, b"not written" in done.stderr) == (1, True)
    assert table.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]


def test_entries_of_a_researcher_are_coded(tmp_path: Path) -> None:
    berita, own, table = (tmp_path / n for n in ("berita.txt", "my.toml", "events.csv"))
    berita.write_text("Iran menyemprit Israel.", "utf-8")
    own.write_text(OWN_ENTRY, "utf-8")
    done = sumber("code", str(berita), "-o", str(table), "--codebook", str(own))
    assert (done.returncode, b"1 events" in done.stderr) == (0, True), done.stderr
    own.write_text("bukan toml", "utf-8")
    broken = sumber("code", str(berita), "-o", str(table), "--codebook", str(own))
    assert (broken.returncode, b"TOML" in broken.stderr) == (2, True)


def test_csv_goes_to_standard_output(tmp_path: Path) -> None:
    done = sumber("code", "-", "-o", "-", given=dump(reading_with_events()) + b"\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"contoh-e") == 2
    wrong = sumber("code", "-", "-o", str(tmp_path / "events.xls"))
    assert wrong.returncode == 2
    assert b".parquet" in wrong.stderr


def test_tension_shows_table_json_and_picture(articles: Path, tmp_path: Path) -> None:
    events, plot = tmp_path / "events.parquet", tmp_path / "tension.svg"
    assert sumber("code", str(articles), "-o", str(events), "--jobs", "1").returncode == 0
    done = sumber(
        "tension", "RUS", "Inggris", str(events), "--plot", str(plot), "--lang", "id", "--events"
    )
    assert done.returncode == 0, done.stderr
    out = done.stdout.decode()
    assert "Rusia – Inggris" in out
    assert "2024-11-04" in out
    assert "-2200.0" in out  # 400 expulsions of -5.5
    assert "Konflik</text>" in plot.read_text("utf-8")
    told = json.loads(sumber("tension", "RUS", "Inggris", str(events), "--json").stdout)
    assert told["periods"][0]["conflictual_events"] == 400
    none = sumber("tension", "RUS", "ISR", str(events))
    assert (none.returncode, b"no event" in none.stdout) == (0, True)
    unknown = sumber("tension", "RUS", "zzz", str(events))
    assert (unknown.returncode, unknown.stdout) == (1, b"")
    assert b"'zzz' is no country and no actor of the table" in unknown.stderr


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_dyad_fits_its_terminal_with_nothing_cut(width: int, language: Language) -> None:
    act = Act(
        id="e1", date=dt.date(2024, 11, 4), type="ACCUSE", mode="disapprove", score=-2.0,
        actor="Kementerian Luar Negeri Iran", recipient="Amerika Serikat", status="actual",
        according_to="Mohammad Javad Zarif", headline=None,
    )  # fmt: skip
    period = Period(dt.date(2024, 11, 4), (act,))
    found = Tension(party("Iran"), party("AS"), "week", (period,))
    labels, file = load_labels(language), io.StringIO()
    show(found, Console(file=file, width=width), labels, events=True)
    shown = file.getvalue()
    assert max(map(cell_len, shown.splitlines())) <= width
    assert "…" not in shown
    for word in (labels["cooperation"], labels["tension_count"], "Kementerian", "Zarif", "-2.0"):
        assert word in shown


def test_wrong_tables_and_parties_are_told(tmp_path: Path) -> None:
    missing = sumber("tension", "RUS", "USA", str(tmp_path / "none.csv"))
    assert (missing.returncode, b"no file of that name" in missing.stderr) == (1, True)
    same = sumber("tension", "RUS", "Rusia", str(tmp_path / "none.csv"))
    assert (same.returncode, b"same party" in same.stderr) == (2, True)
