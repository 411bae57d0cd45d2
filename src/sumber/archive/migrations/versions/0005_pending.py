"""Short lists of what PostgreSQL's indexes have yet to take in, which every search reads."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# kB of the list, which is 4 MB unless told: the whole of it is read anew for each word and each of
# the names that a filter stands for. With 256 filing keeps most of its pace, and a page of a search
# stays at 20 ms.
LIMIT = 256
INDEXES = tuple(f"{name}_index_words" for name in ("article", "statement", "event", "name"))


def upgrade() -> None:
    """Shorten the lists, and empty those of archives that have been filed into."""
    if op.get_context().dialect.name != "postgresql":
        return
    for index in INDEXES:
        op.execute(f"ALTER INDEX {index} SET (gin_pending_list_limit = {LIMIT})")
        op.execute(f"SELECT gin_clean_pending_list('{index}')")
