"""Runs of capitalised words: the raw material of names.

In: a stretch of text. Out: `Run`s, each a list of words that stand together with capitals
(`Menteri Luar Negeri Rusia Sergey Lavrov`), without an ordinary word that only opens its sentence
(`Menurut`). Used by `names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sumber.lexicon.cues import load_cues
from sumber.lexicon.institutions import institutions_by_name, load_institutions
from sumber.lexicon.offices import joined_title_end
from sumber.lexicon.titles import load_titles

UPPER = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠŻŽ"
ABBREVIATED = r"(?:Dr|Prof|Drs|Dra|Ir|Hj|St|Kol|Inf|Moh|Muh|Mr|Mrs|Ms|Purn|Pol|Jr|Jend|Tgk|Ust)"
WORD = rf"(?:(?:al|el|ar|as|ash|at|an|bin)-)?[{UPPER}]\w*(?:['’‘`\-]\w+)*"
TOKEN = rf"(?:{ABBREVIATED}\.|[{UPPER}]\.(?=\s?[{UPPER}])|{WORD})"
INSIDE = r"(?:(?:bin|binti|van|von|der|den|de|da|dos|del|al|el|ibn|ter)\ )"
LONGEST_BODY = 4  # words of a body's name that are looked at
LONGEST = 24  # words; the longest office with its holder in CLICK-ID has 19
IN_FRONT = r"(?:(?:van|von|der|de)\ ){0,2}"
# `Rinov Hadi/Pitha Lestari` are two; what stands behind a slash in an address is none
STARTS = r"(?:(?<![\w@#/.-])|(?<=[a-z][a-z]/)(?=[A-Z][a-z]+ [A-Z]))"
RUN = re.compile(
    rf"{STARTS}{IN_FRONT}{TOKEN}"
    rf"(?:(?:\ {INSIDE}{{0,2}}|(?<=\.)){TOKEN}){{0,{LONGEST - 1}}}"
)
SINGLE = re.compile(rf"{TOKEN}|\w+")
SENTENCE_END = frozenset('.!?:;\n"“”‘«•*)]-–—')
OPENING = frozenset({' "', " “", " '", " ‘"})  # between a name and its bearer's nickname
CLOSING = frozenset({'" ', "” ", "' ", "’ "})
CLITICS = ("-nya", "-lah", "-pun", "-ku", "-mu")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run. `key` is its lower-case form without full stop."""

    start: int
    stop: int
    key: str
    capitals: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together. `opening`: the run begins its sentence."""

    words: tuple[Word, ...]
    opening: bool

    @property
    def start(self) -> int:
        """Where the first word starts."""
        return self.words[0].start

    @property
    def stop(self) -> int:
        """Where the last word ends."""
        return self.words[-1].stop


def find_runs(text: str, start: int, stop: int) -> Iterator[Run]:
    """All runs of capitalised words between two offsets, in order of the text."""
    for match in RUN.finditer(text, start, stop):
        words = _one_sentence([_word(m) for m in SINGLE.finditer(text, *match.span())])
        opening = opens_sentence(text, match.start(), start)
        kept = _without_opener(words) if opening else words
        if kept := _without_cue(kept):
            yield Run(tuple(kept), opening and len(kept) == len(words))


def join_nicknames(text: str, runs: Sequence[Run]) -> list[Run]:
    """`Asep "Abah" Suryana` is one name: a run, one in quotation marks, and a run behind it."""
    joined: list[Run] = []
    for following in runs:
        run = following
        nickname = (
            len(joined) > 1
            and text[joined[-2].stop : joined[-1].start] in OPENING
            and text[joined[-1].stop : run.start] in CLOSING
        )
        if nickname:
            nick, first = joined.pop(), joined.pop()
            run = Run((*first.words, *nick.words, *run.words), first.opening)
        joined.append(run)
    return joined


def join_offices(text: str, runs: Sequence[Run]) -> list[Run]:
    """`Menteri Komunikasi dan Informatika Rudi Hartono` is one run, its office one word of it."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].stop > run.start:
            last = joined[-1]
            behind = tuple(word for word in run.words if word.start >= last.stop)
            blank = behind and text[last.stop : behind[0].start] == " "
            joined[-1] = Run((*last.words, *behind), last.opening) if blank else last
            continue
        joined.append(_with_long_office(text, run))
    return joined


def _with_long_office(text: str, run: Run) -> Run:
    """The run, with a listed office that goes on behind it (`Menteri Hukum dan HAM`) as a word."""
    for at, word in enumerate(run.words):
        stop = joined_title_end(text, word.start)
        if stop is not None and stop > run.stop:
            office = Word(word.start, stop, word.key, capitals=False)
            return Run((*run.words[:at], office), run.opening)
    return run


def _one_sentence(words: list[Word]) -> list[Word]:
    """`di Terminal C. Menurut`: a letter and a full stop that an ordinary word follows end it."""
    titles = load_titles()
    ordinary = titles.ordinary
    for at in range(1, len(words)):
        before, key = words[at - 1].key, words[at].key
        is_letter = len(before) == 1 and before not in titles.honorifics
        if is_letter and (key in ordinary or key.endswith("nya")):
            return words[:at]
    return words


def _word(match: re.Match[str]) -> Word:
    word, stop = match[0], match.end()
    if "-" in word and word.endswith(CLITICS):
        size = len(word) - word.rindex("-")
        word, stop = word[:-size], stop - size
    bare = word.rstrip(".")
    return Word(match.start(), stop, bare.casefold(), len(bare) > 1 and bare.isupper())


def opens_sentence(text: str, at: int, floor: int = 0) -> bool:
    """Whether what stands at an offset begins a sentence, a line or a quotation."""
    while at > floor and text[at - 1] in " \t":
        at -= 1
    return at <= floor or text[at - 1] in SENTENCE_END


def _without_opener(words: list[Word]) -> list[Word]:
    """`Menurut Rudi Hartawan` -> `Rudi Hartawan`; `Presiden Rusia` and `Komisi Yudisial` stay."""
    titles = load_titles()
    if _opens_with_body(tuple(word.key for word in words[:LONGEST_BODY])):
        return words
    at = 0
    while at < len(words) and not words[at].capitals:
        key = words[at].key
        if key not in titles.ordinary and not (at == 0 and key.endswith("nya")):
            break
        if key in titles.offices | titles.bodies | titles.honorifics | titles.place_heads:
            break
        at += 1
    return words[at:]


@lru_cache(maxsize=8192)
def _opens_with_body(keys: tuple[str, ...]) -> bool:
    """`Tentara Nasional Indonesia`: two words or more in front are a listed body's name."""
    names = (" ".join(keys[:size]).title() for size in range(2, len(keys) + 1))
    return any(
        one in load_institutions().institutions
        for name in names
        for one in institutions_by_name(name)
    )


def _without_cue(words: list[Word]) -> list[Word]:
    """`Kata Rudi` -> `Rudi`: a cue in front is no name, wherever it stands."""
    cues = load_cues()
    at = 0
    while at < len(words) - 1 and (found := cues.find(words[at].key)):
        if found[0].voice not in {"bare", "source"} or found[0].root in {"jaksa", "putra"}:
            break
        at += 1
    return words[at:]
