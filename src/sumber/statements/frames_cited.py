"""Frames that begin with where something stands: a cited source, or a noun that reports.

`Dilansir dari Kabar Negeri, Selasa (5/11), harga naik.`, `Dari keterangan saksi, mobil itu …`: a
cue in a `Clause` goes in, the `Report` comes out. Used by `reports`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sumber.language.sentences import Word
from sumber.lexicon.calendar_words import calendar_words
from sumber.records import Span
from sumber.statements.content_ends import content_stop
from sumber.statements.cued_clause import (
    ACTIVE,
    LONGEST_PHRASE,
    Clause,
    Cue,
    Report,
    has_verb,
    is_predicate,
    leads,
    make_report,
    words_of,
)
from sumber.statements.frames_active import saying_after
from sumber.statements.frames_passive import noun_that

LONGEST_SOURCE = 18  # words from a cue to the comma behind its source
FEWEST = 4  # words of what a source tells; fewer are a list's title
# Frames whose cue inside the content tells who really speaks; the source is only the channel.
SPOKEN = ACTIVE | {"post", "according", "passive"}


def cited(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Dilansir dari Kabar Negeri, Selasa (5/11), harga naik.`: the source itself tells it."""
    at = cue.at
    if _passes_on(clause, at):
        return saying_after(clause, Cue(at, replace(cue.entry, frame="say"), at), None)
    opens = at - 1 if clause.lower(at - 1) in words_of("as") else at
    if not leads(clause, opens):
        return _cited_behind(clause, cue, opens)
    name, stop = _cited_name(clause, at + 1)
    start = _beyond_date(clause, stop)
    total = len(clause.words)
    told = any(c.entry.frame in SPOKEN for c in clause.cues if c.at >= start)
    listed = any(clause.lower(k) in words_of("listing") for k in range(start, start + FEWEST))
    if stop == name or told or listed or total - start <= FEWEST or not has_verb(clause, start):
        return None
    return make_report(clause, cue, [(start, total)], clause.words[name:stop], "cited")


def _passes_on(clause: Clause, at: int) -> bool:
    """`Kabar Negeri melansir masih ada 196 titik api`: the outlet's own active verb."""
    if clause.lower(at) not in ("melansir", "mewartakan") or not at or at + 1 >= len(clause.words):
        return False
    ahead = clause.words[at + 1]
    named = clause.words[at - 1].text[:1].isupper() and clause.lower(at - 1) not in words_of("as")
    return named and ahead.text[:1].islower() and ahead.lower not in words_of("citing")


def _cited_behind(clause: Clause, cue: Cue, opens: int) -> Report | None:
    """`Rudal itu jatuh, seperti dilansir Kabar Negeri, Senin.`, where nobody else speaks."""
    name, stop = _cited_name(clause, cue.at + 1)
    others = any(not cue.at <= c.at < stop for c in clause.cues)
    ended = _beyond_date(clause, stop) >= len(clause.words) - 1
    if opens == cue.at or stop == name or others or clause.quoted or not ended:
        return None
    told = opens > LONGEST_PHRASE or any(is_predicate(clause, k) for k in range(opens))
    if opens <= FEWEST or not told:
        return None
    return make_report(clause, cue, [(0, opens)], clause.words[name:stop], "cited")


def _cited_name(clause: Clause, at: int) -> tuple[int, int]:
    """The name behind `dilansir`, and the last one in `dilansir Antara dari laman Reuters`."""
    name, stop = at, at
    while True:
        while stop < len(clause.words) and clause.words[stop].text in words_of("citing"):
            stop += 1
        name, stop = stop, _name_stop(clause, stop)
        if clause.lower(stop) != "dari" or stop == name:
            return name, stop


def _name_stop(clause: Clause, start: int) -> int:
    """Where the source's name ends: `Kabar Negeri`, `kabarnegeri.com`."""
    k = start
    while k < len(clause.words) and k - start < LONGEST_SOURCE:
        word = clause.words[k]
        dotted = "." in word.text[1:-1] and not word.text[0].isdigit()
        if not (word.text[:1].isupper() or dotted or word.text in "&'’") or _is_date(word):
            break
        k += 1
    return k


def _is_date(word: Word) -> bool:
    return word.lower in words_of("weekday") or word.lower in calendar_words().months


def _beyond_date(clause: Clause, at: int) -> int:
    """The first word behind a name that is no mark, place or part of a date."""
    k, total = at, len(clause.words)
    while k < total:
        ahead = clause.words[k + 1] if k + 1 < total else None
        if clause.words[k].text == "(":
            closing = clause.find(")", k, k + 12)
            k = total if closing is None else closing + 1
        elif clause.words[k].text in ",/-–" or _is_date(clause.words[k]):
            k += 1
        elif clause.lower(k) in ("pada", "hari", "edisi") or clause.words[k].text.isdigit():
            dated = ahead is not None and (
                _is_date(ahead) or ahead.text[:1].isdigit() or ahead.lower in ("hari", "(")
            )
            year = clause.words[k].text.isdigit() and _is_date(clause.words[k - 1])
            if not dated and not year:
                break
            k += 1
        else:
            break
    return k


def source(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Dari keterangan dua saksi, mobil itu …`, `Berdasarkan data BMKG, …`."""
    at = cue.at
    opens = _opens(clause, at)
    if opens is None:
        return None
    start = _content_start(clause, at)
    if start is None or len(clause.words) - start < FEWEST or not has_verb(clause, start):
        return None
    titled = clause.lower(at) in words_of("document")  # `Pasal 5` itself says it
    side: Sequence[Word] = clause.words[at + (not titled) : start]
    while side and side[0].lower in words_of("of"):
        side = side[1:]
    pieces = [(start, content_stop(clause, at, start))]
    return make_report(clause, cue, pieces, side, "source")


def _opens(clause: Clause, at: int) -> int | None:
    """Where `berdasarkan hasil …` begins, if it leads the sentence; None if it does not."""
    k = at - 1
    while clause.lower(k) in words_of("of") - {"dari"}:
        k -= 1
    document = clause.lower(at) in words_of("document")
    within = document and clause.lower(k) in ("dalam", "pada")
    if clause.lower(k) not in words_of("basis") and not within:
        return None
    if document and any(c.entry.frame in SPOKEN for c in clause.cues if c.at > at):
        return None
    return k if leads(clause, k) else None


def _content_start(clause: Clause, at: int) -> int | None:
    """The word behind the comma that ends the source; commas inside it are passed over."""
    comma = clause.find(",", at + 1, at + LONGEST_SOURCE)
    if comma is None:
        stop = at + 1
        while clause.lower(stop) in words_of("of"):
            stop += 1
        end = _name_stop(clause, stop)
        return end if end > stop and end < len(clause.words) else None
    start = _beyond_date(clause, comma)
    return start if start < len(clause.words) else None


def noun(clause: Clause, cue: Cue, previous: Span | None) -> Report | None:
    """`Pernyataan berulang AS bahwa …`; `Dari pengakuan pelaku, …`."""
    return source(clause, cue, previous) or noun_that(clause, cue, previous)
