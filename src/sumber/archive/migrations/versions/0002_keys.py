"""Keys under which like articles find each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import sqlite

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "keys",
        sa.Column("kind", sa.Integer, primary_key=True),
        sa.Column("key", ID, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
