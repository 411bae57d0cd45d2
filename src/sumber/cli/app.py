"""Commands, their options and their help. What they do stands in `sumber.cli.read`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sumber._version import __version__
from sumber.cli.add_command import ADD_EXIT, ADD_HELP, add
from sumber.cli.archive_commands import DIFF_HELP, EXPORT_HELP, diff, export
from sumber.cli.code_command import CODE_EXIT, CODE_HELP, code
from sumber.cli.codebook_command import codebook_app
from sumber.cli.ending import FAILED, ending
from sumber.cli.options import (
    MOST_BYTES,
    PATIENCE,
    Codebooks,
    Colour,
    Encoding,
    Inputs,
    JoinPages,
    Lang,
    MaxBytes,
    Published,
    Timeout,
)
from sumber.cli.search_command import EXIT, SEARCH_HELP, WHO_HELP, search, who
from sumber.cli.story_command import EXIT as STORY_EXIT
from sumber.cli.story_command import STORY_HELP, TIMELINE_HELP, story, timeline
from sumber.cli.streams import close_quietly, complain, write_errors_safely
from sumber.cli.tension_command import TENSION_EXIT, TENSION_HELP, tension

HELP = (
    "Read Indonesian news: who said what, when, and through whose hands it came.\n\n"
    "Every field of a reading points at the characters of the article that it rests on. Nothing "
    "is sent anywhere, and a claim stays a claim."
)
READ_HELP = (
    "Read articles and show what each is made of.\n\n"
    "INPUTS are HTML pages, plain texts (.txt), JSON Lines (.jsonl with the fields id, url, "
    "outlet, headline, published, text), directories and globs of these, web addresses, or - for "
    "standard input.\n\n"
    "For each article you see where it comes from, its text with quotations, speakers and times "
    "marked, who said what, when things happened, and what cannot be right: a weekday that "
    "contradicts its date, a date that does not exist, a quotation without a speaker.\n\n"
    "[b]Examples[/b]\n"
    "  sumber read berita.html\n"
    "  sumber read --published 2024-11-02 siaran-pers.txt\n"
    "  sumber read arsip/ --json > readings.jsonl\n"
    "  sumber read arsip/*.html --html readings.html\n"
    "  curl -s https://contoh.id/berita | sumber read - --lang id"
)
READ_EXIT = "Exit status: 0 all was read, 1 some input could not be read, 2 wrong use."

app = typer.Typer(
    name="sumber",
    help=HELP,
    epilog="Begin with [b]sumber read berita.html[/b]; [b]sumber read --help[/b] has examples.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(codebook_app)


def main() -> None:
    """Run the command line. Ends the process: 0 fine, 1 an input failed, 2 wrong use."""
    write_errors_safely()
    if sys.stdout is None:
        complain("standard output is closed; give it a place to write to")
        sys.exit(FAILED)
    try:
        app()
    except OSError as error:
        close_quietly()
        complain(f"cannot write: {(error.strerror or type(error).__name__).lower()}")
        sys.exit(FAILED)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sumber {__version__}")
        raise typer.Exit


@app.callback()
def sumber(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options of the program itself."""


@app.command(help=READ_HELP, epilog=READ_EXIT)
def read(  # noqa: PLR0913 - one parameter an option
    inputs: Inputs,
    *,
    json: Annotated[
        bool, typer.Option("--json", help="Print JSON Lines: one reading a line.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write one self-contained page with all readings."),
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = MOST_BYTES,
    timeout: Timeout = PATIENCE,
    join_pages: JoinPages = True,
    codebook: Codebooks = None,
    lang: Lang,
    color: Colour = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say on standard error what was read, how fast.")
    ] = False,
) -> None:
    """Read articles; the help above is what users see."""
    from sumber.article import InputOptions  # noqa: PLC0415 - `--help` needs no word list
    from sumber.cli.read import Show, run  # noqa: PLC0415 - `--help` needs no word list
    from sumber.reading import ReadingOptions  # noqa: PLC0415

    options = InputOptions(
        published=published,
        encoding=encoding,
        max_bytes=max_bytes,
        timeout=timeout,
        join_pages=join_pages,
    )
    show = Show(json=json, html=html, colour=color, language=lang.value, verbose=verbose)
    reading = ReadingOptions(codebooks=tuple(codebook or ()))
    with ending():
        tally = run(inputs, options, show, reading)
    raise typer.Exit(FAILED if tally.failed else 0)


app.command("add", help=ADD_HELP, epilog=ADD_EXIT)(add)
app.command("code", help=CODE_HELP, epilog=CODE_EXIT)(code)
app.command("tension", help=TENSION_HELP, epilog=TENSION_EXIT)(tension)
app.command("story", help=STORY_HELP, epilog=STORY_EXIT)(story)
app.command("timeline", help=TIMELINE_HELP, epilog=STORY_EXIT)(timeline)
app.command("search", help=SEARCH_HELP, epilog=EXIT)(search)
app.command("diff", help=DIFF_HELP, epilog=EXIT)(diff)
app.command("export", help=EXPORT_HELP, epilog=EXIT)(export)
app.command("who", help=WHO_HELP, epilog=EXIT)(who)
