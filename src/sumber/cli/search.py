"""`sumber search` and `sumber who`: what an archive has, for people or as JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from sumber.archive.results import (
    ArticleHit,
    EventHit,
    Mark,
    Person,
    StatementHit,
)
from sumber.archive.searching import Kind, Query
from sumber.cli.streams import complain, open_console
from sumber.telling import open_archive
from sumber.web.labels import Labels, Language, load_labels
from sumber.web.visible import one_line

FAINT = Style(dim=True)
NAME = Style(color="magenta", bold=True)
MATCH = Style(color="green", bold=True)
INDENT = 2  # columns


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show, how much of it, from where, and how."""

    kind: Kind
    limit: int
    after: str | None
    archive: str | None
    json: bool
    language: Language
    colour: bool | None


@dataclass(frozen=True, slots=True)
class View:
    """Words and a terminal to show them in."""

    labels: Labels
    console: Console


def run(query: Query, wanted: Wanted) -> None:
    """Search and show one page. Raises: UsageError, ArchiveError."""
    with open_archive(wanted.archive) as archive:
        page = archive.search(query, wanted.kind, after=wanted.after, limit=wanted.limit)
    if wanted.json:
        print_lines(page.hits)
        if page.after:
            complain(f"more: --after {page.after}")
        return
    view = View(load_labels(wanted.language), open_console(colour=wanted.colour))
    for hit in page.hits:
        SHOWN[wanted.kind](hit, view)
    if not page.hits:
        view.console.print(Text(view.labels["search_none"], style=FAINT))
    if page.after:
        more = view.labels["search_more"].format(token=page.after)
        view.console.print(Text(more, style=FAINT))


def run_who(name: str, wanted: Wanted) -> None:
    """Show who bears a name. Raises: UsageError, ArchiveError."""
    with open_archive(wanted.archive) as archive:
        persons = archive.who(name, limit=wanted.limit)
    if wanted.json:
        print_lines(persons)
        return
    view = View(load_labels(wanted.language), open_console(colour=wanted.colour))
    for person in persons:
        _show_person(person, view)
    if not persons:
        none = view.labels["who_none"].format(name=one_line(name))
        view.console.print(Text(none, style=FAINT))


def print_lines(records: tuple[Any, ...]) -> None:
    """One line of JSON a record."""
    for record in records:
        sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
    sys.stdout.buffer.flush()


def _show_statement(hit: StatementHit, view: View) -> None:
    labels = view.labels
    who = one_line("; ".join(hit.speakers)) or labels["unnamed"]
    head = Text.assemble((who, NAME), (f" {one_line(hit.cue or '')}".rstrip(), Style(italic=True)))
    if hit.via:
        head.append(f"  {labels['via']} {one_line(', '.join(hit.via))}", FAINT)
    if hit.certainty != "plain":
        head.append(f"  {labels['certainty_' + hit.certainty]}", FAINT)
    _show(head, hit, hit.marks, view)


def _show_event(hit: EventHit, view: View) -> None:
    labels = view.labels
    kind = hit.type if hit.mode is None else f"{hit.type} {hit.mode}"
    head = Text.assemble(
        (kind, Style(bold=True)),
        f" ({labels['status_' + hit.status]})  ",
        (one_line("; ".join(hit.actors)) or labels["unnamed"], NAME),
    )
    if hit.recipients:
        head.append(" > ").append(one_line("; ".join(hit.recipients)), NAME)
    if hit.according_to:
        head.append(f"  {labels['according_to']} {one_line('; '.join(hit.according_to))}", FAINT)
    facts = ", ".join(
        fact for fact in (hit.place, labels.date(hit.time) if hit.time else None) if fact
    )
    if facts:
        head.append(f"  {one_line(facts)}", FAINT)
    _show(head, hit, (*hit.marks, hit.trigger), view)


def _show_article(hit: ArticleHit, view: View) -> None:
    labels = view.labels
    head = Text(one_line(hit.printed.headline or labels["untitled"]), style=Style(bold=True))
    counts = labels["count_statements"].format(count=hit.statements)
    head.append(f"  {counts}", FAINT)
    _show(head, hit, hit.marks, view)


SHOWN: dict[Kind, Callable[[Any, View], None]] = {
    "statements": _show_statement,
    "events": _show_event,
    "articles": _show_article,
}


def _show(
    head: Text, hit: StatementHit | EventHit | ArticleHit, marks: Sequence[Mark], view: View
) -> None:
    """One result: who, the words with what matches marked, and where they stand."""
    labels, console, printed = view.labels, view.console, hit.printed
    console.print(head)
    body = _marked(hit.text, marks, colour=console.color_system is not None)
    for row in body.wrap(console, max(20, console.width - INDENT)):
        row.rstrip()
        console.print(Text(" " * INDENT) + row)
    day = labels.date(printed.published) if printed.published else labels["undated"]
    facts = [printed.outlet, day, f"{labels['article']} {printed.article}"]
    if hit.origins is not None:
        facts.append(labels["origins"].format(count=hit.origins))
    line = " · ".join(one_line(fact) for fact in facts if fact)
    console.print(Text(" " * INDENT + line, style=FAINT))
    console.print()


def _marked(words: str, marks: Sequence[Mark], *, colour: bool) -> Text:
    """The words on one line; without colour brackets stand around what matches."""
    text, last = Text(), 0
    for start, stop in sorted(marks):
        if start < last:
            continue
        text.append(_flat(words[last:start]))
        match = _flat(words[start:stop])
        text.append(match if colour else f"[{match}]", MATCH)
        last = stop
    return text.append(_flat(words[last:]))


def _flat(words: str) -> str:
    """Words of a page on one line, safe to show, with the spaces at their ends."""
    shown = one_line(f"|{words}|")
    return shown[1:-1]


def _show_person(person: Person, view: View) -> None:
    labels, console = view.labels, view.console
    console.print(Text(one_line(person.name), style=NAME))
    counts = labels["who_counts"].format(
        articles=person.articles, statements=person.statements, events=person.events
    )
    span = _span(person.first, person.last)
    console.print(Text(f"  {counts}{span}", style=FAINT))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2))
    for role in person.roles:
        table.add_row(
            Text(f"  {one_line(role.role or '')}"),
            Text(str(role.articles), justify="right"),
            Text(_span(role.first, role.last).lstrip(", "), style=FAINT),
        )
    if person.roles:
        console.print(table)
    console.print()


def _span(first: str | None, last: str | None) -> str:
    """From one day to another, after a comma; empty if unknown."""
    if first is None or last is None:
        return ""
    return f", {first}" if first == last else f", {first} – {last}"
