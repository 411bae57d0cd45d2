"""One page of a search with all its evidence, and the token for the next.

In: a `Query`, what to give, the token of the page before. Out: a `Page`. The token is the number
of the last result: numbers follow the day of publication, so that what is filed meanwhile never
shows twice and never hides what stood on a later page. Used by `Archive`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection

from sumber.archive.evidence import show_articles, show_events, show_statements
from sumber.archive.querying import Sought
from sumber.archive.results import Page
from sumber.archive.searching import MOST, Kind, Query, ask, find_page
from sumber.errors import UsageError

MOST_RESULTS = 1_000  # on one page
Show = Callable[[Connection, Sequence[int], Sought | None], list[Any]]
SHOWN: dict[Kind, Show] = {
    "statements": show_statements,
    "events": show_events,
    "articles": show_articles,
}


def search(
    connection: Connection, query: Query, kind: Kind, *, after: str | None, limit: int
) -> Page[Any]:
    """One page. Raises: UsageError."""
    if not 1 <= limit <= MOST_RESULTS:
        raise UsageError(f"--limit {limit} is not between 1 and {MOST_RESULTS:,}")
    below = _number(after)
    asked = ask(connection, query, kind)
    if asked is None:
        return Page((), None)
    numbers = find_page(connection, asked, kind, below=below, limit=limit + 1)
    page = numbers[:limit]
    hits = tuple(SHOWN[kind](connection, page, asked.sought))
    return Page(hits, str(page[-1]) if len(numbers) > limit else None)


def _number(after: str | None) -> int:
    if after is None:
        return MOST
    if not (after.isascii() and after.isdigit() and len(after) < 18):
        raise UsageError(
            f"--after {after!r} is no token; give the one that the last page ended with"
        )
    return int(after)
