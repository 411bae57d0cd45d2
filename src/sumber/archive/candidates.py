"""Articles that share keys: where to look for copies and for the same story.

In: integer keys of articles, of any `kind` (bands of a text's signature, heavy words). Out: for
each article the others of the archive that share some of its keys, with how many, perhaps within
some days. Keys of all articles are kept, those of one `SPAN` of days together: what is filed of a
day then touches the same few pages, however old the archive is. Used by the steps of `filing`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sqlalchemy import Connection

from sumber.archive.inserting import insert_rows
from sumber.archive.tables import keys as keys_table
from sumber.archive.writer import MOST_DAYS, day_number

Keyed = tuple[int, str | None, Collection[int]]  # article, ISO day of publication, keys
SPAN = 64  # days: a month to either side touches two spans
KINDS = 4
DIGEST = 43  # bits of a key that are kept: with the numbers of span and kind above them 63
SHARING = {
    "sqlite": """SELECT place, article_id FROM keys
        WHERE place IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?""",
    "postgresql": """SELECT place, article_id FROM keys
        WHERE place = ANY(%s::bigint[]) AND day BETWEEN %s AND %s""",
}
DROP = {
    "sqlite": "DELETE FROM keys WHERE place = ? AND day = ? AND article_id = ?",
    "postgresql": "DELETE FROM keys WHERE place = %s AND day = %s AND article_id = %s",
}
# Each span once, by a step from one to the next in the index.
SPANS = f"""WITH RECURSIVE found (span) AS (
        SELECT min(place) / {KINDS << DIGEST} FROM keys
        UNION ALL SELECT (SELECT min(place) / {KINDS << DIGEST} FROM keys
            WHERE place >= (found.span + 1) * {KINDS << DIGEST})
        FROM found WHERE found.span IS NOT NULL)
    SELECT span FROM found WHERE span IS NOT NULL"""  # noqa: S608 - our own numbers


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
    first, last = (day_number(days[0]), day_number(days[1])) if days else (0, MOST_DAYS)
    spans = range(first // SPAN, last // SPAN + 1) if days else _all_spans(connection)
    places = {
        article_id: [place for span in spans for place in _places(kind, span, keys)]
        for article_id, keys in asked.items()
    }
    wanted = sorted(set(chain.from_iterable(places.values())))
    sharing: dict[int, list[int]] = {}
    for place, article_id in _ask(connection, wanted, first, last):
        sharing.setdefault(place, []).append(article_id)
    return {
        article_id: Counter(chain.from_iterable(sharing.get(place, ()) for place in mine))
        for article_id, mine in places.items()
    }


def _ask(
    connection: Connection, wanted: list[int], first: int, last: int
) -> Sequence[tuple[int, int]]:
    name = connection.dialect.name
    places = json.dumps(wanted) if name == "sqlite" else wanted
    return connection.exec_driver_sql(SHARING[name], (places, first, last)).all()


def _all_spans(connection: Connection) -> list[int]:
    return [span for (span,) in connection.exec_driver_sql(SPANS)]


def _rows(kind: int, rows: Iterable[Keyed]) -> Iterator[tuple[int, int, int]]:
    for article_id, day, keys in rows:
        number = day_number(day)
        for place in _places(kind, number // SPAN, keys):
            yield place, number, article_id


def _places(kind: int, span: int, keys: Iterable[int]) -> Collection[int]:
    """Where keys lie: one number of the span, the kind and the key."""
    base = (span * KINDS + kind) << DIGEST
    return {base | (key >> (63 - DIGEST)) for key in keys}
