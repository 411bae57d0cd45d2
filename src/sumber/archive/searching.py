"""A search of an archive: words and filters in, one page of numbers out, the latest first.

Words and filters are answered by one full-text index each for statements, events and articles, in
which a filter is a word like any other; days are ranges of numbers. So the cost of a page does not
grow with what it is filtered by. Used by `Archive`, which turns numbers into results.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from sqlalchemy import Connection

from sumber.archive.facets import Facet, facet, facet_of
from sumber.archive.querying import Sought, match_expression, parse_words, tsquery
from sumber.archive.words import find_words, fold_word
from sumber.archive.writer import DAY, day_base
from sumber.errors import UsageError
from sumber.lexicon.plover import load_plover
from sumber.records import Certainty, EventStatus, FindingKind, StatementKind

Kind = Literal["statements", "events", "articles"]
MOST_NAMES = 200  # that one filter may stand for
MOST = 10**17  # above every number
# What each kind of result can be filtered by, in the order of `Query`.
SUITED: dict[str, tuple[Kind, ...]] = {
    "type": ("events", "articles"),
    "mode": ("events", "articles"),
    "status": ("events", "articles"),
    "kind": ("statements", "articles"),
    "certainty": ("statements", "articles"),
}
NAMES: tuple[Facet, ...] = ("speaker", "actor", "place", "outlet", "origin")
VALUES: tuple[Facet, ...] = ("type", "mode", "status", "kind", "certainty", "finding")
KNOWN: dict[str, tuple[str, ...]] = {
    "status": get_args(EventStatus),
    "kind": get_args(StatementKind),
    "certainty": get_args(Certainty),
    "finding": get_args(FindingKind),
}
INDEX: dict[Kind, tuple[str, str]] = {
    "statements": ("statement_index", "statements.id"),
    "events": ("event_index", "events.id"),
    "articles": ("article_index", "articles.entry"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for: all that is given must hold.

    `words` as users write them. `speaker`, `actor`, `place`, `outlet`, `origin` are names, or the
    beginnings of their words; `pair` two actors of one statement, event or article. `type`,
    `mode`, `status` are an event's, `kind` and `certainty` a statement's; `finding` holds for the
    article. `since` and `until` are ISO days of publication, both included.
    """

    words: str | None = None
    speaker: str | None = None
    actor: str | None = None
    pair: tuple[str, str] | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    kind: str | None = None
    certainty: str | None = None
    place: str | None = None
    outlet: str | None = None
    origin: str | None = None
    finding: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A query made ready: words, facets of which one in each group must be there, and a range."""

    sought: Sought | None
    facets: tuple[tuple[str, ...], ...]
    first: int
    last: int


def ask(connection: Connection, query: Query, kind: Kind) -> Asked | None:
    """Make a query ready; None if a name in it is not in the archive, so that nothing can match.

    Raises: UsageError.
    """
    _check(query, kind)
    sought = parse_words(query.words) if query.words is not None else None
    groups: list[tuple[str, ...]] = []
    for name, value in _named(query):
        numbers = find_names(connection, value, limit=MOST_NAMES + 1)
        if len(numbers) > MOST_NAMES:
            raise UsageError(
                f"--{name} {value!r} fits more than {MOST_NAMES} names; give more of the name"
            )
        groups.append(tuple(facet_of(name, number) for number in numbers))
    if not all(groups):
        return None
    groups += [(facet(name, getattr(query, name)),) for name in VALUES if getattr(query, name)]
    first = day_base(query.since) if query.since else 0
    last = day_base(query.until) + DAY - 1 if query.until else MOST
    return Asked(sought, tuple(groups), first, last)


def find_page(
    connection: Connection, asked: Asked, kind: Kind, *, below: int, limit: int
) -> list[int]:
    """Numbers of what matches, the highest first, below a number."""
    last = min(asked.last, below - 1)
    make = _sqlite if connection.dialect.name == "sqlite" else _postgresql
    sql, values = make(asked, kind)
    rows = connection.exec_driver_sql(sql, (*values, asked.first, last, limit))
    return [number for (number,) in rows]


def find_names(connection: Connection, written: str, *, limit: int) -> list[int]:
    """Numbers of the names whose words begin as those written do. Raises: UsageError if none."""
    words = [fold_word(word) for word in find_words(written)][:16]
    if not words:
        raise UsageError(f"{written!r} has no word; give a name")
    if connection.dialect.name == "sqlite":
        sql = "SELECT rowid FROM name_index WHERE name_index MATCH ? LIMIT ?"
        match = " AND ".join(f'"{word}"*' for word in words)
    else:
        sql = "SELECT id FROM name_index WHERE words @@ %s::tsquery LIMIT %s"
        match = " & ".join(f"'{word}':*" for word in words)
    return [number for (number,) in connection.exec_driver_sql(sql, (match, limit))]


def _named(query: Query) -> Iterator[tuple[Facet, str]]:
    for name in NAMES:
        if value := getattr(query, name):
            yield name, value
    for value in query.pair or ():
        yield "actor", value


def _check(query: Query, kind: Kind) -> None:
    for name, kinds in SUITED.items():
        if getattr(query, name) and kind not in kinds:
            raise UsageError(f"--{name} filters {' and '.join(kinds)}, not {kind}")
    if all(getattr(query, field.name) is None for field in fields(query)):
        raise UsageError("the search has no word and no filter; give one")
    for name in VALUES:
        if value := getattr(query, name):
            _check_value(name, value)
    for name in ("since", "until"):
        if value := getattr(query, name):
            _check_day(name, value)
    if query.since and query.until and day_base(query.since) > day_base(query.until):
        raise UsageError(f"--since {query.since} is later than --until {query.until}")


def _check_value(name: str, value: str) -> None:
    """A value that no record can have is a slip of the pen, not a search without results."""
    known = _known(name)
    if value.casefold() not in (one.casefold() for one in known):
        raise UsageError(f"--{name} {value!r} is unknown; give one of {', '.join(known)}")


def _known(name: str) -> tuple[str, ...]:
    types = load_plover().types
    if name == "type":
        return tuple(types)
    if name == "mode":
        return tuple(dict.fromkeys(mode.name for kind in types.values() for mode in kind.modes))
    return KNOWN[name]


def _check_day(name: str, value: str) -> None:
    try:
        day_base(value)
    except ValueError as error:
        raise UsageError(
            f"--{name} {value!r} is no date; write year-month-day, such as 2024-11-02"
        ) from error


def _sqlite(asked: Asked, kind: Kind) -> tuple[str, list[Any]]:
    """FTS5 leads, backwards; rows that an edition left behind find no partner."""
    index, key = INDEX[kind]
    table = key.partition(".")[0]
    match = [f"facets : ({' OR '.join(group)})" for group in asked.facets]
    if asked.sought:
        match.insert(0, f"words : {match_expression(asked.sought)}")
    if not match:
        sql = (
            f"SELECT {key} FROM {table} WHERE {key} BETWEEN ? AND ? "  # noqa: S608 - our own names
            f"ORDER BY {key} DESC LIMIT ?"
        )
        return sql, []
    sql = (
        f"SELECT i.rowid FROM {index} i CROSS JOIN {table} ON {key} = i.rowid "  # noqa: S608
        f"WHERE {index} MATCH ? AND i.rowid BETWEEN ? AND ? ORDER BY i.rowid DESC LIMIT ?"
    )
    return sql, [" AND ".join(f"({one})" for one in match)]


def _postgresql(asked: Asked, kind: Kind) -> tuple[str, list[Any]]:
    index, _ = INDEX[kind]
    where = ["facets && %s"] * len(asked.facets)
    values: list[Any] = [list(group) for group in asked.facets]
    if asked.sought:
        expression, words = tsquery(asked.sought)
        where, values = [f"words @@ {expression}", *where], [*words, *values]
    sql = (
        f"SELECT id FROM {index} WHERE {' AND '.join([*where, 'id BETWEEN %s AND %s'])} "  # noqa: S608
        "ORDER BY id DESC LIMIT %s"
    )
    return sql, values
