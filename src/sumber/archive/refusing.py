"""What could not be read or filed: kept with its reason, so that it can be tried again.

In: `Refused`. Out: rows of `refused`, one for each source however often it was tried. Used by
`filing`.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select, update

from sumber.archive.tables import counters, refused

LONGEST = 400  # characters of a source; PostgreSQL indexes no text of more than 2,700 bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """One input that gave no article in the archive.

    `source` is its name as shown, `input` the file or address to read again, `record` the JSON of
    the article or reading where reading it again would not help.
    """

    source: str
    reason: str
    input: str | None = None
    record: bytes | None = None
    tries: int = 1
    outcome: Literal["refused"] = "refused"


def keep_refused(connection: Connection, rows: Sequence[Refused]) -> None:
    """Keep them; one that is there already counts one more try."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    for row in rows:
        source = row.source[:LONGEST]
        record = None if row.record is None else zlib.compress(row.record)
        values: dict[str, Any] = {
            "reason": row.reason,
            "input": row.input,
            "record": record,
            "filed": now,
        }
        again = update(refused).where(refused.c.source == source)
        done = connection.execute(again.values(**values, tries=refused.c.tries + 1))
        if not done.rowcount:
            values |= {"id": _next(connection), "source": source, "tries": 1}
            connection.execute(insert(refused).values(**values))


def forget_refused(connection: Connection, sources: Sequence[str]) -> None:
    """Drop those that were filed after all."""
    kept = set(connection.execute(select(refused.c.source)).scalars())
    gone = kept.intersection(source[:LONGEST] for source in sources)
    if gone:
        connection.execute(delete(refused).where(refused.c.source.in_(gone)))


def list_refused(connection: Connection) -> list[Refused]:
    """All that is kept aside, in the order in which it came."""
    return [
        Refused(
            row.source,
            row.reason,
            row.input,
            None if row.record is None else zlib.decompress(row.record),
            row.tries,
        )
        for row in connection.execute(select(refused).order_by(refused.c.id))
    ]


def _next(connection: Connection) -> int:
    number = counters.c.name == "refused"
    query = select(counters.c.next).where(number).with_for_update()
    now = int(connection.execute(query).scalar_one())
    connection.execute(update(counters).where(number).values(next=now + 1))
    return now
