"""The schema of an archive: made when it is new, brought up to date when it is old.

In: a connection. Out: the tables of this version. Every migration runs in a transaction of its
own, so that one that is cut off leaves the version before; two processes that open an archive at
once wait for each other. Alembic is loaded only where there is something to do.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from sumber.archive.connecting import writing
from sumber.archive.views import drop_views, make_views
from sumber.errors import ArchiveError

VERSIONS = ("0001", "0002", "0003", "0004", "0005")
LOCK = 0x53554D42  # an advisory lock of PostgreSQL: `SUMB`
MIGRATIONS = Path(__file__).with_name("migrations")


def migrate(connection: Connection, *, name: str) -> None:
    """Bring the schema to the last of `VERSIONS`. Raises: ArchiveError if it is newer than that."""
    while _pending(connection, name):
        with writing(connection).begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            for version in _pending(connection, name)[:1]:
                _upgrade(connection, version)


def check_schema(connection: Connection, *, name: str) -> None:
    """Whether an archive that may not be written can be read. Raises: ArchiveError."""
    if pending := _pending(connection, name):
        raise ArchiveError(
            f"{name}: met an archive of an older Sumber, without schema {pending[0]}, that may not "
            f"be written; bring a copy up to date: cp {name} COPY; chmod u+w COPY; "
            "sumber search … --from COPY"
        )


def schema_version(connection: Connection) -> str | None:
    """The version of the schema; None if there is none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _pending(connection: Connection, name: str) -> tuple[str, ...]:
    with connection.begin_nested() if connection.in_transaction() else connection.begin():
        version = schema_version(connection)
    if version is None:
        return VERSIONS
    if version not in VERSIONS:
        raise ArchiveError(
            f"{name}: met schema {version}, this Sumber knows {VERSIONS[0]} to {VERSIONS[-1]}; "
            "the archive was made by a newer Sumber: update this one (pip install -U sumber)"
        )
    return VERSIONS[VERSIONS.index(version) + 1 :]


def _upgrade(connection: Connection, version: str) -> None:
    from alembic import command  # noqa: PLC0415 - a quarter of a second that few calls need
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    drop_views(connection)
    command.upgrade(config, version)
    if version == VERSIONS[-1]:
        make_views(connection)
