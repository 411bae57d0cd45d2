"""Options and help of `sumber code`. What it does stands in `sumber.cli.coding`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sumber.cli.ending import FAILED, ending
from sumber.cli.options import (
    MOST_BYTES,
    PATIENCE,
    Codebooks,
    Encoding,
    Inputs,
    Jobs,
    JoinPages,
    Lang,
    MaxBytes,
    Published,
    Timeout,
)

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
    inputs: Inputs,
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
    jobs: Jobs,
    guard: Annotated[
        bool,
        typer.Option(
            "--guard/--no-guard",
            help="In CSV, put an apostrophe before words that a spreadsheet would run.",
        ),
    ] = True,
    codebook: Codebooks = None,
    published: Published = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = MOST_BYTES,
    timeout: Timeout = PATIENCE,
    join_pages: JoinPages = True,
    lang: Lang,  # noqa: ARG001 - messages follow it from here on
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
    codebooks = tuple(codebook or ())
    with ending(interrupted="interrupted; the table has what was coded until then"):
        tally = run(tuple(inputs), output, options, jobs=jobs, guard=guard, codebooks=codebooks)
    raise typer.Exit(FAILED if tally.failed else 0)
