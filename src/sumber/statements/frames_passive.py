"""Frames without an active speaker: passives, hearsay, and nouns that report.

`Hal itu disampaikan X`, `Dikatakan bahwa …`, `… disebut-sebut …`, `Pernyataan X bahwa …`: a cue
in a `Clause` goes in, the `Report` comes out. Used by `reports`.
"""

from __future__ import annotations

from sumber.records import Span
from sumber.statements.cued_clause import (
    LONGEST_PHRASE,
    Clause,
    Cue,
    Report,
    cue_span,
    make_report,
    words_of,
)
from sumber.statements.frames_active import content_stop

# A noun before this word stands in front of the main clause: `Menjawab tudingan X bahwa …, Y …`.
FRONT = 4


def passive(clause: Clause, cue: Cue, previous: Span | None) -> Report | None:
    """`Hal itu disampaikan X` (the sentence before), `Dikatakan bahwa …`, `… dibantah X`."""
    at = cue.at
    side = clause.words[at + 1 :]
    if clause.lower(0) in words_of("anaphor") and at <= LONGEST_PHRASE - 1:
        if previous is None:
            return None
        content, word = (previous,), cue_span(clause, at)
        return Report(content, word, cue.entry, side, before=False, rule="passive-back")
    that = clause.find(words_of("that"), at + 1, at + 4)
    if that is not None:
        pieces = [(that + 1, len(clause.words))]
        return make_report(clause, cue, pieces, side[: that - at - 1], "passive-that")
    return _bare_passive(clause, cue)


def _bare_passive(clause: Clause, cue: Cue) -> Report | None:
    """A passive without `bahwa`: its content stands behind its agent, or is its subject."""
    at = cue.at
    told = _told_by(clause, at)
    if told is not None:
        side = clause.words[at + 1 : told] if at == 0 else clause.words[:at]
        return make_report(clause, cue, [(told, len(clause.words))], side, "passive-told")
    if cue.entry.certainty == "denied" and at:
        return make_report(clause, cue, [(0, at)], clause.words[at + 1 :], "passive-denied")
    if clause.lower(at) == "dikatakan" and clause.lower(at + 1) not in ("oleh", "sebagai"):
        return hearsay(clause, cue, None)
    return None


def _told_by(clause: Clause, at: int) -> int | None:
    """Where the content begins in `Dikatakan Pompeo, …` and `Dalam gugatan itu disebut …`."""
    comma = clause.find(",", at + 1, at + 7)
    named = clause.words[at + 1].text[:1].isupper() if at + 1 < len(clause.words) else False
    if at == 0 and named and comma is not None:
        return comma + 1
    inside = clause.find(("dalam",), max(0, at - 6), at)
    stated = clause.lower(at) in ("disebut", "disebutkan", "dinyatakan", "dijelaskan")
    if inside is not None and stated and clause.lower(at + 1) not in ("sebagai", "oleh"):
        return at + 1
    return None


def hearsay(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Ia disebut-sebut akan mundur`: what follows is said, nobody says it."""
    at = cue.at
    barred = clause.lower(at - 1) in words_of("bar") or clause.lower(at + 1) == "oleh"
    # `orang yang dituduh membunuh` names somebody; nothing is alleged by the way.
    if barred or (clause.lower(at - 1) == "yang" and cue.entry.frame == "hearsay"):
        return None
    start = at + 1 + (clause.lower(at + 1) in words_of("that"))
    pieces = [(start, content_stop(clause, at, start))]
    return make_report(clause, cue, pieces, (), "hearsay")


def noun(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Pernyataan berulang AS bahwa …`; the sentence may go on with what became of it."""
    at = cue.at
    that = clause.find(words_of("that"), at + 1, at + 10)
    another = any(at < c.at <= (that or at) for c in clause.cues)
    if that is None or another:
        return None
    stop = content_stop(clause, at, that + 1)
    for k in range(that + 2, stop - 1):
        verb = clause.lower(k) == "dan" and clause.lower(k + 1)[:2] in ("te", "di", "me")
        leads = clause.lower(k) == "," and clause.words[k + 1].text[:1].isupper()
        if verb or (leads and at < FRONT):
            stop = k
            break
    side = clause.words[at + 1 : that]
    return make_report(clause, cue, [(that + 1, stop)], side, "noun")
