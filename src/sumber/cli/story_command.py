"""Options and help of `sumber story` and `sumber timeline`; they run without the language model."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from sumber.cli.options import FAILED, INTERRUPTED, Interface, language_asked, parse_date
from sumber.cli.streams import complain
from sumber.errors import SumberError, UsageError

STORY_HELP = (
    "Show what is told about one event: by how many articles, texts and independent origins, who "
    "says what, and where accounts differ.\n\n"
    "STORY is the id of a story, or an article of it by its id, number or address. Without it you "
    "see the stories with most articles.\n\n"
    "Articles that print one text count once; texts of one agency or one press release come from "
    "one origin. What an article does not mention is shown as such, never as a claim.\n\n"
    "[b]Examples[/b]\n"
    "  sumber story --since 2025-03-01\n"
    "  sumber story https://contoh.id/berita/nikel\n"
    "  sumber story 0f3a9c21d4b7e8 --json | jq .differences"
)
TIMELINE_HELP = (
    "Show when what became known about one event: the first report, then what each article "
    "adds.\n\n"
    "STORY is the id of a story, or an article of it by its id, number or address.\n\n"
    "[b]Examples[/b]\n"
    "  sumber timeline 0f3a9c21d4b7e8\n"
    "  sumber timeline https://contoh.id/berita/nikel --json"
)
EXIT = "Exit status: 0 shown, 1 no such story or the archive cannot be read, 2 wrong use."

Where = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="ARCHIVE",
        help="File or postgresql:// URL of the archive.",
        show_default="$SUMBER_ARCHIVE, else archive.db",
    ),
]
Lang = Annotated[
    Interface,
    typer.Option(
        default_factory=language_asked, show_default="from LANG", help="Language of the labels."
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


def day_option(help_: str) -> typer.models.OptionInfo:
    """An option that takes a day."""
    return typer.Option(metavar="DATE", parser=parse_date, help=help_)  # type: ignore[no-any-return]


@contextmanager
def told() -> Iterator[None]:
    """Say what went wrong in one line, with its exit status."""
    try:
        yield
        sys.stdout.flush()
    except UsageError as error:
        raise typer.BadParameter(str(error)) from error
    except SumberError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted")
        raise typer.Exit(INTERRUPTED) from None


def story(  # noqa: PLR0913 - one parameter an option
    story: Annotated[
        str | None, typer.Argument(metavar="STORY", help="A story, or an article of it.")
    ] = None,
    *,
    source: Where = None,
    since: Annotated[
        dt.date | None, day_option("Without STORY: articles published on this day or later.")
    ] = None,
    until: Annotated[
        dt.date | None, day_option("Without STORY: articles published on this day or earlier.")
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=1000, help="Without STORY: how many.")
    ] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one line a story.")] = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Show a story; the help above is what users see."""
    from sumber.cli import story as show  # noqa: PLC0415 - `--help` needs no archive

    with told():
        view = show.View(json=json, colour=color, language=lang.value)
        if story is None:
            show.show_largest(source, since, until, limit, view)
        else:
            show.show_story(source, story, view)


def timeline(
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story, or an article of it.")],
    *,
    source: Where = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one line a step.")] = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Show a timeline; the help above is what users see."""
    from sumber.cli import story as show  # noqa: PLC0415 - `--help` needs no archive

    with told():
        view = show.View(json=json, colour=color, language=lang.value)
        show.show_timeline(source, story, view)
