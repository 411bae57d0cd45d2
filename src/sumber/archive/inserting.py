"""Many rows into one table, as fast as each database takes them.

In: rows in the order of a table's columns. SQLite takes them by one prepared statement,
PostgreSQL by COPY. Used by the writer and by whatever files beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, TableClause, column, insert, table
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from sumber.archive.indexing import Indexed
from sumber.archive.tables import names

Row = tuple[Any, ...]


def insert_rows(connection: Connection, into: Table, rows: Sequence[Row]) -> None:
    """Insert full rows, in the order of the table's columns."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_insert(into), list(rows))
    else:
        _copy(connection, into, rows)


def insert_entries(
    connection: Connection, name: str, entries: Iterable[tuple[int, Indexed]]
) -> None:
    """Put entries into the index `name`, lowest number first: FTS5 flushes at each step back."""
    rows = sorted((number, words, facets) for number, (words, facets) in entries)
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        sql = f"INSERT INTO {name}_index (rowid, words, facets) VALUES (?, ?, ?)"  # noqa: S608
        connection.exec_driver_sql(sql, rows)
        return
    sql = (
        f"INSERT INTO {name}_index SELECT id, to_tsvector('sumber', words), "  # noqa: S608
        "string_to_array(facets, ' ') "
        "FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS t (id, words, facets)"
    )
    connection.exec_driver_sql(sql, tuple(map(list, zip(*rows, strict=True))))


def insert_names(connection: Connection, rows: Sequence[Row]) -> None:
    """File names that are not known yet, and the words to find them by."""
    rows = sorted({row[0]: row for row in rows}.values())
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        _insert_names(connection, rows)
    else:
        connection.exec_driver_sql(POSTGRESQL_NAMES, tuple(map(list, zip(*rows, strict=True))))


def _insert_names(connection: Connection, rows: Sequence[Row]) -> None:
    asked = json.dumps([number for number, _, _ in rows])
    known = set(connection.exec_driver_sql(KNOWN_NAMES, (asked,)).scalars())
    if new := [row for row in rows if row[0] not in known]:
        insert_rows(connection, names, new)
        words = [(number, folded) for number, _, folded in new]
        connection.exec_driver_sql("INSERT INTO name_index (rowid, words) VALUES (?, ?)", words)


KNOWN_NAMES = "SELECT id FROM names WHERE id IN (SELECT value FROM json_each(?))"
POSTGRESQL_NAMES = (
    "WITH new AS (INSERT INTO names SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[]) "
    "ON CONFLICT DO NOTHING RETURNING id, folded) "
    "INSERT INTO name_index SELECT id, to_tsvector('simple', folded) FROM new"
)


def index_table(name: str) -> TableClause:
    """PostgreSQL's table of the index `name`, for queries."""
    return table(f"{name}_index", column("id"), column("words"), column("facets"))


@cache
def _insert(into: Table) -> str:
    return str(insert(into).compile(dialect=sqlite.dialect()))


def _copy(connection: Connection, into: Table, rows: Iterable[Row]) -> None:
    columns = ", ".join(f'"{each.name}"' for each in into.columns)
    sql = f"COPY {into.name} ({columns}) FROM STDIN"
    driver: Any = connection.connection.driver_connection
    base = connection.dialect.loaded_dbapi.Error
    try:
        with driver.cursor() as cursor, cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row(row)
    except base as error:
        raise DBAPIError.instance(sql, None, error, base) from error
