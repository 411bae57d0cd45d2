"""Attribution: the cue and the speaker beside a quotation.

In: the stretch of text after (or before) a quotation. Out: an `Attribution`: where the cue stands,
the words that name the speaker, and whom of the cast they mean. Rules are tried in the order of
`AFTER` and `BEFORE`; each is named by what it sees. Used by `find`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sumber.lexicon.cues import CLITIC, Cue, load_cues
from sumber.lexicon.titles import load_titles
from sumber.records import Span
from sumber.statements.cast import Cast, is_pronoun, span_of
from sumber.statements.clauses import clause_end, clause_start, words_between
from sumber.statements.speakers import FIRST_HALVES, Speaker, speaker_after, speaker_before

SKIP = re.compile(r"[\s,.;:\-–—)\]!?\"“”'’‘]{0,8}")
AS = frozenset({"seperti", "sebagaimana", "demikian", "begitu"})
SLIP = re.compile(r"(?P<cue>\w{3,}?)nya\w{0,2}")
VERB_LOOK = 12  # words behind a quotation among which the verb of its speaker stands
FEWEST_LETTERS = 4  # of a verb that no codebook lists


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to speak, by which word.

    `start` and `stop` hold the attributing words; `rule` is the name of the rule that saw them;
    `continues` tells that the cue goes on with whoever spoke before (`tambahnya`).
    """

    start: int
    stop: int
    cue: Span | None
    speaker: Speaker
    rule: str
    continues: bool = False


Rule = Callable[[str, int, int, Cast], Attribution | None]


def find_after(text: str, at: int, stop: int, cast: Cast) -> Attribution | None:
    """The attribution that follows a quotation's end in its sentence; None if there is none."""
    return next((found for rule in AFTER if (found := rule(text, at, stop, cast))), None)


def find_before(text: str, start: int, at: int, cast: Cast) -> Attribution | None:
    """The attribution that leads to a quotation's start; None if there is none."""
    if not _can_lead_in(text, start, at):
        return None
    return next((found for rule in BEFORE if (found := rule(text, start, at, cast))), None)


def _cue_then_speaker(text: str, at: int, stop: int, cast: Cast) -> Attribution | None:
    """The usual order: `"…," demikian kata Rina Hartati.`."""
    words = words_between(text, _skip(text, at, stop), stop, 4)
    cues = load_cues()
    for number, word in enumerate(words):
        found = cues.find(word[0])
        follows = number + 1 < len(words) and cues.find(words[number + 1][0])
        if found and not (follows and found[0].root in cues.links):
            if found[0].voice in {"bare", "source", "document"}:
                return _with_speaker_after(text, word, found, stop, cast)
            if found[0].voice == "passive" and number and words[0][0] in AS:
                return _with_speaker_after(text, word, found, stop, cast)
        if word[0].casefold() not in cues.links:
            return None
    return None


def _speaker_then_cue(text: str, at: int, stop: int, cast: Cast) -> Attribution | None:
    """The rarer order: `"…," Rina menjelaskan.`."""
    begin = _skip(text, at, stop)
    if "." in text[at:begin]:
        return None
    words = words_between(text, begin, stop, VERB_LOOK)
    if not words or words[0].start() != begin or not _may_speak(words[0], cast):
        return None
    cues = load_cues()
    for word in words[1:]:
        found = cues.find(word[0])
        if found and found[0].voice == "active" and not found[0].loose:
            cue = Span(word.start(), word.start() + found[1])
            speaker = speaker_before(text, begin, word.start(), cast)
            end = clause_end(text, word.end(), stop)
            named = speaker.words is not None
            return Attribution(begin, end, cue, speaker, "speaker-then-cue") if named else None
        if found or word[0].casefold() in cues.speaker_ends:
            return None
    return None


def _may_speak(word: re.Match[str], cast: Cast) -> bool:
    """Whether a speaker's words can begin so: a name, a pronoun, an office (`juru bicara`)."""
    named = next(iter(cast.between(word.start(), word.start() + 1)), None) is not None
    titles = load_titles()
    return named or is_pronoun(word[0]) or word[0].casefold() in titles.heads | FIRST_HALVES


def _channel_alone(text: str, at: int, stop: int, _: Cast) -> Attribution | None:
    """No cue, only a channel: `"…" seperti dikutip dari keterangan tertulis, Senin.`."""
    begin = _skip(text, at, stop)
    words = words_between(text, begin, stop, 2)
    keys = [word[0].casefold() for word in words]
    if not keys or words[0].start() != begin or keys[0][0] != words[0][0][0]:
        return None
    if keys[-1] in load_cues().channels and (
        len(keys) == 1 or keys[0] in AS | load_cues().channels
    ):
        return Attribution(begin, clause_end(text, begin, stop), None, Speaker(), "channel-alone")
    return None


def _unlisted_cue(text: str, at: int, stop: int, cast: Cast) -> Attribution | None:
    """A verb that no codebook lists, or a cue with a slip: `"…," ujanya.`, `"…," seloroh Rina.`."""
    if "," not in text[at - 2 : at + 1]:
        return None
    begin = _skip(text, at, stop)
    words = words_between(text, begin, stop, 2)
    if not words or words[0].start() != begin or not words[0][0].islower():
        return None
    word, next_word = words[0], words[1][0] if len(words) > 1 else ""
    titles, cues = load_titles(), load_cues()
    if word[0] in titles.apart or word[0] in cues.speaker_ends or len(word[0]) < FEWEST_LETTERS:
        return None
    slip = SLIP.fullmatch(word[0])
    if not slip and not (next_word[:1].isupper() or is_pronoun(next_word)):
        return None
    form = slip["cue"] if slip else word[0]
    return _with_speaker_after(text, word, (Cue(form, form, "bare", True), len(form)), stop, cast)


def _skip(text: str, at: int, stop: int) -> int:
    """The offset of the first word behind a closing mark."""
    skipped = SKIP.match(text, at, stop)
    return skipped.end() if skipped else at


def _with_speaker_after(
    text: str, word: re.Match[str], found: tuple[Cue, int], stop: int, cast: Cast
) -> Attribution:
    cue = Span(word.start(), word.start() + found[1])
    end = clause_end(text, word.end(), stop)
    if word.end() > cue.stop:
        speaker = Speaker(Span(cue.stop, cue.stop + len(CLITIC)))
    else:
        speaker = speaker_after(text, word.end(), end, cast)
    continues = load_cues().continues(found[0].form)
    return Attribution(cue.start, end, cue, speaker, "cue-then-speaker", continues)


def _can_lead_in(text: str, start: int, at: int) -> bool:
    """Whether the words before a quotation can lead to it: a cheap look before the rules."""
    lead = text[max(start, at - 40) : at].rstrip()
    if lead[-1:] in {",", ":"}:
        return True
    last = lead.rpartition(" ")[2]
    return last == "bahwa" or load_cues().find(last) is not None


def _cue_leads_in(text: str, start: int, at: int, cast: Cast) -> Attribution | None:
    """A cue and a comma or colon: `Rina mengatakan, "…"`, `Menurut Rina, "…"`."""
    begin = clause_start(text, start, at)
    marked = text[begin:at].rstrip()[-1:] in {",", ":"}
    cues = load_cues()
    for word in reversed(words_between(text, begin, at, 60)):
        found = cues.find(word[0])
        if not found:
            continue
        cue, size = found
        if cue.voice in {"active", "document"} and _leads_in(text, word.end(), at):
            span = Span(word.start(), word.start() + size)
            speaker = speaker_before(text, begin, word.start(), cast)
            on = cues.continues(cue.form)
            return Attribution(begin, word.end(), span, speaker, "cue-leads-in", on)
        if cue.voice in {"bare", "source", "passive"} and marked:
            return _with_speaker_after(text, word, found, at, cast)
    return None


def _leads_in(text: str, cue_end: int, at: int) -> bool:
    """Nothing but a comma or colon, or the rest of a clause that ends in one."""
    between = text[cue_end:at].strip()
    return between in {"", "bahwa", ", bahwa"} or between[-1:] in {":", ","}


def _name_and_colon(text: str, start: int, at: int, cast: Cast) -> Attribution | None:
    """A name and a colon: `Rina: "…"`."""
    begin = clause_start(text, start, at)
    lead = text[begin:at].rstrip()
    if not lead.endswith(":"):
        return None
    for mention in reversed(list(cast.between(begin, at))):
        if text[mention.stop : begin + len(lead)].strip() == ":":
            speaker = Speaker(span_of(mention), mention.actor.id, later=False)
            return Attribution(begin, at, None, speaker, "name-and-colon")
    return None


AFTER: Sequence[Rule] = (_cue_then_speaker, _speaker_then_cue, _channel_alone, _unlisted_cue)
BEFORE: Sequence[Rule] = (_cue_leads_in, _name_and_colon)
