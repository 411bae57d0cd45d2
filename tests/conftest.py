"""What tests share: where the corpora lie, and that what needs them says so when it is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if (SHARED / "corpora").is_dir():
        return
    skip = pytest.mark.skip(reason="needs the corpora in ../shared, which a plain clone has not")
    for item in items:
        if "corpora" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and gold; only for tests marked `corpora`."""
    return SHARED
