"""Frames whose content stands before or around its attribution.

`…, kata Menteri X`, `X, kata Y, …`, `Menurut X, …`, `Pasukan itu menurut X akan …`: a cue in a
`Clause` goes in, the `Report` comes out. Used by `reports`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sumber.language.sentences import Word
from sumber.lexicon.reporting import load_reporting_cues
from sumber.records import Span
from sumber.statements.content_ends import content_stop
from sumber.statements.cued_clause import (
    ACTIVE,
    LONGEST_PHRASE,
    QUOTES,
    Clause,
    Cue,
    Report,
    is_predicate,
    leads,
    make_report,
    words_of,
)

FEWEST_BEFORE = 4  # words of a clause that ends in a quoted fragment


def saying_before(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`…, kata Menteri X`, `X, kata Y, …`, `Namun, kata dia, …`; the rest belongs to quotations."""
    at = cue.at
    if not _names_somebody(clause, at):
        return None
    comma = clause.lower(at - 1) == ","
    if _ends_fragment(clause, at):
        first = max((k for k in clause.direct if k < at), default=-1) + 1
        side = clause.words[at + 1 :]
        return make_report(clause, cue, [(first, at)], side, "before") if first == 0 else None
    quoted = at - 2 in clause.quoted if comma else at - 1 in clause.quoted
    leads = at == 0 or clause.lower(at - 1) in words_of("connective")
    if quoted or not (comma or leads):
        return None
    first = max((k for k in clause.quoted if k < at), default=-1) + 1
    stop = at - 1 if comma else at
    linked = all(
        clause.lower(k) in words_of("connective") or clause.lower(k) == ","
        for k in range(first, stop)
    )
    pieces = [] if linked else [(first, stop)]
    if linked or stop - first <= LONGEST_PHRASE or clause.lower(first) in words_of("phrase_opener"):
        rest = _beyond_name(clause, at)
        if rest is not None:
            pieces.append((rest, len(clause.words)))
            return make_report(clause, cue, pieces, clause.words[at + 1 : rest], "before")
    return make_report(clause, cue, pieces, clause.words[at + 1 :], "before")


def _ends_fragment(clause: Clause, at: int) -> bool:
    """`Polusi mencapai "tingkat yang tidak sehat," ujar X`: the outlet's clause ends in quotes."""
    mark = at - 1 - (clause.lower(at - 1) == ",")
    if mark not in clause.quoted - clause.direct or mark < FEWEST_BEFORE:
        return False
    comma = "," in (clause.lower(mark - 1), clause.lower(mark + 1))
    within = {mark - 1, mark - 2} & clause.direct
    return comma and not within and clause.words[0].text not in QUOTES


def _names_somebody(clause: Clause, at: int) -> bool:
    """True if a speaker follows the cue, or hangs on it as `-nya`."""
    following = clause.words[at + 1].text if at + 1 < len(clause.words) else ""
    known = following.lower() in words_of("pronoun") | words_of("holder")
    clitic = clause.lower(at).endswith("nya") and clause.lower(at) not in load_reporting_cues()
    # `, kata ,, adalah`: a name that stood in a link was lost
    lost = following == "," and clause.lower(at - 1) == ","
    return clitic or known or lost or following[:1].isupper()


def _opens_clause(clause: Clause, at: int) -> bool:
    """`Kata Rina, Rudi berpesan …`: a predicate stands before the next comma."""
    comma = clause.find(",", at, at + 12)
    stop = min(at + 6, comma if comma is not None else len(clause.words))
    return any(is_predicate(clause, k) for k in range(at + 1, stop))


def _is_named_out(clause: Clause, at: int, comma: int) -> bool:
    """`ujarnya,`, `kata dia,`, `lanjut politikus itu,`: no name can go on behind the comma."""
    if clause.lower(at).endswith("nya") and comma == at + 1:
        return True
    last = clause.lower(comma - 1)
    return last in ("itu", "tersebut") or (comma == at + 2 and last in words_of("pronoun"))


def _beyond_name(clause: Clause, at: int) -> int | None:
    """Where the sentence goes on after `, kata X,`; None where it does not."""
    comma = clause.find(",", at + 1, at + 12)
    total = len(clause.words)
    if comma is not None and total - comma > 3:
        ahead = clause.words[comma + 1]
        if _is_named_out(clause, at, comma) and ahead.lower not in words_of("weekday"):
            return comma + 1
        if leads(clause, at) and ahead.text[:1].isupper() and _opens_clause(clause, comma + 1):
            return comma + 1
        phrase = not leads(clause, at) and not any(is_predicate(clause, k) for k in range(at))
        if phrase and ahead.text[:1].isupper() and _opens_clause(clause, comma + 1):
            return comma + 1  # `Salah satu sebabnya, kata Rudi, Rina tidak hadir`
        skip = words_of("preposition") - words_of("phrase_opener") | {"yang"}
        if ahead.text[:1].islower() and ahead.lower not in skip:
            return comma + 1
    k = at + 1
    while k < total and (
        clause.words[k].text[:1].isupper() or clause.lower(k) in words_of("pronoun")
    ):
        k += 1
    clitic = clause.lower(at).endswith("nya")
    if (
        k < total
        and comma is None
        and (
            clause.lower(k) in words_of("predicate")
            or (clitic and k == at + 1)
            or leads(clause, at)
        )
    ):
        return k if total - k > 3 else None
    return None


def according(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Menurut X, …`, `…, menurut X`, `Proyek itu, menurut X, …`."""
    at = cue.at
    opened = _after_name(clause, at)
    inner = _within_clause(clause, at)
    if inner is not None:
        side = clause.words[at + 1 : inner]
        if clause.lower(at - 1) == "yang":  # `serangan itu, yang menurut Iran dilakukan …`
            pieces = [(inner, content_stop(clause, at, inner))]
            return make_report(clause, cue, pieces, side, "according")
        return make_report(clause, cue, [(0, at), (inner, len(clause.words))], side, "according")
    pieces = []
    follows = at > 1 and clause.lower(at - 1) == "," and not leads(clause, at)
    if follows:
        pieces.append((0, at - 1))
    if opened is not None and _opens_with_cue(clause, opened):
        return None  # `Trump, menurut Gedung Putih, menyebut …` is what Trump says
    whole = follows and at > LONGEST_PHRASE and clause.lower(0) not in words_of("phrase_opener")
    if opened is not None and not whole:
        pieces.append((opened, content_stop(clause, at, opened)))
    side = clause.words[at + 1 : opened if opened is not None else len(clause.words)]
    return make_report(clause, cue, pieces, side, "according")


def _within_clause(clause: Clause, at: int) -> int | None:
    """Where the predicate begins in `Pasukan itu menurut Gubernur Noor akan memadamkan api`."""
    related = clause.lower(at - 1) == "yang"
    short = 0 < at <= LONGEST_PHRASE or related
    if not short or clause.lower(at - 1) == "," or leads(clause, at):
        return None
    k = at + 1
    while k < len(clause.words) and (
        clause.words[k].text[:1].isupper() or clause.lower(k) in words_of("pronoun")
    ):
        k += 1
    begun = clause.lower(k) in words_of("predicate") or (related and is_predicate(clause, k))
    return k if k > at + 1 and begun else None


def _opens_with_cue(clause: Clause, at: int) -> bool:
    return any(c.at == at and c.entry.frame in ACTIVE for c in clause.cues)


def _after_name(clause: Clause, at: int) -> int | None:
    """Where the content begins after `menurut X,`; commas inside X's titles are passed over."""
    if clause.lower(at).endswith("nya"):
        return at + 1 + (clause.lower(at + 1) == ",")
    if clause.lower(at + 1) in words_of("pronoun"):
        return at + 2
    comma = clause.find(",", at + 1, at + 28)
    while comma is not None:
        after = clause.find(",", comma + 1, comma + 10)
        if after is None or not _is_apposition(clause.words[comma + 1 : after]):
            break
        comma = after
    return comma + 1 if comma is not None and comma + 1 < len(clause.words) else None


def _is_apposition(words: Sequence[Word]) -> bool:
    """True for a name or title between commas: `, AKBP Rudi Hartono,`."""
    small = ("bin", "binti", "al", "dan", "dari", "di", "von", "van", "de")
    named = [w.text[:1].isupper() or w.lower in small or not w.text[0].isalpha() for w in words]
    return bool(words) and words[0].text[:1].isupper() and all(named)
