"""The archive's first tables: articles, their editions, and all that a reading holds.

The full-text indexes are FTS5 tables in SQLite and tables of `tsvector`s in PostgreSQL, where
`sumber` is an Indonesian configuration that sees through accents.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite")
LIST = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

SQLITE = (
    """CREATE VIRTUAL TABLE {name}_index USING fts5(
        words, facets, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')""",
)
POSTGRESQL = (
    """CREATE TABLE {name}_index (
        id bigint PRIMARY KEY, words tsvector NOT NULL, facets text[] NOT NULL)""",
    "CREATE INDEX {name}_index_words ON {name}_index USING gin (words, facets)",
)
NAMES_SQLITE = (
    """CREATE VIRTUAL TABLE name_index USING fts5(
        words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')""",
)
NAMES_POSTGRESQL = (
    "CREATE TABLE name_index (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX name_index_words ON name_index USING gin (words)",
)
CONFIGURATION = (
    "CREATE EXTENSION IF NOT EXISTS unaccent",
    "CREATE TEXT SEARCH CONFIGURATION sumber (COPY = indonesian)",
    """ALTER TEXT SEARCH CONFIGURATION sumber
        ALTER MAPPING FOR asciiword, word, hword, hword_part, hword_asciipart, asciihword
        WITH unaccent, indonesian_stem""",
)


def upgrade() -> None:
    """Make all tables and indexes."""
    _make_tables()
    _make_indexes()
    op.execute(
        "INSERT INTO counters (name, next) VALUES ('article', 1), ('entry', 1), ('refused', 1)"
    )
    postgres = op.get_context().dialect.name == "postgresql"
    if postgres:
        for statement in CONFIGURATION:
            op.execute(statement)
    for name in ("article", "statement", "event"):
        for statement in POSTGRESQL if postgres else SQLITE:
            op.execute(statement.format(name=name))
    for statement in NAMES_POSTGRESQL if postgres else NAMES_SQLITE:
        op.execute(statement)


def _make_tables() -> None:
    op.create_table(
        "articles",
        sa.Column("id", ID, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("given_id", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("headline", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("day", sa.Text),
        sa.Column("dateline", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("authors", LIST, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("entry", ID, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("next", ID, nullable=False),
    )
    op.create_table(
        "names",
        sa.Column("id", ID, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
    )
    op.create_table(
        "refused",
        sa.Column("id", ID, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("input", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("filed", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("record", sa.LargeBinary),
    )
    op.create_table(
        "actors",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("actor", sa.Text, primary_key=True),
        sa.Column("name_id", ID, sa.ForeignKey("names.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("sector", sa.Text),
        sa.Column("role", sa.Text),
        sa.Column("identifier", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contents",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("statement", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "credits",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "editions",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("sumber", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("filed", sa.Text, nullable=False),
        sa.Column("changes", LIST),
        sa.Column("announced", sa.Boolean),
        sa.Column("reading", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text),
    )
    op.create_table(
        "event_mentions",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("event", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "events",
        sa.Column("id", ID, primary_key=True),
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("contexts", LIST, nullable=False),
        sa.Column("trigger_start", sa.Integer, nullable=False),
        sa.Column("trigger_stop", sa.Integer, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("time", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("statement", sa.Text),
        sa.Column("rule", sa.Text, nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("suggestion", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mentions",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("actor", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "participants",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("event", sa.Text, primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("actor", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "parts",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "places",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("country", sa.Text),
        sa.Column("region", sa.Text),
        sa.Column("lat", sa.Double),
        sa.Column("lon", sa.Double),
        sa.Column("identifier", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quantities",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("quantity", sa.Text, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("low", sa.Double),
        sa.Column("high", sa.Double),
        sa.Column("approximate", sa.Boolean, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("of", sa.Text),
        sa.Column("unit", sa.Text),
        sa.Column("statement", sa.Text),
        sa.Column("part_of", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "related",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "speakers",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("statement", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("actor", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statements",
        sa.Column("id", ID, primary_key=True),
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("cue_start", sa.Integer),
        sa.Column("cue_stop", sa.Integer),
        sa.Column("speaker_start", sa.Integer),
        sa.Column("speaker_stop", sa.Integer),
        sa.Column("via", LIST, nullable=False),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Column("part_of", sa.Text),
    )
    op.create_table(
        "times",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("written", sa.Text),
        sa.Column("wrong", sa.Text),
        sqlite_with_rowid=False,
    )


def _make_indexes() -> None:
    op.create_index("articles_day", "articles", ["day"])
    op.create_index("articles_entry", "articles", ["entry"], unique=True)
    op.create_index("articles_key", "articles", ["key"], unique=True)
    op.create_index("refused_source", "refused", ["source"], unique=True)
    op.create_index("actors_name", "actors", ["name_id", "article_id"])
    op.create_index("events_article", "events", ["article_id", "event"], unique=True)
    op.create_index("statements_article", "statements", ["article_id", "statement"], unique=True)
