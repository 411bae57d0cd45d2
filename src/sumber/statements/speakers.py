"""Speakers: the words that name the speaker beside a cue.

In: the stretch after a cue (`kata … kepada wartawan`) or before it (`… mengatakan`). Out: the words
as short as they name him, and whose id they are, or that the text before must tell. Used by
`attribution` and `fronts`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sumber.lexicon.cues import load_cues
from sumber.lexicon.titles import load_titles
from sumber.records import Span
from sumber.statements.cast import Cast, Mention, is_pronoun, span_of
from sumber.statements.clauses import WORD, words_between

NEAR = 180  # characters after a cue in which its speaker's name can end
# `Bendahara Umum Partai Golkar ini menjelaskan`: the name before is not the speaker's.
POINTED = re.compile(r"\s(?:itu|ini|tersebut)\s(?:juga\s|pun\s|lalu\s|kemudian\s)?$")
BEHIND_POINTED = re.compile(r"\s(?:itu|ini|tersebut)\b")
DEMONSTRATIVES = frozenset({"itu", "tersebut", "ini"})
# `tulis pernyataan dari KCNA`: a text's author speaks
BETWEEN_DOCUMENT_AND_AUTHOR = frozenset({"dari", "oleh", "yang"})
# `kata sopir ambulans dan paramedis Joseph Laylo`: the name may stand behind
JOINING = frozenset({"dan"})
LONGEST_TITLE = 7  # words between two joined speakers
POINTING = re.compile(r"\b(?:itu|ini|tersebut|tadi|yang)\b")
FAR = 90  # characters behind a description in which a word can point back
# Where a link's words were lost: `kata , dan pendiri komunitas itu, Rudi Hartawan`
SKIPPED = frozenset({"dan", "yakni", "yaitu"})
# The first of two words that are one: `juru bicara`, `kuasa hukum`
FIRST_HALVES = frozenset({"juru", "kuasa", "pihak", "orang", "sumber", "pemilik", "wakil", "guru"})
# A pronoun between a name and a verb takes the verb from the name.
TAKING = frozenset({"ia", "dia", "beliau", "mereka", "dirinya", "pihaknya"})

# A text and what is said of it, before the name of who gave it out.
PAPERS = frozenset({"pernyataan", "keterangan", "bersama", "resmi", "tertulis"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `words` name him, None where nothing does; `actor` is his id.

    `others` are those of who speaks together with him (`kata Rina dan Rudi`).
    `later` says that the text before must tell who is meant (`dia`, `menteri itu`, no words);
    a description that is not `definite` (`petugas`) means only somebody of that office.
    """

    words: Span | None = None
    actor: str | None = None
    others: tuple[str, ...] = ()
    later: bool = True
    definite: bool = True


def speaker_after(text: str, at: int, end: int, cast: Cast) -> Speaker:
    """The speaker named after a cue that stands before its subject: `kata Rina Hartati di …`."""
    words = words_between(text, at, min(end, at + NEAR), 24)
    cues = load_cues()
    # A cue may be doubled by mistake: `kata kata Rina`
    while words and (
        words[0][0].casefold() in SKIPPED | cues.particles or cues.is_bare(words[0][0])
    ):
        words = words[1:]
    if not words:
        return Speaker()
    words = _beyond_paper(words)
    doubled = cues.find(words[0][0])
    if doubled and doubled[1] < len(words[0][0]) and doubled[0].voice == "bare":
        return Speaker(Span(words[0].start() + doubled[1], words[0].end()))
    if is_pronoun(words[0][0]):
        return Speaker(Span(*words[0].span()))
    ends = cues.speaker_ends
    if doubled and doubled[0].voice == "document":
        ends -= BETWEEN_DOCUMENT_AND_AUTHOR
    for stops in (ends, ends - JOINING):
        limit = _limit(text, words, end, stops)
        if mention := _best(cast, words[0].start(), limit):
            if _describes(text, words[0], mention):
                break
            return _with_others(text, mention, _limit(text, words, end, ends - JOINING), cast)
    limit = _limit(text, words, end, ends)
    definite = bool(POINTING.search(text, words[0].end(), min(end, words[0].end() + FAR)))
    return _description([word for word in words if word.end() <= limit], definite=definite)


def _beyond_paper(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """`papar pernyataan resmi Kementerian Energi`: who gave the paper out speaks in it."""
    behind = next((n for n, word in enumerate(words) if word[0].casefold() not in PAPERS), 0)
    return words[behind:] if behind and words[behind][0][0].isupper() else words


def _describes(text: str, first: re.Match[str], mention: Mention) -> bool:
    """`imbuh lawan main Rudi itu`, `ujar pria berusia 52 tahun itu`: that only describes him."""
    if not first[0][0].islower() or first[0].casefold() in load_titles().articles:
        return False
    if mention.start > first.start():
        return bool(BEHIND_POINTED.match(text, mention.stop))
    nameless = mention.actor.name.islower() and first[0].casefold() in load_titles().heads
    return nameless and bool(POINTING.search(text, first.end(), first.end() + FAR))


def _with_others(text: str, first: Mention, limit: int, cast: Cast) -> Speaker:
    """A speaker and whoever `dan` joins to him: `kata Rina dan Rudi`."""
    last, others = first, []
    for mention in cast.between(first.stop, limit):
        between = text[last.stop : mention.start].casefold().replace(",", " ").split()
        if not between or between[0] not in JOINING or len(between) > LONGEST_TITLE:
            break
        others.append(mention.actor.id)
        last = mention
    words = Span(first.start, last.stop)
    return Speaker(words, first.actor.id, tuple(dict.fromkeys(others)), later=False)


def _limit(text: str, words: Sequence[re.Match[str]], end: int, ends: frozenset[str]) -> int:
    """Where the speaker's words end: at a word of `ends`, or a comma before small words."""
    for number, word in enumerate(words):
        if word[0].casefold() in ends:
            return word.start()
        gap = text[words[number - 1].end() : word.start()] if number else ""
        if "," in gap and "(" not in gap and word[0][0].islower():
            return word.start()
    return min(end, words[-1].end() + 1)


def _best(cast: Cast, start: int, limit: int) -> Mention | None:
    """The person named first; an office, body or state only where no person follows it."""
    mentions = list(cast.between(start, limit))
    persons = [m for m in mentions if m.actor.kind in {None, "person"}]
    named = [m for m in persons if m.actor.name != m.actor.role]
    return next(iter(named or persons or mentions), None)


def _description(inside: Sequence[re.Match[str]], *, definite: bool) -> Speaker:
    """`kata jaksa`, `jelas pria yang akrab disapa …`, `ujar seorang warga`: no name stands here."""
    if not inside:
        return Speaker()
    titles = load_titles()
    first = inside[0]
    key = first[0].casefold()
    if key in titles.articles:
        return Speaker(Span(first.start(), inside[min(2, len(inside) - 1)].end()), later=False)
    pointed = len(inside) > 1 and (inside[1][0].casefold() in DEMONSTRATIVES or key in FIRST_HALVES)
    words = Span(first.start(), (inside[1] if pointed else first).end())
    return Speaker(words, later=key not in titles.crowds, definite=definite)


def speaker_before(text: str, begin: int, cue: int, cast: Cast) -> Speaker:
    """The speaker named before a cue that follows its subject: `Rina Hartati mengatakan`."""
    if mention := subject(text, begin, cue, cast):
        return Speaker(span_of(mention), mention.actor.id, later=False)
    for word in reversed(words_between(text, begin, cue, 60)):
        if is_pronoun(word[0]):
            return Speaker(Span(*word.span()))
    return Speaker()


def subject(text: str, begin: int, cue: int, cast: Cast) -> Mention | None:
    """Whose verb a cue is: the person named last before it, or whom a clause in commas explains."""
    mentions = list(cast.between(begin, cue))
    if not mentions:
        return None
    pointed = POINTED.search(text, begin, cue)
    if pointed and mentions[-1].stop < pointed.start():
        return None
    persons = [m for m in mentions if m.actor.kind in {None, "person", "unnamed"}] or mentions
    nearest = persons[-1]
    if any(w[0].casefold() in TAKING for w in WORD.finditer(text, nearest.stop, cue)):
        return None
    if len(persons) > 1 and _explains(text, persons[-2], nearest):
        return persons[-2]
    return nearest


def _explains(text: str, earlier: Mention, nearest: Mention) -> bool:
    """`Rina, istri Rudi, mengatakan`: the name in commas only explains the one before."""
    between = text[earlier.stop : nearest.start]
    return (
        between.startswith(",") and between.count(",") == 1 and text.startswith(",", nearest.stop)
    )
