"""The options that several commands share, each once; how a command ends is `ending`'s.

Each name is the annotation of a parameter: `published: Published = None`. Used by the modules of
commands alone.
"""

from __future__ import annotations

import datetime as dt
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sumber.cli.languages import ask_for, language_asked
from sumber.cli.speaking import say

MOST_BYTES = 20_000_000  # of a page or text, unpacked
PATIENCE = 20.0  # seconds for a URL


class Interface(StrEnum):
    """The languages of what users see."""

    id = "id"
    en = "en"


def _speak(language: Interface) -> Interface:
    """Let messages be in the language of the labels."""
    ask_for(language.value)
    return language


def parse_date(written: str) -> dt.date:
    """A date as options take it. Raises: typer.BadParameter."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError as error:
        raise typer.BadParameter(
            say(f"{written!r} is no date; write year-month-day, such as 2024-11-02")
        ) from error


def day_option(help_: str) -> typer.models.OptionInfo:
    """An option that takes a day."""
    return typer.Option(metavar="DATE", parser=parse_date, help=help_)  # type: ignore[no-any-return]


def count_option(help_: str, *, most: int) -> typer.models.OptionInfo:
    """An option that takes a number of results."""
    return typer.Option(metavar="N", min=1, max=most, help=help_)  # type: ignore[no-any-return]


INPUTS = typer.Argument(metavar="INPUTS", help="Files, directories, globs, URLs, -.")
Inputs = Annotated[list[str], INPUTS]
InputsIfAny = Annotated[list[str] | None, INPUTS]

# How inputs are read.
Published = Annotated[
    dt.date | None, day_option("Date of publication of texts that have none, as YYYY-MM-DD.")
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of the inputs; found out where not given."),
]
MaxBytes = Annotated[
    int,
    typer.Option(
        metavar="BYTES", min=1, max=10**10, help="Refuse a page or text larger than this."
    ),
]
Timeout = Annotated[
    float,
    typer.Option(metavar="SECONDS", min=0.1, max=3600, help="How long to wait for a URL."),
]
JoinPages = Annotated[
    bool,
    typer.Option(
        "--join-pages/--no-join-pages", help="Join the pages that an article is split over."
    ),
]
Codebooks = Annotated[
    list[Path] | None,
    typer.Option(
        "--codebook", metavar="FILE", help="A file of your own entries for events; repeatable."
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        metavar="N",
        min=1,
        max=256,
        default_factory=lambda: os.cpu_count() or 1,
        show_default="one a processor",
        help="How many processes read.",
    ),
]

# Which archive.
ARCHIVE_HELP = "File or postgresql:// URL of the archive."
ARCHIVE_DEFAULT = "$SUMBER_ARCHIVE, else archive.db"
From = Annotated[
    str | None,
    typer.Option("--from", metavar="ARCHIVE", help=ARCHIVE_HELP, show_default=ARCHIVE_DEFAULT),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="ARCHIVE", help=ARCHIVE_HELP, show_default=ARCHIVE_DEFAULT),
]

# How results are shown.
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines: one result a line.")]
Lang = Annotated[
    Interface,
    typer.Option(
        default_factory=language_asked,
        callback=_speak,
        is_eager=True,
        show_default="from SUMBER_LANG, LANG",
        help="Language of labels and messages.",
    ),
]
Colour = Annotated[
    bool | None,
    typer.Option(
        "--color/--no-color",
        show_default="on a terminal, unless NO_COLOR is set",
        help="Colours in the terminal.",
    ),
]
