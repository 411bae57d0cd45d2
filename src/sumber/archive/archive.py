"""The archive as one thing: opened, asked, filed into, closed.

In: where it lies. Out: an `Archive`, which the command line, the web and notebooks use; results
are frozen records.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType
from typing import Any, TypedDict, Unpack

from sqlalchemy import Connection, Engine, func, select

from sumber.archive.connecting import connect, may_write, place_of, shown, told_plainly, writing
from sumber.archive.histories import find_history
from sumber.archive.migrating import check_schema, migrate
from sumber.archive.pages import search
from sumber.archive.people import find_persons
from sumber.archive.recall import all_readings, read_by_others, readings
from sumber.archive.refusing import Refused, list_refused
from sumber.archive.results import (
    ArticleHit,
    EventHit,
    History,
    Page,
    Person,
    Results,
    StatementHit,
)
from sumber.archive.searching import Kind, Query
from sumber.archive.tables import named_table
from sumber.archive.words import fold_words, stem_words
from sumber.records import Article, Reading

SOME = 200  # results read at a time
CountOrigins = Callable[[Connection, Kind, Sequence[Any]], Sequence[int | None]]


class Filters(TypedDict, total=False):
    """The fields of `Query`, as keyword arguments."""

    words: str | None
    speaker: str | None
    actor: str | None
    pair: tuple[str, str] | None
    type: str | None
    mode: str | None
    status: str | None
    kind: str | None
    certainty: str | None
    place: str | None
    outlet: str | None
    origin: str | None
    finding: str | None
    since: str | None
    until: str | None


class Archive:
    """An open archive. Use it with `with`, or call `close`."""

    __slots__ = ("count_origins", "engine", "place")

    def __init__(self, engine: Engine, place: str) -> None:
        """Take an engine whose schema is up to date, and the name to use in messages.

        `count_origins` works out what results stand on; `sumber.open` sets it.
        """
        self.engine = engine
        self.place = place
        self.count_origins: CountOrigins | None = None

    def __enter__(self) -> Archive:
        """The archive itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def __repr__(self) -> str:
        return f"<Archive {shown(self.place)}>"

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @property
    def words(self) -> Callable[[str], str]:
        """What makes words of text for this archive's index.

        PostgreSQL stems by its own configuration.
        """
        return stem_words if self.engine.dialect.name == "sqlite" else fold_words

    def count(self, table: str) -> int:
        """How many rows a table has. Raises: UsageError if there is no such table."""
        with self.reading() as connection:
            return connection.execute(
                select(func.count()).select_from(named_table(table))
            ).scalar_one()

    def refused(self) -> list[Refused]:
        """What could not be read or filed, with the reasons."""
        with self.reading() as connection:
            return list_refused(connection)

    def read_by_others(self, version: str) -> Iterator[Article]:
        """The articles whose current edition another version of Sumber read."""
        with self.reading() as connection:
            yield from read_by_others(connection, version)

    def statements(self, **filters: Unpack[Filters]) -> Results[StatementHit]:
        """The statements that fit, the latest first; `filters` are the fields of `Query`.

        Raises: UsageError when it is iterated.
        """
        return Results(lambda: self._all(filters, "statements"))

    def events(self, **filters: Unpack[Filters]) -> Results[EventHit]:
        """The events that fit, the latest first."""
        return Results(lambda: self._all(filters, "events"))

    def articles(self, **filters: Unpack[Filters]) -> Results[ArticleHit]:
        """The articles that fit, the latest first."""
        return Results(lambda: self._all(filters, "articles"))

    def search(
        self, query: Query, kind: Kind = "statements", *, after: str | None = None, limit: int = 20
    ) -> Page[Any]:
        """One page of what fits. `after` is the token of the page before. Raises: UsageError."""
        with self.reading() as connection:
            page = search(connection, query, kind, after=after, limit=limit)
            if self.count_origins is None:
                return page
            counts = self.count_origins(connection, kind, page.hits)
        hits = (replace(hit, origins=n) for hit, n in zip(page.hits, counts, strict=True))
        return replace(page, hits=tuple(hits))

    def who(self, name: str, *, limit: int = 20) -> tuple[Person, ...]:
        """Who bears a name, whoever is printed most first. Raises: UsageError."""
        with self.reading() as connection:
            return find_persons(connection, name, limit=limit)

    def history(self, article: str | int) -> History:
        """All editions of an article, by its number, address or id, with what was changed.

        Raises: UsageError if there is none, or more than one with this id.
        """
        with self.reading() as connection:
            return find_history(connection, str(article))

    def readings(self, article_ids: Iterable[int] | None = None) -> Iterator[tuple[int, Reading]]:
        """Readings with their articles' numbers: of these articles, else of all."""
        with self.reading() as connection:
            if article_ids is None:
                yield from all_readings(connection)
            else:
                yield from readings(connection, article_ids)

    def _all(self, filters: Filters, kind: Kind) -> Iterator[Any]:
        """All results, a page at a time, each in a transaction of its own."""
        query = Query(**filters)
        page = self.search(query, kind, limit=SOME)
        yield from page.hits
        while page.after:
            page = self.search(query, kind, after=page.after, limit=SOME)
            yield from page.hits

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the archive. Raises: ArchiveError."""
        with told_plainly(self.place), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or not at all. Raises: ArchiveError."""
        with (
            told_plainly(self.place),
            writing(self.engine.connect()) as connection,
            connection.begin(),
        ):
            yield connection


def open_archive(where: str | os.PathLike[str] | None = None, *, create: bool = False) -> Archive:
    """Open an archive; `sumber.open` says how. Raises: ArchiveError, UsageError, SetupError."""
    place = place_of(where)
    engine = connect(place, create=create)
    try:
        with told_plainly(place), engine.connect() as connection:
            if may_write(engine):
                migrate(connection, name=shown(place))
            else:
                check_schema(connection, name=shown(place))
    except BaseException:
        engine.dispose()
        raise
    return Archive(engine, place)
