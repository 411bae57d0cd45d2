"""Keys in the order of their days: an old archive then takes articles as fast as a young one."""

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
        sa.Column("place", ID, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        sa.Column("article_id", ID, sa.ForeignKey("articles.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO keys (place, day, article_id) "
        "SELECT DISTINCT (CAST(day / 64 AS bigint) * 4 + kind) * 8796093022208 + key / 1048576, "
        "day, article_id FROM keys_before ORDER BY 1, 2, 3"
    )
    op.drop_table("keys_before")
