"""What happened, where and how many, as tables in a terminal: below the text of a reading.

In: a `Reading` and a `View`. Out: Rich renderables; nothing where there is nothing to show. Used by
`terminal`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.style import Style
from rich.text import Text

from sumber.cli.view import FAINT, View
from sumber.records import Place, Reading
from sumber.web.happenings import Told, find_counts, find_spots, find_told
from sumber.web.visible import one_line

PARTY = Style(bold=True)
COLOURS = {"cooperation": Style(color="green"), "conflict": Style(color="yellow")}


def event_table(reading: Reading, view: View) -> Iterator[RenderableType]:
    """Who did what to whom, when, where, on whose word."""
    labels = view.labels
    yield view.title(labels["events"])
    told = find_told(reading)
    if not told:
        yield Text(labels["events_none"], style=FAINT)
        yield Text()
        return
    table = view.table()
    table.add_column(f"{labels['event_who']} {view.signs.arrow} {labels['event_whom']}", ratio=5)
    table.add_column(labels["event_what"], ratio=5)
    table.add_column(f"{labels['event_when']}, {labels['event_where']}", ratio=3)
    table.add_column(labels["event_word"], ratio=3)
    for one in told:
        table.add_row(_parties(one, view), _deed(one, view), _setting(one, view), _word(one))
    yield table
    yield Text()


def _parties(one: Told, view: View) -> Text:
    nobody = (view.labels["nobody"], Style(italic=True, dim=True))
    line = Text.assemble((one_line(", ".join(one.who)), PARTY) if one.who else nobody)
    if one.whom:
        line.append(f"\n{view.signs.arrow} ", COLOURS[one.kind])
        line.append(one_line(", ".join(one.whom)), PARTY)
    return line


def _deed(one: Told, view: View) -> Text:
    event = one.event
    code = f"{event.type} {event.mode}" if event.mode else event.type
    line = Text.assemble((code, COLOURS.get(one.kind, PARTY)))
    line.append(f"\n{one_line(one.words)}", Style(italic=True))
    if event.status != "actual":
        line.append(f" ({view.labels['status_' + event.status]})", FAINT)
    return line


def _setting(one: Told, view: View) -> Text:
    facts = (one.event.time, one.event.place)
    return Text(one_line("\n".join(fact for fact in facts if fact)) or view.signs.dash)


def _word(one: Told) -> Text:
    return Text(one_line(", ".join(one.on_word)))


def place_table(reading: Reading, view: View) -> Iterator[RenderableType]:
    """Each place once, with its position."""
    spots = find_spots(reading)
    if not spots:
        return
    labels = view.labels
    yield view.title(labels["places"])
    table = view.table()
    table.add_column("", ratio=4)
    table.add_column("", ratio=4)
    table.add_column("", ratio=4)
    table.show_header = False
    for spot in spots:
        place = spot.place
        lies = [place.region if place.region != place.name else None, place.country]
        note = labels["place_event"] if spot.of_event else ""
        table.add_row(
            Text.assemble(one_line(place.name), (f"  {note}" if note else "", FAINT)),
            Text(one_line(", ".join(part for part in lies if part))),
            Text(_position(place, view), style=FAINT),
        )
    yield table
    yield Text()


def _position(place: Place, view: View) -> str:
    if place.lat is None or place.lon is None:
        return ""
    return view.labels.position(place.lat, place.lon)


def count_table(reading: Reading, view: View) -> Iterator[RenderableType]:
    """How many of what."""
    counts = find_counts(reading)
    if not counts:
        return
    labels = view.labels
    yield view.title(labels["counts"])
    table = view.table()
    table.add_column("", ratio=5)
    table.add_column("", ratio=4, justify="right")
    table.add_column("", ratio=3)
    table.show_header = False
    for count in counts:
        quantity = count.quantity
        of = f" {quantity.of}" if quantity.of and quantity.of not in count.words else ""
        table.add_row(
            Text(one_line(f"{count.words}{of}")),
            Text(labels.amount(quantity)),
            Text(labels[f"count_kind_{quantity.kind}"], style=FAINT),
        )
    yield table
    yield Text()
