"""Files of event rows: written row by row, read back row by row.

In: rows of `rows`. Out: CSV (UTF-8, RFC 4180), JSON Lines or Parquet, by the name's ending; memory
does not grow with the number of rows. A file appears under its name when it is complete. Used by
the commands. Parquet needs pyarrow, from `sumber[data]`.
"""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

import msgspec

from sumber.errors import InputError, SetupError, UsageError
from sumber.tables.columns import COLUMNS, NAMES, Column
from sumber.tables.rows import Row

ENDINGS = (".csv", ".jsonl", ".parquet")
BEGINNINGS = {".csv": b"Event ID,", ".jsonl": b'{"Event ID"', ".parquet": b"PAR1"}
BATCH = 5_000  # rows that a group of a Parquet file holds, and so memory
# What spreadsheets take for a formula where a cell begins with it (OWASP, "CSV Injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")
GUARDED = frozenset(column.name for column in COLUMNS if column.written)


class RowWriter(Protocol):
    """Takes rows one by one."""

    def write(self, row: Row) -> None:
        """Take one row. Raises: OSError if the file takes no more."""

    def close(self) -> None:
        """All rows are in."""


def ending_of(path: Path) -> str:
    """The ending that names a file's format. Raises: UsageError for any other."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(
            f"{path}: the ending {path.suffix!r} names no format; write {', '.join(ENDINGS)}"
        )
    return ending


def check_output(path: Path) -> None:
    """Refuse a file that could not be written, or that would overwrite what is no table of ours.

    Raises: UsageError.
    """
    if str(path) == "-":
        return
    ending = ending_of(path)
    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(f"{path}: is a directory, or lies in none; name a file in one that exists")
    if ending == ".parquet":
        import_extra("pyarrow")
    if path.is_file() and path.stat().st_size and not _is_table(path, ending):
        raise UsageError(
            f"{path} exists and is no table of events; name another file, or remove it"
        )


def _is_table(path: Path, ending: str) -> bool:
    with path.open("rb") as file:
        return file.read(len(BEGINNINGS[ending])) == BEGINNINGS[ending]


@contextmanager
def open_rows(path: Path, *, guard: bool = True) -> Iterator[RowWriter]:
    """A writer for a new file in the format that its ending names; `-` is CSV to standard output.

    Rows go to a file beside it, which takes its name at the end, also when an interrupt cuts the
    work short; after any other fault nothing is left. Raises: UsageError, SetupError, OSError.
    """
    if str(path) == "-":
        printed = CsvRows(io.TextIOWrapper(sys.stdout.buffer, "utf-8", newline=""), guard=guard)
        try:
            yield printed
        finally:
            printed.detach()
        return
    ending = ending_of(path)
    made = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        writer = _open(made, ending, guard=guard)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"{path}: cannot be written ({reason}); name another file") from error
    try:
        yield writer
    except KeyboardInterrupt:
        writer.close()
        made.replace(path)
        raise
    except BaseException:
        writer.close()
        made.unlink(missing_ok=True)
        raise
    writer.close()
    made.replace(path)


def _open(path: Path, ending: str, *, guard: bool) -> RowWriter:
    if ending == ".parquet":
        return ParquetRows(path)
    if ending == ".jsonl":
        return JsonRows(path.open("wb"))
    return CsvRows(path.open("w", encoding="utf-8", newline=""), guard=guard)


class CsvRows:
    """Comma-separated values with a header; quoted where needed, lines end in CR LF."""

    def __init__(self, file: IO[str], *, guard: bool) -> None:
        """Write the header. `guard` puts an apostrophe before words that would be a formula."""
        self._file = file
        self._guard = guard
        self._csv = csv.DictWriter(file, NAMES, extrasaction="raise")
        self._csv.writeheader()

    def write(self, row: Row) -> None:
        """Write one row."""
        self._csv.writerow({k: guarded(k, v) for k, v in row.items()} if self._guard else row)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def detach(self) -> None:
        """Leave the stream open for its owner."""
        self._file.flush()
        if isinstance(self._file, io.TextIOWrapper):
            self._file.detach()


def guarded(name: str, value: object) -> object:
    """A cell that no spreadsheet runs: words of an article may begin like a formula.

    >>> guarded("Headline", "=1+2"), guarded("Latitude", -6.2)
    ("'=1+2", -6.2)
    """
    risky = name in GUARDED and isinstance(value, str) and value.startswith(FORMULA)
    return f"'{value}" if risky else value


class JsonRows:
    """One JSON object a line, every column in it, null where it is unknown."""

    def __init__(self, file: IO[bytes]) -> None:
        """Take an open file."""
        self._file = file

    def write(self, row: Row) -> None:
        """Write one line."""
        self._file.write(msgspec.json.encode({name: row[name] for name in NAMES}) + b"\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class ParquetRows:
    """Parquet with one type for each column, in groups of rows."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises: SetupError without pyarrow."""
        self._arrow = import_extra("pyarrow")
        parquet = import_extra("pyarrow.parquet")
        self._schema = self._arrow.schema([self._field(column) for column in COLUMNS])
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def _field(self, column: Column) -> Any:
        types = {"text": "string", "integer": "int64", "number": "float64"}
        return self._arrow.field(
            column.name,
            self._arrow.type_for_alias(types[column.type]),
            metadata={"meaning": column.meaning},
        )

    def write(self, row: Row) -> None:
        """Keep a row until there are enough for a group."""
        self._rows.append(row)
        if len(self._rows) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()

    def close(self) -> None:
        """Write what is left, and close the file."""
        if self._rows:
            self._flush()
        self._file.close()


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file that was written here, or of one with POLECAT's columns.

    Raises: UsageError for another ending, InputError for a file that holds no rows of events.
    """
    ending = ending_of(path)
    if not path.exists():
        raise InputError(str(path), met="no file of that name", do="check the path")
    readers = {".csv": _read_csv, ".jsonl": _read_jsonl, ".parquet": _read_parquet}
    try:
        for row in readers[ending](path):
            if "Event Type" not in row:
                raise InputError(
                    str(path),
                    met="rows without the column Event Type",
                    do="give a file that `sumber code` wrote",
                )
            yield row
    except (OSError, UnicodeDecodeError, csv.Error, msgspec.DecodeError) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> InputError:
    """The error of a file that cannot be read."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(str(path), met=f"a file that cannot be read ({reason})", do="check it")


def _read_csv(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: value or None for name, value in row.items() if name is not None}


def _read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        for line in file:
            if line.strip():
                yield msgspec.json.decode(line, type=dict[str, Any])


def _read_parquet(path: Path) -> Iterator[dict[str, Any]]:
    arrow, parquet = import_extra("pyarrow"), import_extra("pyarrow.parquet")
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=BATCH):
                yield from batch.to_pylist()
    except arrow.ArrowInvalid as error:
        raise unreadable(path, error) from error


def import_extra(module: str) -> Any:
    """A module of `sumber[data]`. Raises: SetupError that says what to install."""
    from importlib import import_module  # noqa: PLC0415 - only where an extra is asked for

    try:
        return import_module(module)
    except ImportError as missing:
        raise SetupError(
            f"this needs {module.partition('.')[0]}, which is not installed; "
            "run: pip install 'sumber[data]'"
        ) from missing
