"""Where an archive lies, and how to speak to it: a file, or a database by URL.

In: `archive.db`, `sqlite:///…`, `postgresql://…`. Out: an SQLAlchemy engine whose connections keep
their promises: what is committed is on the disk, writers wait for each other, readers for nobody.
A file that may not be written is read all the same. Used by `Archive`.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from sumber.errors import ArchiveError, SetupError, UsageError

DEFAULT = "archive.db"
VARIABLE = "SUMBER_ARCHIVE"
PATIENCE = 60  # seconds that a writer waits for another
APPLICATION = 0x53554D42  # `SUMB`, in the header of every archive's file
CACHE = 64_000  # kB of pages in memory, a connection
LOG = 8_000  # pages of the log that are written into the file together: a batch dirties some 1,500
HEADER = b"SQLite format 3\x00"
WRITES = "sumber_writes"
# Permissions are those of the user that a program acts for, where the system tells the two apart.
EFFECTIVE = {"effective_ids": os.access in os.supports_effective_ids}
READING = (
    f"PRAGMA busy_timeout = {PATIENCE * 1000}",
    f"PRAGMA cache_size = -{CACHE}",
    "PRAGMA temp_store = MEMORY",
)
WRITING = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit is on the disk before it is acknowledged
    f"PRAGMA wal_autocheckpoint = {LOG}",
)
FOREIGN = "met a file that is no archive of Sumber; name another"
PASSWORD = re.compile(r"//([^:/@\s]*):[^@/\s]*@")


def place_of(where: str | os.PathLike[str] | None) -> str:
    """What a user named, else `SUMBER_ARCHIVE`, else `archive.db` in this directory."""
    return os.fspath(where) if where is not None else os.environ.get(VARIABLE) or DEFAULT


def connect(place: str, *, create: bool) -> Engine:
    """An engine for the archive. Raises: ArchiveError, UsageError, SetupError."""
    url = parse_place(place)
    if url.get_backend_name() == "postgresql":
        return _connect_postgresql(url)
    return _connect_sqlite(url, create=create)


def parse_place(place: str) -> URL:
    """The URL of an archive. Raises: UsageError for what is neither a file nor such a URL."""
    if "://" not in place:
        return URL.create("sqlite", database=place)
    try:
        url = make_url(re.sub(r"^postgres(?:ql)?://", "postgresql+psycopg://", place))
    except ArgumentError as error:
        raise _unknown(place) from error
    if url.get_backend_name() not in ("sqlite", "postgresql") or not url.database:
        raise _unknown(place)
    return url


def shown(place: str) -> str:
    """The place as it may be printed: without its password.

    >>> shown("postgresql://desk:rahasia@db/arsip")
    'postgresql://desk:***@db/arsip'
    """
    return PASSWORD.sub(r"//\1:***@", place)


@contextmanager
def told_plainly(place: str) -> Iterator[None]:
    """Turn a database's errors into ours. Raises: ArchiveError."""
    try:
        yield
    except OperationalError as error:
        raise ArchiveError(_told(place, str(error.orig))) from error
    except DBAPIError as error:
        if "not a database" in str(error.orig) or "malformed" in str(error.orig):
            raise ArchiveError(_told(place, str(error.orig))) from error
        raise


def writing(connection: Connection) -> Connection:
    """The connection, whose transactions now are those of a writer."""
    return connection.execution_options(**{WRITES: True})


def _connect_postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=False)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise SetupError(
            "archives in PostgreSQL need psycopg, which is not installed; "
            "pip install 'sumber[postgres]'"
        ) from error


def _connect_sqlite(url: URL, *, create: bool) -> Engine:
    path = Path(url.database or "")
    _check_file(path, create=create)
    read_only = not create and not _may_write(path)
    if read_only:
        url = _read_only(path)
    engine = create_engine(url, connect_args={"timeout": PATIENCE, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_reading if read_only else _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def may_write(engine: Engine) -> bool:
    """Whether the archive was opened for writing; the server alone knows of its own users."""
    return "mode" not in engine.url.query


def _may_write(path: Path) -> bool:
    """Whether a file can be written, and its log beside it."""
    return os.access(path, os.W_OK, **EFFECTIVE) and os.access(path.parent, os.W_OK, **EFFECTIVE)


def _read_only(path: Path) -> URL:
    """The address of a file that is read alone.

    Without a log beside it nobody is writing: SQLite is told that the file does not change, else
    it would have to make a log, which may not be allowed and would be in its owner's way.
    """
    query = {"uri": "true", "mode": "ro"}
    if not path.with_name(f"{path.name}-wal").exists():
        query["immutable"] = "1"
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=query)


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise ArchiveError(f"{path}: met a directory; name a file in it, such as {path}/{DEFAULT}")
    if not path.exists():
        if not create:
            raise ArchiveError(
                f"{path}: there is no such archive; make one with sumber add PATH --to {path}, "
                f"or name yours with --from or {VARIABLE}"
            )
        if not path.parent.is_dir():
            raise ArchiveError(f"{path}: there is no directory {path.parent}; make it first")
        return
    try:
        with path.open("rb") as file:
            header = file.read(len(HEADER))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ArchiveError(f"{path}: cannot be opened ({reason}); check its permissions") from error
    if not header and not create:
        raise ArchiveError(f"{path}: met an empty file; fill it with sumber add PATH --to {path}")
    if header and header != HEADER:
        raise ArchiveError(f"{path}: {FOREIGN}")


def _prepare_reading(connection: Any, _record: object) -> None:
    """Set up one connection of SQLite; transactions are begun by `_begin` alone."""
    connection.isolation_level = None
    for pragma in READING:
        connection.execute(pragma)
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise sqlite3.OperationalError("file is not a database of Sumber")


def _prepare(connection: Any, _record: object) -> None:
    """Set up one connection of SQLite that may write."""
    connection.isolation_level = None
    for pragma in READING:
        connection.execute(pragma)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION:
        if application or connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            raise sqlite3.OperationalError("file is not a database of Sumber")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
    for pragma in WRITING:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    """Take the one writer's lock at once, so that no transaction fails half way for want of it."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


ADVICE = (
    ("disk is full", "the disk is full; what was acknowledged is kept: make room, run it again"),
    (
        "database or disk",
        "the disk is full; what was acknowledged is kept: make room, run it again",
    ),
    ("locked", f"another program held it for {PATIENCE} s; wait for that one, run it again"),
    ("not a database", FOREIGN),
    ("malformed", "the file is damaged; see docs/archive.md, Recovery"),
    ("readonly", "it may not be written; check the permissions of the file and its directory"),
    ("unable to open", "it cannot be opened; check the permissions of the file and its directory"),
    ("disk I/O", "the disk failed; what was acknowledged is kept: check the disk, run it again"),
)


def _told(place: str, reason: str) -> str:
    advice = next((words for sign, words in ADVICE if sign in reason), None)
    if advice is None:
        line = " ".join(PASSWORD.sub(r"//\1:***@", reason).split())
        advice = f"the database refused ({line}); what was acknowledged is kept"
        if line.startswith("connection failed"):
            advice = f"{line}; check the address, and that the server runs"
    return f"{shown(place)}: {advice}"


def _unknown(place: str) -> UsageError:
    return UsageError(
        f"{shown(place)!r} is no archive: expected a file such as {DEFAULT}, or "
        "postgresql://USER@HOST/DATABASE"
    )
