"""Where the archive and `stories` meet: articles that were filed find their copies and their story.

`trace_reading` works out, in the process that reads, by what an article is compared; `join_filed`
is the step of `filing` that compares it with its candidates and files what it finds, in the
transaction that files the article; `account_of` brings a story's account out again. Used by
`filing` and `cli`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec
from sqlalchemy import Connection

from sumber.archive import Archive, Filed
from sumber.archive.beside import (
    Member,
    Traces,
    drop_pairs,
    file_copies,
    file_links,
    file_members,
    file_traces,
    find_copies,
    find_links,
    find_members,
    find_story,
    find_traces,
    handle_of,
    join_stories,
    list_stories,
    members_of,
    related_stories,
)
from sumber.archive.candidates import drop_keys, file_keys, find_sharing
from sumber.archive.recall import readings
from sumber.errors import NoSuchStory
from sumber.records import Account, Copy, Reading, Story, load
from sumber.stories import (
    LIKELY,
    SHARED_KEYS,
    WINDOW,
    Sketch,
    Text,
    band_keys,
    bound_by,
    find_copy,
    give_account,
    link_score,
    prepare_text,
    sketch_reading,
    told_words,
)

BANDS, HEAVY = 1, 2  # kinds of keys
TRACES = "traces"  # among what steps of filing work out beforehand
COPIED_WITHIN = 30  # days on either side in which copies are looked for
MOST_LINKS = 256  # articles compared for a story: those that share most heavy words
MOST_COPIES = 64  # candidates compared word by word: those that share most keys
CERTAIN = 1.0  # score of a link between copies
SKETCHES = msgspec.msgpack.Decoder(Sketch)
KEPT_TEXTS = 512  # prepared for comparison: copies come close after each other


def trace_reading(reading: Reading) -> Traces:
    """By what an article is compared with others."""
    sketch = sketch_reading(reading)
    return Traces(
        day=sketch.day,
        bands=band_keys(told_words(reading.article)),
        heavy=sketch.keys,
        sketch=msgspec.msgpack.encode(sketch),
    )


def unpack_sketch(traces: Traces) -> Sketch:
    """What an article is about, from what is kept of it."""
    return SKETCHES.decode(traces.sketch)


def join_filed(connection: Connection, filed: Sequence[Filed]) -> None:
    """Find copies and stories of articles that were just filed; a step of `filing`."""
    if not filed:
        return
    changed = [one for one in filed if one.outcome != "new"]
    if changed:
        _forget(connection, [one.article_id for one in changed])
    traced: dict[int, Traces] = {one.article_id: one.prepared.extras[TRACES] for one in filed}
    file_traces(connection, traced.items())
    file_keys(connection, BANDS, ((i, t.day, t.bands) for i, t in traced.items()))
    file_keys(connection, HEAVY, ((i, t.day, t.heavy) for i, t in traced.items()))
    new = [
        Member(one.article_id, handle_of(one.prepared.key), handle_of(one.prepared.key))
        for one in filed
        if one.outcome == "new"
    ]
    file_members(connection, new)
    bench = Bench(
        connection,
        lines={one.article_id: one.prepared.line for one in filed},
        sketches={i: unpack_sketch(t) for i, t in traced.items()},
    )
    for article_id, traces in traced.items():
        _join(bench, article_id, traces)


def _forget(connection: Connection, article_ids: Collection[int]) -> None:
    """Drop what an earlier edition was compared by; its place in a story stays."""
    old = find_traces(connection, article_ids)
    drop_keys(connection, BANDS, ((i, t.day, t.bands) for i, t in old.items()))
    drop_keys(connection, HEAVY, ((i, t.day, t.heavy) for i, t in old.items()))
    drop_pairs(connection, article_ids)


@dataclass(slots=True)
class Bench:
    """What a batch is compared on: texts and sketches, each prepared once."""

    connection: Connection
    lines: dict[int, bytes]
    joined: set[int] = field(default_factory=set)
    texts: dict[int, Text] = field(default_factory=dict)
    sketches: dict[int, Sketch] = field(default_factory=dict)

    def find_texts(self, article_ids: Collection[int]) -> dict[int, Text]:
        """Articles ready to be compared word by word."""
        missing = [i for i in article_ids if i not in self.texts]
        if len(self.texts) + len(missing) > KEPT_TEXTS:
            self.texts = {i: self.texts[i] for i in article_ids if i in self.texts}
        own = ((i, load(self.lines[i])) for i in missing if i in self.lines)
        others = readings(self.connection, [i for i in missing if i not in self.lines])
        handles = find_members(self.connection, missing) if missing else {}
        for number, reading in (*own, *others):
            words = told_words(reading.article, reading.statements)
            self.texts[number] = prepare_text(handles[number].handle, words)
        return {i: self.texts[i] for i in article_ids if i in self.texts}

    def find_sketches(self, article_ids: Collection[int]) -> dict[int, Sketch]:
        """What articles are about."""
        missing = [i for i in article_ids if i not in self.sketches]
        for number, kept in find_traces(self.connection, missing).items() if missing else ():
            self.sketches[number] = unpack_sketch(kept)
        return {i: self.sketches[i] for i in article_ids if i in self.sketches}


def _join(bench: Bench, article_id: int, traces: Traces) -> None:
    """Compare one article with those that came before it, and bind what belongs together."""
    connection = bench.connection
    waiting = bench.lines.keys() - bench.joined - {article_id}
    copied = _find_copies(bench, article_id, traces, waiting)
    file_copies(connection, copied)
    whole = {other_of(row, article_id) for row in copied if row[2].kind == "copy"}
    linked = dict(_find_links(bench, article_id, traces, waiting))
    linked.update((other, CERTAIN) for other in whole if _near(bench, article_id, other))
    rows = [(min(article_id, i), max(article_id, i), score) for i, score in linked.items()]
    file_links(connection, rows)
    bench.joined.add(article_id)
    if linked:
        _bind(connection, article_id, linked)


def _find_copies(
    bench: Bench, article_id: int, traces: Traces, waiting: Collection[int]
) -> list[tuple[int, int, Copy]]:
    if not traces.bands:
        return []
    days = _around(traces.day, COPIED_WITHIN)
    shared = find_sharing(bench.connection, BANDS, traces.bands, days=days)
    others = [i for i in shared if i != article_id and i not in waiting]
    nearest = sorted(others, key=lambda i: (-shared[i], -i))[:MOST_COPIES]
    if not nearest:
        return []
    texts = bench.find_texts([article_id, *nearest])
    numbers = {text.id: i for i, text in texts.items()}
    found = (find_copy(texts[article_id], texts[i]) for i in nearest)
    return [(numbers[copy.first], numbers[copy.second], copy) for copy in found if copy]


def _find_links(
    bench: Bench, article_id: int, traces: Traces, waiting: Collection[int]
) -> Iterator[tuple[int, float]]:
    days = _around(traces.day, WINDOW)
    if days is None:
        return
    shared = find_sharing(bench.connection, HEAVY, traces.heavy, days=days, least=SHARED_KEYS)
    others = [i for i in shared if i != article_id and i not in waiting]
    others = sorted(others, key=lambda i: (-shared[i], -i))[:MOST_LINKS]
    sketches = bench.find_sketches([article_id, *others])
    for other in others:
        score = link_score(sketches[article_id], sketches[other])
        if score >= LIKELY:
            yield other, score


def _near(bench: Bench, one: int, other: int) -> bool:
    """Whether two articles lie within the window of a story, as far as their days are known."""
    days = [sketch.day for sketch in bench.find_sketches([one, other]).values()]
    first, second = (dt.date.fromisoformat(day) if day else None for day in days)
    return first is None or second is None or abs((first - second).days) <= WINDOW


def _bind(connection: Connection, article_id: int, linked: Mapping[int, float]) -> None:
    """Join the stories of everybody whom the article's coming binds.

    Most of a lively story is one story already: links are read only of those who are not.
    """
    members = find_members(connection, [article_id, *linked])
    links = {str(number): score for number, score in linked.items()}
    joined = {members[article_id].story}
    joined |= {members[int(other)].story for other in bound_by(links, ())}
    apart = [number for number in linked if members[number].story not in joined]
    if apart:
        among = (
            (str(first), str(second))
            for first, second, _ in find_links(connection, apart)
            if first in linked and second in linked
        )
        joined |= {members[int(other)].story for other in bound_by(links, among)}
    if len(joined) > 1:
        join_stories(connection, joined)


def other_of(row: tuple[int, int, Copy], article_id: int) -> int:
    """The other article of a copy."""
    return row[1] if row[0] == article_id else row[0]


def _around(day: str | None, days: int) -> tuple[str, str] | None:
    """The ISO days up to so many days before and after one; `None` where it is unknown."""
    if day is None:
        return None
    number = dt.date.fromisoformat(day).toordinal()
    ends = max(number - days, 1), min(number + days, dt.date.max.toordinal())
    first, last = (dt.date.fromordinal(end).isoformat() for end in ends)
    return first, last


def account_of(archive: Archive, asked: str) -> Account:
    """The account of a story: by its id, or by an article's id, number or address.

    Raises: NoSuchStory if the archive has neither.
    """
    with archive.reading() as connection:
        name = find_story(connection, asked)
        if name is None:
            raise NoSuchStory(asked)
        handles = {m.article_id: m.handle for m in members_of(connection, name)}
        held = [
            replace(reading, article=replace(reading.article, id=handles[number]))
            for number, reading in readings(connection, handles)
        ]
        return give_account(
            _story(name, held),
            held,
            find_copies(connection, handles),
            related=related_stories(connection, name),
        )


def _story(name: str, held: Sequence[Reading]) -> Story:
    ordered = sorted(held, key=lambda r: (r.article.published or "~", r.article.id))
    dated = [r.article.published for r in ordered if r.article.published]
    return Story(
        id=name,
        headline=ordered[0].article.headline if ordered else None,
        articles=tuple(r.article.id for r in ordered),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
    )


def largest_stories(
    archive: Archive, *, since: str | None = None, until: str | None = None, limit: int = 20
) -> list[Story]:
    """The stories with most articles published between two ISO days, both included."""
    with archive.reading() as connection:
        found = []
        for name, _ in list_stories(connection, since=since, until=until, limit=limit):
            handles = {m.article_id: m.handle for m in members_of(connection, name)}
            held = [
                replace(reading, article=replace(reading.article, id=handles[number]))
                for number, reading in readings(connection, handles)
            ]
            found.append(_story(name, held))
        return found
