"""`sumber codebook`: which entries there are, and what they make of a sentence."""

from __future__ import annotations

import json as json_lines
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sumber.cli.ending import ending
from sumber.cli.options import Codebooks, Colour, Json, Lang
from sumber.cli.speaking import say
from sumber.web.visible import one_line

if TYPE_CHECKING:
    from sumber.cli.rows import Rows
    from sumber.events import Draft, Scene
    from sumber.lexicon.codebook import Entry
    from sumber.reading import ReadingOptions
    from sumber.web.labels import Labels

ACT_COLUMNS = (
    "codebook_words",
    "event_type",
    "event_who",
    "event_whom",
    "codebook_status",
    "codebook_sure",
    "codebook_rule",
)
ENTRY_COLUMNS = ("codebook_entry", "codebook_forms", "codebook_example")
HELP = (
    "Ask the codebook of events.\n\n"
    "The codebook says which Indonesian words tell of an act, of which PLOVER type, and who acts "
    "on whom. It is data: write entries of your own in a TOML file and join it with --codebook."
)
EXPLAIN_HELP = (
    "Show which entries fire in a sentence, and why.\n\n"
    "For each act: the words that tell it, the entry and the voice that fired, who acts on whom, "
    "its status, and how sure it is that a careful reader would mark it. Acts below the threshold "
    "are not given out by `sumber read`.\n\n"
    "[b]Examples[/b]\n"
    '  sumber codebook explain "Kyiv menuduh Moskow melanggar gencatan senjata."\n'
    '  sumber codebook explain --codebook my.toml "Ormas itu menggeruduk kantor bupati."'
)
LIST_HELP = (
    "List the entries, with their forms and examples.\n\n"
    "Without options you see all of them; --type and --word together narrow the list.\n\n"
    "[b]Examples[/b]\n"
    "  sumber codebook list --type ACCUSE\n"
    "  sumber codebook list --word menarik\n"
    "  sumber codebook list --json | jq .name"
)

codebook_app = typer.Typer(
    name="codebook",
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@codebook_app.command(help=EXPLAIN_HELP)
def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence in quotes.")],
    *,
    codebook: Codebooks = None,
    json: Json = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Show what the codebook makes of a sentence; the help above is what users see."""
    from sumber.article import article_from_text  # noqa: PLC0415 - `--help` needs no word list
    from sumber.reading import find_acts  # noqa: PLC0415 - as above
    from sumber.web.labels import load_labels  # noqa: PLC0415 - as above

    with ending():
        scene = find_acts(article_from_text(sentence, source="sentence"), _options(codebook))
        rows, labels = list(_explained(scene)), load_labels(lang.value)
        if json:
            _print_lines(rows)
        elif rows:
            _print(_table_of_acts(rows, labels), color)
        else:
            typer.echo(labels["codebook_none"])


@codebook_app.command("list", help=LIST_HELP)
def list_entries(  # noqa: PLR0913 - one parameter an option
    *,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only entries of this type.")
    ] = None,
    word: Annotated[
        str | None, typer.Option(metavar="WORD", help="Only entries with a form of this word.")
    ] = None,
    codebook: Codebooks = None,
    json: Json = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """List entries; the help above is what users see."""
    from sumber.lexicon.codebook import load_codebook  # noqa: PLC0415 - `--help` needs no word list
    from sumber.lexicon.plover import load_plover  # noqa: PLC0415 - as above
    from sumber.web.labels import load_labels  # noqa: PLC0415 - as above

    types = load_plover().types
    if kind is not None and kind.upper() not in types:
        raise typer.BadParameter(say(f"{kind!r} is no type; the types are {', '.join(types)}"))
    with ending():
        rows = [
            _listed(entry)
            for entry in load_codebook(_options(codebook).codebooks).entries
            if (kind is None or entry.type == kind.upper())
            and (word is None or any(word.lower() in form.words for form in entry.forms))
        ]
        if json:
            _print_lines(rows)
        else:
            labels = load_labels(lang.value)
            _print(_table_of_entries(rows, labels), color)
            typer.echo(labels["codebook_count"].format(count=len(rows)))


def _options(files: list[Path] | None) -> ReadingOptions:
    from sumber.reading import ReadingOptions  # noqa: PLC0415

    return ReadingOptions(codebooks=tuple(files or ()))


def _explained(scene: Scene) -> Iterator[dict[str, Any]]:
    """One row for each act that the codebook sees in a text."""
    from sumber.events import find_facts, load_salience  # noqa: PLC0415

    salience = load_salience()
    for number, draft in enumerate(scene.drafts):
        facts = find_facts(scene, number)
        probability = salience.probability(facts)
        yield {
            **_told(scene, draft),
            "probability": round(probability, 2),
            "given_out": probability >= salience.threshold,
            "facts": list(facts),
        }


def _told(scene: Scene, draft: Draft) -> dict[str, Any]:
    event, cast = draft.event, scene.cast
    text = scene.words.parse.text
    return {
        "words": text[event.trigger.start : event.trigger.stop],
        "type": event.type,
        "mode": event.mode,
        "actors": [cast.actors[i].name for i in event.actors],
        "recipients": [cast.actors[i].name for i in event.recipients],
        "status": event.status,
        "rule": event.rule,
        "file": draft.trigger.entry.file,
        "example": draft.trigger.entry.example,
    }


def _listed(entry: Entry) -> dict[str, Any]:
    """An entry as a row."""
    return {
        "name": entry.name,
        "type": entry.type,
        "mode": entry.mode,
        "forms": [str(form) for form in entry.forms],
        "example": entry.example,
        "file": entry.file,
    }


def _table_of_acts(rows: list[dict[str, Any]], labels: Labels) -> Rows:
    from sumber.cli.rows import Rows  # noqa: PLC0415 - `--help` needs none

    table = Rows(tuple(labels[key] for key in ACT_COLUMNS), least=100)
    for row in rows:
        left_out = "" if row["given_out"] else f" ({labels['codebook_left_out']})"
        kind = row["type"] + (f" {row['mode']}" if row["mode"] else "")
        who, whom = (_names(row["actors"]), _names(row["recipients"]))
        status, sure = labels[f"status_{row['status']}"], f"{row['probability']:.2f}{left_out}"
        table.add_row(one_line(row["words"]), kind, who, whom, status, sure, row["rule"])
    return table


def _names(names: list[str]) -> str:
    return one_line(", ".join(names)) or "-"


def _table_of_entries(rows: list[dict[str, Any]], labels: Labels) -> Rows:
    from sumber.cli.rows import Rows  # noqa: PLC0415 - as above

    table = Rows(tuple(labels[key] for key in ENTRY_COLUMNS), least=72)
    for row in rows:
        table.add_row(row["name"], ", ".join(row["forms"]), row["example"])
    return table


def _print(rows: Rows, colour: bool | None) -> None:
    from sumber.cli.streams import open_console  # noqa: PLC0415 - as above

    open_console(colour=colour).print(rows)


def _print_lines(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        sys.stdout.write(json_lines.dumps(row, ensure_ascii=False) + "\n")
