"""Readings into the archive: a batch at a time, each batch in one transaction.

In: `Prepared` readings. Out: a `Filed` for each, when it is on the disk. An article that is known
with this content changes nothing; changed content makes a new edition. The row of `counters` is
held as long as the transaction, so that writers of any database go one after the other. Used by
`filing`, whose steps see the batch before it is committed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Literal

from sqlalchemy import Connection, Select, bindparam, delete, select, update

from sumber.archive.editions import put_articles
from sumber.archive.inserting import index_table, insert_entries, insert_names, insert_rows
from sumber.archive.prepared import Prepared
from sumber.archive.tables import EDITION_TABLES, articles, counters, editions, events, statements

Outcome = Literal["new", "edition", "reread", "known"]
Row = tuple[Any, ...]
# Numbers of a day lie together and below those of later days, so that an index read backwards
# gives the latest first, and a range of days is a range of numbers. JavaScript counts to 9e15.
DAY = 10**10
MOST_DAYS = 899_000  # the year 4431
EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one reading.

    `outcome` is `new`, `edition` (changed after publication), `reread` (the same text, read
    anew) or `known` (nothing was changed). `statement_ids`, `event_ids` are those of the
    archive, in the reading's order, `entry` the article's own number in its index; none where
    nothing was changed.
    """

    prepared: Prepared
    article_id: int
    edition: int
    outcome: Outcome
    entry: int = 0
    statement_ids: tuple[int, ...] = ()
    event_ids: tuple[int, ...] = ()

    @property
    def source(self) -> str:
        """The input that it came from."""
        return self.prepared.source


@dataclass(frozen=True, slots=True)
class Known:
    """An article as the archive has it."""

    article_id: int
    edition: int
    sumber: str
    contents: dict[str, int]

    def has(self, prepared: Prepared) -> bool:
        """Whether this content was filed before, now or earlier."""
        return prepared.content in self.contents


@dataclass(slots=True)
class Numbers:
    """Numbers to give out, held by one transaction."""

    article: int
    entry: int
    given: bool = field(default=False)

    def next_article(self) -> int:
        """The number of a new article."""
        self.article, self.given = self.article + 1, True
        return self.article - 1

    def next_entries(self, day: str | None, count: int) -> range:
        """Numbers of entries of an index, in order of their day."""
        first = day_base(day) + self.entry
        self.entry, self.given = self.entry + count, True
        return range(first, first + count)


def day_base(day: str | None) -> int:
    """The number below all entries of a day; 0 for none, and for days before 1970."""
    return DAY * day_number(day)


def day_number(day: str | None) -> int:
    """Days to an ISO day, from 1 on 1970-01-01; 0 for none, and for days before."""
    if day is None:
        return 0
    return min(max(dt.date.fromisoformat(day).toordinal() - EPOCH + 1, 0), MOST_DAYS)


def file_batch(
    connection: Connection, batch: Sequence[Prepared], *, reread: bool = False
) -> list[Filed]:
    """File readings in the transaction that is under way; one `Filed` each, in their order.

    With `reread` the reading of an edition that is filed already is replaced by this one.
    """
    filed: list[Filed] = []
    for distinct in _distinct(batch):
        filed += _file_distinct(connection, distinct, reread=reread)
    return filed


def _distinct(batch: Iterable[Prepared]) -> Iterable[list[Prepared]]:
    """The batch cut wherever an article comes again, so that each cut has it once."""
    cut: dict[str, Prepared] = {}
    for prepared in batch:
        if prepared.key in cut:
            yield list(cut.values())
            cut = {}
        cut[prepared.key] = prepared
    yield list(cut.values())


def _file_distinct(
    connection: Connection, batch: Sequence[Prepared], *, reread: bool
) -> list[Filed]:
    numbers = _take_numbers(connection)
    known = find_known(connection, [prepared.key for prepared in batch])
    filed = [_decide(prepared, known.get(prepared.key), numbers, reread) for prepared in batch]
    changed = [one for one in filed if one.outcome in ("edition", "reread")]
    if changed:
        _clear(connection, changed)
    added = [one for one in filed if one.outcome != "known"]
    if added:
        put_articles(connection, added)
        _put_rows(connection, added)
        _put_entries(connection, added)
    if numbers.given:
        _keep_numbers(connection, numbers)
    return filed


def _decide(prepared: Prepared, known: Known | None, numbers: Numbers, reread: bool) -> Filed:
    """What is to become of a reading, with the numbers that it gets."""
    if known is None:
        return _numbered(Filed(prepared, numbers.next_article(), 1, "new"), numbers)
    number = known.contents.get(prepared.content)
    if number is None:
        filed = Filed(prepared, known.article_id, known.edition + 1, "edition")
        return _numbered(filed, numbers)
    if reread and number == known.edition and prepared.sumber != known.sumber:
        return _numbered(Filed(prepared, known.article_id, number, "reread"), numbers)
    return Filed(prepared, known.article_id, number, "known")


def _numbered(filed: Filed, numbers: Numbers) -> Filed:
    prepared = filed.prepared
    said, done = len(prepared.statement_index), len(prepared.event_index)
    return replace(
        filed,
        entry=numbers.next_entries(prepared.day, 1)[0],
        statement_ids=tuple(numbers.next_entries(prepared.day, said)),
        event_ids=tuple(numbers.next_entries(prepared.day, done)),
    )


def find_known(connection: Connection, keys: Sequence[str]) -> dict[str, Known]:
    """The articles among `keys` that the archive has."""
    query = (
        select(
            articles.c.key, articles.c.id, articles.c.edition, editions.c.number,
            editions.c.content, editions.c.sumber,
        )
        .join(editions, editions.c.article_id == articles.c.id)
        .where(articles.c.key.in_(keys))
    )  # fmt: skip
    found: dict[str, Known] = {}
    for key, article_id, edition, number, content, sumber in connection.execute(query):
        known = found.setdefault(key, Known(article_id, edition, "", {}))
        known.contents.setdefault(content, number)
        if number == edition:
            found[key] = replace(known, sumber=sumber)
    return found


def _take_numbers(connection: Connection) -> Numbers:
    """The next numbers; in PostgreSQL the lock that other writers wait for."""
    query = select(counters.c.name, counters.c.next).with_for_update()
    rows = {row.name: row.next for row in connection.execute(query)}
    return Numbers(rows["article"], rows["entry"])


def _keep_numbers(connection: Connection, numbers: Numbers) -> None:
    change = update(counters).where(counters.c.name == bindparam("of")).values(next=bindparam("to"))
    connection.execute(
        change, [{"of": "article", "to": numbers.article}, {"of": "entry", "to": numbers.entry}]
    )


def _clear(connection: Connection, changed: Sequence[Filed]) -> None:
    """Empty the edition's tables for articles that get new rows.

    Entries of SQLite's indexes stay: their numbers are never given out again, and lead nowhere.
    """
    ids = [one.article_id for one in changed]
    if connection.dialect.name == "postgresql":
        for table, index in ((statements, "statement"), (events, "event")):
            old = select(table.c.id).where(table.c.article_id.in_(ids))
            _clear_index(connection, index, old)
        _clear_index(connection, "article", select(articles.c.entry).where(articles.c.id.in_(ids)))
    for table in reversed(EDITION_TABLES):
        connection.execute(delete(table).where(table.c.article_id.in_(ids)))


def _clear_index(connection: Connection, name: str, numbers: Select[tuple[int]]) -> None:
    index = index_table(name)
    connection.execute(delete(index).where(index.c.id.in_(numbers)))


def _put_rows(connection: Connection, added: Sequence[Filed]) -> None:
    """All rows of the editions, table by table; names first, since actors point at them."""
    insert_names(connection, [row for one in added for row in one.prepared.names])
    for table in EDITION_TABLES:
        numbers = NUMBERED.get(table.name)
        rows: list[Row] = []
        for one in added:
            mine, article_id = one.prepared.rows[table.name], one.article_id
            if numbers is None:
                rows += [(article_id, *row) for row in mine]
            else:
                ids = numbers(one)
                rows += [(n, article_id, *row) for n, row in zip(ids, mine, strict=True)]
        insert_rows(connection, table, rows)


NUMBERED: dict[str, Callable[[Filed], tuple[int, ...]]] = {
    "statements": lambda filed: filed.statement_ids,
    "events": lambda filed: filed.event_ids,
}


def _put_entries(connection: Connection, added: Sequence[Filed]) -> None:
    """What the full-text indexes hold of them."""
    whole = [(one.entry, one.prepared.article_index) for one in added]
    insert_entries(connection, "article", whole)
    said = [zip(one.statement_ids, one.prepared.statement_index, strict=True) for one in added]
    insert_entries(connection, "statement", chain.from_iterable(said))
    done = [zip(one.event_ids, one.prepared.event_index, strict=True) for one in added]
    insert_entries(connection, "event", chain.from_iterable(done))
