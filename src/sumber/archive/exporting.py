"""Tables of an archive to files that other programs read: Parquet, CSV, JSON Lines.

In: the name of a table, a format, a directory. Out: one file a table, complete or not there at
all. Rows stream, so that an archive of any size is exported in the same memory. Used by `cli`.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import msgspec
from sqlalchemy import JSON, Boolean, Column, Connection, Double, LargeBinary, Text, select

from sumber.archive.recall import all_readings
from sumber.archive.tables import metadata
from sumber.errors import SetupError, UsageError
from sumber.records import dump

Format = Literal["parquet", "csv", "jsonl"]
FORMATS: tuple[Format, ...] = ("parquet", "csv", "jsonl")
READINGS = "readings"
OWN = {"counters", "keys"}  # of use to Sumber alone
TABLES = tuple(table.name for table in metadata.sorted_tables if table.name not in OWN)
SOME = 5_000  # rows in memory at a time
Rows = Iterator[tuple[Any, ...]]


def export_table(connection: Connection, name: str, folder: Path, form: Format) -> tuple[Path, int]:
    """Write one table; gives the file and how many rows it has.

    `readings` are whole readings, one a line, as `sumber read --json` prints them and `sumber add`
    takes them. Raises: UsageError, SetupError; OSError where the disk takes no more.
    """
    if name != READINGS and name not in TABLES:
        raise UsageError(f"there is no table {name!r}; there are {', '.join((*TABLES, READINGS))}")
    if name == READINGS and form != "jsonl":
        raise UsageError(f"readings are JSON Lines, not {form}; say --format jsonl")
    path = folder / f"{name}.{form}"
    partial = folder / f".{name}.{form}.{os.getpid()}"
    try:
        count = _write(connection, name, partial, form)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path, count


def _write(connection: Connection, name: str, path: Path, form: Format) -> int:
    if name == READINGS:
        return _write_readings(connection, path)
    columns = [c for c in metadata.tables[name].columns if not isinstance(c.type, LargeBinary)]
    query = select(*columns).execution_options(stream_results=True, yield_per=SOME)
    rows = (tuple(row) for row in connection.execute(query))
    return WRITERS[form](columns, rows, path)


def _write_readings(connection: Connection, path: Path) -> int:
    count = 0
    with path.open("wb") as file:
        for count, (_, reading) in enumerate(all_readings(connection), 1):  # noqa: B007
            file.write(dump(reading) + b"\n")
    return count


def _write_csv(columns: Sequence[Column[Any]], rows: Rows, path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns])
        for count, row in enumerate(rows, 1):  # noqa: B007
            writer.writerow([_plain(value) for value in row])
    return count


def _write_lines(columns: Sequence[Column[Any]], rows: Rows, path: Path) -> int:
    names, count = [column.name for column in columns], 0
    with path.open("wb") as file:
        for count, row in enumerate(rows, 1):  # noqa: B007
            file.write(msgspec.json.encode(dict(zip(names, row, strict=True))) + b"\n")
    return count


def _write_parquet(columns: Sequence[Column[Any]], rows: Rows, path: Path) -> int:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise SetupError(
            "Parquet needs pyarrow, which is not installed; pip install 'sumber[data]', "
            "or say --format csv"
        ) from error
    schema = pa.schema([(column.name, _arrow(pa, column)) for column in columns])
    count = 0
    with ParquetWriter(path, schema, compression="zstd") as writer:
        while some := list(islice(rows, SOME)):
            count += len(some)
            values = [[_celled(value) for value in column] for column in zip(*some, strict=True)]
            writer.write_table(pa.table(values, schema=schema))
    return count


def _arrow(pa: Any, column: Column[Any]) -> Any:
    """The Parquet type of a column."""
    if isinstance(column.type, JSON | Text):
        return pa.string()
    if isinstance(column.type, Double):
        return pa.float64()
    return pa.bool_() if isinstance(column.type, Boolean) else pa.int64()


def _celled(value: Any) -> Any:
    """A value as one cell; lists as JSON, as SQLite and CSV have them."""
    if isinstance(value, list | tuple | dict):
        return msgspec.json.encode(value).decode()
    return value


def _plain(value: Any) -> Any:
    """A value as a cell: lists as JSON; what a spreadsheet would run as a formula as text."""
    value = _celled(value)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value


WRITERS: dict[Format, Callable[[Sequence[Column[Any]], Rows, Path], int]] = {
    "parquet": _write_parquet,
    "csv": _write_csv,
    "jsonl": _write_lines,
}
