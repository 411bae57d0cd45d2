"""Fronts: who is in front as the text goes on, so that `ia` and `katanya` find their speaker.

In: the statements as `Turn`s, the text outside quotations, and the cast. Out: the ids of each
turn's speakers. Whoever makes a statement comes to the front, and so does a person who is brought
in; the turns are settled in the order of the text, so that each sees who was in front before it.
Used by `find`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sumber.actors import members_of
from sumber.lexicon.cues import CLITIC, Cue, load_cues
from sumber.lexicon.titles import load_titles
from sumber.records import Actor, Span
from sumber.statements.cast import BODIES, Cast, is_person_like, is_plural, is_pronoun
from sumber.statements.clauses import WORD, clause_end, clause_start
from sumber.statements.speakers import Speaker, speaker_after, subject

# Loose cues that say something outside quotations too
LOOSE_SAYINGS = frozenset({"melanjutkan", "menilai", "berharap", "mengaku", "mengakui", "meminta"})
COLLECTIVE_LOOK = 40  # characters of `kedua menteri luar negeri`
NEAR = 250  # characters back that `mereka` may reach for a group that said nothing yet
SENTENCE_ENDS = (". ", "\n", "? ", "! ", "” ", '" ')
MARKS = frozenset("\"”“'’")


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement whose speaker is to be settled.

    `at` is where its sentence or quotation starts: who was in front before it counts. `cue` is
    where it comes to the front itself. `known` are ids that are certain already; a turn that
    `continues` (`tambahnya`) goes on with whoever spoke last, and one `within` another's words
    brings nobody to the front.
    """

    at: int
    cue: int
    speaker: Speaker | None
    known: tuple[str, ...] = ()
    continues: bool = False
    within: bool = False


def settle_speakers(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Span], turns: Sequence[Turn], cast: Cast
) -> list[tuple[str, ...]]:
    """The ids of the speakers of each turn, in the turns' own order; none where nobody is meant.

    `quoted` is in order: nobody comes to the front in there.
    """
    settled: list[tuple[str, ...]] = [() for _ in turns]
    entries = [(at, -1, who) for at, who in _bystanders(text, paragraphs, quoted, turns, cast)]
    entries += [(turn.cue, number, "") for number, turn in enumerate(turns)]
    for at, number, who in sorted(entries):
        if number < 0:
            cast.put_in_front(at, who)
            continue
        settled[number] = turns[number].known or _resolve(text, turns[number], cast)
        if settled[number] and not turns[number].within:
            cast.put_in_front(at, settled[number][-1], speaks=True)
            cast.together = settled[number]
    return settled


def _bystanders(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Span], turns: Sequence[Turn], cast: Cast
) -> Iterator[tuple[int, str]]:
    """Who comes to the front outside statements: by another saying, or by being brought in."""
    starts = [span.start for span in quoted]
    cues = sorted(turn.cue for turn in turns)

    def told(at: int) -> bool:
        place = bisect_right(starts, at) - 1
        return place < 0 or at >= quoted[place].stop

    for paragraph in paragraphs:
        for at, who in (*_sayings(text, paragraph, cues, cast), *_newcomers(text, paragraph, cast)):
            if told(at):
                yield at, who


def _sayings(
    text: str, paragraph: Span, turns: Sequence[int], cast: Cast
) -> Iterator[tuple[int, str]]:
    """Whoever says something in a sentence that is no statement: `Rina menjelaskan hal itu`."""
    cues = load_cues()
    said = -1  # where the sentence of the last saying begins: who speaks in its clauses is reported
    for word in WORD.finditer(text, paragraph.start, paragraph.stop):
        found = cues.find(word[0])
        if not found:
            continue
        begin = clause_start(text, paragraph.start, word.start())
        end = clause_end(text, word.end(), paragraph.stop)
        if bisect_left(turns, begin) != bisect_left(turns, end):
            continue
        if _says(found[0]):
            if begin == said:
                continue
            said = begin
        if actor := _speaker(text, (begin, end), word, found, cast):
            yield word.start(), actor


def _says(cue: Cue) -> bool:
    """Whether a verb behind its subject says something outside quotations too."""
    return cue.voice == "active" and (not cue.loose or cue.form in LOOSE_SAYINGS)


def _speaker(
    text: str, clause: tuple[int, int], word: re.Match[str], found: tuple[Cue, int], cast: Cast
) -> str | None:
    cue, size = found
    if cue.voice in {"bare", "source", "passive"} and size == len(word[0]):
        if cue.loose and not MARKS & set(text[max(0, word.start() - 3) : word.start()]):
            return None
        return speaker_after(text, word.end(), clause[1], cast).actor
    if _says(cue):
        mention = subject(text, clause[0], word.start(), cast)
        return mention.actor.id if mention else None
    return None


def _newcomers(text: str, paragraph: Span, cast: Cast) -> Iterator[tuple[int, str]]:
    """A person named for the first time as the paragraph's first person comes to the front."""
    mentions = cast.between(paragraph.start, paragraph.stop)
    first = next((m for m in mentions if m.actor.kind in {None, "person"}), None)
    if first is None or first.actor.mentions[0].start != first.start:
        return
    if not _is_told_of(text, paragraph.start, first.start):
        yield first.start, first.actor.id


def _is_told_of(text: str, start: int, stop: int) -> bool:
    """`Mereka menilai kebijakan Presiden Joko`: whoever comes behind a saying is only told of."""
    cues = load_cues()
    words = [word[0] for word in WORD.finditer(text, start, stop)]
    return any(is_pronoun(w) or ((f := cues.find(w)) and _says(f[0])) for w in words)


def _resolve(text: str, turn: Turn, cast: Cast) -> tuple[str, ...]:
    """The ids of the speakers: those named, or whom the text before puts in front."""
    speaker = turn.speaker
    if speaker and speaker.actor:
        return (speaker.actor, *speaker.others)
    if speaker and speaker.words:
        begin = speaker.words.start
        words = text[begin : begin + COLLECTIVE_LOOK]
        if members := members_of(words, begin, list(cast.by_id.values())):
            return members
    if speaker and not speaker.later:
        return ()
    if speaker and speaker.words:
        return _pointed_at(text, speaker.words, turn, cast)
    front = _in_front(turn, cast)
    return (front.id,) if front else ()


def _pointed_at(text: str, words: Span, turn: Turn, cast: Cast) -> tuple[str, ...]:
    """Whom `dia`, `mereka`, `menteri itu` or `-nya` means."""
    if turn.continues and _stands_for_one(text[words.start : words.stop]):
        last = cast.spoke_last(turn.at)
        if last is not None:
            return (last.id,)
    if actor := _described(text, words, turn.at, cast):
        return (actor.id,)
    if turn.speaker and not turn.speaker.definite:
        return ()
    if is_plural(text[words.start : words.stop]):
        return _several(text, turn, cast)
    front = _in_front(turn, cast)
    return (front.id,) if front else ()


def _stands_for_one(words: str) -> bool:
    return words.casefold() in load_titles().singular | {CLITIC}


def _several(text: str, turn: Turn, cast: Cast) -> tuple[str, ...]:
    """Whom `mereka` means: those who spoke together last, else a group or body in front."""
    if len(cast.together) > 1:
        return cast.together
    body = _told_of(text, turn.at, cast) or cast.in_front(turn.at, body=True)
    return (body.id,) if body else ()


def _told_of(text: str, at: int, cast: Cast) -> Actor | None:
    """The group that the last sentence with one or a body in front is about.

    `Ratusan mahasiswa tiba di kantor bupati. Mereka menuntut …`; groups need not have spoken.
    """
    for mention in reversed(list(cast.between(at - NEAR, at))):
        floor = max(text.rfind(end, max(0, at - 2 * NEAR), mention.start) for end in SENTENCE_ENDS)
        opens = next(cast.between(floor, mention.start), None) is None
        acts = not text.endswith("oleh ", 0, mention.start)
        told = _is_told_of(text, max(0, floor), mention.start)
        if opens and acts and not told and mention.actor.kind in BODIES:
            return mention.actor if mention.actor.kind == "group" else None
    return None


def _in_front(turn: Turn, cast: Cast) -> Actor | None:
    """Whom a pronoun, or no word at all, means."""
    last = cast.spoke_last(turn.at)
    if turn.continues and last:
        return last
    front = cast.in_front(turn.at)
    if front is None or is_person_like(front):
        return front
    # A body speaks on only where it spoke last; else the person before it is meant.
    speaks_on = turn.speaker is not None and last == front
    person = None if speaks_on else cast.in_front(turn.at, person=True)
    return person or (front if front.kind not in {"state", "outlet"} else None)


def _described(text: str, words: Span, at: int, cast: Cast) -> Actor | None:
    """`menteri itu`, `jaksa`: who was last in front with that word in his office."""
    first = text[words.start : words.stop].casefold().partition(" ")[0]
    if first in load_titles().singular:
        return cast.in_front(at, person=True)
    return cast.holder(first, at)
