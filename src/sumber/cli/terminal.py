"""A reading for people in a terminal: the marked text, then who said what, when, what to check.

In: a `Reading`. Out: Rich renderables that hold at 40 to 200 columns, with colour or without: the
margin numbers the statements, and where there is no colour brackets stand for it. Text of a page
never reaches the terminal but through `visible`, and never as Rich markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.style import Style
from rich.text import Text

from sumber.cli.terminal_events import count_table, event_table, place_table
from sumber.cli.view import ASCII, FAINT, GUTTER, UNICODE, View
from sumber.records import Article, Reading, Time
from sumber.web.entries import Said, find_checks, find_said, shorten
from sumber.web.labels import Labels
from sumber.web.marking import SAID, Block, Mark, Segment, find_blocks, repeats_headline
from sumber.web.visible import one_line, visible

CUE = 13  # columns: most cues in one piece (`menambahkan`, `mengungkapkan`)

STYLES = {
    "quoted": Style(color="green"),
    "reported": Style(color="green", italic=True),
    "cue": Style(italic=True),
    "speaker": Style(color="magenta", bold=True),
    "mention": Style(),
    "credit": Style(bold=True),
    "related": Style(underline=True),
    "time": Style(color="cyan", underline=True),
    "finding": Style(color="red", bold=True),
    "dateline": Style(bold=True),
    "event": Style(color="yellow", underline=True),
    "place": Style(),
    "count": Style(),
}
QUIET = {"related", "credit", "boilerplate", "caption", "headline"}
LEGEND = {
    "quoted": "quoted",
    "reported": "reported",
    "speaker": "speaker",
    "time": "time",
    "finding": "finding",
    "credit": "credits",
    "event": "event",
}


def view_of(console: Console, labels: Labels) -> View:
    """The view that fits a console."""
    signs = ASCII if console.options.ascii_only else UNICODE
    return View(labels, console.width, console.color_system is not None, signs)


def render(reading: Reading, view: View) -> Group:
    """The whole reading."""
    parts: list[RenderableType] = [*_head(reading.article, view), Text()]
    parts += _text(reading, view)
    parts += [Text(), _legend(view), Text()]
    parts += _said_table(reading, view)
    parts += event_table(reading, view)
    parts += _time_table(reading, view)
    parts += place_table(reading, view)
    parts += count_table(reading, view)
    parts += _findings(reading, view)
    return Group(*parts)


def _head(article: Article, view: View) -> Iterator[RenderableType]:
    labels = view.labels
    yield Text(view.signs.rule * view.table_width, style=FAINT)
    yield Text(one_line(article.headline or labels["untitled"]), style=Style(bold=True))
    facts = [article.outlet, _published(article, labels)]
    if article.dateline:
        facts.append(f"{labels['dateline']} {article.dateline}")
    if article.authors:
        facts.append(f"{labels['by']} {', '.join(article.authors)}")
    dot = f" {view.signs.dot} "
    yield Text(one_line(dot.join(fact for fact in facts if fact)))
    sources = list(dict.fromkeys(credit.source for credit in article.credits))
    origin = one_line(dot.join(sources)) if sources else labels["credits_none"]
    yield Text.assemble(
        (f"{labels['credits']}: ", FAINT), (origin, STYLES["credit"] if sources else FAINT)
    )


def _published(article: Article, labels: Labels) -> str:
    return labels.date(article.published) if article.published else labels["undated"]


def _text(reading: Reading, view: View) -> Iterator[RenderableType]:
    blocks = [block for block in find_blocks(reading) if not repeats_headline(block, reading)]
    for at, block in enumerate(blocks):
        if at and not (block.kind == blocks[at - 1].kind in QUIET):
            yield Text()
        yield _margined(_block(block, reading, view), view)


def _block(block: Block, reading: Reading, view: View) -> Text:
    """One line of the article, styled, with the margin's notes as meta data of its styles."""
    line = Text(style=FAINT if block.kind in QUIET else "")
    for segment in block.segments:
        _append(line, segment, reading, view)
    return line


def _append(line: Text, segment: Segment, reading: Reading, view: View) -> None:
    opened, closed = _brackets(segment, view)
    style = Style.combine([Style.null(), *(STYLES[mark.kind] for mark in segment.marks)])
    notes = {
        "said": tuple(m.ids[0] for m in segment.marks if m.kind in SAID),
        "check": any(mark.kind == "finding" for mark in segment.marks),
    }
    words = visible(reading.article.text[segment.start : segment.stop]).replace("\t", " ")
    line.append(opened + words + closed, style + Style.from_meta(notes))
    for mark in segment.marks:
        if mark.kind == "time" and mark.stop == segment.stop:
            line.append(_correction(_time(mark, reading), view), STYLES["finding"])


def _brackets(segment: Segment, view: View) -> tuple[str, str]:
    """What stands around a segment where there is no colour."""
    if view.colour:
        return "", ""
    opened, closed = "", ""
    for mark in segment.marks:
        before, after = BRACKETS.get(mark.kind, ("", ""))
        if mark.kind == "time" and any(m.kind == "finding" for m in segment.marks):
            before, after = "<!", "!>"
        opened += before if mark.start == segment.start else ""
        closed = (after if mark.stop == segment.stop else "") + closed
    return opened, closed


BRACKETS = {
    "reported": ("{", "}"),
    "speaker": ("[", "]"),
    "time": ("<", ">"),
    "event": ("*", "*"),
}


def _time(mark: Mark, reading: Reading) -> Time:
    return reading.times[int(mark.ids[-1][1:]) - 1]


def _correction(time: Time, view: View) -> str:
    if time.wrong is None or time.value is None:
        return ""
    return f" ({view.signs.arrow}{one_line(time.value)})"


def _margined(line: Text, view: View) -> Text:
    """The line wrapped, each row behind its margin."""
    console = Console(width=view.measure)
    rows = line.wrap(console, view.measure)
    return Text("\n").join(_row(row, view) for row in rows)


def _row(row: Text, view: View) -> Text:
    said: dict[str, None] = {}
    check = False
    for span in row.spans:
        meta = span.style.meta if isinstance(span.style, Style) else {}
        said.update(dict.fromkeys(name.removeprefix("s") for name in meta.get("said", ())))
        check = check or bool(meta.get("check"))
    numbers = ",".join(said)
    if len(numbers) > GUTTER - 3:
        numbers = f"{next(iter(said))}+"
    margin = Text.assemble(
        ("!" if check else " ", STYLES["finding"]),
        (f"{numbers:>{GUTTER - 3}}", STYLES["quoted"]),
        (f"{view.signs.bar} ", STYLES["quoted"] if said else FAINT),
    )
    row.rstrip()
    return margin + row


def _legend(view: View) -> Text:
    labels = view.labels
    legend = Text.assemble((labels["legend_line"], FAINT))
    if view.colour:
        for kind, key in LEGEND.items():
            legend.append("  ").append(labels[key], STYLES[kind])
    else:
        legend.append(f"\n{labels['legend_plain']}")
    return legend


def _said_table(reading: Reading, view: View) -> Iterator[RenderableType]:
    labels = view.labels
    yield view.title(labels["statements"])
    said = find_said(reading)
    if not said:
        yield Text(labels["statements_none"], style=FAINT)
        yield Text()
        return
    table = view.table()
    table.add_column("#", justify="right", style=STYLES["quoted"], no_wrap=True)
    table.add_column(labels["speaker"], ratio=4)
    table.add_column(labels["cue"], width=CUE, overflow="fold")
    via = any(one.statement.via for one in said)
    if via:
        table.add_column(labels["via_column"], ratio=2)
    table.add_column(labels["words"], ratio=6)
    told: set[str] = set()
    for one in said:
        cells = [Text(one.number), _who(one, told, view), _cue(one, view)]
        if via:
            cells.append(Text(one_line(", ".join(one.statement.via)), style=STYLES["credit"]))
        table.add_row(*cells, Text(one_line(shorten(one.words, 90))))
    yield table
    yield Text()


def _who(said: Said, told: set[str], view: View) -> Text:
    """The names, and below them the roles that no row above has told."""
    if not said.names:
        return Text(view.labels["unnamed"], style=Style(italic=True, dim=True))
    who = Text(one_line(", ".join(said.names)), style=STYLES["speaker"])
    roles = one_line(", ".join(role for role in dict.fromkeys(said.roles) if role not in told))
    told.update(said.roles)
    return who.append(f"\n{roles}", Style(bold=False, dim=True, color="default")) if roles else who


def _cue(said: Said, view: View) -> Text:
    cue = Text(one_line(said.cue or view.signs.dash))
    if said.statement.certainty != "plain":
        cue.append(f"\n{view.labels['certainty_' + said.statement.certainty]}", FAINT)
    return cue


def _time_table(reading: Reading, view: View) -> Iterator[RenderableType]:
    labels = view.labels
    yield view.title(labels["times"])
    if not reading.times:
        yield Text(labels["times_none"], style=FAINT)
        yield Text()
        return
    table = view.table()
    table.add_column(labels["time_printed"], ratio=4)
    table.add_column("ISO", ratio=3)
    table.add_column(labels["time_means"], ratio=5)
    for time in reading.times:
        table.add_row(
            Text.assemble((one_line(time.text), STYLES["time"])),
            Text(one_line(time.value or view.signs.dash)),
            _meaning(time, view),
        )
    yield table
    yield Text()


def _meaning(time: Time, view: View) -> Text:
    words = one_line(view.labels.date(time.value))
    if time.wrong is None:
        return Text(words)
    return Text.assemble(("! ", STYLES["finding"]), f"{view.labels['meant']}: {words}")


def _findings(reading: Reading, view: View) -> Iterator[RenderableType]:
    labels = view.labels
    if not reading.findings:
        yield Text.assemble(
            (f"{labels['findings'].upper()}  ", Style(bold=True)), (labels["findings_none"], FAINT)
        )
        return
    lines: list[RenderableType] = []
    for check in find_checks(reading):
        sentence = labels.finding(check)
        line = Text.assemble(("! ", STYLES["finding"]), one_line(sentence))
        if meant := labels.suggestion(check.finding, sentence):
            line.append(f"\n{view.signs.arrow} {labels['suggestion']}: ", FAINT)
            line.append(one_line(meant), Style(bold=True))
        lines.append(line)
    yield Panel(
        Group(*lines),
        title=Text(labels["findings"].upper(), style=STYLES["finding"]),
        title_align="left",
        border_style=STYLES["finding"],
        box=box.ASCII if view.signs is ASCII else box.ROUNDED,
        width=view.table_width,
        padding=(0, 1),
    )
