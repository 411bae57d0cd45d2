"""`sumber diff`: what an outlet changed in an article, for people or as JSON."""

from __future__ import annotations

import sys

import msgspec
from rich.console import Console
from rich.style import Style
from rich.text import Text

from sumber.archive import open_archive
from sumber.archive.differences import Change, Difference
from sumber.archive.results import EditionInfo
from sumber.cli.streams import open_console
from sumber.web.labels import Labels, Language, load_labels
from sumber.web.visible import one_line, visible

STYLES: dict[Change, Style] = {
    "kept": Style(dim=True),
    "out": Style(color="red", strike=True),
    "in": Style(color="green", bold=True),
}
BRACKETS: dict[Change, tuple[str, str]] = {
    "kept": ("", ""),
    "out": ("[-", "-]"),
    "in": ("{+", "+}"),
}
AROUND = 80  # characters of kept text that are shown on either side of a change


def run(
    article: str, where: str | None, *, json: bool, language: Language, colour: bool | None
) -> None:
    """Show the editions of an article. Raises: ArchiveError, NoSuchArticle."""
    with open_archive(where) as archive:
        history = archive.history(article)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(history) + b"\n")
        return
    labels, console = load_labels(language), open_console(colour=colour)
    console.print(Text(one_line(history.headline or labels["untitled"]), Style(bold=True)))
    console.print(Text(one_line(history.url or history.given_id), Style(dim=True)))
    if len(history.editions) == 1:
        console.print(Text(labels["diff_one"]))
    for edition in history.editions:
        _show(edition, labels, console)


def _show(edition: EditionInfo, labels: Labels, console: Console) -> None:
    head = labels["diff_edition"].format(number=edition.number, filed=edition.filed)
    line = Text(f"\n{head}", Style(bold=True))
    if edition.number > 1:
        key = "diff_announced" if edition.announced else "diff_silent"
        line.append(f"  {labels[key]}", Style(color="yellow" if edition.announced else "red"))
    console.print(line)
    for difference in edition.differences:
        console.print(_words(difference, colour=console.color_system is not None))


def _words(difference: Difference, *, colour: bool) -> Text:
    """The field's name, and its words with what was taken out and put in."""
    text = Text.assemble((f"{difference.field}: ", Style(italic=True)))
    last = len(difference.pieces) - 1
    for at, piece in enumerate(difference.pieces):
        words = visible(piece.text)
        if piece.change == "kept":
            words = _shortened(words, first=at == 0, last=at == last)
        opened, closed = ("", "") if colour else BRACKETS[piece.change]
        text.append(f"{opened}{words}{closed}", STYLES[piece.change])
    return text


def _shortened(words: str, *, first: bool, last: bool) -> str:
    """Kept text: what lies next to a change, and a sign for the rest."""
    if len(words) <= 2 * AROUND:
        return words
    head = "" if first else words[:AROUND]
    tail = "" if last else words[-AROUND:]
    return f"{head} … {tail}"
