"""Where reported content ends: at another saying, or where the outlet goes on in its own voice.

A `Clause` and the positions of a cue and its content go in, the position behind the content comes
out. Used by the frames.
"""

from __future__ import annotations

from sumber.statements.cued_clause import ACTIVE, Clause, Cue, is_predicate, words_of


def content_stop(clause: Clause, at: int, start: int) -> int:
    """Where the content ends: the sentence's end, or where another saying or a source begins."""
    total = len(clause.words)
    stop = next((k for k in range(start, total) if _outlet_goes_on(clause, k)), total)
    others = (c for c in clause.cues if at < c.at < stop)
    return next((c.at - 1 for c in others if _says_anew(clause, c, start)), stop)


def _outlet_goes_on(clause: Clause, at: int) -> bool:
    """`… (baca: …)`, `…, seperti dikutip Antara`, `…, demikian Rina`, `… tetapi menolak …`."""
    word, ahead = clause.lower(at), clause.lower(at + 1)
    if word == "(":
        return ahead in ("baca", "lihat")
    if word == ",":
        passed_on = ahead in words_of("as") and clause.lower(at + 2).startswith("di")
        return passed_on or ahead == "demikian" or _another_acts(clause, at + 1)
    return word == "tetapi" and _acts_on(clause, at)


def _another_acts(clause: Clause, at: int) -> bool:
    """`…, namun Iran cepat menolak`: the outlet goes on about somebody else."""
    if clause.lower(at) not in words_of("contrast") or not clause.words[at + 1 :]:
        return False
    return clause.words[at + 1].text[:1].isupper()


def _says_anew(clause: Clause, cue: Cue, start: int) -> bool:
    """`… dan menyerukan …`, `…, kata X`, `… tetapi kabarnya …`: what follows is said anew."""
    before, frame = clause.lower(cue.first - 1), cue.entry.frame
    that = clause.lower(cue.at + 1) in words_of("that") | {","}
    told = clause.lower(cue.at) in words_of("told")
    if frame == "that" and not that and not (told and is_predicate(clause, cue.at + 1)):
        return False  # `… dan mempertahankan ladang minyak`
    if before == "dengan" and clause.lower(cue.first - 2) == "," and frame in ACTIVE:
        return True
    if before in ("dan", "serta", "sambil", "seraya", "sekaligus", "sembari") and frame in ACTIVE:
        return not _reported_within(clause, start, cue.at)
    if before == ",":
        anew = frame in ACTIVE and any(is_predicate(clause, k) for k in range(start, cue.at - 1))
        return anew or frame in ("post", "according")
    return before in ("tetapi", "tapi", "namun") and (frame == "hearsay" or frame in ACTIVE)


def _reported_within(clause: Clause, start: int, stop: int) -> bool:
    """True if the content has a saying of its own, to whose speaker a joined cue belongs."""
    return any(start <= c.at < stop and c.entry.frame in ACTIVE for c in clause.cues)


def _acts_on(clause: Clause, at: int) -> bool:
    """True if the outlet goes on about the speaker: `…, tetapi juga mengesampingkan …`."""
    k = at + 1
    while clause.lower(k) in ("juga", "tidak", "belum"):
        k += 1
    return clause.lower(k).startswith("me")


def outlets_own(clause: Clause, start: int, stop: int) -> int:
    """Cut the outlet's own remark from the end of a short content: `…, yang dibangun 2010`."""
    for k in range(start + 3, stop - 1):
        ahead = clause.lower(k + 1)
        if clause.lower(k) == "," and ahead in ("yang", "meski", "tetapi", "sementara"):
            return k
    return stop
