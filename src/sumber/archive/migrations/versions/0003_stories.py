"""Copies, and the stories that articles belong to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite")
LIST = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "traces",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("traces", sa.LargeBinary, nullable=False),
    )
    _make_pairs(
        "copies",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("share", sa.Double, nullable=False),
        sa.Column("passages", LIST, nullable=False),
    )
    _make_pairs("links", sa.Column("score", sa.Double, nullable=False))
    op.create_table(
        "members",
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("handle", sa.Text, nullable=False),
        sa.Column("story", sa.Text, nullable=False),
    )
    for table, column in INDEXES:
        op.create_index(f"{table}_{column.removesuffix('_id')}", table, [column])


INDEXES = (
    ("copies", "second_id"),
    ("links", "second_id"),
    ("members", "handle"),
    ("members", "story"),
    ("related", "url"),
)


def _make_pairs(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("first_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("second_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )
