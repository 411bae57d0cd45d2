"""Where the archive and `stories` meet: articles that were filed find their copies and their story.

`trace_reading` works out, in the process that reads, by what an article is compared; `join_filed`
is the step of `filing` that compares a batch with its candidates and files what it finds, in the
transaction that files the articles. What it asks of the archive it asks once for all of the batch;
each article is compared with those that came before it, of the batch as of the archive, so that
batches of any size find the same. Used by `filing`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

import msgspec
from sqlalchemy import Connection

from sumber.archive import Filed
from sumber.archive.beside import (
    Member,
    Traces,
    drop_pairs,
    file_copies,
    file_links,
    file_members,
    file_traces,
    find_links,
    find_members,
    find_traces,
    handle_of,
    join_stories,
)
from sumber.archive.candidates import drop_keys, file_keys, find_sharing
from sumber.archive.recall import readings
from sumber.records import Copy, Reading, load
from sumber.stories import (
    LIKELY,
    SHARED_KEYS,
    WINDOW,
    Sketch,
    Text,
    band_keys,
    bound_by,
    days_between,
    find_copy,
    link_score,
    prepare_text,
    sketch_reading,
    told_words,
)
from sumber.stories.groups import find_leader, join_groups

BANDS, HEAVY = 1, 2  # kinds of keys
TRACES = "traces"  # among what steps of filing work out beforehand
COPIED_WITHIN = 30  # days on either side in which copies are looked for
MOST_LINKS = 256  # articles compared for a story: those that share most heavy words
MOST_COPIES = 64  # candidates compared word by word: those that share most keys
CERTAIN = 1.0  # score of a link between copies
SKETCHES = msgspec.msgpack.Decoder(Sketch)
KEPT_TEXTS = 512  # prepared for comparison: copies come close after each other
Scores = dict[int, float]  # of an article's links, by the other article
Nearest = dict[int, list[int]]  # for an article those that it is compared with
Row = tuple[int, int, Copy]


def trace_reading(reading: Reading) -> Traces:
    """By what an article is compared with others."""
    words = told_words(reading.article, reading.statements)
    sketch = sketch_reading(reading, words)
    return Traces(
        day=sketch.day,
        bands=band_keys(words),
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
    changed = [one.article_id for one in filed if one.outcome != "new"]
    if changed:
        _forget(connection, changed)
    traced: dict[int, Traces] = {one.article_id: one.prepared.extras[TRACES] for one in filed}
    file_traces(connection, traced.items())
    file_keys(connection, BANDS, ((i, t.day, t.bands) for i, t in traced.items()))
    file_keys(connection, HEAVY, ((i, t.day, t.heavy) for i, t in traced.items()))
    bench = _lay_out(connection, filed, traced)
    copied = {i: _compare_texts(bench, i) for i in traced}
    linked = {i: _compare_sketches(bench, i, copied[i]) for i in traced}
    file_copies(connection, list(chain.from_iterable(copied.values())))
    file_links(
        connection,
        [
            (min(one, other), max(one, other), score)
            for one, scores in linked.items()
            for other, score in scores.items()
        ],
    )
    _bind(bench, linked)


def _forget(connection: Connection, article_ids: Collection[int]) -> None:
    """Drop what an earlier edition was compared by; its place in a story stays."""
    old = find_traces(connection, article_ids)
    drop_keys(connection, BANDS, ((i, t.day, t.bands) for i, t in old.items()))
    drop_keys(connection, HEAVY, ((i, t.day, t.heavy) for i, t in old.items()))
    drop_pairs(connection, article_ids)


@dataclass(slots=True)
class Bench:
    """What a batch is compared on.

    `copies` and `links` hold for each of its articles those that it is to be compared with.
    """

    connection: Connection
    lines: Mapping[int, bytes]
    new: Mapping[int, Member]
    copies: Nearest
    links: Nearest
    members: Mapping[int, Member]
    sketches: Mapping[int, Sketch]
    texts: dict[int, Text] = field(default_factory=dict)

    def find_texts(self, article_ids: Collection[int]) -> dict[int, Text]:
        """Articles ready to be compared word by word."""
        missing = [i for i in article_ids if i not in self.texts]
        if len(self.texts) + len(missing) > KEPT_TEXTS:
            self.texts = {i: self.texts[i] for i in article_ids if i in self.texts}
        own = ((i, load(self.lines[i])) for i in missing if i in self.lines)
        others = readings(self.connection, [i for i in missing if i not in self.lines])
        for number, reading in chain(own, others):
            words = told_words(reading.article, reading.statements)
            self.texts[number] = prepare_text(self.members[number].handle, words)
        return {i: self.texts[i] for i in article_ids if i in self.texts}


def _lay_out(connection: Connection, filed: Sequence[Filed], traced: Mapping[int, Traces]) -> Bench:
    """All that a batch is compared with, asked of the archive at once."""
    new = {
        one.article_id: Member(one.article_id, handle, handle)
        for one in filed
        if one.outcome == "new"
        for handle in [handle_of(one.prepared.key)]
    }
    texts, words = _candidates(connection, traced)
    met = set(chain(traced, *texts.values(), *words.values()))
    kept = find_traces(connection, met - traced.keys())
    bench = Bench(
        connection,
        lines={one.article_id: one.prepared.line for one in filed},
        new=new,
        copies=texts,
        links=words,
        members={**find_members(connection, met - new.keys()), **new},
        sketches={i: unpack_sketch(t) for i, t in chain(traced.items(), kept.items())},
    )
    compared = dict.fromkeys(chain.from_iterable((i, *o) for i, o in texts.items() if o))
    bench.find_texts(list(islice(compared, KEPT_TEXTS)))
    return bench


def _candidates(connection: Connection, traced: Mapping[int, Traces]) -> tuple[Nearest, Nearest]:
    """For each article those before it that share most keys: of its text, of its words."""
    texts, words = Nearest(), Nearest()
    rank = {number: n for n, number in enumerate(traced)}
    days: dict[str | None, list[int]] = {}
    for number, traces in traced.items():
        days.setdefault(traces.day, []).append(number)
    for day, numbers in days.items():
        bands = {i: traced[i].bands for i in numbers}
        around = _around(day, COPIED_WITHIN)
        for i, shared in find_sharing(connection, BANDS, bands, days=around).items():
            texts[i] = _nearest(shared, i, rank, 1)[:MOST_COPIES]
        if day is None:  # such an article joins no story but that of a copy
            continue
        heavy = {i: traced[i].heavy for i in numbers}
        around = _around(day, WINDOW)
        for i, shared in find_sharing(connection, HEAVY, heavy, days=around).items():
            words[i] = _nearest(shared, i, rank, SHARED_KEYS)[:MOST_LINKS]
    return texts, words


def _nearest(
    shared: Mapping[int, int], article_id: int, rank: Mapping[int, int], least: int
) -> list[int]:
    """Who shares `least` keys with an article, most first; of its batch those before it alone."""
    mine = rank[article_id]
    others = [i for i, n in shared.items() if n >= least and rank.get(i, -1) < mine]
    return sorted(others, key=lambda i: (-shared[i], -i))


def _around(day: str | None, days: int) -> tuple[str, str] | None:
    """The ISO days up to so many days before and after one; `None` where it is unknown."""
    if day is None:
        return None
    number = dt.date.fromisoformat(day).toordinal()
    ends = max(number - days, 1), min(number + days, dt.date.max.toordinal())
    first, last = (dt.date.fromordinal(end).isoformat() for end in ends)
    return first, last


def _compare_texts(bench: Bench, article_id: int) -> list[Row]:
    """The copies of an article among its candidates."""
    nearest = bench.copies.get(article_id)
    if not nearest:
        return []
    texts = bench.find_texts([article_id, *nearest])
    numbers = {text.id: i for i, text in texts.items()}
    found = (find_copy(texts[article_id], texts[i]) for i in nearest)
    return [(numbers[copy.first], numbers[copy.second], copy) for copy in found if copy]


def _compare_sketches(bench: Bench, article_id: int, copied: Sequence[Row]) -> Scores:
    """The links of an article: likely ones, and those to its copies."""
    sketches, own = bench.sketches, bench.sketches[article_id]
    scored = ((i, link_score(own, sketches[i])) for i in bench.links.get(article_id, ()))
    linked = {i: score for i, score in scored if score >= LIKELY}
    whole = (other_of(row, article_id) for row in copied if row[2].kind == "copy")
    return linked | {i: CERTAIN for i in whole if _near(own.day, sketches[i].day)}


def _near(one: str | None, other: str | None) -> bool:
    """Whether two days lie within the window of a story, as far as they are known."""
    gap = days_between(one, other)
    return gap is None or gap <= WINDOW


def _bind(bench: Bench, linked: Mapping[int, Scores]) -> None:
    """Join the stories of everybody whom the batch binds, and file its new members.

    Most of a lively story is one story already: links are read only of those who are not.
    """
    leaders = {m.story: m.story for m in bench.members.values()}
    for one, scores in linked.items():
        _join(bench, leaders, one, bound_by(named(scores), ()))
    apart = {one: _apart(bench, leaders, one, scores) for one, scores in linked.items()}
    if loose := set().union(*apart.values()):
        pairs = [(a, b) for a, b, _ in find_links(bench.connection, loose)]
        for one in (one for one, others in apart.items() if others):
            scores = linked[one]
            among = ((str(a), str(b)) for a, b in pairs if a in scores and b in scores)
            _join(bench, leaders, one, bound_by(named(scores), among))
    _file_stories(bench, leaders)


def _apart(bench: Bench, leaders: dict[str, str], one: int, scores: Scores) -> set[int]:
    """Those that an article is linked with and not of one story yet."""
    own = find_leader(leaders, bench.members[one].story)
    return {i for i in scores if find_leader(leaders, bench.members[i].story) != own}


def _join(bench: Bench, leaders: dict[str, str], one: int, others: Collection[str]) -> None:
    for other in others:
        join_groups(leaders, bench.members[one].story, bench.members[int(other)].story)


def _file_stories(bench: Bench, leaders: dict[str, str]) -> None:
    """File the members that are new, and what became of stories that were there."""
    before = {m.story for m in bench.members.values() if m.article_id not in bench.new}
    joined = [(story, name) for story in before if (name := find_leader(leaders, story)) != story]
    join_stories(bench.connection, joined)
    new = [replace(m, story=find_leader(leaders, m.story)) for m in bench.new.values()]
    file_members(bench.connection, new)


def named(scores: Scores) -> dict[str, float]:
    """Scores by name, as `stories` has them."""
    return {str(number): score for number, score in scores.items()}


def other_of(row: Row, article_id: int) -> int:
    """The other article of a copy."""
    return row[1] if row[0] == article_id else row[0]
