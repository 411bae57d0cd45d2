"""Options and help of `sumber tension`. What it does stands in `sumber.cli.tensing`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sumber.cli.ending import ending
from sumber.cli.options import Colour, Lang

TENSION_HELP = (
    "Show what two parties do to each other over time: cooperation and conflict by week or month.\n"
    "\n"
    "A and B are countries (an ISO code, or their name in Indonesian or English) or actors as the "
    "table names them. EVENTS is a table that [b]sumber code[/b] wrote. Each event counts with its "
    "PLOVER score, from -10 (conflict) to +10 (cooperation); only what happened counts, unless "
    "--status says otherwise. An event whose day the text does not tell counts at the day of "
    "publication.\n\n"
    "[b]Examples[/b]\n"
    "  sumber tension IDN 'Korea Utara' events.parquet\n"
    "  sumber tension Iran 'Amerika Serikat' events.csv --by month --plot tension.svg\n"
    "  sumber tension KPK DPR events.jsonl --events\n"
    "  sumber tension RUS UKR events.parquet --status actual --status planned --json"
)
TENSION_EXIT = "Exit status: 0 fine, 1 the table could not be read or drawn, 2 wrong use."


class Period(StrEnum):
    """Lengths of a period."""

    week = "week"
    month = "month"


class Status(StrEnum):
    """Whether an act happened."""

    actual = "actual"
    planned = "planned"
    denied = "denied"
    hypothetical = "hypothetical"


def tension(  # noqa: PLR0913 - one parameter an option
    a: Annotated[str, typer.Argument(metavar="A", help="Country or actor.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Country or actor.")],
    events: Annotated[Path, typer.Argument(metavar="EVENTS", help="Table of events.")],
    *,
    by: Annotated[Period, typer.Option(help="Length of a period.")] = Period.week,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw a picture: .svg or .png.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the periods as one JSON.")] = False,
    show_events: Annotated[
        bool, typer.Option("--events", help="List the events too, each with its word.")
    ] = False,
    status: Annotated[
        list[Status] | None,
        typer.Option(help="Count these events; may be given again.", show_default="actual"),
    ] = None,
    directed: Annotated[
        bool, typer.Option("--directed", help="Only what A does to B, and both together.")
    ] = False,
    own_word: Annotated[
        bool,
        typer.Option("--own-word", help="Only what outlets tell themselves, on nobody's word."),
    ] = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Show a dyad; the help above is what users see."""
    from sumber.cli.tensing import Asked, run  # noqa: PLC0415 - `--help` needs no word list
    from sumber.tables.tension import TensionOptions  # noqa: PLC0415 - as above

    options = TensionOptions(
        by=by.value,
        statuses=tuple(one.value for one in status or (Status.actual,)),
        directed=directed,
        own_word=own_word,
    )
    asked = Asked(
        a=a,
        b=b,
        events=events,
        plot=plot,
        json=json,
        show_events=show_events,
        language=lang.value,
        colour=color,
    )
    with ending():
        run(asked, options)
