"""Cues: the words with which news reports that somebody said something.

In: `data/cues.toml`, and files of the same shape that a user adds. Out: a frozen `Cues`, a look-up
from each form to what it does. Used by `actors/` (a name beside a cue is somebody who speaks) and
by `statements/`. Forms are lower case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from sumber.errors import LexiconError
from sumber.lexicon.entries import read_data, read_table

CUES = "cues.toml"
CLITIC = "nya"

Voice = Literal["bare", "active", "passive", "source", "document"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue.

    `voice` says where its speaker stands: `bare` and `source` before him (kata Rina, menurut Rina),
    `active` after him (Rina mengatakan), `passive` before the agent (disampaikan Rina);
    `document` forms have a text for a speaker. A `loose` form says other things than speech too.
    """

    form: str
    root: str
    voice: Voice
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by form, and the small words that stand around them."""

    by_form: Mapping[str, Cue]
    links: frozenset[str]
    particles: frozenset[str]
    speaker_ends: frozenset[str]
    channels: frozenset[str]
    recipients: frozenset[str]
    continuing: frozenset[str]

    def continues(self, word: str) -> bool:
        """Whether a cue goes on with what its speaker said before.

        >>> load_cues().continues("tambahnya"), load_cues().continues("kata")
        (True, False)
        """
        found = self.find(word)
        return found is not None and found[0].root in self.continuing

    def find(self, word: str) -> tuple[Cue, int] | None:
        """The cue that a word is, and how many of its characters are the cue without the clitic.

        >>> cue, size = load_cues().find("ujarnya")
        >>> cue.root, size
        ('ujar', 4)
        """
        form = word.casefold()
        if cue := self.by_form.get(form):
            return cue, len(form)
        if form.endswith(CLITIC) and (cue := self.by_form.get(form[: -len(CLITIC)])):
            return cue, len(form) - len(CLITIC)
        return None

    def is_bare(self, word: str) -> bool:
        """Whether a word is exactly a cue that stands before its speaker, and nothing else."""
        cue = self.by_form.get(word)
        return cue is not None and cue.voice == "bare" and not cue.loose


def load_cues(more: Iterable[Path] = ()) -> Cues:
    """The cues as shipped, and those of a user's own files after them.

    Raises: LexiconError naming the file and the entry that breaks the rules.
    """
    files = tuple(more)
    if not files:
        return _shipped()
    return parse_cues(read_data(CUES), *(path.read_text("utf-8") for path in files))


@cache
def _shipped() -> Cues:
    return parse_cues(read_data(CUES))


def parse_cues(*texts: str) -> Cues:
    """The cues of one or more TOML texts; a later text may give a form another meaning."""
    by_form: dict[str, Cue] = {}
    words: dict[str, set[str]] = {}
    for text in texts:
        table = read_table(text, file=CUES)
        by_form.update((cue.form, cue) for cue in _cues(table))
        for name, key in _SMALL.items():
            words.setdefault(name, set()).update(_forms(table.get(key[0], {}), key[1], key[0]))
    return Cues(by_form, **{name: frozenset(words.get(name, ())) for name in _SMALL})


_SMALL = {
    "links": ("links", "words"),
    "particles": ("particles", "words"),
    "speaker_ends": ("speaker_ends", "words"),
    "channels": ("channels", "words"),
    "recipients": ("channels", "recipients"),
    "continuing": ("continuing", "roots"),
}


def _cues(table: Mapping[str, Any]) -> Iterable[Cue]:
    # Bare forms last: "menutup" is listed as one, and must win over an active form of another root.
    for entry in table.get("verb", ()):
        root = _root(entry, "root")
        loose = bool(entry.get("loose", False))
        voices: tuple[Voice, ...] = ("active", "passive", "bare")
        for voice in voices:
            given = {"bare": [root]} | entry
            yield from (Cue(form, root, voice, loose) for form in _forms(given, voice, root))
    for entry in table.get("source", ()):
        word = _root(entry, "word")
        yield Cue(word, word, "source", bool(entry.get("loose", False)))
    for entry in table.get("document", ()):
        word = _root(entry, "word")
        yield from (
            Cue(form, word, "document", True) for form in (word, *_forms(entry, "active", word))
        )


def _root(entry: Mapping[str, Any], key: str) -> str:
    root = entry.get(key)
    if not isinstance(root, str) or root != root.lower().strip() or not root:
        raise LexiconError(f"{CUES}: {root!r} is no {key} in lower case")
    if not isinstance(entry.get("example"), str):
        raise LexiconError(f"{CUES}: {root!r} lacks an example sentence")
    return root


def _forms(entry: Mapping[str, Any], key: str, name: str) -> list[str]:
    forms = entry.get(key, [])
    if not isinstance(forms, list) or any(
        not isinstance(form, str) or form != form.lower().strip() or not form for form in forms
    ):
        raise LexiconError(f"{CUES}: {name!r}: {key} must be a list of words in lower case")
    return forms
