"""Articles that share keys: where to look for copies and for the same story.

In: integer keys of an article, of any `kind` (bands of a text's signature, heavy words). Out: the
articles of the archive that share some of them, with how many, perhaps within some days. Keys of
all articles are kept. Used by the steps of `filing`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete

from sumber.archive.inserting import insert_rows
from sumber.archive.tables import keys as keys_table
from sumber.archive.writer import MOST_DAYS, day_number

Keyed = tuple[int, str | None, Collection[int]]  # article, ISO day of publication, keys

SHARING = {
    "sqlite": """SELECT article_id, count(*) FROM keys
        WHERE kind = ? AND key IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?
        GROUP BY article_id HAVING count(*) >= ?""",
    "postgresql": """SELECT article_id, count(*) FROM keys
        WHERE kind = %s AND key IN (SELECT value::bigint FROM json_array_elements_text(%s::json))
        AND day BETWEEN %s AND %s GROUP BY article_id HAVING count(*) >= %s""",
}


def file_keys(connection: Connection, kind: int, rows: Iterable[Keyed]) -> None:
    """File the keys of articles; in order of the keys, so that a batch meets each page once."""
    made = sorted(
        (kind, key, day_number(day), article_id)
        for article_id, day, keys in rows
        for key in set(keys)
    )
    insert_rows(connection, keys_table, made)


def drop_keys(connection: Connection, kind: int, rows: Iterable[Keyed]) -> None:
    """Drop the keys of articles, as they were filed."""
    for article_id, day, keys in rows:
        columns = keys_table.c
        connection.execute(
            delete(keys_table).where(
                columns.kind == kind,
                columns.key.in_(list(keys)),
                columns.day == day_number(day),
                columns.article_id == article_id,
            )
        )


def find_sharing(
    connection: Connection,
    kind: int,
    keys: Collection[int],
    *,
    days: tuple[str, str] | None = None,
    least: int = 1,
) -> dict[int, int]:
    """The articles that share at least `least` of these keys, and how many each.

    `days` are the first and the last ISO day of publication, both included; without them every
    article is looked at, also one without a day.
    """
    first, last = (day_number(days[0]), day_number(days[1])) if days else (0, MOST_DAYS)
    asked = (kind, json.dumps(list(keys)), first, last, least)
    rows = connection.exec_driver_sql(SHARING[connection.dialect.name], asked)
    return {row[0]: row[1] for row in rows}
