"""`sumber story` and `sumber timeline`: an archive and a name in, an account for people or as JSON.

Text of an article never reaches the terminal but through `one_line`, and never as Rich markup.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from sumber.archive import open_archive
from sumber.cli.rows import Rows
from sumber.cli.streams import open_console
from sumber.records import Account, Difference, SharedStatement, Story, Telling
from sumber.telling import account_of, largest_stories
from sumber.web.entries import shorten
from sumber.web.labels import Labels, Language, load_labels
from sumber.web.visible import one_line

T = TypeVar("T")
WIDEST = 110  # columns
LEAST = 64  # columns below which a table would have letters below each other
LONGEST = 160  # characters of a statement
FEW = 12  # statements and steps shown of a large story; JSON has all
NAMED = 3  # outlets named before "+ 4"
STRONG, FAINT = Style(bold=True), Style(dim=True)
SPEAKER, ALARM, WHEN = Style(color="magenta"), Style(color="red", bold=True), Style(color="cyan")
KINDS = {"agency": "story_agency", "release": "story_release", "outlet": "story_own"}
STEPS = {
    "first-report": "story_first",
    "statement": "story_statement",
    "event": "story_event",
    "number": "story_figure",
}
DIFFERENCES = {
    "number": "story_number",
    "date": "story_date",
    "place": "story_place",
    "actor": "story_actor",
    "denial": "story_denial",
}


@dataclass(frozen=True, slots=True)
class View:
    """How to show stories."""

    json: bool
    colour: bool | None
    language: Language


def show_story(source: str | None, asked: str, view: View) -> None:
    """Show the account of a story. Raises: ArchiveError, NoSuchStory."""
    with open_archive(source) as archive:
        account = account_of(archive, asked)
    show(account, [account], view, render_account)


def show_timeline(source: str | None, asked: str, view: View) -> None:
    """Show a story's timeline. Raises: ArchiveError, NoSuchStory."""
    with open_archive(source) as archive:
        account = account_of(archive, asked)
    show(account, account.timeline, view, render_timeline)


def show_largest(
    source: str | None,
    since: dt.date | None,
    until: dt.date | None,
    limit: int,
    view: View,
) -> None:
    """Show the stories with most articles. Raises: ArchiveError."""
    first, last = (day.isoformat() if day else None for day in (since, until))
    with open_archive(source) as archive:
        stories = largest_stories(archive, since=first, until=last, limit=limit)
    show(stories, stories, view, render_largest)


def show(
    what: T,
    records: Sequence[object],
    view: View,
    render: Callable[[T, Labels], RenderableType],
) -> None:
    """Print records as JSON Lines, or what is rendered of them."""
    if view.json:
        for record in records:
            sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
        sys.stdout.buffer.flush()
        return
    console = open_console(colour=view.colour)
    console.width = min(console.width, WIDEST)
    console.print(render(what, load_labels(view.language)))


def render_account(account: Account, labels: Labels) -> RenderableType:
    """All that is told of one event."""
    outlets = {t.article: name_outlet(t) for t in account.tellings}
    return Group(
        head(account, labels),
        section(labels["story_articles"], articles_table(account, labels, outlets)),
        section(labels["story_origins"], origins_table(account, labels, outlets)),
        section(labels["story_says"], says_table(account, labels, outlets)),
        section(labels["story_differ"], differences(account, labels, outlets)),
        *related(account, labels),
    )


def head(account: Account, labels: Labels) -> RenderableType:
    """The story in two lines."""
    counts = labels["story_counts"].format(
        articles=len(account.tellings), texts=account.texts, origins=len(account.origins)
    )
    name = f"{labels['story']} {account.story.id}"
    headline = one_line(account.story.headline or labels["untitled"])
    return Group(Text(headline, STRONG), Text(f"{name} · {counts}"))


def section(title: str, body: RenderableType) -> RenderableType:
    """A heading and what stands under it."""
    return Group(Text(), Text(title, STRONG), body)


def table(*columns: str) -> Rows:
    """A table that a narrow terminal shows row by row."""
    return Rows(columns, LEAST)


def name_outlet(telling: Telling) -> str:
    """Who prints an article, with its owner."""
    name = one_line(telling.outlet or telling.article)
    return f"{name} ({one_line(telling.owner)})" if telling.owner else name


def moment(published: str | None) -> Text:
    """Day and hour of a publication, short."""
    day, _, clock = one_line(published or "").partition("T")
    return Text(f"{day} {clock[:5]}".strip(), WHEN)


def articles_table(account: Account, labels: Labels, outlets: dict[str, str]) -> RenderableType:
    """Each article, with the number of its text."""
    made = table(
        labels["story_when"], labels["story_outlet"], labels["story_text"], labels["story_article"]
    )
    for telling in account.tellings:
        words = Text(one_line(telling.headline or labels["untitled"]))
        if telling.source:
            copy = labels["story_copy"].format(
                outlet=outlets[telling.source], share=round(100 * (telling.share or 0))
            )
            words.append(f" ({copy})", FAINT)
        made.add_row(
            moment(telling.published), Text(outlets[telling.article]), str(telling.text), words
        )
    return made


def origins_table(account: Account, labels: Labels, outlets: dict[str, str]) -> RenderableType:
    """Each independent origin, with who printed it."""
    made = table(labels["story_kind"], labels["story_name"], labels["story_printed"])
    for origin in account.origins:
        made.add_row(
            labels[KINDS[origin.kind]],
            Text(one_line(origin.name), STRONG),
            Text(join_outlets(origin.articles, outlets)),
        )
    return made


def says_table(account: Account, labels: Labels, outlets: dict[str, str]) -> RenderableType:
    """Each statement once, those with most origins first."""
    if not account.statements:
        return Text(labels["story_says_none"], FAINT)
    names = {actor.id: actor.name for actor in account.actors}
    made = table(labels["speaker"], labels["story_by"], labels["statement"])
    ordered = sorted(account.statements, key=lambda s: (-s.origins, -len(s.evidence)))
    for statement in ordered[:FEW]:
        made.add_row(
            Text(one_line(speakers(statement, names) or labels["unnamed"]), SPEAKER),
            str(statement.origins),
            said(statement, labels, outlets),
        )
    if len(ordered) > FEW:
        made.add_row("", "", Text(f"+ {len(ordered) - FEW}", FAINT))
    return made


def speakers(statement: SharedStatement, names: dict[str, str]) -> str:
    """Who says it."""
    return ", ".join(names[speaker] for speaker in statement.speakers)


def said(statement: SharedStatement, labels: Labels, outlets: dict[str, str]) -> Text:
    """A statement's words, and where they are printed."""
    words = Text(shorten(one_line(statement.text), LONGEST))
    if statement.certainty == "denied":
        words = Text.assemble((f"{labels['story_denial']}: ", ALARM), words)
    where = join_outlets([e.article for e in statement.evidence], outlets)
    return words.append(f" [{where}]", FAINT)


def differences(account: Account, labels: Labels, outlets: dict[str, str]) -> RenderableType:
    """Each difference with its versions side by side."""
    if not account.differences:
        return Text(labels["story_differ_none"], FAINT)
    return Group(*(difference(d, labels, outlets) for d in account.differences))


def difference(found: Difference, labels: Labels, outlets: dict[str, str]) -> RenderableType:
    """One difference: what of, who says what, who says nothing."""
    about = shorten(one_line(found.about), LONGEST)
    lines: list[RenderableType] = [
        Text.assemble((labels[DIFFERENCES[found.kind]], ALARM), f" {about}")
    ]
    for version in found.versions:
        where = join_outlets([e.article for e in version.evidence], outlets)
        value = labels.words.get(f"status_{version.value}", version.value)
        line = Text.assemble((one_line(value), STRONG), (f"  {where}", FAINT))
        lines.append(Padding(line, (0, 0, 0, 4)))
    if found.missing:
        where = join_outlets(found.missing, outlets)
        missing = Text(f"{labels['story_missing']} {where}", FAINT)
        lines.append(Padding(missing, (0, 0, 0, 4)))
    return Group(*lines)


def join_outlets(articles: Sequence[str], outlets: dict[str, str]) -> str:
    """The outlets of some articles, the first few by name."""
    names = list(dict.fromkeys(outlets[article] for article in articles))
    rest = f" + {len(names) - NAMED}" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + rest


def related(account: Account, labels: Labels) -> Iterator[RenderableType]:
    """The stories that this one is linked with."""
    if account.related:
        yield section(labels["story_related"], Text(", ".join(account.related)))


def render_timeline(account: Account, labels: Labels) -> RenderableType:
    """When what became known."""
    outlets = {t.article: name_outlet(t) for t in account.tellings}
    made = table(labels["story_when"], labels["story_outlet"], "", labels["story_timeline"])
    for step in account.timeline:
        made.add_row(
            moment(step.published),
            Text(outlets[step.evidence.article]),
            Text(labels[STEPS[step.kind]], FAINT),
            Text(shorten(one_line(step.text), LONGEST)),
        )
    return Group(head(account, labels), Text(), made)


def render_largest(stories: Sequence[Story], labels: Labels) -> RenderableType:
    """Stories, those with most articles first."""
    if not stories:
        return Text(labels["story_none"], FAINT)
    made = table(
        labels["story"], labels["story_articles"], labels["story_when"], labels["story_article"]
    )
    for story in stories:
        made.add_row(
            story.id,
            str(len(story.articles)),
            moment((story.first or "")[:10]),
            Text(one_line(story.headline or labels["untitled"])),
        )
    return section(labels["story_largest"], made)
