"""Options and help of `sumber story` and `sumber timeline`; they run without the language model."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from sumber.cli.ending import ending
from sumber.cli.options import Colour, From, Lang, count_option, day_option

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


def story(  # noqa: PLR0913 - one parameter an option
    story: Annotated[
        str | None, typer.Argument(metavar="STORY", help="A story, or an article of it.")
    ] = None,
    *,
    source: From = None,
    since: Annotated[
        dt.date | None, day_option("Without STORY: articles published on this day or later.")
    ] = None,
    until: Annotated[
        dt.date | None, day_option("Without STORY: articles published on this day or earlier.")
    ] = None,
    limit: Annotated[int, count_option("Without STORY: how many.", most=1000)] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one line a story.")] = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Show a story; the help above is what users see."""
    from sumber.cli import story as show  # noqa: PLC0415 - `--help` needs no archive

    with ending():
        view = show.View(json=json, colour=color, language=lang.value)
        if story is None:
            show.show_largest(source, since, until, limit, view)
        else:
            show.show_story(source, story, view)


def timeline(
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story, or an article of it.")],
    *,
    source: From = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one line a step.")] = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Show a timeline; the help above is what users see."""
    from sumber.cli import story as show  # noqa: PLC0415 - `--help` needs no archive

    with ending():
        view = show.View(json=json, colour=color, language=lang.value)
        show.show_timeline(source, story, view)
