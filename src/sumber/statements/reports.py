"""Where a sentence reports that something was said: one `Report` for each cue of indirect speech.

A sentence goes in, and for each cue of the codebook (lexicon/data/reporting.toml) its frame says
where the content stands: the clause after it, before it, on both sides, or the sentence before.
Used by `indirect.py`, which finds out who speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from sumber.language.sentences import Sentence, Word
from sumber.lexicon.reporting import ReportingCue, load_function_words, load_reporting_cues
from sumber.records import Span

# How far, in words, from a cue to what opens its content; measured on the gold (longest: 15).
REACH = 18
# A first piece of at most this many words before `, kata X,` is a phrase, not a whole clause.
LONGEST_PHRASE = 7
# A noun before this word stands in front of the main clause: `Menjawab tudingan X bahwa …, Y …`.
FRONT = 4
# Words of the frame `that` that also report with a comma or a bare predicate.
TOLD = frozenset({"melaporkan", "mengungkap"})
# Frames whose speaker is the subject before the cue.
ACTIVE = frozenset({"say", "that", "deny", "ask", "hope"})
QUOTES = frozenset('"“”')
CLOSING = frozenset('.!?,;:)"”-–…')


@dataclass(frozen=True, slots=True)
class Report:
    """A saying in indirect speech. `side` is the words among which the speaker is named."""

    content: tuple[Span, ...]
    cue: Span
    entry: ReportingCue
    side: tuple[Word, ...]
    before: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the codebook at a position of a sentence."""

    at: int
    entry: ReportingCue


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence as the rules see it. `quoted` holds the positions inside direct quotations."""

    words: tuple[Word, ...]
    quoted: frozenset[int]
    cues: tuple[Cue, ...]

    def lower(self, at: int) -> str:
        """The word at a position, lower case; empty beyond the ends."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def find(self, wanted: Collection[str], start: int, stop: int) -> int | None:
        """The first position of one of the words in `start`..`stop`."""
        stop = min(stop, len(self.words))
        return next((k for k in range(start, stop) if self.words[k].lower in wanted), None)

    def span(self, start: int, stop: int) -> Span | None:
        """The characters of words `start`..`stop` without marks at their ends; None if empty."""
        while stop > start and self.words[stop - 1].text in CLOSING:
            if self.words[stop - 1].text == ")" and self.find("(", start, stop) is not None:
                break
            stop -= 1
        while start < stop and self.words[start].text in ",:;)":
            start += 1
        if start >= stop or self.words[start].text in QUOTES:
            return None
        inside = sum(k in self.quoted for k in range(start, stop))
        if inside * 2 > stop - start:
            return None
        return Span(self.words[start].start, self.words[stop - 1].stop)


def find_reports(
    sentence: Sentence, quoted: Callable[[Word], bool], previous: Span | None
) -> Iterator[Report]:
    """Give the reports of one sentence, in order of their cues.

    `quoted` tells whether a word stands inside a direct quotation; `previous` is the sentence
    before in the same paragraph, for `Hal itu dikatakan X`.
    """
    clause = _clause(sentence, quoted)
    seen: list[Report] = []
    for cue in clause.cues:
        report = RULES[cue.entry.frame](clause, cue, previous)
        if report is None or any(r.content == report.content for r in seen):
            continue
        if _is_inside(report.cue, seen) and not _sets_off(clause, report):
            continue
        seen.append(report)
        yield report


def _is_inside(cue: Span, reports: Sequence[Report]) -> bool:
    """True if a cue stands in what is already reported as said."""
    return any(c.start <= cue.start < c.stop for r in reports for c in r.content)


def _sets_off(clause: Clause, report: Report) -> bool:
    """True if `bahwa` or a comma sets off what a saying within a saying says.

    Without it a wish or order within tells what the outer speaker says that somebody wants; and
    the accusation in `membantah tudingan bahwa …` is what is denied, not another saying.
    """
    if report.rule == "noun":
        return False
    if report.entry.frame in ("say", "deny") and report.before:
        return True
    opens = next(k for k, w in enumerate(clause.words) if w.start == report.content[0].start)
    return clause.lower(opens - 1) in _words("that") | {","}


def _clause(sentence: Sentence, quoted: Callable[[Word], bool]) -> Clause:
    words = sentence.words
    inside = frozenset(k for k, w in enumerate(words) if w.text in QUOTES or quoted(w))
    found = ((k, _entry(w.lower)) for k, w in enumerate(words) if k not in inside)
    return Clause(words, inside, tuple(Cue(k, entry) for k, entry in found if entry is not None))


def _entry(word: str) -> ReportingCue | None:
    """The codebook's entry of a word, also with the clitic `-nya`."""
    cues = load_reporting_cues()
    if word in cues:
        return cues[word]
    return cues.get(word[:-3]) if word.endswith("nya") else None


def _cue(clause: Clause, at: int) -> Span:
    """The cue's characters, without the clitic `-nya`."""
    word = clause.words[at]
    clitic = word.lower.endswith("nya") and word.lower not in load_reporting_cues()
    return Span(word.start, word.stop - 3 * clitic)


def _words(name: str) -> frozenset[str]:
    return load_function_words()[name]


# --- SPEAKER cue CONTENT ------------------------------------------------------------------------


def _after(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Gubernur mengatakan bahwa …`, `Ia meminta warga untuk …`, `Iran membantah …`."""
    at, entry = cue.at, cue.entry
    before = clause.lower(at - 1)
    if before in ("pun", "juga"):
        before = clause.lower(at - 2)
    if before in _words("bar") or (entry.frame == "hope" and before == ","):
        return None
    start = at + 1
    while clause.lower(start) in _words("linger"):
        start += 1
    stop = _content_stop(clause, at, start)
    opened = _content_start(clause, cue, start, stop)
    if opened is None or _asks_for_anonymity(clause, opened):
        return None
    if entry.frame in ("deny", "hope") or clause.lower(opened - 1) in _words("purpose"):
        stop = _outlets_own(clause, opened, stop)
    return _report(clause, cue, [(opened, stop)], clause.words[:at], "after")


def _asks_for_anonymity(clause: Clause, at: int) -> bool:
    """`Pejabat itu meminta untuk tidak disebutkan namanya` tells of the source, no statement."""
    named = ("disebut", "disebutkan", "diungkap", "diungkapkan")
    words = [clause.lower(k) for k in range(at, at + 4)]
    return any(w in named for w in words) and any(w in ("namanya", "identitasnya") for w in words)


def _content_stop(clause: Clause, at: int, start: int) -> int:
    """Where the content ends: the sentence's end, or where another saying or a source begins."""
    stop = len(clause.words)
    for k in range(start, stop):
        word, ahead = clause.lower(k), clause.lower(k + 1)
        if word == "(" and ahead in ("baca", "lihat"):
            stop = k
            break
        if word == "," and ahead in ("seperti", "sebagaimana") and clause.lower(k + 2)[:2] == "di":
            stop = k
            break
        if word == "," and ahead == "demikian":
            stop = k
            break
        if word == "tetapi" and _acts_on(clause, k):
            stop = k
            break
    for k, entry in ((c.at, c.entry) for c in clause.cues):
        if not at < k < stop:
            continue
        joined = clause.lower(k - 1) in ("dan", "serta", "sambil", "seraya")
        if joined and entry.frame in ACTIVE and not _reported_within(clause, start, k):
            return k - 1
        if clause.lower(k - 1) == "," and entry.frame in ("post", "according"):
            return k - 1
    return stop


def _reported_within(clause: Clause, start: int, stop: int) -> bool:
    """True if the content has a saying of its own, to whose speaker a joined cue belongs."""
    return any(start <= c.at < stop and c.entry.frame in ACTIVE for c in clause.cues)


def _acts_on(clause: Clause, at: int) -> bool:
    """True if the outlet goes on about the speaker: `…, tetapi juga mengesampingkan …`."""
    k = at + 1
    while clause.lower(k) in ("juga", "tidak", "belum"):
        k += 1
    return clause.lower(k).startswith("me")


def _content_start(clause: Clause, cue: Cue, start: int, stop: int) -> int | None:
    """Where the content begins, or None where nothing is reported."""
    if start >= stop:
        return None
    that = _after_that(clause, cue, start, stop)
    if that is not None:
        return that
    if cue.entry.frame == "that":
        told = clause.lower(cue.at) in TOLD
        if told and clause.lower(start) in _words("predicate"):
            return start
        return start + 1 if told and clause.lower(start) == "," else None
    if cue.entry.frame in ("ask", "hope"):
        purpose = clause.find(_words("purpose"), start, min(stop, start + REACH))
        if (
            purpose is not None
            and clause.lower(start) != "adanya"
            and clause.find(",", start, purpose) is None
        ):
            return purpose + 1
    return _bare_start(clause, cue, start, stop)


def _after_that(clause: Clause, cue: Cue, start: int, stop: int) -> int | None:
    """The word after the cue's own `bahwa`; None where it has none."""
    others = [
        c.at for c in clause.cues if c.at > cue.at and c.entry.frame in ("say", "ask", "noun")
    ]
    that = clause.find(_words("that"), start, min([stop, start + REACH, *others]))
    if that is None:
        return None
    adjunct = clause.lower(start) in _words("preposition")
    if that - start > 3 and not adjunct and clause.find(",", start, that) is not None:
        return None
    return that + 1 + (clause.lower(that + 1) in _words("that"))


def _bare_start(clause: Clause, cue: Cue, start: int, stop: int) -> int | None:
    """Where the content begins when no `bahwa` or `untuk` opens it."""
    following = clause.lower(start)
    if cue.entry.frame == "ask" and not _has_predicate(clause, start, stop):
        return None
    if following in (",", ":") or following in _words("topic"):
        return start + 1
    pointing = clause.lower(start + 1) in ("ini", "itu", "tersebut")
    if following in _words("preposition") and cue.entry.frame != "deny" and not pointing:
        if any(k < cue.at for k in clause.quoted):
            return None  # `"…," Istana mengumumkan di Twitter` attributes the quotation
        return _beyond_phrase(clause, start, stop)
    return start


def _has_predicate(clause: Clause, start: int, stop: int) -> bool:
    """True if a clause follows and not the thing asked for: not `meminta uang`, `meminta maaf`."""
    if clause.lower(start) in ("maaf", "tolong", "izin", "pada"):
        return False
    end = clause.find((",", "dan", "jika"), start, stop) or stop
    ahead = [clause.lower(k) for k in range(start, min(end, start + ASKED_REACH))]
    if clause.lower(start) == "adanya":
        return True
    verbs = ("ber", "di", "me", "ter")
    spoken = any(w in _words("predicate") | _words("asked") for w in ahead[1:])
    return spoken or any(w.startswith(verbs) and len(w) > 5 for w in ahead[2:])


# How far, in words, the predicate of what is asked may stand from its first word.
ASKED_REACH = 12


def _beyond_phrase(clause: Clause, start: int, stop: int) -> int | None:
    """The content after `kepada wartawan di Jakarta, …`; None where only the phrase stands."""
    comma = clause.find(",", start, min(stop, start + REACH - 4))
    if comma is not None and stop - comma > 3:
        return comma + 1
    addressed = ("kepada", "saat", "ketika", "usai", "melalui", "seperti", "sebagaimana")
    return None if clause.lower(start) in addressed else start


def _outlets_own(clause: Clause, start: int, stop: int) -> int:
    """Cut the outlet's own remark from the end of a short content: `…, yang dibangun 2010`."""
    for k in range(start + 3, stop - 1):
        ahead = clause.lower(k + 1)
        if clause.lower(k) == "," and ahead in ("yang", "meski", "tetapi", "sementara"):
            return k
    return stop


# --- CONTENT, cue SPEAKER -----------------------------------------------------------------------


def _before(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`…, kata Menteri X`, `X, kata Y, …`, `Namun, kata dia, …`; the rest belongs to quotations."""
    at = cue.at
    if not _names_somebody(clause, at):
        return None
    comma = clause.lower(at - 1) == ","
    quoted = at - 2 in clause.quoted if comma else at - 1 in clause.quoted
    leads = at == 0 or clause.lower(at - 1) in _words("connective")
    if quoted or not (comma or leads):
        return None
    first = max((k for k in clause.quoted if k < at), default=-1) + 1
    stop = at - 1 if comma else at
    linked = all(
        clause.lower(k) in _words("connective") or clause.lower(k) == ","
        for k in range(first, stop)
    )
    pieces = [] if linked else [(first, stop)]
    if linked or stop - first <= LONGEST_PHRASE or clause.lower(first) in _words("phrase_opener"):
        rest = _beyond_name(clause, at)
        pieces += [(rest, len(clause.words))] if rest is not None else []
    return _report(clause, cue, pieces, clause.words[at + 1 :], "before")


def _names_somebody(clause: Clause, at: int) -> bool:
    """True if a speaker follows the cue, or hangs on it as `-nya`."""
    following = clause.words[at + 1].text if at + 1 < len(clause.words) else ""
    known = following.lower() in _words("pronoun") | _words("holder")
    clitic = clause.lower(at).endswith("nya") and clause.lower(at) not in load_reporting_cues()
    # `, kata ,, adalah`: a name that stood in a link was lost
    lost = following == "," and clause.lower(at - 1) == ","
    return clitic or known or lost or following[:1].isupper()


def _beyond_name(clause: Clause, at: int) -> int | None:
    """Where the sentence goes on after `, kata X,`; None where it does not."""
    comma = clause.find(",", at + 1, at + 12)
    total = len(clause.words)
    if comma is not None and total - comma > 4:
        ahead = clause.words[comma + 1]
        skip = _words("preposition") - _words("phrase_opener") | {"yang"}
        if ahead.text[:1].islower() and ahead.lower not in skip:
            return comma + 1
    k = at + 1
    while k < total and (
        clause.words[k].text[:1].isupper() or clause.lower(k) in _words("pronoun")
    ):
        k += 1
    clitic = clause.lower(at).endswith("nya")
    if (
        k < total
        and comma is None
        and (
            clause.lower(k) in _words("predicate") or (clitic and k == at + 1) or _leads(clause, at)
        )
    ):
        return k if total - k > 3 else None
    return None


def _leads(clause: Clause, at: int) -> bool:
    """True if nothing but connectives stands before the cue: `Apalagi, kata Wiranto sudah …`."""
    linked = _words("connective") | {","}
    return all(clause.lower(k) in linked for k in range(at))


# --- menurut SPEAKER, CONTENT -------------------------------------------------------------------


def _according(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Menurut X, …`, `…, menurut X`, `Proyek itu, menurut X, …`."""
    at = cue.at
    opened = _after_name(clause, at)
    inner = _within_clause(clause, at)
    if inner is not None:
        side = clause.words[at + 1 : inner]
        return _report(clause, cue, [(0, at), (inner, len(clause.words))], side, "according")
    pieces = []
    follows = at > 1 and clause.lower(at - 1) == "," and not _leads(clause, at)
    if follows:
        pieces.append((0, at - 1))
    if opened is not None and _opens_with_cue(clause, opened):
        return None  # `Trump, menurut Gedung Putih, menyebut …` is what Trump says
    whole = follows and at > LONGEST_PHRASE and clause.lower(0) not in _words("phrase_opener")
    if opened is not None and not whole:
        pieces.append((opened, _content_stop(clause, at, opened)))
    side = clause.words[at + 1 : opened if opened is not None else len(clause.words)]
    return _report(clause, cue, pieces, side, "according")


def _within_clause(clause: Clause, at: int) -> int | None:
    """Where the predicate begins in `Pasukan itu menurut Gubernur Noor akan memadamkan api`."""
    if not 0 < at <= LONGEST_PHRASE or clause.lower(at - 1) == "," or _leads(clause, at):
        return None
    k = at + 1
    while k < len(clause.words) and (
        clause.words[k].text[:1].isupper() or clause.lower(k) in _words("pronoun")
    ):
        k += 1
    return k if k > at + 1 and clause.lower(k) in _words("predicate") else None


def _opens_with_cue(clause: Clause, at: int) -> bool:
    return any(c.at == at and c.entry.frame in ACTIVE for c in clause.cues)


def _after_name(clause: Clause, at: int) -> int | None:
    """Where the content begins after `menurut X,`; commas inside X's titles are passed over."""
    if clause.lower(at).endswith("nya"):
        return at + 1 + (clause.lower(at + 1) == ",")
    if clause.lower(at + 1) in _words("pronoun"):
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


# --- passives and nouns -------------------------------------------------------------------------


def _passive(clause: Clause, cue: Cue, previous: Span | None) -> Report | None:
    """`Hal itu disampaikan X` (the sentence before), `Dikatakan bahwa …`, `… dibantah X`."""
    at = cue.at
    side = clause.words[at + 1 :]
    if clause.lower(0) in _words("anaphor") and at <= LONGEST_PHRASE - 1:
        if previous is None:
            return None
        content, word = (previous,), _cue(clause, at)
        return Report(content, word, cue.entry, side, before=False, rule="passive-back")
    that = clause.find(_words("that"), at + 1, at + 4)
    if that is not None:
        pieces = [(that + 1, len(clause.words))]
        return _report(clause, cue, pieces, side[: that - at - 1], "passive-that")
    return _bare_passive(clause, cue)


def _bare_passive(clause: Clause, cue: Cue) -> Report | None:
    """A passive without `bahwa`: its content stands behind its agent, or is its subject."""
    at = cue.at
    told = _told_by(clause, at)
    if told is not None:
        side = clause.words[at + 1 : told] if at == 0 else clause.words[:at]
        return _report(clause, cue, [(told, len(clause.words))], side, "passive-told")
    if cue.entry.certainty == "denied" and at:
        return _report(clause, cue, [(0, at)], clause.words[at + 1 :], "passive-denied")
    if clause.lower(at) == "dikatakan" and clause.lower(at + 1) not in ("oleh", "sebagai"):
        return _hearsay(clause, cue, None)
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


def _hearsay(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Ia disebut-sebut akan mundur`: what follows is said, nobody says it."""
    at = cue.at
    barred = clause.lower(at - 1) in _words("bar") or clause.lower(at + 1) == "oleh"
    # `orang yang dituduh membunuh` names somebody; nothing is alleged by the way.
    if barred or (clause.lower(at - 1) == "yang" and cue.entry.frame == "hearsay"):
        return None
    start = at + 1 + (clause.lower(at + 1) in _words("that"))
    pieces = [(start, _content_stop(clause, at, start))]
    return _report(clause, cue, pieces, (), "hearsay")


def _noun(clause: Clause, cue: Cue, _: Span | None) -> Report | None:
    """`Pernyataan berulang AS bahwa …`; the sentence may go on with what became of it."""
    at = cue.at
    that = clause.find(_words("that"), at + 1, at + 10)
    another = any(at < c.at <= (that or at) for c in clause.cues)
    if that is None or another:
        return None
    stop = _content_stop(clause, at, that + 1)
    for k in range(that + 2, stop - 1):
        verb = clause.lower(k) == "dan" and clause.lower(k + 1)[:2] in ("te", "di", "me")
        leads = clause.lower(k) == "," and clause.words[k + 1].text[:1].isupper()
        if verb or (leads and at < FRONT):
            stop = k
            break
    side = clause.words[at + 1 : that]
    return _report(clause, cue, [(that + 1, stop)], side, "noun")


def _report(
    clause: Clause, cue: Cue, pieces: Sequence[tuple[int, int]], side: Sequence[Word], rule: str
) -> Report | None:
    """A report of these pieces, or None if nothing is left of them."""
    content = tuple(span for piece in pieces if (span := clause.span(*piece)) is not None)
    if not content:
        return None
    return Report(content, _cue(clause, cue.at), cue.entry, tuple(side), rule == "after", rule)


# The frames of the codebook, each with the rule that reads it.
RULES: dict[str, Callable[[Clause, Cue, Span | None], Report | None]] = {
    "say": _after,
    "that": _after,
    "deny": _after,
    "ask": _after,
    "hope": _after,
    "post": _before,
    "according": _according,
    "passive": _passive,
    "hearsay": _hearsay,
    "noun": _noun,
}
