"""Views for people and their tools: every record with its words, outlet, day and names.

For Datasette, DuckDB, pandas and psql; Sumber itself does not read them. Made anew after each
migration, so they are no part of one.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from sumber.archive.tables import metadata

# `{words}` is the text of a span; `{joined:…}` puts rows together in order of `number`.
VIEWS = {
    "statement_texts": (
        "Who said what, in words.",
        """SELECT s.id, s.article_id, s.statement, a.outlet, a.day, s.kind, s.certainty,
            (SELECT {join}(x.name, '; ') FROM
                (SELECT c.name FROM speakers p
                    JOIN actors c ON c.article_id = p.article_id AND c.actor = p.actor
                    WHERE p.article_id = s.article_id AND p.statement = s.statement
                    ORDER BY p.number) x) AS speaker,
            substr(a.text, s.cue_start + 1, s.cue_stop - s.cue_start) AS cue,
            (SELECT {join}(x.words, ' … ') FROM
                (SELECT substr(a.text, c.start + 1, c.stop - c.start) AS words FROM contents c
                    WHERE c.article_id = s.article_id AND c.statement = s.statement
                    ORDER BY c.number) x) AS words,
            s.via, a.headline, a.url
        FROM statements s JOIN articles a ON a.id = s.article_id""",
    ),
    "event_texts": (
        "Who did what to whom, in words.",
        """SELECT e.id, e.article_id, e.event, a.outlet, a.day, e.type, e.mode, e.status,
            {actors} AS actors, {recipients} AS recipients, {according_to} AS according_to,
            substr(a.text, e.trigger_start + 1, e.trigger_stop - e.trigger_start) AS words,
            e.place, e.time, a.headline, a.url
        FROM events e JOIN articles a ON a.id = e.article_id""",
    ),
    "quantity_texts": (
        "How many of what, in words.",
        """SELECT q.article_id, q.quantity, a.outlet, a.day, q.kind, q.low, q.high, q.approximate,
            q.of, q.unit, substr(a.text, q.start + 1, q.stop - q.start) AS words, q.statement
        FROM quantities q JOIN articles a ON a.id = q.article_id""",
    ),
    "finding_texts": (
        "What to check, in words.",
        """SELECT f.article_id, f.number, a.outlet, a.day, f.kind,
            substr(a.text, f.start + 1, f.stop - f.start) AS words, f.message, f.suggestion, a.url
        FROM findings f JOIN articles a ON a.id = f.article_id""",
    ),
}
PARTICIPANTS = """(SELECT {join}(x.name, '; ') FROM
                (SELECT c.name FROM participants p
                    JOIN actors c ON c.article_id = p.article_id AND c.actor = p.actor
                    WHERE p.article_id = e.article_id AND p.event = e.event AND p.role = '%s'
                    ORDER BY p.number) x)"""
ROLES = {"actors": "actor", "recipients": "recipient", "according_to": "according_to"}


def make_views(connection: Connection) -> None:
    """Make all views, and let PostgreSQL know what tables and columns hold."""
    join = "string_agg" if connection.dialect.name == "postgresql" else "group_concat"
    roles = {name: (PARTICIPANTS % role).replace("{join}", join) for name, role in ROLES.items()}
    for name, (_, query) in VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query.format(join=join, **roles)}"))
    if connection.dialect.name == "postgresql":
        _describe(connection)


def drop_views(connection: Connection) -> None:
    """Drop all views, so that their tables can change."""
    for name in VIEWS:
        connection.execute(text(f"DROP VIEW IF EXISTS {name}"))


def _describe(connection: Connection) -> None:
    for table in metadata.sorted_tables:
        _comment(connection, f"TABLE {table.name}", table.comment or "")
        for column in table.columns:
            _comment(connection, f'COLUMN {table.name}."{column.name}"', column.comment or "")
    for name, (comment, _) in VIEWS.items():
        _comment(connection, f"VIEW {name}", comment)


def _comment(connection: Connection, what: str, words: str) -> None:
    literal = words.replace("'", "''").replace(":", r"\:")
    connection.execute(text(f"COMMENT ON {what} IS '{literal}'"))
