"""Who is named beside a cue of indirect speech: the words at its side go in, a `Span` comes out.

The subject of an active cue stands before it, behind adverbs, dates and phrases between commas
(`Menlu Rusia, Sergey Lavrov, dalam dialog itu, juga mengatakan`); after other cues the name comes
first (`kata Lavrov kepada wartawan`, `dibantah oleh Lavrov`). No parse is needed for either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sumber.language.sentences import Word
from sumber.lexicon.calendar_words import calendar_words
from sumber.lexicon.reporting import load_function_words
from sumber.records import Span

MARKS = frozenset(',;:()"“”-–—.!?')
VERB = re.compile(r"(?:me[nmlrwy]|di)[a-z]{4,}")
DEEPEST = 3  # explanations within explanations that are followed
# Between two verbs of one subject.
JOINING = frozenset({"dan", "serta", "sambil", "seraya", "lalu", "sembari", "sekaligus"})
WHEN = frozenset({"ketika", "saat", "usai", "seusai", "sebelum", "setelah", "kala"})
CLAUSE_MARKS = frozenset(';:"“”.!?')


def subject_before(words: Sequence[Word]) -> Span | None:
    """The subject that stands last before a cue; None where the clause has none of its own."""
    stop = _skip_adjuncts(words, len(words))
    relative = stop > 0 and words[stop - 1].lower == "yang"
    if relative:
        stop = _skip_adjuncts(words, stop - 1)
    if stop and words[stop - 1].lower in JOINING:
        return None  # `… dan menegaskan`: the subject is that of the verb before
    start, stop = _object(words, stop) if relative else _phrase_before(words, stop)
    while start < stop and words[start].lower in _leading():
        start += 1
    if not relative and stop - start > 1 and words[stop - 1].lower in _words("pronoun"):
        start = stop - 1  # `Untuk itu ia berharap`
    if stop - start == 1 and words[start].lower in _words("preposition") | _words("left_bound"):
        return None  # `…, dengan mengatakan bahwa`
    return _span(words, start, stop)


def joined_subject(words: Sequence[Word]) -> Span | None:
    """The subject of the verb that `dan` joins a cue to: `Iran menolaknya dan memperingatkan …`."""
    stop = _skip_adjuncts(words, len(words))
    if not stop or words[stop - 1].lower not in JOINING:
        return None
    opens = stop - 1
    while opens > 0 and words[opens - 1].text not in CLAUSE_MARKS:
        opens -= 1
    verbs = (k for k in range(opens + 1, stop) if _is_verb(words[k]) or _negates(words[k]))
    verb = next(verbs, None)
    return subject_before(words[opens:verb]) if verb is not None else None


def _negates(word: Word) -> bool:
    return word.lower in ("tidak", "tak", "akan", "telah", "sudah", "belum")


def _object(words: Sequence[Word], stop: int) -> tuple[int, int]:
    """What a relative clause is about, and no verb before it: `menerima surat yang meminta …`.

    Where somebody gives the text out, he speaks in it: `Rina mengirim surat yang meminta …`.
    """
    start = _left_end(words, stop)
    issued = next((k for k in range(start + 1, stop) if words[k].lower in _words("issuing")), None)
    if issued is not None:
        return _phrase_before(words, _skip_adjuncts(words, issued))
    verbs = [k + 1 for k in range(start, stop - 1) if _is_verb(words[k]) or _addresses(words[k])]
    return max(verbs, default=start), stop


def _addresses(word: Word) -> bool:
    return word.lower in ("kepada", "terhadap", "oleh", "dengan", "untuk")


def _phrase_before(words: Sequence[Word], stop: int) -> tuple[int, int]:
    """The noun phrase that ends at `stop`, without what only explains it.

    `Rina yang memimpin rapat`, `Rina, juru bicara dinas itu,` and `Rina mengirim surat` are Rina.
    """
    start = _left_end(words, stop)
    if start > 1 and words[start - 1].lower in WHEN and words[start - 2].text[:1].isupper():
        stop = _skip_adjuncts(words, start - 1)  # `Rina ketika tampil di Berlin mendesak`
        start = _left_end(words, stop)
    for _ in range(DEEPEST):
        verb = next((k for k in range(start + 1, stop - 1) if _is_verb(words[k])), None)
        if start and words[start - 1].lower == "yang" and start - 1 > 0:
            opens, closes = _object(words, start - 1)
            if opens == closes or words[opens].lower in _words("preposition"):
                break
            start, stop = opens, closes
        elif verb is not None and not any(w.text in MARKS for w in words[start:verb]):
            stop = _skip_adjuncts(words, verb)
        elif (named := _named_before(words, start, stop)) is not None:
            start, stop = named
        else:
            break
    return start, stop


def _named_before(words: Sequence[Word], start: int, stop: int) -> tuple[int, int] | None:
    """The name that a description behind a comma explains: `Rina, juru bicara dinas itu`."""
    first = words[start].lower if start < stop else ""
    if start < 2 or words[start - 1].text != "," or not first.islower():
        return None
    if words[start].text[:1].isupper() or first in _words("pronoun") | JOINING | _words("adverb"):
        return None
    end = start - 1
    while end > 0 and words[end - 1].text == ",":
        end -= 1
    opens = _left_end(words, end)
    while opens < end and words[opens].lower in _leading():
        opens += 1
    phrase = words[opens:end]
    if phrase and phrase[0].text[:1].isdigit():
        return None  # a date: `…, 16 September 2019, kelompok itu mengklaim`
    barred = _words("preposition") | _words("weekday") | _words("connective")
    named = all(w.text[:1].isupper() or w.text in ".()" or w.text[:1].isdigit() for w in phrase)
    if not phrase or not named or phrase[0].lower in barred:
        return None
    adverb = phrase[0].lower.endswith("nya") or VERB.fullmatch(phrase[0].lower)
    return None if adverb else (opens, end)


def _is_verb(word: Word) -> bool:
    """Whether a word in lower case has the form of a transitive verb: `mengirim`, `ditangkap`."""
    return bool(VERB.fullmatch(word.text)) and word.lower not in _words("unverbal")


def name_after(words: Sequence[Word]) -> Span | None:
    """The name or noun phrase that follows a cue; None where none does."""
    start = 0
    while start < len(words) and words[start].lower in _words("adverb") | {"oleh"}:
        start += 1
    if start < len(words) and words[start].lower in _words("pronoun"):
        return _span(words, start, start + 1)
    if start < len(words) and words[start].lower in _words("right_bound"):
        return None
    stop = start
    while stop < len(words) and not _ends_name(words, start, stop):
        stop = _beyond_brackets(words, stop)
    return _span(words, start, stop)


def _beyond_brackets(words: Sequence[Word], at: int) -> int:
    """The next word, or the name behind `(BRG)` in `Kepala Badan Restorasi Gambut (BRG) Rina`."""
    if at + 1 < len(words) and words[at + 1].text == "(":
        ahead = range(at + 2, min(at + 6, len(words)))
        closing = next((k for k in ahead if words[k].text == ")"), None)
        if closing and closing + 1 < len(words) and words[closing + 1].text[:1].isupper():
            return closing + 1
    return at + 1


def _ends_name(words: Sequence[Word], start: int, at: int) -> bool:
    """True where the noun phrase from `start` ends; a name after a title's comma belongs to it."""
    word = words[at]
    if word.text == ",":
        ahead = words[at + 1] if at + 1 < len(words) else None
        named = ahead is not None and ahead.text[:1].isupper()
        return not named or ahead is None or ahead.lower in _words("weekday")
    if word.text in MARKS:
        return True
    bounds = (_words("right_bound"), _words("predicate"), _words("weekday"))
    return at > start and any(word.lower in bound for bound in bounds)


def _words(name: str) -> frozenset[str]:
    return load_function_words()[name]


def _skip_adjuncts(words: Sequence[Word], stop: int) -> int:
    """Step back over what may stand between a subject and its cue."""
    adverbs = _words("adverb")
    moved = True
    while moved and stop > 0:
        moved = False
        word = words[stop - 1]
        if (
            word.lower in adverbs
            or word.lower in _words("weekday")
            or word.lower in ("hari", "pada")
        ):
            stop, moved = stop - 1, True
        elif word.text == ")" and (opened := _opening(words, stop - 1)) is not None:
            dated = any(w.text[:1].isdigit() for w in words[opened:stop])
            aged = all(not w.text[0].isalpha() for w in words[opened:stop])
            if (dated and not aged) or (opened and words[opened - 1].lower in _words("weekday")):
                stop, moved = opened, True
        elif (date := _date_start(words, stop)) is not None:
            stop, moved = date, True
        elif word.text == "," and (phrase := _phrase(words, stop - 1)) is not None:
            stop, moved = phrase, True
        elif word.text == ",":
            stop, moved = stop - 1, True
        elif (adjunct := _adjunct(words, stop)) is not None:
            stop, moved = adjunct, True
    return stop


def _date_start(words: Sequence[Word], stop: int) -> int | None:
    """Where `10 September 2019` begins that ends before `stop`; None where none does."""
    months = calendar_words().months
    year = stop - 1 if words[stop - 1].text.isdigit() and len(words[stop - 1].text) == 4 else stop
    if year < 2 or words[year - 1].lower not in months or not words[year - 2].text.isdigit():
        return None
    return year - 2


def _opening(words: Sequence[Word], closing: int) -> int | None:
    return next(
        (k for k in range(closing, max(-1, closing - 12), -1) if words[k].text == "("), None
    )


def _phrase(words: Sequence[Word], comma: int) -> int | None:
    """Where a phrase between commas begins, at its first comma: `, dalam kunjungannya, `."""
    for k in range(comma - 1, -1, -1):
        if words[k].text in ',"“”':
            if words[k].text != ",":
                return None
            opens = words[k + 1].lower
            adverbial = _words("preposition") | {"yang", "sebagaimana", "didampingi"}
            return k if opens in adverbial or words[k + 1].text[:1].isdigit() else None
    return None


def _adjunct(words: Sequence[Word], stop: int) -> int | None:
    """Where `dalam keterangannya`, `lewat akun Instagram-nya` begins; None where none stands."""
    if words[stop - 1].lower in JOINING:
        return None  # `… dalam perang dan mengatakan`: another verb of the same subject
    for k in range(stop - 1, max(0, stop - 7), -1):
        if words[k].text in MARKS or words[k].lower in _words("left_bound"):
            return None
        if words[k].lower in ("dalam", "lewat", "melalui", "kepada"):
            return None if _speaks_for(words, k) else k
    return None


def _speaks_for(words: Sequence[Word], at: int) -> bool:
    """`Rusia melalui Menlu Rina Hartati menyebut`: who stands there is the one who says it."""
    through = words[at].lower in ("lewat", "melalui") and at + 1 < len(words)
    return through and words[at + 1].lower in _words("spokesman")


def _left_end(words: Sequence[Word], stop: int) -> int:
    """Where the noun phrase that ends at `stop` begins; an apposition takes its title along."""
    start = stop
    while start > 0:
        word = words[start - 1]
        if word.text == ")" and (opened := _opening(words, start - 1)) is not None:
            start = opened
        elif word.text == "," and start < stop and _goes_on(words, start):
            start -= 1
        elif word.text in MARKS - {"-", "."} or word.lower in _words("left_bound"):
            break
        elif word.lower in _words("causing"):
            break  # `Hal itu membuat warga yakin`
        else:
            start -= 1
    return start


def _goes_on(words: Sequence[Word], start: int) -> bool:
    """True if the phrase goes on before a comma: `Choe, bersama Lavrov`, or a name's title."""
    return words[start].lower in ("bersama", "serta") or _titles(words, start)


def _titles(words: Sequence[Word], start: int) -> bool:
    """True if the words before a comma are the title of the name after it."""
    if not words[start].text[:1].isupper() or start < 2:
        return False
    opens = start - 1
    while (
        opens > 0
        and words[opens - 1].text not in ',.;:"“”'
        and words[opens - 1].lower not in _words("left_bound")
    ):
        opens -= 1
    first = words[opens]
    lead = _words("preposition") | _words("connective")
    if first.lower in lead or opens == start - 1:
        return False
    holder = first.lower in _words("holder")
    upper = sum(w.text[:1].isupper() for w in words[opens : start - 1])
    return holder or upper * 2 > start - 1 - opens


def _leading() -> frozenset[str]:
    """Words that may open a clause before its subject."""
    return _words("connective") | _words("leading")


def _span(words: Sequence[Word], start: int, stop: int) -> Span | None:
    while start < stop and words[start].text in MARKS:
        start += 1
    while stop > start and words[stop - 1].text in MARKS - {")"}:
        stop -= 1
    if start >= stop or not any(w.text[0].isalpha() for w in words[start:stop]):
        return None
    return Span(words[start].start, words[stop - 1].stop)
