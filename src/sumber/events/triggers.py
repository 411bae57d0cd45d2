"""Triggers: the words of an article that an entry of the codebook names, in their voice.

In: `Words` and the codebook. Out: `Trigger`s in order of the text, each with the entry that fired
and the light verb that carries it (`melancarkan` of `melancarkan serangan`). Used by `find`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sumber.events.words import NOMINAL, Words
from sumber.lexicon.codebook import GAP, Codebook, Entry, Form, Voice
from sumber.lexicon.event_words import light_actives, light_passives, load_event_words

GAP_WORDS = 20  # tokens that `...` may stand for
AFTER, BEFORE = 12, 6  # tokens in which the words of `near` and `unless` stand
OBJECT_WORDS = 5  # tokens behind a word in which its object's head stands
SUBJECT_WORDS = 15  # tokens before a passive in which its subject's head stands

Light = Literal["gives", "given", "receives"]
QUOTES = frozenset("\"'“”‘’«»(-–—")


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words of one act: tokens `first` to `last`, and `at`, the one that the parse hangs on.

    `light` is the token of its light verb and `lightness` what the subject of that does.
    """

    first: int
    last: int
    at: int
    form: Form
    entry: Entry
    light: int | None = None
    lightness: Light | None = None

    @property
    def voice(self) -> Voice:
        """The voice of the form that was met."""
        return self.form.voice

    @property
    def told(self) -> int:
        """The last token of the words that name the act: those before a gap."""
        words = self.form.words
        return self.at + words.index(GAP) - 1 if GAP in words else self.last

    @property
    def clause(self) -> int:
        """The token whose subject is the subject of the act: the light verb, or itself."""
        return self.at if self.light is None else self.light


def find_triggers(
    words: Words, codebook: Codebook, stretches: Sequence[tuple[int, int]]
) -> Iterator[Trigger]:
    """The triggers within stretches of tokens; a word belongs to one trigger only."""
    taken = -1
    for first, stop in stretches:
        for at in range(first, stop):
            if at > taken and (found := _trigger(words, codebook, at)):
                taken = found.last
                yield found


def _trigger(words: Words, codebook: Codebook, at: int) -> Trigger | None:
    for form, entry in codebook.find(whole_word(words.lower[at])):
        last = _match(words, form, at)
        if last is None or not _in_voice(words, form, entry, at):
            continue
        found = _with_light(words, Trigger(at, last, at, form, entry))
        if conditions_hold(words, found):
            return found
    return None


def whole_word(word: str) -> str:
    """A doubled word once: `janji-janji` is `janji`."""
    half, hyphen, other = word.partition("-")
    return half if hyphen and half == other else word


def _match(words: Words, form: Form, at: int) -> int | None:
    """The last token of a form that begins at a token; None if it does not stand there."""
    last, gap = at, False
    _, stop = words.sentence(at)
    for wanted in form.words[1:]:
        if wanted == GAP:
            gap = True
            continue
        reach = range(last + 1, min(stop, last + 2 + (GAP_WORDS if gap else 0)))
        found = next((t for t in reach if words.lower[t] == wanted), None)
        if found is None:
            return None
        last, gap = found, False
    return last


def _in_voice(words: Words, form: Form, entry: Entry, at: int) -> bool:
    """Whether a word is used as its form says: bare verbs as verbs, nouns not within names."""
    if form.voice == "bare" and words.tag(at) != "VERB":
        return False
    if form.voice == "noun" and words.tag(at) == "VERB" and len(form.words) == 1:
        return not any(f.voice == "bare" and f.words == form.words for f in entry.forms)
    return not _within_name(words, at)


def _within_name(words: Words, at: int) -> bool:
    """Whether a word has a capital that no start of a sentence explains."""
    if not words.parse.text[words.start(at)].isupper():
        return False
    first, _ = words.sentence(at)
    return at != first and words.lower[at - 1] not in QUOTES | {":", "."}


def _with_light(words: Words, trigger: Trigger) -> Trigger:
    """A noun together with the light verb that carries it, if one does."""
    if trigger.voice != "noun":
        return trigger
    first, stop = words.sentence(trigger.at)
    for at in range(trigger.first - 1, max(first, trigger.first - 4) - 1, -1):
        if kind := _lightness(words, at):
            if kind == "given":  # dilancarkan serangan
                return _carried(trigger, at, kind)
            return _carried(trigger, at, kind)
        if words.tag(at) not in {"NUM", "DET", "ADJ", "NOUN", "ADV"} or words.lower[at] == "dan":
            break
    for at in range(trigger.last + 1, min(stop, trigger.last + 8)):
        if words.lower[at] in light_passives() and _subject_is(words, at, trigger.at):
            return _carried(trigger, at, "given")
    return trigger


def _carried(trigger: Trigger, at: int, kind: Light) -> Trigger:
    first = min(trigger.first, at)
    return Trigger(first, trigger.last, trigger.at, trigger.form, trigger.entry, at, kind)


def _lightness(words: Words, at: int) -> Light | None:
    word = words.lower[at]
    pair = f"{word} {words.lower[at + 1]}" if at + 1 < len(words) else word
    receives = load_event_words().light_receives
    if word in receives or pair in receives:
        return "receives"
    if word in light_actives():
        return "gives"
    return "given" if word in light_passives() else None


def _subject_is(words: Words, verb: int, noun: int) -> bool:
    return words.head(noun) == verb and words.relation(noun).startswith("nsubj")


def conditions_hold(words: Words, trigger: Trigger) -> bool:
    """Whether the words that must stand beside a trigger do, and those that must not do not."""
    entry = trigger.entry
    if entry.unless and has_near(words, trigger, entry.unless):
        return False
    if entry.near and not has_near(words, trigger, entry.near):
        return False
    return not entry.object or _has_object(words, trigger)


def has_near(words: Words, trigger: Trigger, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases stands in the trigger's sentence, near it or within it."""
    first, stop = words.sentence(trigger.at)
    begin, end = max(first, trigger.first - BEFORE), min(stop, trigger.last + AFTER + 1)
    return has_phrase(words.lower[begin:end], phrases)


def has_phrase(tokens: Sequence[str], phrases: Sequence[str]) -> bool:
    """Whether one of the phrases stands in a row of tokens, whole words only."""
    row = f" {' '.join(tokens)} "
    return any(f" {phrase} " in row for phrase in phrases)


def _has_object(words: Words, trigger: Trigger) -> bool:
    """Whether what the act is done to is one of the entry's objects."""
    wanted = trigger.entry.object
    first, stop = words.sentence(trigger.at)
    behind = words.lower[trigger.first + 1 : min(stop, trigger.last + 1 + OBJECT_WORDS)]
    if has_phrase(_until_preposition(behind), wanted):
        return True
    if trigger.voice != "passive" and trigger.lightness != "given":
        return False
    before = words.lower[max(first, trigger.first - SUBJECT_WORDS) : trigger.first]
    return has_phrase(before, wanted)


def _until_preposition(tokens: Sequence[str]) -> Sequence[str]:
    stops = load_event_words().clause_prepositions
    cut = next((n for n, token in enumerate(tokens) if token in stops), len(tokens))
    return tokens[:cut]


def is_nominal(words: Words, at: int) -> bool:
    """Whether a token is a noun, name, pronoun or number."""
    return words.tag(at) in NOMINAL
