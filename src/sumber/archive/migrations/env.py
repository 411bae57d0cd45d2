"""Alembic's entry: runs migrations on the connection that `migrating` hands over."""

from __future__ import annotations

from alembic import context

from sumber.archive.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
