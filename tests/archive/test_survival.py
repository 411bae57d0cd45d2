"""Whatever ends a run of `sumber add`: what it acknowledged is there, once, in a sound archive."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from postgres import Cluster
from sample import sample_reading
from sumber import dump
from sumber.archive import Archive, Filed, open_archive
from sumber.errors import ArchiveError
from sumber.filing import file_readings, prepare_reading

COUNT = 600  # all copies of one text, which is the most that filing can be given to do
KILLS = 4  # benchmarks/archive.py --kills 50 does more
COMMAND = [sys.executable, "-c", "from sumber.cli import main; main()", "add", "--json", "--jobs"]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A file of readings."""
    path = tmp_path / "readings.jsonl"
    many = (sample_reading(url=f"https://a.example/{n}") for n in range(COUNT))
    path.write_bytes(b"".join(dump(one) + b"\n" for one in many))
    return path


def start(lines: Path, place: str, jobs: int = 1) -> subprocess.Popen[bytes]:
    """Start adding; the process leads a group of its own, so that it can be killed whole."""
    command = [*COMMAND, str(jobs), "--to", place, str(lines)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,  # what `readline` would read ahead is lost to `communicate`
    )


def acknowledged(out: bytes) -> set[int]:
    """The articles of all whole lines that were printed."""
    whole = out[: out.rfind(b"\n") + 1].splitlines()
    return {told["article"] for told in map(json.loads, whole) if told["outcome"] != "refused"}


def check_sound(archive: Archive, kept: set[int]) -> None:
    """Nothing acknowledged is lost, nothing is there twice, and all belongs together."""
    readings = list(archive.readings())
    numbers = [number for number, _ in readings]
    assert kept <= set(numbers)
    assert len({reading.article.url for _, reading in readings}) == len(numbers)
    assert archive.count("statements") == sum(len(r.statements) for _, r in readings)
    assert sum(1 for _ in archive.statements(words="cukup")) == archive.count("statements")
    if archive.engine.dialect.name == "sqlite":
        with archive.reading() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_killed_at_random_moments_nothing_acknowledged_is_lost(place: str, lines: Path) -> None:
    chance, kept = random.Random(5), set[int]()  # noqa: S311 - the same moments in every run
    for _ in range(KILLS):
        run = start(lines, place)
        assert run.stdout
        first = run.stdout.readline()  # filing is under way; without this a kill may prove nothing
        time.sleep(chance.uniform(0, 0.6))
        os.killpg(run.pid, signal.SIGKILL)
        kept |= acknowledged(first + run.communicate()[0])
    assert kept
    with open_archive(place) as archive:
        check_sound(archive, kept)
    done = start(lines, place)
    kept |= acknowledged(done.communicate()[0])
    assert done.returncode == 0
    with open_archive(place) as archive:
        check_sound(archive, kept)
        assert archive.count("articles") == COUNT


def test_two_writers_at_once_file_everything_once(place: str, lines: Path) -> None:
    open_archive(place, create=True).close()
    runs = [start(lines, place) for _ in range(2)]
    outs = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    with open_archive(place) as archive:
        check_sound(archive, acknowledged(outs[0]) | acknowledged(outs[1]))
        assert archive.count("articles") == COUNT


def test_two_processes_may_make_one_archive(place: str, lines: Path) -> None:
    runs = [start(lines, place) for _ in range(2)]
    for run in runs:
        run.communicate()
    assert [run.returncode for run in runs] == [0, 0]
    with open_archive(place) as archive:
        assert archive.count("articles") == COUNT


def test_a_full_disk_is_said_plainly_and_costs_nothing(tmp_path: Path, lines: Path) -> None:
    place = str(tmp_path / "arsip.db")
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, resource.RLIM_INFINITY)); "
        "from sumber.cli import main; main()"
    )
    command = [sys.executable, "-c", code, *COMMAND[3:], "1", "--to", place, str(lines)]
    full = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert full.returncode == 1
    assert b"Traceback" not in full.stderr
    assert b"what was acknowledged is kept" in full.stderr
    kept = acknowledged(full.stdout)
    with open_archive(place) as archive:
        check_sound(archive, kept)
        assert archive.count("articles") < COUNT
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 2_000_000
    assert start(lines, place).communicate()[1] == b""
    with open_archive(place) as archive:
        assert archive.count("articles") == COUNT


def test_asking_makes_no_archive_of_an_empty_file(tmp_path: Path) -> None:
    place = tmp_path / "arsip.db"
    place.touch()
    with pytest.raises(ArchiveError, match="empty file"):
        open_archive(str(place))
    assert place.stat().st_size == 0
    open_archive(str(place), create=True).close()
    open_archive(str(place)).close()


def test_a_database_that_goes_away_is_said_plainly(cluster: Cluster) -> None:
    """A connection that the server ends in mid-batch: the batch is filed by the next run."""
    place = cluster.new_database("pergi")
    with open_archive(place, create=True) as archive:
        many = [
            prepare_reading(sample_reading(url=f"https://a.example/{n}"), archive)
            for n in range(600)
        ]
        outcomes = file_readings(archive, many)
        first = [next(outcomes) for _ in range(256)]
        kept = {done.article_id for done in first if isinstance(done, Filed)}
        end_connections(place)
        with pytest.raises(ArchiveError, match="acknowledged"):
            list(outcomes)
    with open_archive(place) as archive:
        check_sound(archive, kept)
        assert len(list(file_readings(archive, many))) == 600
        assert archive.count("articles") == 600


def end_connections(place: str) -> None:
    """End every other connection to this database."""
    sql = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with open_archive(place) as other, other.reading() as connection:
        connection.execute(text(sql)).all()


def test_readers_are_not_kept_waiting_by_a_writer(archive: Archive) -> None:
    first = prepare_reading(sample_reading(url="https://a.example/1"), archive)
    list(file_readings(archive, [first]))
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with archive.writing() as connection:
            connection.execute(text("UPDATE counters SET next = next"))
            held.set()
            let_go.wait(30)

    writer = threading.Thread(target=hold)
    writer.start()
    try:
        assert held.wait(30)
        assert len(list(archive.statements(words="cukup"))) == 2
    finally:
        let_go.set()
        writer.join()
