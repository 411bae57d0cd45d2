"""`sumber tension`: a table of events in, a dyad's periods out, as table, picture or JSON."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from sumber.cli.streams import complain, open_console
from sumber.tables.files import ending_of, read_rows
from sumber.tables.plot import check_plot, draw
from sumber.tables.tension import Act, Period, Tension, TensionOptions, party, tension
from sumber.web.labels import Labels, Language, load_labels
from sumber.web.visible import one_line

BAR = 16  # columns of a bar at most
SCORE = 8  # columns of a sum
GAP = 3  # columns between two
WIDE = 80  # columns that a row of an event needs to stand in one line
UP, DOWN = Style(color="blue"), Style(color="red")
FAINT = Style(dim=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks for."""

    a: str
    b: str
    events: Path
    plot: Path | None = None
    json: bool = False
    show_events: bool = False
    language: Language = "en"
    colour: bool | None = None


def run(asked: Asked, options: TensionOptions) -> Tension:
    """Show a dyad. Raises: UsageError, InputError, SetupError, OSError."""
    ending_of(asked.events)
    if asked.plot:
        check_plot(asked.plot)
    labels = load_labels(asked.language)
    found = tension(read_rows(asked.events), party(asked.a), party(asked.b), options)
    if asked.json:
        sys.stdout.buffer.write(msgspec.json.encode(as_json(found)) + b"\n")
    else:
        show(found, open_console(colour=asked.colour), labels, events=asked.show_events)
    if asked.plot and found.periods:
        draw(found, asked.plot, labels.words)
        complain(f"wrote {asked.plot}")
    elif asked.plot:
        complain(f"{asked.plot}: not written, since there is no event between the two")
    return found


def as_json(found: Tension) -> dict[str, object]:
    """The periods with their sums, counts and events."""
    return {
        "a": found.a,
        "b": found.b,
        "by": found.by,
        "undated": found.undated,
        "by_publication": found.by_publication,
        "periods": [
            {
                "start": period.start,
                "cooperation": round(period.cooperation, 2),
                "conflict": round(period.conflict, 2),
                "cooperative_events": period.count(1),
                "conflictual_events": period.count(-1),
                "events": period.acts,
            }
            for period in found.periods
        ],
    }


def show(found: Tension, console: Console, labels: Labels, *, events: bool) -> None:
    """Print the periods, and the events if they are asked for."""
    title = f"{found.a.name} – {found.b.name}"
    console.print(Text(one_line(title), style=Style(bold=True)))
    if not found.periods:
        console.print(Text(labels["tension_none"], style=FAINT))
    else:
        console.print(_period_table(found, console, labels))
        if events:
            console.print()
            console.print(_event_table(found, console, labels))
    for count, key in (
        (found.by_publication, "tension_by_publication"),
        (found.undated, "tension_undated"),
    ):
        if count:
            console.print(Text(labels[key].format(count=count), style=FAINT))


def _table(console: Console) -> Table:
    plain = console.options.ascii_only
    return Table(
        box=box.ASCII2 if plain else box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        header_style=FAINT,
        safe_box=True,
    )


def _period_table(found: Tension, console: Console, labels: Labels) -> Table:
    table = _table(console)
    names = [labels[key] for key in (f"by_{found.by}", "conflict", "cooperation", "tension_count")]
    bar = _bar_width(names, console.width)
    table.add_column(names[0], no_wrap=True)
    table.add_column(names[1], justify="right", style=DOWN, no_wrap=True)
    table.add_column("", justify="right", style=DOWN, width=bar, no_wrap=True)
    table.add_column("", style=UP, width=bar, no_wrap=True)
    table.add_column(names[2], justify="right", style=UP, no_wrap=True)
    table.add_column(names[3], justify="right", no_wrap=True)
    most = max(max(p.cooperation, -p.conflict) for p in found.periods) or 1.0
    sign = "#" if console.options.ascii_only else "█"
    for period in found.periods:
        table.add_row(
            _start(period, found),
            _sum(period.conflict),
            sign * round(-period.conflict / most * bar),
            sign * round(period.cooperation / most * bar),
            _sum(period.cooperation),
            str(len(period.acts)) if period.acts else "",
        )
    return table


def _bar_width(names: list[str], width: int) -> int:
    """What the columns of days, sums and counts leave for each bar, at least one."""
    cells = (len("2024-11-04"), SCORE, SCORE, 0)
    taken = sum(max(cell_len(name), least) for name, least in zip(names, cells, strict=True))
    return max(1, min(BAR, (width - taken - 5 * GAP) // 2))


def _start(period: Period, found: Tension) -> str:
    return period.start.strftime("%Y-%m") if found.by == "month" else period.start.isoformat()


def _sum(score: float) -> str:
    return f"{score:+.1f}" if score else ""


def _event_table(found: Tension, console: Console, labels: Labels) -> Table:
    table = _table(console)
    table.add_column(labels["event_when"], no_wrap=True)
    table.add_column(labels["event_type"], no_wrap=console.width >= WIDE)
    table.add_column(labels["event_score"], justify="right", no_wrap=True)
    table.add_column(f"{labels['event_who']} > {labels['event_whom'].lower()}", ratio=3)
    table.add_column(labels["event_word"], ratio=2)
    for period in found.periods:
        for act in period.acts:
            table.add_row(*_cells(act, labels))
    return table


def _cells(act: Act, labels: Labels) -> tuple[Text, ...]:
    what = f"{act.type} {act.mode}" if act.mode else act.type
    if act.status != "actual":
        what = f"{what} ({labels['status_' + act.status]})"
    words = (
        act.date.isoformat(),
        what,
        f"{act.score:+.1f}",
        f"{act.actor or '–'} > {act.recipient or '–'}",
        act.according_to or "",
    )
    return tuple(Text(one_line(word)) for word in words)
