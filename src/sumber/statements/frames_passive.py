"""Frames without an active speaker: passives, hearsay, and nouns that report.

`Hal itu disampaikan X`, `Dikatakan bahwa …`, `… disebut-sebut …`, `Pernyataan X bahwa …`: a cue
in a `Clause` goes in, the `Report` comes out. Used by `reports`.
"""

from __future__ import annotations

from sumber.language.sentences import Word
from sumber.records import Span
from sumber.statements.content_ends import content_stop
from sumber.statements.cued_clause import (
    LONGEST_PHRASE,
    Clause,
    Cue,
    Report,
    cue_span,
    cue_word,
    is_predicate,
    leads,
    make_report,
    words_of,
)

# A noun before this word stands in front of the main clause: `Menjawab tudingan X bahwa …, Y …`.
FRONT = 4
LONGEST_JUDGED = 12  # words from `dinilai` to the `oleh` of its agent


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
        inside = clause.find(("dalam",), 0, at)
        if inside is not None and leads(clause, inside) and that == at + 1:
            # `Dalam naskah itu disebutkan bahwa …`: the text itself says it
            return make_report(clause, cue, pieces, clause.words[inside + 1 : at], "source")
        return make_report(clause, cue, pieces, side[: that - at - 1], "passive-that")
    return _bare_passive(clause, cue)


def _bare_passive(clause: Clause, cue: Cue) -> Report | None:
    """A passive without `bahwa`: its content stands behind its agent, or is its subject."""
    at = cue.at
    if (judged := _called(clause, cue) or _judged(clause, cue)) is not None:
        return judged
    told = _told_by(clause, at)
    if told is not None:
        side = clause.words[at + 1 : told] if leads(clause, at) else clause.words[:at]
        return make_report(clause, cue, [(told, len(clause.words))], side, "passive-told")
    if cue.entry.certainty == "denied" and at:
        return make_report(clause, cue, [(0, at)], clause.words[at + 1 :], "passive-denied")
    if clause.lower(at) == "dikatakan" and clause.lower(at + 1) not in ("oleh", "sebagai"):
        return hearsay(clause, cue, None)
    return None


def _judged(clause: Clause, cue: Cue) -> Report | None:
    """`… dinilai janggal oleh warga`, `… disebut pemerintah merugikan`, `… disebut akan mundur`."""
    at = cue.at
    if clause.lower(at) not in words_of("judging") or at == 0:
        return None
    agent = clause.find(("oleh",), at + 2, at + LONGEST_JUDGED)
    if agent is not None:
        side = clause.words[agent + 1 :]
        return make_report(clause, cue, [(at + 1, agent)], side, "passive-judged")
    if clause.lower(at) not in words_of("alleging") or clause.lower(at - 1) == "yang":
        return None
    stop = at + 1
    while stop < len(clause.words) and _names(clause.words[stop]):
        stop += 1
    if not is_predicate(clause, stop):
        return None
    if stop == at + 1:
        return hearsay(clause, cue, None)
    pieces = [(stop, content_stop(clause, at, stop))]
    return make_report(clause, cue, pieces, clause.words[at + 1 : stop], "passive-judged")


def _called(clause: Clause, cue: Cue) -> Report | None:
    """`… yang disebut Rudi sebagai tindakan perang`, `apa yang dikatakannya sebagai …`."""
    if not cue.at or cue_word(clause, cue.at) not in words_of("calling"):
        return None
    stop = cue.at + 1
    while stop < len(clause.words) and _names(clause.words[stop]):
        stop += 1
    own = clause.lower(cue.at).endswith("nya")
    if clause.lower(stop) != "sebagai" or (stop == cue.at + 1 and not own):
        return None
    pieces = [(stop + 1, content_stop(clause, cue.at, stop + 1))]
    return make_report(clause, cue, pieces, clause.words[cue.at + 1 : stop], "passive-judged")


def _names(word: Word) -> bool:
    return word.text[:1].isupper() or word.lower in words_of("holder") | words_of("pronoun")


def _told_by(clause: Clause, at: int) -> int | None:
    """Where the content begins in `Dikatakan Pompeo, …` and `Dalam gugatan itu disebut …`."""
    reported = cue_word(clause, at) == "dilaporkan"  # or somebody is reported to the police
    if not reported and leads(clause, at) and (told := _told_first(clause, at)) is not None:
        return told
    inside = clause.find(("dalam",), max(0, at - 12), at)
    stated = clause.lower(at) in ("disebut", "disebutkan", "dinyatakan", "dijelaskan")
    if inside is not None and stated and clause.lower(at + 1) not in ("sebagai", "oleh"):
        return at + 1 + (clause.lower(at + 1) == ",")
    return None


def _told_first(clause: Clause, at: int) -> int | None:
    """Where the content begins in `Diakui Rudi, …`, `Dikatakannya, …`, `Dijelaskan, …`."""
    k = at + 1 + (clause.lower(at + 1) == "oleh")
    start = k
    while k < len(clause.words) and (_names(clause.words[k]) or clause.words[k].text == "."):
        k += 1
    comma = clause.find(",", k, at + 8)
    if k > start:
        return comma + 1 if comma is not None else k
    if clause.lower(k) in (",", "pula"):
        own = clause.lower(at).endswith("nya") or cue_word(clause, at) in words_of("spoken")
        return k + 1 if own else None
    return k if clause.lower(at).endswith("nya") else None


def hearsay(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Ia disebut-sebut akan mundur`: what follows is said, nobody says it."""
    at = cue.at
    barred = clause.lower(at - 1) in words_of("bar") or clause.lower(at + 1) == "oleh"
    # `orang yang dituduh membunuh` names somebody; nothing is alleged by the way.
    if barred or (clause.lower(at - 1) == "yang" and cue.entry.frame == "hearsay"):
        return None
    opens = words_of("that") | words_of("purpose") | {","}
    start = at + 1 + (clause.lower(at + 1) in opens)
    if clause.lower(at) == "diminta" and not is_predicate(clause, start):
        return None  # `diminta keterangan`
    pieces = [(start, content_stop(clause, at, start))]
    return make_report(clause, cue, pieces, (), "hearsay")


def noun_that(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
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
    named = at + 1 + (clause.lower(at + 1) in words_of("of"))  # `Informasi dari kementerian`
    return make_report(clause, cue, [(that + 1, stop)], clause.words[named:that], "noun")
