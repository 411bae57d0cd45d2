"""Who bears a name: how often, in which offices, from when to when.

In: a name or the beginnings of its words. Out: a `Person` for each name that fits, the most
printed first. Names are not joined across spellings here. Used by `Archive`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, distinct, func, select

from sumber.archive.results import Person, Role
from sumber.archive.searching import MOST_NAMES, find_names
from sumber.archive.tables import actors, articles, names, participants, speakers

MOST_ROLES = 10  # shown of one name


def find_persons(connection: Connection, written: str, *, limit: int) -> tuple[Person, ...]:
    """Those who bear the name. Raises: UsageError if nothing in it is a word."""
    numbers = find_names(connection, written, limit=MOST_NAMES)
    count = func.count()
    query = (
        select(
            actors.c.name_id, count.label("articles"), func.min(articles.c.day).label("first"),
            func.max(articles.c.day).label("last"), func.min(actors.c.kind).label("kind"),
            func.min(actors.c.country).label("country"), func.min(names.c.name).label("name"),
        )
        .join(articles, articles.c.id == actors.c.article_id)
        .join(names, names.c.id == actors.c.name_id)
        .where(actors.c.name_id.in_(numbers))
        .group_by(actors.c.name_id)
        .order_by(count.desc(), actors.c.name_id)
        .limit(limit)
    )  # fmt: skip
    rows = connection.execute(query).all()
    ids = [row.name_id for row in rows]
    roles = _roles(connection, ids)
    said, done = _count(connection, speakers, ids), _count(connection, participants, ids)
    return tuple(
        Person(
            row.name, row.kind, row.country, row.articles, said.get(row.name_id, 0),
            done.get(row.name_id, 0), row.first, row.last, tuple(roles[row.name_id][:MOST_ROLES]),
        )
        for row in rows
    )  # fmt: skip


def _roles(connection: Connection, ids: Sequence[int]) -> dict[int, list[Role]]:
    query = (
        select(
            actors.c.name_id, actors.c.role, func.min(articles.c.day), func.max(articles.c.day),
            func.count(),
        )
        .join(articles, articles.c.id == actors.c.article_id)
        .where(actors.c.name_id.in_(ids), actors.c.role.is_not(None))
        .group_by(actors.c.name_id, actors.c.role)
        .order_by(func.count().desc(), actors.c.role)
    )  # fmt: skip
    found: dict[int, list[Role]] = defaultdict(list)
    for number, role, first, last, count in connection.execute(query):
        found[number].append(Role(role, first, last, count))
    return found


def _count(connection: Connection, table: Any, ids: Sequence[int]) -> dict[int, int]:
    """How many statements or events the names take part in."""
    column = table.c.statement if table is speakers else table.c.event
    each = func.count(distinct(column))
    per_article = (
        select(actors.c.name_id, each.label("found"))
        .join(
            table, (table.c.article_id == actors.c.article_id) & (table.c.actor == actors.c.actor)
        )
        .where(actors.c.name_id.in_(ids))
        .group_by(actors.c.name_id, actors.c.article_id)
        .subquery()
    )
    query = select(per_article.c.name_id, func.sum(per_article.c.found)).group_by(
        per_article.c.name_id
    )
    return {number: int(count) for number, count in connection.execute(query)}
