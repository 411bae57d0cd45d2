"""Keys in the order of their days, so that an old archive takes new articles as fast as a young one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import sqlite

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite")


def upgrade() -> None:
    """Make the table anew, with what it held."""
    op.rename_table("keys", "keys_before")
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER INDEX keys_pkey RENAME TO keys_before_pkey")
    op.create_table(
        "keys",
        sa.Column("kind", sa.Integer, primary_key=True),
        sa.Column("span", sa.Integer, primary_key=True),
        sa.Column("key", ID, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO keys (kind, span, key, day, article_id) "
        "SELECT kind, day / 64, key, day, article_id FROM keys_before ORDER BY 1, 2, 3, 4, 5"
    )
    op.drop_table("keys_before")
