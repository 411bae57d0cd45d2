"""`sumber export`: tables of an archive as files, one line about each."""

from __future__ import annotations

from pathlib import Path

from sumber.archive import open_archive
from sumber.archive.exporting import READINGS, TABLES, Format, export_table
from sumber.cli.languages import language_asked
from sumber.errors import ArchiveError
from sumber.web.labels import load_labels


def run(table: str, out: Path, form: Format, where: str | None) -> None:
    """Write the tables, all from one state of the archive. Raises: UsageError, ArchiveError."""
    names = [table]
    if table == "all":
        names = [*TABLES, READINGS] if form == "jsonl" else [*TABLES]
    exported = load_labels(language_asked())["exported"]
    with open_archive(where) as archive, archive.reading() as connection:
        try:
            out.mkdir(parents=True, exist_ok=True)
            for name in names:
                path, count = export_table(connection, name, out, form)
                print(exported.format(path=path, count=f"{count:,}"))
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise ArchiveError(f"{out}: cannot be written ({reason}); name another -o") from error
