"""Options and help of `sumber add`. What it does stands in `sumber.cli.add`."""

from __future__ import annotations

from typing import Annotated

import typer

from sumber.cli.ending import FAILED, ending
from sumber.cli.options import (
    MOST_BYTES,
    PATIENCE,
    Codebooks,
    Encoding,
    InputsIfAny,
    Jobs,
    JoinPages,
    Lang,
    MaxBytes,
    Published,
    Timeout,
    To,
)
from sumber.cli.speaking import say

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
    "  sumber add arsip/ --codebook my.toml --reread\n"
    "  sumber add --retry              what was kept aside, once more\n"
    "  sumber add --reread             what an older Sumber read, read again by this one"
)
ADD_EXIT = (
    "Exit status: 0 all is in the archive, 1 some input is not or the archive failed, 2 wrong use."
)


def add(  # noqa: PLR0913 - one parameter an option
    inputs: InputsIfAny = None,
    *,
    to: To = None,
    jobs: Jobs,
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
    codebook: Codebooks = None,
    published: Published = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = MOST_BYTES,
    timeout: Timeout = PATIENCE,
    join_pages: JoinPages = True,
    lang: Lang,  # noqa: ARG001 - messages follow it from here on
) -> None:
    """Read articles and keep them; the help above is what users see."""
    if not (inputs or retry or reread):
        raise typer.BadParameter(say("name what to add: files, directories, globs, URLs, or -"))
    from sumber.article import InputOptions  # noqa: PLC0415 - `--help` needs no word list
    from sumber.cli.add import Wanted, run  # noqa: PLC0415 - as above

    options = InputOptions(
        published=published,
        encoding=encoding,
        max_bytes=max_bytes,
        timeout=timeout,
        join_pages=join_pages,
    )
    wanted = Wanted(
        tuple(inputs or ()),
        to,
        options,
        jobs,
        codebooks=tuple(codebook or ()),
        retry=retry,
        reread=reread,
        json=json,
    )
    with ending(
        interrupted="interrupted; what was acknowledged is kept, run it again for the rest"
    ):
        tally = run(wanted)
    raise typer.Exit(FAILED if tally.refused or tally.missing else 0)
