"""Options and help of `sumber code`. What it does stands in `sumber.cli.coding`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from sumber.cli.options import FAILED, INTERRUPTED, parse_date
from sumber.cli.streams import complain
from sumber.errors import LexiconError, SumberError, UsageError

CODE_HELP = (
    "Code articles into a table of events, one row an event, for pandas, R and spreadsheets.\n\n"
    "INPUTS are all that [b]sumber read[/b] takes, and the readings that [b]sumber read --json[/b] "
    "printed, which are not read again. The columns are those of POLECAT's files, followed by what "
    "no other coder gives: whether it happened, on whose word, through whom, and the characters "
    "that it rests on. docs/events-table.md tells what each column means.\n\n"
    "[b]Examples[/b]\n"
    "  sumber code arsip/ -o events.csv\n"
    "  sumber code berita.jsonl.gz -o events.parquet --jobs 8\n"
    "  sumber read arsip/ --json > readings.jsonl\n"
    "  sumber code readings.jsonl -o events.jsonl\n"
    "  sumber code arsip/ -o events.csv --codebook my.toml\n"
    "  sumber code berita.html -o - | less\n"
    "  sumber tension Iran 'Amerika Serikat' events.parquet"
)
CODE_EXIT = "Exit status: 0 all was coded, 1 some input could not be read or written, 2 wrong use."


def code(  # noqa: PLR0913 - one parameter an option
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUTS", help="Files, directories, globs, URLs, -.")
    ],
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Table to write: its ending .csv, .jsonl or .parquet says the format; - is CSV "
            "to standard output.",
        ),
    ],
    jobs: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=1,
            max=256,
            default_factory=lambda: os.cpu_count() or 1,
            show_default="one a processor",
            help="How many processes read.",
        ),
    ],
    guard: Annotated[
        bool,
        typer.Option(
            "--guard/--no-guard",
            help="In CSV, put an apostrophe before words that a spreadsheet would run.",
        ),
    ] = True,
    codebook: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A file of your own entries for events; repeatable."),
    ] = None,
    published: Annotated[
        dt.date | None,
        typer.Option(
            metavar="DATE",
            parser=parse_date,
            help="Date of publication of texts that have none, as YYYY-MM-DD.",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Encoding of the inputs; found out where not given."),
    ] = None,
    max_bytes: Annotated[
        int,
        typer.Option(
            metavar="BYTES", min=1, max=10**10, help="Refuse a page or text larger than this."
        ),
    ] = 20_000_000,
    timeout: Annotated[
        float,
        typer.Option(metavar="SECONDS", min=0.1, max=3600, help="How long to wait for a URL."),
    ] = 20.0,
    join_pages: Annotated[
        bool,
        typer.Option(
            "--join-pages/--no-join-pages", help="Join the pages that an article is split over."
        ),
    ] = True,
) -> None:
    """Code articles; the help above is what users see."""
    from sumber.article import InputOptions  # noqa: PLC0415 - `--help` needs no word list
    from sumber.cli.coding import run  # noqa: PLC0415 - as above

    options = InputOptions(
        published=published,
        encoding=encoding,
        max_bytes=max_bytes,
        timeout=timeout,
        join_pages=join_pages,
    )
    try:
        codebooks = tuple(codebook or ())
        tally = run(tuple(inputs), output, options, jobs=jobs, guard=guard, codebooks=codebooks)
        sys.stdout.flush()
    except (UsageError, LexiconError) as error:
        raise typer.BadParameter(str(error)) from error
    except SumberError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted; the table has what was coded until then")
        raise typer.Exit(INTERRUPTED) from None
    raise typer.Exit(FAILED if tally.failed else 0)
