"""Where readings go: the terminal, JSON Lines, one page. Each takes them one by one."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from rich.console import Console

from sumber.cli.streams import complain
from sumber.cli.terminal import render, view_of
from sumber.errors import UsageError
from sumber.records import Reading, dump
from sumber.web.labels import Labels
from sumber.web.page import GENERATOR, Page

HEAD = 2_000  # bytes in which a page of ours names its maker


class Sink(Protocol):
    """Takes readings one by one, then is finished once."""

    def write(self, reading: Reading) -> None:
        """Take one reading."""

    def finish(self) -> None:
        """All readings are in."""


@dataclass(frozen=True, slots=True)
class TerminalSink:
    """Shows each reading as soon as it is there."""

    console: Console
    labels: Labels

    def write(self, reading: Reading) -> None:
        """Print one reading and a blank line."""
        self.console.print(render(reading, view_of(self.console, self.labels)))
        self.console.print()

    def finish(self) -> None:
        """Nothing is left to print."""


@dataclass(frozen=True, slots=True)
class JsonSink:
    """Prints each reading as one line of JSON, always UTF-8."""

    def write(self, reading: Reading) -> None:
        """Print one line."""
        sys.stdout.buffer.write(dump(reading) + b"\n")
        sys.stdout.buffer.flush()

    def finish(self) -> None:
        """Nothing is left to print."""


@dataclass(slots=True)
class PageSink:
    """Collects readings in one page, written when all are in; nothing is left half done."""

    path: Path
    page: Page
    count: int = field(default=0)

    def write(self, reading: Reading) -> None:
        """Add one reading to the page."""
        self.page.add(reading)
        self.count += 1

    def finish(self) -> None:
        """Write the page, if there is anything on it. Raises: UsageError if it cannot be."""
        if not self.count:
            complain(f"{self.path}: not written, since no article could be read")
            return
        try:
            with self.path.open("w", encoding="utf-8", newline="\n") as file:
                self.page.write(file)
        except OSError as error:
            raise unwritable(self.path, error) from error
        if self.count == 1:
            complain(f"wrote {self.path} (1 article)")
        else:
            complain(f"wrote {self.path} ({self.count} articles)")


def check_page(path: Path) -> None:
    """Refuse a page that could not be written, or that would overwrite something not ours.

    `sumber read --html a.html b.html` forgets the page's name; it must not cost the user a.html.
    Raises: UsageError.
    """
    if path.is_dir():
        raise UsageError(f"--html: {path} is a directory; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"--html: there is no directory {path.parent}; make it first")
    try:
        if os.path.lexists(path) and stat.S_ISFIFO(path.lstat().st_mode):  # would wait for a reader
            raise UsageError(f"--html: {path} is a pipe; name a file")
        if path.is_file() and path.stat().st_size and not is_ours(path):
            raise UsageError(
                f"--html: {path} exists and was not written by sumber; "
                "name another file (--html FILE comes with its own name) or remove it"
            )
        with path.open("ab"):
            pass
    except OSError as error:
        raise unwritable(path, error) from error
    if path.is_file() and not path.stat().st_size:
        path.unlink()


def is_ours(path: Path) -> bool:
    """True if a file is a page that `--html` wrote before."""
    with path.open("rb") as file:
        return GENERATOR.encode() in file.read(HEAD)


def unwritable(path: Path, error: OSError) -> UsageError:
    """The error that says why a page cannot be written."""
    reason = (error.strerror or type(error).__name__).lower()
    return UsageError(f"--html: cannot write {path} ({reason}); name a file that can be written")
