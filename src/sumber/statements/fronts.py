"""Fronts: who is in front as the text goes on, so that `ia` and `katanya` find their speaker.

In: the text outside quotations and the cast. Out: the cast's list of who spoke or was brought in,
and where; and the ids that an attribution means. Used by `find`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sumber.actors import members_of
from sumber.lexicon.cues import Cue, load_cues
from sumber.lexicon.titles import load_titles
from sumber.records import Actor, Span
from sumber.statements.cast import Cast, is_pronoun
from sumber.statements.clauses import WORD, clause_end, clause_start
from sumber.statements.speakers import Speaker, speaker_after, subject

# Loose cues that say something outside quotations too
LOOSE_SAYINGS = frozenset({"melanjutkan", "menilai", "berharap", "mengaku", "mengakui", "meminta"})
COLLECTIVE_LOOK = 40  # characters of `kedua menteri luar negeri`
MARKS = frozenset("\"”“'’")


def find_fronts(text: str, paragraphs: Sequence[Span], quoted: Sequence[Span], cast: Cast) -> None:
    """Fill the cast's list of who is in front. `quoted` is in order: nobody counts in there."""
    starts = [span.start for span in quoted]
    found: list[tuple[int, str]] = []

    def told(at: int) -> bool:
        place = bisect_right(starts, at) - 1
        return place < 0 or at >= quoted[place].stop

    for paragraph in paragraphs:
        found += ((at, who) for at, who in _sayings(text, paragraph, cast) if told(at))
        found += ((at, who) for at, who in _newcomers(text, paragraph, cast) if told(at))
    for at, actor in sorted(found):
        cast.put_in_front(at, actor)


def _sayings(text: str, paragraph: Span, cast: Cast) -> Iterator[tuple[int, str]]:
    """Whoever says something, directly or not: `Rina menjelaskan bahwa …`, `kata Rina`."""
    cues = load_cues()
    said = -1  # where the sentence of the last saying begins: who speaks in its clauses is reported
    for word in WORD.finditer(text, paragraph.start, paragraph.stop):
        found = cues.find(word[0])
        if not found:
            continue
        if _says(found[0]):
            begin = clause_start(text, paragraph.start, word.start())
            if begin == said:
                continue
            said = begin
        if actor := _speaker(text, paragraph, word, found, cast):
            yield word.start(), actor


def _says(cue: Cue) -> bool:
    """Whether a verb behind its subject says something outside quotations too."""
    return cue.voice == "active" and (not cue.loose or cue.form in LOOSE_SAYINGS)


def _speaker(
    text: str, paragraph: Span, word: re.Match[str], found: tuple[Cue, int], cast: Cast
) -> str | None:
    cue, size = found
    if cue.voice in {"bare", "source", "passive"} and size == len(word[0]):
        if cue.loose and not MARKS & set(text[max(0, word.start() - 3) : word.start()]):
            return None
        end = clause_end(text, word.end(), paragraph.stop)
        return speaker_after(text, word.end(), end, cast).actor
    if _says(cue):
        begin = clause_start(text, paragraph.start, word.start())
        mention = subject(text, begin, word.start(), cast)
        return mention.actor.id if mention else None
    return None


def _newcomers(text: str, paragraph: Span, cast: Cast) -> Iterator[tuple[int, str]]:
    """A person named for the first time as the paragraph's first person comes to the front."""
    for mention in cast.between(paragraph.start, paragraph.stop):
        actor = mention.actor
        if actor.kind in {None, "person"}:
            is_new = actor.mentions[0].start == mention.start
            if is_new and not _is_told_of(text, paragraph.start, mention.start):
                yield mention.start, actor.id
            return


def _is_told_of(text: str, start: int, stop: int) -> bool:
    """`Mereka menilai kebijakan Presiden Joko`: whoever comes behind a saying is only told of."""
    cues = load_cues()
    words = [word[0] for word in WORD.finditer(text, start, stop)]
    return any(is_pronoun(w) or ((f := cues.find(w)) and _says(f[0])) for w in words)


def resolve(text: str, speaker: Speaker | None, at: int, cast: Cast) -> tuple[str, ...]:
    """The ids of the speakers: those named, or whom the text before puts in front."""
    if speaker and speaker.actor:
        return (speaker.actor,)
    if speaker and speaker.words:
        begin = speaker.words.start
        words = text[begin : begin + COLLECTIVE_LOOK]
        if members := members_of(words, begin, list(cast.by_id.values())):
            return members
    if speaker and not speaker.later:
        return ()
    if speaker and speaker.words and (actor := _described(text, speaker.words, at, cast)):
        return (actor.id,)
    if speaker and speaker.words and not speaker.definite:
        return ()
    front = cast.in_front(at, person=speaker is None) or cast.in_front(at)
    return (front.id,) if front and front.kind not in {"state", "outlet"} else ()


def _described(text: str, words: Span, at: int, cast: Cast) -> Actor | None:
    """`menteri itu`, `jaksa`: who was last in front with that word in his office."""
    first = text[words.start : words.stop].casefold().partition(" ")[0]
    if first in load_titles().singular:
        return cast.in_front(at, person=True)
    return cast.holder(first, at)
