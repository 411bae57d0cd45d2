"""Options and help of `sumber add`. What it does stands in `sumber.cli.add`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import Annotated

import typer

from sumber.cli.options import FAILED, INTERRUPTED, parse_date
from sumber.cli.streams import complain
from sumber.errors import SumberError, UsageError

ADD_HELP = (
    "Read articles and keep their readings in an archive.\n\n"
    "INPUTS are all that [b]sumber read[/b] takes, and the readings that [b]sumber read --json[/b] "
    "printed. The archive is a file, or a PostgreSQL database by its URL; it is made if it is not "
    "there.\n\n"
    "Adding the same again changes nothing, so a run that was cut off is simply run again. An "
    "article that its outlet changed gets a new edition beside the old one: [b]sumber diff[/b] "
    "shows what was changed. What cannot be read is kept aside with the reason.\n\n"
    "[b]Examples[/b]\n"
    "  sumber add arsip/ unduhan/*.html\n"
    "  sumber add berita.jsonl.gz --to pemilu.db --jobs 8\n"
    "  sumber add readings.jsonl --to postgresql://desk@localhost/arsip\n"
    "  sumber add --retry              what was kept aside, once more\n"
    "  sumber add --reread             what an older Sumber read, read again by this one"
)
ADD_EXIT = (
    "Exit status: 0 all is in the archive, 1 some input is not or the archive failed, 2 wrong use."
)


def add(  # noqa: PLR0913 - one parameter an option
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUTS", help="Files, directories, globs, URLs, -."),
    ] = None,
    *,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="ARCHIVE",
            help="File or postgresql:// URL of the archive.",
            show_default="$SUMBER_ARCHIVE, else archive.db",
        ),
    ] = None,
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
    retry: Annotated[bool, typer.Option("--retry", help="Try again what was kept aside.")] = False,
    reread: Annotated[
        bool,
        typer.Option(
            "--reread",
            help="Read again what another version of Sumber read: of INPUTS, else of the archive.",
        ),
    ] = False,
    json: Annotated[
        bool,
        typer.Option("--json", help="Print a line of JSON for each article, once it is kept."),
    ] = False,
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
    """Read articles and keep them; the help above is what users see."""
    if not (inputs or retry or reread):
        raise typer.BadParameter("name what to add: files, directories, globs, URLs, or -")
    from sumber.article import InputOptions  # noqa: PLC0415 - `--help` needs no word list
    from sumber.cli.add import Wanted, run  # noqa: PLC0415 - as above

    options = InputOptions(
        published=published,
        encoding=encoding,
        max_bytes=max_bytes,
        timeout=timeout,
        join_pages=join_pages,
    )
    wanted = Wanted(tuple(inputs or ()), to, options, jobs, retry=retry, reread=reread, json=json)
    try:
        tally = run(wanted)
        sys.stdout.flush()
    except UsageError as error:
        raise typer.BadParameter(str(error)) from error
    except SumberError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted; what was acknowledged is kept, run it again for the rest")
        raise typer.Exit(INTERRUPTED) from None
    raise typer.Exit(FAILED if tally.refused else 0)
