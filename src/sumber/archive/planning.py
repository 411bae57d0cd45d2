"""What PostgreSQL knows of the archive's tables when it plans a search.

In: what was filed. The server looks at its tables once a minute at best, while an archive that is
begun grows a hundredfold; until then it plans searches and joins for empty tables. So the writer
has it look, in a transaction of its own, each time that the archive has doubled. Used by `filing`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from sumber.archive.archive import Archive
from sumber.archive.tables import metadata
from sumber.archive.writer import Filed

INDEXES = ("article_index", "event_index", "name_index", "statement_index")
FIRST = 1_000  # articles: any plan is fast enough before


def plans_by_counts(archive: Archive) -> bool:
    """Whether the database plans by what it has counted; SQLite goes by the order of a query."""
    return archive.engine.dialect.name == "postgresql"


def has_doubled(filed: Iterable[Filed]) -> bool:
    """Whether the archive has reached `FIRST` articles, or twice as many, and so on, with these."""
    return any(one.outcome == "new" and is_doubling(one.article_id) for one in filed)


def is_doubling(number: int) -> bool:
    """Whether the article with this number is the last of a doubling.

    >>> [number for number in range(1, 10_000) if is_doubling(number)]
    [1000, 2000, 4000, 8000]
    """
    times, rest = divmod(number, FIRST)
    return not rest and times.bit_count() == 1


def look_at_tables(connection: Connection) -> None:
    """Have the server look at all tables; those of another owner it leaves, and goes on."""
    connection.exec_driver_sql(f"ANALYZE {', '.join(sorted([*metadata.tables, *INDEXES]))}")
