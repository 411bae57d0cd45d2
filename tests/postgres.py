"""A PostgreSQL server for tests and benchmarks: Debian's, in a directory of its own.

It speaks through a socket in that directory alone, so any number of them run side by side.
PostgreSQL refuses to run as root: root starts it as the user `postgres`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "postgres"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server."""

    folder: Path
    binaries: Path

    def new_database(self, name: str) -> str:
        """The URL of a new, empty database."""
        createdb = str(self.binaries / "createdb")
        subprocess.run(
            [createdb, "-h", str(self.folder), "-U", OWNER, name], check=True, capture_output=True
        )
        return f"postgresql://{OWNER}@/{name}?host={self.folder}"

    def stop(self) -> None:
        """Stop it at once, as a crash does."""
        data = str(self.folder / "data")
        as_owner([str(self.binaries / "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop"])

    def start(self) -> None:
        """Start it."""
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=50"
        data, log = str(self.folder / "data"), str(self.folder / "log")
        pg_ctl = str(self.binaries / "pg_ctl")
        as_owner([pg_ctl, "-D", data, "-l", log, "-o", options, "-w", "start"])


def why_no_cluster() -> str | None:
    """Why no server can be started here; None if one can."""
    if find_spec("psycopg") is None:
        return "needs psycopg (pip install 'sumber[postgres]')"
    if _binaries() is None:
        return "needs PostgreSQL 13 or newer (apt-get install postgresql)"
    if os.geteuid() == 0 and not shutil.which("runuser"):
        return "needs runuser: PostgreSQL does not run as root"
    return None


@contextmanager
def start_cluster() -> Iterator[Cluster]:
    """Start a server; it is stopped, and all its databases are gone, at the end."""
    binaries = _binaries()
    assert binaries, "ask why_no_cluster first"
    folder = Path(tempfile.mkdtemp(prefix="sumber-pg-"))
    cluster = Cluster(folder, binaries)
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER, OWNER)
        as_owner(
            [
                str(binaries / "initdb"), "-D", str(folder / "data"), "-U", OWNER, "-A", "trust",
                "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
            ]
        )  # fmt: skip
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def as_owner(command: Sequence[str]) -> None:
    """Run a command as a user that may own a server."""
    if os.geteuid() == 0:
        command = ["runuser", "-u", OWNER, "--", *command]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _binaries() -> Path | None:
    found = sorted(DEBIAN.glob("*/bin"), key=lambda path: float(path.parent.name))
    usable = [path for path in found if (path / "initdb").exists()]
    if usable and float(usable[-1].parent.name) >= 13:
        return usable[-1]
    return None
