"""Articles that share keys: where to look for copies and for the same story.

In: integer keys of articles, of any `kind` (bands of a text's signature, heavy words). Out: for
each article the others of the archive that share some of its keys, with how many, perhaps within
some days. Keys of all articles are kept, those of one `SPAN` of days together: what is filed of a
day then touches the same few pages, however old the archive is. Used by the steps of `filing`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from sqlalchemy import Connection

from sumber.archive.inserting import insert_rows
from sumber.archive.tables import keys as keys_table
from sumber.archive.writer import MOST_DAYS, day_number

Keyed = tuple[int, str | None, Collection[int]]  # article, ISO day of publication, keys
SPAN = 64  # days: a month to either side touches two spans
SHARING = {
    "sqlite": """SELECT key, article_id FROM keys
        WHERE kind = ? AND span IN (SELECT value FROM json_each(?))
        AND key IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?""",
    "postgresql": """SELECT key, article_id FROM keys
        WHERE kind = %s AND span IN (SELECT value::int FROM json_array_elements_text(%s::json))
        AND key IN (SELECT value::bigint FROM json_array_elements_text(%s::json))
        AND day BETWEEN %s AND %s""",
}
DROP = {
    "sqlite": """DELETE FROM keys
        WHERE kind = ? AND span = ? AND key = ? AND day = ? AND article_id = ?""",
    "postgresql": """DELETE FROM keys
        WHERE kind = %s AND span = %s AND key = %s AND day = %s AND article_id = %s""",
}
# Each span once, by a step from one to the next in the index.
SPANS = """WITH RECURSIVE found (span) AS (
        SELECT min(span) FROM keys WHERE kind = {kind}
        UNION ALL SELECT (SELECT min(span) FROM keys WHERE kind = {kind} AND span > found.span)
        FROM found WHERE found.span IS NOT NULL)
    SELECT span FROM found WHERE span IS NOT NULL"""


def file_keys(connection: Connection, kind: int, rows: Iterable[Keyed]) -> None:
    """File the keys of articles; in their order, so that a batch meets each page once."""
    insert_rows(connection, keys_table, sorted(_rows(kind, rows)))


def drop_keys(connection: Connection, kind: int, rows: Iterable[Keyed]) -> None:
    """Drop the keys of articles, as they were filed."""
    for row in _rows(kind, rows):
        connection.exec_driver_sql(DROP[connection.dialect.name], row)


def find_sharing(
    connection: Connection,
    kind: int,
    asked: Mapping[int, Collection[int]],
    *,
    days: tuple[str, str] | None = None,
) -> dict[int, Counter[int]]:
    """For each of some articles, given with their keys: who shares how many of them.

    `days` are the first and the last ISO day of publication, both included; without them every
    article is looked at, also one without a day. Articles that are filed find themselves, too.
    """
    wanted = sorted({key for keys in asked.values() for key in keys})
    first, last = (day_number(days[0]), day_number(days[1])) if days else (0, MOST_DAYS)
    spans = range(first // SPAN, last // SPAN + 1) if days else _all_spans(connection, kind)
    values = (kind, json.dumps(list(spans)), json.dumps(wanted), first, last)
    sharing: dict[int, list[int]] = {}
    for key, article_id in connection.exec_driver_sql(SHARING[connection.dialect.name], values).all():
        sharing.setdefault(key, []).append(article_id)
    return {
        article_id: Counter(chain.from_iterable(sharing.get(key, ()) for key in set(keys)))
        for article_id, keys in asked.items()
    }


def _all_spans(connection: Connection, kind: int) -> list[int]:
    rows = connection.exec_driver_sql(SPANS.format(kind=kind))
    return [span for (span,) in rows]


def _rows(kind: int, rows: Iterable[Keyed]) -> Iterator[tuple[int, int, int, int, int]]:
    for article_id, day, keys in rows:
        number = day_number(day)
        span = number // SPAN
        for key in set(keys):
            yield kind, span, key, number, article_id
