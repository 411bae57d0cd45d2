"""Standard streams that may be closed, narrow in encoding, or cut off by `| head`."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path

from rich.console import Console

from sumber.cli.speaking import say
from sumber.web.visible import one_line

PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "→": "->"}
)


def plainly(error: UnicodeError) -> tuple[str | bytes, int]:
    """A codec's error handler: plain signs for typographic ones, `?` for what has none.

    >>> "“Stok – cukup”".encode("ascii", "sumber-plainly")
    b'"Stok - cukup"'
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = error.object[error.start : error.end].translate(PLAIN)
    return "".join(c if ord(c) < 128 else "?" for c in plain), error.end


codecs.register_error("sumber-plainly", plainly)


def write_errors_safely() -> None:
    """Let streams show what their encoding lacks plainly, and lose messages where none is open."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open(  # noqa: SIM115 - as long as the process
            "w", encoding="utf-8"
        )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="sumber-plainly")


def close_quietly() -> None:
    """Point standard output nowhere, so that ending the process writes nothing more to it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)


def complain(message: str) -> None:
    """One line on standard error, safe to show."""
    print(f"sumber: {one_line(say(message))}", file=sys.stderr, flush=True)


NARROWEST = 10
USUAL_WIDTH = 80


def open_console(*, colour: bool | None) -> Console:
    """A console for people; `colour` None asks the terminal, NO_COLOR and FORCE_COLOR."""
    if colour is None:
        asked = bool(os.environ.get("FORCE_COLOR"))
        able = sys.stdout.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")
        colour = (able or asked) and not os.environ.get("NO_COLOR")
    console = Console(
        file=sys.stdout,
        force_terminal=colour,
        # The sixteen colours that a terminal's owner has chosen, so that they suit its ground.
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=False,
    )
    if console.width < NARROWEST:  # `COLUMNS=0` is what some pseudo-terminals say
        console.width = USUAL_WIDTH
    return console
