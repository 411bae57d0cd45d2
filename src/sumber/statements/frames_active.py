"""Active frames: `Gubernur mengatakan bahwa …`, `Ia meminta warga untuk …`, `Iran membantah …`.

A cue in a `Clause` goes in, the `Report` of what stands behind it comes out. Used by `reports`.
"""

from __future__ import annotations

from dataclasses import replace

from sumber.records import Span
from sumber.statements.content_ends import content_stop, outlets_own
from sumber.statements.cued_clause import (
    Clause,
    Cue,
    Report,
    is_predicate,
    make_report,
    words_of,
)

# How far, in words, from a cue to what opens its content; measured on the gold (longest: 15).
REACH = 18
# How far, in words, the predicate of what is asked may stand from its first word.
ASKED_REACH = 12
# Open the content as `bahwa` does, where no other clause follows.
IF = frozenset({"jika", "kalau", "bila", "apabila"})
LONGEST_SUBJECT = 6  # words from `percaya` to the predicate of what is believed
EVIDENCE_REACH = 8  # words of `data yang dihimpun kepolisian daerah` before its verb
AIM_REACH = 6  # words from `berpesan` to its `agar`


def saying_after(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Gubernur mengatakan bahwa …`, `Ia meminta warga untuk …`, `Iran membantah …`."""
    at, entry = cue.at, cue.entry
    before = clause.lower(cue.first - 1)
    if before in ("pun", "juga"):
        before = clause.lower(cue.first - 2)
    opposed = before in ("tidak", "tak", "kurang") and clause.lower(at) in words_of("stance")
    if before == "yang" and _is_denied(clause, cue.first - 2):
        return None
    if opposed:
        entry = replace(entry, certainty="denied")
    elif before in words_of("bar") or (entry.frame == "hope" and before == ","):
        return None
    start = at + 1
    while clause.lower(start) in words_of("linger"):
        start += 1
    stop = content_stop(clause, at, start)
    if clause.lower(at) == "menolak":
        start += clause.lower(start) in ("keras", "tegas", "semua", "segala")
        if clause.lower(start) not in words_of("refusable"):
            return None
    opened = _content_start(clause, cue, start, stop)
    if opened is None or _asks_for_anonymity(clause, opened):
        return None
    if entry.frame in ("deny", "hope") or clause.lower(opened - 1) in words_of("purpose"):
        stop = outlets_own(clause, opened, stop)
    side = clause.words[: cue.first - opposed]
    return make_report(clause, replace(cue, entry=entry), [(opened, stop)], side, "after")


def _is_denied(clause: Clause, at: int) -> bool:
    """`menampik tuduhan yang menyebut …`: the accusation is what is denied."""
    accused = clause.lower(at) in words_of("refusable")
    return accused and any(c.entry.certainty == "denied" and c.at < at for c in clause.cues)


def _asks_for_anonymity(clause: Clause, at: int) -> bool:
    """`Pejabat itu meminta untuk tidak disebutkan namanya` tells of the source, no statement."""
    named = ("disebut", "disebutkan", "diungkap", "diungkapkan")
    words = [clause.lower(k) for k in range(at, at + 4)]
    return any(w in named for w in words) and any(w in ("namanya", "identitasnya") for w in words)


def _content_start(clause: Clause, cue: Cue, start: int, stop: int) -> int | None:
    """Where the content begins, or None where nothing is reported."""
    if start >= stop:
        return None
    that = _after_that(clause, cue, start, stop)
    if that is not None:
        return that
    if clause.lower(start) in IF and clause.find(",", start, stop) is None:
        return start + 1  # `mengungkap kalau …`; with a comma it is a condition
    if cue.entry.frame == "that":
        return _told_start(clause, cue, start, stop)
    purpose = _beyond_purpose(clause, cue, start, stop)
    return purpose if purpose is not None else _bare_start(clause, cue, start, stop)


def _told_start(clause: Clause, cue: Cue, start: int, stop: int) -> int | None:
    """Where the content of a word that else needs `bahwa` begins: `berpesan agar`, `menulis,`."""
    aim = clause.find(words_of("aim"), start, min(stop, start + AIM_REACH))
    if aim is not None and clause.find(",", start, aim) is None:
        return aim + 1
    if clause.lower(cue.at) in words_of("questions"):
        return clause.find(words_of("question"), start, min(stop, start + REACH))
    if clause.lower(cue.at) in ("percaya", "mencatat") or _tells_itself(clause, cue):
        return start if _holds_true(clause, start, stop) else None
    told = clause.lower(cue.at) in words_of("told")
    if told and clause.lower(start) in words_of("predicate"):
        return start
    comma = clause.lower(start) == ","
    return start + 1 if comma and (told or clause.lower(cue.at) in words_of("written")) else None


def _tells_itself(clause: Clause, cue: Cue) -> bool:
    """`Data kepolisian menunjukkan …`: a text or picture is the subject."""
    if clause.lower(cue.at) not in words_of("evident"):
        return False
    subject = range(max(0, cue.at - EVIDENCE_REACH), cue.at)
    return any(clause.lower(k) in words_of("evidence") for k in subject)


def _holds_true(clause: Clause, start: int, stop: int) -> bool:
    """`percaya serangan itu dilakukan …`, not `percaya diri`, `percaya pada …`."""
    if clause.lower(start) in words_of("preposition") | {"diri", ",", "atau", "dan"}:
        return False
    ahead = range(start + 1, min(stop, start + LONGEST_SUBJECT))
    return any(is_predicate(clause, k) for k in ahead)


def _beyond_purpose(clause: Clause, cue: Cue, start: int, stop: int) -> int | None:
    """The word behind the `untuk` or `agar` of what is asked or wished; None where none is."""
    if cue.entry.frame not in ("ask", "hope") or clause.lower(start) == "adanya":
        return None
    purpose = clause.find(words_of("purpose"), start, min(stop, start + REACH))
    if purpose is None or not _names_addressee(clause, start, purpose):
        return None
    if clause.lower(cue.at) in words_of("asking") and _acts(clause, start, purpose):
        return None  # `meminta publik tak menganggap kritik sebagai upaya untuk …`
    return purpose + 1


def _names_addressee(clause: Clause, start: int, stop: int) -> bool:
    """True if commas between only set off a name: `mendesak Presiden AS, Rudi Hartono, untuk`."""
    comma = clause.find(",", start, stop)
    listed = clause.find(("dan", "serta"), start, stop) is not None
    if comma is None or (listed and not any(is_predicate(clause, k) for k in range(start, stop))):
        return True
    named = clause.words[comma + 1].text[:1].isupper() or clause.words[comma + 1].text in ",("
    return named and clause.lower(stop - 1) == "," and comma > start


def _acts(clause: Clause, start: int, stop: int) -> bool:
    """True if a predicate stands between, but for that of a relative clause."""
    for k in range(start, stop):
        if clause.lower(k) == "yang":
            return False
        if is_predicate(clause, k):
            return True
    return False


def _after_that(clause: Clause, cue: Cue, start: int, stop: int) -> int | None:
    """The word after the cue's own `bahwa`; None where it has none."""
    others = [
        c.at for c in clause.cues if c.at > cue.at and c.entry.frame in ("say", "ask", "noun")
    ]
    that = clause.find(words_of("that"), start, min([stop, start + REACH, *others]))
    if that is None:
        return None
    adjunct = clause.lower(start) in words_of("preposition")
    if that - start > 3 and not adjunct and clause.find(",", start, that) is not None:
        return None
    return that + 1 + (clause.lower(that + 1) in words_of("that"))


def _bare_start(clause: Clause, cue: Cue, start: int, stop: int) -> int | None:
    """Where the content begins when no `bahwa` or `untuk` opens it."""
    following = clause.lower(start)
    if _hands_over(clause, cue, start, stop):
        return None
    asked = start + (following == ",")
    if cue.entry.frame == "ask" and not _has_predicate(clause, asked, stop):
        return None
    if following in (",", ":") or following in words_of("topic"):
        return start + 1
    pointing = clause.lower(start + 1) in ("ini", "itu", "tersebut")
    if following in words_of("preposition") and cue.entry.frame != "deny" and not pointing:
        if any(k < cue.at for k in clause.quoted):
            return None  # `"…," Istana mengumumkan di Twitter` attributes the quotation
        return _beyond_phrase(clause, start, stop)
    return start


def _hands_over(clause: Clause, cue: Cue, start: int, stop: int) -> bool:
    """`menyampaikan laporan kepada ketua`: a thing is handed over, nothing is said of it."""
    if clause.lower(cue.at) not in words_of("conveying"):
        return False
    head = start + (clause.lower(start) in words_of("of"))
    claims = any(is_predicate(clause, k) for k in range(head + 1, stop))
    return clause.lower(head) in words_of("matter") and not claims


def _has_predicate(clause: Clause, start: int, stop: int) -> bool:
    """True if a clause follows and not the thing asked for: not `meminta uang`, `meminta maaf`."""
    if clause.lower(start) in ("maaf", "tolong", "izin", "pada"):
        return False
    end = clause.find((",", "dan", "jika"), start, stop) or stop
    ahead = [clause.lower(k) for k in range(start, min(end, start + ASKED_REACH))]
    if clause.lower(start) == "adanya":
        return True
    spoken = any(w in words_of("asked") for w in ahead[1:])
    named = any(w.text[:1].isupper() for w in clause.words[start : start + 1])
    first = 1 if named or clause.lower(start) in words_of("holder") else 2
    return spoken or any(is_predicate(clause, start + k) for k in range(first, len(ahead)))


def _beyond_phrase(clause: Clause, start: int, stop: int) -> int | None:
    """The content after `kepada wartawan di Jakarta, …`; None where only the phrase stands."""
    comma = clause.find(",", start, min(stop, start + REACH - 4))
    if comma is not None and stop - comma > 3:
        return comma + 1
    addressed = ("kepada", "saat", "ketika", "usai", "melalui", "seperti", "sebagaimana")
    return None if clause.lower(start) in addressed else start


def said_of(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`sistem yang Rusia katakan …`, `menteri sampaikan bahwa …`: the object's voice."""
    at = cue.at
    start = at + 1 + (clause.lower(at + 1) in words_of("that") | {","})
    speaker = clause.words[at - 1] if at else None
    if speaker is None or start >= len(clause.words):
        return None
    told = clause.lower(start - 1) in words_of("that") | {","} or is_predicate(clause, start)
    pronoun = speaker.lower in words_of("pronoun")
    named = speaker.text[:1].isupper() and at > 1 and clause.lower(at - 2) == "yang"
    related = pronoun and clause.lower(at - 2) == "yang"
    known = named or related or clause.lower(start - 1) in words_of("that")
    told = told or clause.lower(start) == "sebagai"
    if not known or not told or speaker.lower in words_of("bar"):
        return None
    first = next((k + 1 for k in range(at - 1, -1, -1) if clause.lower(k) in ("yang", ",")), 0)
    pieces = [(start, content_stop(clause, at, start))]
    return make_report(clause, cue, pieces, clause.words[first:at], "object")
