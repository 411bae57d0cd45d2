"""An archive that may not be written is searched, told of and exported like any other."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from made import made_readings
from sumber import account_of, largest_stories
from sumber.archive import Archive, open_archive
from sumber.archive.exporting import export_table
from sumber.archive.searching import Query
from sumber.errors import ArchiveError
from sumber.filing import file_readings, prepare_reading

NOBODY = 65534


@pytest.fixture
def filled() -> Iterator[Path]:
    """An archive of the twelve made articles, where other users can get to it."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        path = folder / "arsip 100%?.db"
        with open_archive(path, create=True) as archive:
            prepared = [prepare_reading(one, archive) for one in made_readings()]
            assert len(list(file_readings(archive, prepared))) == 12
            ask(archive, folder)  # with all that is loaded on first use: nobody may load it below
        yield path
        folder.chmod(0o755)


@contextmanager
def common_user() -> Iterator[None]:
    """Root may write everything: act as somebody else."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def ask(archive: Archive, folder: Path) -> tuple[object, ...]:
    """Everything that an archive can be asked."""
    story = account_of(archive, "m01")
    with archive.reading() as connection:
        exported = export_table(connection, "statements", folder, "csv")[1]
    return (
        archive.search(Query(words="buruh")),
        archive.search(Query(speaker="rina"), "events"),
        list(archive.articles(words="nikel")),
        archive.who("rina"),
        archive.history("m01"),
        story,
        largest_stories(archive),
        archive.count("statements") - exported,
        archive.refused(),
    )


def protect(path: Path, *, folder: bool) -> None:
    path.chmod(0o444)
    if folder:
        path.parent.chmod(0o555)


@pytest.mark.parametrize("folder", [False, True])
def test_what_may_not_be_written_can_be_read(filled: Path, folder: bool, tmp_path: Path) -> None:
    with open_archive(filled) as archive:
        before = ask(archive, tmp_path)
    protect(filled, folder=folder)
    filled.parent.chmod(0o555 if folder else 0o777)
    with common_user(), tempfile.TemporaryDirectory(dir="/tmp") as out:
        with open_archive(filled) as archive:
            assert ask(archive, Path(out)) == before
        left = {one.name for one in filled.parent.iterdir()}
        assert left == {filled.name, "statements.csv"}, "a reader leaves nothing behind"


def test_it_is_read_while_its_owner_files(filled: Path) -> None:
    """What the owner committed is seen, though it stands in the log beside the file."""
    filled.parent.chmod(0o555)
    with open_archive(filled) as mine, mine.writing() as connection:
        connection.execute(text("UPDATE articles SET headline = 'Judul Baru' WHERE id = 1"))
        connection.commit()
        with common_user(), open_archive(filled) as archive:
            assert archive.history("m01").headline == "Judul Baru"


def test_it_is_never_written_nor_brought_up_to_date(filled: Path) -> None:
    with open_archive(filled) as archive, archive.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    protect(filled, folder=True)
    before = filled.read_bytes()
    with common_user():
        with pytest.raises(ArchiveError, match=r"older Sumber.* may not be written"):
            open_archive(filled)
        with pytest.raises(ArchiveError, match="may not be written"):
            open_archive(filled, create=True)
    assert filled.read_bytes() == before
