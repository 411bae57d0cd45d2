"""Runs of capitalised words, and the names of the gazetteer in them.

In: a text and the stretches of it that tell something. Out: `Candidate`s in order of the text:
words that some place bears, with what stands around them in the same run. Whether a place is
meant, and which, is for `evidence` and `ranking` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sumber.lexicon.gazetteer import Spot, longest_name, spots_called
from sumber.lexicon.place_words import implied_kinds, kind_words

UPPER = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠŻŽ"
PARTICLE = r"(?:de|da|do|dos|del|la|al|el|of)"
WORD = re.compile(
    rf"(?<![\w@#/])(?:(?<=\ )(?:al|el|ar|as|ash)-)?[{UPPER}]\w*(?:['’‘`\-]\w+)*(?:\.[{UPPER}]\.?)*"
    rf"|(?<=\ ){PARTICLE}(?=\ [{UPPER}])"
)
PIECE = re.compile(rf"(?<!\w)[{UPPER}][\w'’‘`]*")
ABBREVIATED = frozenset({"kab", "kec", "prov", "kel", "jl", "jln", "gg", "st", "p"})
OFFICE = re.compile(r"(?:\w+ )?\w+ $")  # the two words right before a name
LONGEST_OFFICE = 24  # characters of them
LONGEST_RUN = 40  # words; a longer one is a headline in capitals or no text, and is cut there
# What a kind announced by a word may be: Indonesia's cities are often said of regencies' towns.
FITTING = {
    "regency": frozenset({"regency"}),
    "city": frozenset({"city", "town"}),
    "province": frozenset({"province"}),
    "district": frozenset({"district", "town"}),
    "village": frozenset({"quarter", "town", "district"}),
    "island": frozenset({"island"}),
    "sea": frozenset({"sea"}),
    "strait": frozenset({"strait"}),
    "bay": frozenset({"bay"}),
    "mountain": frozenset({"mountain"}),
    "water": frozenset({"water"}),
    "peninsula": frozenset({"peninsula"}),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run; `text` is as written, `key` in small letters, both without full stop."""

    start: int
    stop: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that a place bears. `spots` are all its bearers, `kind` the kind announced in front.

    `name` is what it was found by, without the word of its kind; `left` and `right` are the other
    words of the run.
    """

    start: int
    stop: int
    name: str
    spots: tuple[Spot, ...]
    kind: str | None
    left: tuple[Word, ...]
    right: tuple[Word, ...]


def find_candidates(text: str, start: int, stop: int) -> Iterator[Candidate]:
    """All names of the gazetteer between two offsets, the longest at each place."""
    for run in find_runs(text, start, stop):
        yield from _in_run(text, run)


def find_runs(text: str, start: int, stop: int) -> Iterator[Sequence[Word]]:
    """Words with capitals that stand together, one blank apart."""
    run: list[Word] = []
    for word in find_words(text, start, stop):
        if run and (len(run) == LONGEST_RUN or not _together(text, run[-1], word)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def find_words(text: str, start: int, stop: int) -> Iterator[Word]:
    """Words with capitals; `Bandung-Garut` is two words, unless a place is called so."""
    for match in WORD.finditer(text, start, stop):
        whole = match[0].rstrip(".")
        if "-" not in whole or spots_called(whole):
            yield Word(match.start(), match.end(), whole, whole.casefold())
            continue
        for piece in PIECE.finditer(text, *match.span()):
            yield Word(piece.start(), piece.end(), piece[0], piece[0].casefold())


def _together(text: str, before: Word, word: Word) -> bool:
    between = text[before.stop : word.start]
    return between == " " or (between == ". " and before.key in ABBREVIATED)


def _in_run(text: str, run: Sequence[Word]) -> Iterator[Candidate]:
    at = 0
    while at < len(run):
        in_office = at and run[at - 1].key == "wali"  # `Wali Kota Bandung`: not `Kota Bandung`
        found = None if in_office else _announced(text, run, at) or _bare(text, run, at, None)
        if found is None:
            at += 1
            continue
        candidate, at = found
        if candidate.spots:
            yield _fit_office(text, candidate)


def _fit_office(text: str, candidate: Candidate) -> Candidate:
    """`Bupati Garut` is that of the regency, `Wali Kota Bandung` that of the city."""
    before = OFFICE.search(text, max(0, candidate.start - LONGEST_OFFICE), candidate.start)
    if before is None or candidate.kind:
        return candidate
    words = before[0].split()
    kind = implied_kinds().get(" ".join(words).casefold()) or implied_kinds().get(
        words[-1].casefold()
    )
    fitting = tuple(spot for spot in candidate.spots if spot.kind in FITTING.get(kind or "", ()))
    return replace(candidate, spots=fitting) if fitting else candidate


def _announced(text: str, run: Sequence[Word], at: int) -> tuple[Candidate, int] | None:
    """`Kabupaten Garut`: a word of a kind and a name.

    A name that no place of the kind bears is passed over: `Pulau Bandung` is not Bandung.
    """
    kind = kind_words().get(run[at].key)
    if kind is None:
        return None
    if found := _bare(text, run, at, kind):
        return found
    if at + 1 == len(run):
        return None
    behind = _bare(text, run, at + 1, None)
    if behind is None:
        return None
    candidate, after = behind
    spots = tuple(spot for spot in candidate.spots if spot.kind in FITTING[kind])
    return _candidate(run, at, after, (candidate.name, spots, kind)), after


def _bare(
    text: str, run: Sequence[Word], at: int, kind: str | None
) -> tuple[Candidate, int] | None:
    """The longest name that begins at a word of the run."""
    first = run[at]
    longest = longest_name(text[first.start : first.stop])
    shortest = at + 1 if first.key in kind_words() else at  # `Kota` alone is no town of India
    for after in range(min(at + longest, len(run)), shortest, -1):
        name = text[first.start : run[after - 1].stop]
        if spots := spots_called(name):
            return _candidate(run, at, after, (name, spots, kind)), after
    return None


def _candidate(
    run: Sequence[Word], at: int, after: int, named: tuple[str, tuple[Spot, ...], str | None]
) -> Candidate:
    name, spots, kind = named
    return Candidate(
        start=run[at].start,
        stop=run[after - 1].stop,
        name=name,
        spots=spots,
        kind=kind,
        left=tuple(run[:at]),
        right=tuple(run[after:]),
    )
