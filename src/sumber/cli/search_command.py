"""Options and help of `sumber search` and `sumber who`. Both run without the language model."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from sumber.cli.ending import ending
from sumber.cli.options import Colour, From, Json, Lang, count_option, day_option

SEARCH_HELP = (
    "Search an archive: words, and who said it, who did what to whom, where, when, in which "
    "outlet.\n\n"
    "WORDS are found in all their forms ([b]menaikkan[/b] finds [b]kenaikan[/b]); write "
    '[b]"a phrase"[/b], [b]word OR word[/b], [b]-word[/b] (after [b]--[/b]). All that is given '
    "must hold; the latest comes first.\n\n"
    "[b]Examples[/b]\n"
    "  sumber search harga beras --since 2024-11-01\n"
    "  sumber search '\"stok beras\" OR gabah' --speaker 'Euis Komariah'\n"
    "  sumber search --pair Rusia Ukraina --show events --type ACCUSE\n"
    "  sumber search --finding date-weekday --outlet Lentera --show articles\n"
    "  sumber search banjir --json | jq -r .text"
)
WHO_HELP = (
    "Show who bears a name: how often it is printed, in which offices, from when to when.\n\n"
    "NAME is a name or the beginnings of its words: [b]ret[/b] finds Retno.\n\n"
    "[b]Examples[/b]\n"
    "  sumber who 'Euis Komariah'\n"
    "  sumber who retno --json"
)
EXIT = "Exit status: 0 found or nothing to find, 1 the archive cannot be read, 2 wrong use."


class Shown(StrEnum):
    """What results are."""

    statements = "statements"
    events = "events"
    articles = "articles"


def name_option(help_: str, *names: str) -> typer.models.OptionInfo:
    """An option that takes a name."""
    return typer.Option(*names, metavar="NAME", help=help_)  # type: ignore[no-any-return]


def search(  # noqa: PLR0913 - one parameter an option
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="What to search for.")
    ] = None,
    *,
    show: Annotated[
        Shown | None,
        typer.Option(
            help="What results are.", show_default="events if filtered by them, else statements"
        ),
    ] = None,
    speaker: Annotated[str | None, name_option("Who said it, or on whose word.")] = None,
    actor: Annotated[str | None, name_option("Who takes part, speaks or is named.")] = None,
    pair: Annotated[
        tuple[str, str] | None, typer.Option(metavar="NAME NAME", help="Two actors in one.")
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="PLOVER type of an event.")
    ] = None,
    mode: Annotated[str | None, typer.Option(metavar="MODE", help="PLOVER mode.")] = None,
    status: Annotated[
        str | None,
        typer.Option(metavar="STATUS", help="actual, planned, denied or hypothetical."),
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="direct or indirect.")] = None,
    certainty: Annotated[
        str | None, typer.Option(metavar="CERTAINTY", help="plain, hedged or denied.")
    ] = None,
    place: Annotated[str | None, name_option("Where.")] = None,
    outlet: Annotated[str | None, name_option("Who printed it.")] = None,
    origin: Annotated[str | None, name_option("Agency or source it came through.")] = None,
    finding: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="Of articles with such a finding: date-weekday, …"),
    ] = None,
    since: Annotated[dt.date | None, day_option("Published on this day or later.")] = None,
    until: Annotated[dt.date | None, day_option("Published on this day or before.")] = None,
    limit: Annotated[int, count_option("How many results to show.", most=1000)] = 20,
    after: Annotated[
        str | None,
        typer.Option(metavar="TOKEN", help="Go on after the page that ended with this token."),
    ] = None,
    where: From = None,
    json: Json = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Search an archive; the help above is what users see."""
    with ending():
        from sumber.archive.searching import Query  # noqa: PLC0415 - `--help` needs no database
        from sumber.cli.search import Wanted, run  # noqa: PLC0415 - as above

        query = Query(
            words=" ".join(words) if words else None,
            speaker=speaker,
            actor=actor,
            pair=pair,
            type=type_,
            mode=mode,
            status=status,
            kind=kind,
            certainty=certainty,
            place=place,
            outlet=outlet,
            origin=origin,
            finding=finding,
            since=since.isoformat() if since else None,
            until=until.isoformat() if until else None,
        )
        chosen = show or (Shown.events if type_ or mode or status else Shown.statements)
        run(query, Wanted(chosen.value, limit, after, where, json, lang.value, color))


def who(  # noqa: PLR0913 - one parameter an option
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or the start of its words.")],
    *,
    limit: Annotated[int, count_option("How many names to show.", most=200)] = 20,
    where: From = None,
    json: Json = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Show who bears a name; the help above is what users see."""
    with ending():
        from sumber.cli.search import Wanted, run_who  # noqa: PLC0415 - as above

        run_who(name, Wanted("statements", limit, None, where, json, lang.value, color))
