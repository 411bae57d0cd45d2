"""What tests share: where the corpora lie, and archives on both databases.

What is not there skips the tests that need it, and says so.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from postgres import Cluster, start_cluster, why_no_cluster
from sumber.archive import Archive, open_archive

# Tests are not timed: on a busy machine Hypothesis' own 200 ms would fail what is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if (SHARED / "corpora").is_dir():
        return
    skip = pytest.mark.skip(reason="needs the corpora in ../shared, which a plain clone has not")
    for item in items:
        if "corpora" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests meet English, whoever runs them, and leave no language behind."""
    for name in ("SUMBER_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and gold; only for tests marked `corpora`."""
    return SHARED


NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of this test run's own."""
    if reason := why_no_cluster():
        pytest.skip(reason)
    with start_cluster() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new archive may be made, on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "arsip.db")
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.new_database(f"arsip{next(NUMBERS)}")


@pytest.fixture
def archive(place: str) -> Iterator[Archive]:
    """A new archive, on each database."""
    with open_archive(place, create=True) as opened:
        yield opened
