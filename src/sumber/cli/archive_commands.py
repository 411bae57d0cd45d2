"""Options and help of `sumber diff` and `sumber export`. Both run without the language model."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sumber.cli.ending import ending
from sumber.cli.options import Colour, From, Json, Lang

DIFF_HELP = (
    "Show what an outlet changed in an article after publication, and whether it says so.\n\n"
    "ARTICLE is its number in the archive, its address, or its id.\n\n"
    "[b]Examples[/b]\n"
    "  sumber diff 1024\n"
    "  sumber diff https://contoh.id/berita/1 --json"
)
EXPORT_HELP = (
    "Write tables of an archive as files for other programs.\n\n"
    "TABLE is one of the tables in docs/archive.md ([b]articles[/b], [b]statements[/b], "
    "[b]speakers[/b], [b]events[/b], [b]participants[/b], [b]times[/b], [b]places[/b], …), "
    "[b]readings[/b] (JSON Lines that "
    "[b]sumber add[/b] takes back), or [b]all[/b].\n\n"
    "[b]Examples[/b]\n"
    "  sumber export statements -o tabel\n"
    "  sumber export all -o tabel --format csv\n"
    "  sumber export readings -o cadangan --format jsonl"
)


class Format(StrEnum):
    """The formats of files."""

    parquet = "parquet"
    csv = "csv"
    jsonl = "jsonl"


def diff(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Number, address or id.")],
    *,
    where: From = None,
    json: Json = False,
    lang: Lang,
    color: Colour = None,
) -> None:
    """Show what was changed; the help above is what users see."""
    with ending():
        from sumber.cli.diff import run  # noqa: PLC0415 - `--help` needs no database

        run(article, where, json=json, language=lang.value, colour=color)


def export(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="A table, readings, or all.")],
    *,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Directory for the files; made.")
    ],
    form: Annotated[Format, typer.Option("--format", help="Format of the files.")] = Format.parquet,
    where: From = None,
    lang: Lang,  # noqa: ARG001 - messages follow it from here on
) -> None:
    """Write tables as files; the help above is what users see."""
    with ending():
        from sumber.cli.export import run  # noqa: PLC0415 - `--help` needs no database

        run(table, out, form.value, where)
