"""Names by rule: which runs of capitalised words name a person, a body, a state or an outlet.

In: the text and its runs. Out: `Name`s: the words of the name alone, the office before it, and
whether the words around it show that it names somebody who acts. The first rule of `KNOWN` that
sees a name in the lexicon decides; persons are told by what stands beside them (`SIGNS`). Used by
`identities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sumber.actors.runs import Run, Word
from sumber.lexicon.countries import country_by_name
from sumber.lexicon.cues import load_cues
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.outlets import outlet_by_name
from sumber.lexicon.titles import load_titles
from sumber.records import ActorKind

LOOK = 64  # characters before and after a run that are looked at; longer titles are rare
LAST_WORDS = re.compile(r"[\w-]+")
AGE = re.compile(r"\s?\((?:\d{1,2}|\d{1,2} tahun)\)")
BRACKETED = re.compile(r"\s?\((?:alias |akrab disapa )?(?P<short>[^\W\d_][\w.'’/-]{1,24})\)")
APPOSITION = re.compile(r",\s(?:yang\s)?(?:juga\s)?(?P<word>[^\W\d_][\w-]*)")
# Abstract nouns, as ministries and agencies are named by: Kehutanan, Penanggulangan, Perlindungan
DERIVED = re.compile(r"(?:ke|pe[mnrl]?|peng|peny)\w{4,}an")
VERB = re.compile(r"(?:me[a-z]{4,}|di[a-z]{5,}|ber[a-z]{5,}|ter[a-z]{5,})(?<!tahanan)(?<!isitas)")
# `Seorang wanita Vietnam berusia 26 tahun, Pham Thi Tra, …`: what stands before says what she is.
INTRODUCED = re.compile(
    r"\b(?:[Ss]eorang|[Ss]ang|[Ss]alah satu|[Ss]alah seorang) [^.;:\n,]{3,70}, $"
)
INTRODUCED_LOOK = 96
CALLED = frozenset({"bernama", "alias", "disapa", "dipanggil", "berinisial", "adalah", "yakni"})
LONGEST_INITIALS = 3  # letters
ROLE_WORDS = 9  # words of an office in small letters before a name: `jaksa penuntut umum KPK`


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. `keys` are its words in lower case.

    `role` is the office before it as printed, `kind` None where nothing tells; `sure` says that
    its context shows a person or body that acts; `short` is the form in brackets behind it.
    An office without a name has empty `keys`.
    """

    start: int
    stop: int
    keys: tuple[str, ...]
    kind: ActorKind | None
    role: str | None = None
    sure: bool = False
    short: tuple[int, int] | None = None


def read_names(text: str, runs: Sequence[Run], floor: int = 0) -> list[Name]:
    """The names in the runs of one paragraph, in order; runs that name nobody are left out."""
    names: list[Name] = []
    for run in runs:
        name = _read(text, run, floor)
        if name and names and not names[-1].keys and _is_apposed(text, names[-1], name):
            name = replace(
                name, role=text[names[-1].start : names[-1].stop], kind="person", sure=True
            )
            names[-1] = name
        elif name:
            names.append(name)
    return names


def _is_apposed(text: str, office: Name, name: Name) -> bool:
    """`Menteri Luar Negeri Rusia, Sergey Lavrov`: an office, a comma and a name."""
    return (
        text[office.stop : name.start] in {", ", " "}
        and name.kind in {None, "person"}
        and bool(name.keys)
    )


def _read(text: str, run: Run, floor: int) -> Name | None:
    words = run.words
    if known := _known(text[run.start : run.stop]):
        return Name(
            run.start, run.stop, _keys(words), known, sure=True, short=_short(text, run.stop)
        )
    head = _head_size(words)
    if head == len(words):
        return _read_head(text, words) or _initials(text, words, floor)
    role = text[words[0].start : words[head - 1].stop] if _is_office(words[:head]) else None
    if head and role is None and words[0].key in load_titles().bodies:
        before = _small_role(text, words[0].start, floor)
        if not before:
            return _organisation(text, words)
        role = f"{before} {text[words[0].start : words[head - 1].stop]}"
    tail = words[head:]
    kind: ActorKind | None = "person" if role else None
    name = Name(tail[0].start, tail[-1].stop, _keys(tail), kind, role, bool(role))
    return _with_signs(text, name, floor)


def _initials(text: str, words: Sequence[Word], floor: int) -> Name | None:
    """`ujar GA`: a suspect or witness whom the outlet names by initials only."""
    word = words[0]
    if len(words) > 1 or not word.capitals or len(word.key) > LONGEST_INITIALS:
        return None
    name = _with_signs(text, Name(word.start, word.stop, _keys(words), None), floor)
    return name if name.sure else None


def _read_head(text: str, words: Sequence[Word]) -> Name | None:
    """A run of title words, places and abbreviations only: an office, a body, or nothing."""
    first, last = words[0], words[-1]
    titles = load_titles()
    if first.key in titles.offices and (first.key not in titles.honorifics or len(words) > 1):
        return Name(first.start, last.stop, (), None, text[first.start : last.stop])
    if first.key in titles.bodies and (len(words) > 1 or first.capitals):
        return _organisation(text, words)
    return None


def _organisation(text: str, words: Sequence[Word]) -> Name:
    start, stop = words[0].start, words[-1].stop
    return Name(start, stop, _keys(words), "organisation", None, True, _short(text, stop))


def _with_signs(text: str, name: Name, floor: int) -> Name:
    before = [
        m[0].casefold()
        for m in LAST_WORDS.finditer(text, max(floor, name.start - LOOK), name.start)
    ]
    role = name.role or _small_role(text, name.start, floor)
    sure = bool(role) or name.sure or _is_beside_cue(text, name, before)
    kind: ActorKind | None = name.kind or ("person" if role else None)
    introduced = INTRODUCED.search(text, max(floor, name.start - INTRODUCED_LOOK), name.start)
    if (
        introduced
        or AGE.match(text, name.stop)
        or (before and before[-1] in CALLED)
        or _is_explained(text, name)
    ):
        kind, sure = kind or "person", True
    return replace(name, kind=kind, role=role, sure=sure, short=_short(text, name.stop))


def _is_beside_cue(text: str, name: Name, before: Sequence[str]) -> bool:
    """`kata Rina`, `menurut Rina`, `Rina mengatakan`, `disampaikan Rina`."""
    cues = load_cues()
    last = [word for word in before[-3:] if word not in cues.particles]
    found = cues.find(last[-1]) if last else None
    if found and found[0].voice in {"bare", "source", "passive"}:
        return True
    after = LAST_WORDS.findall(text[name.stop : name.stop + 30])[:3]
    return any((f := cues.find(word)) and f[0].voice == "active" for word in after)


def _is_explained(text: str, name: Name) -> bool:
    """`Budi, salah satu petugas`, `Suhaili, Ketua DPD Golkar`: what follows says what he is."""
    match = APPOSITION.match(text, name.stop)
    if not match:
        return False
    titles = load_titles()
    word = match["word"].casefold()
    explaining = titles.offices | titles.relations | titles.honorifics
    return word in explaining or word in {"seorang", "salah"}


def _small_role(text: str, stop: int, floor: int) -> str | None:
    """The office in small letters right before a name (`jaksa KPK, Wawan`), as printed."""
    start = max(floor, stop - LOOK * 2)
    words = list(LAST_WORDS.finditer(text, start, stop))[-ROLE_WORDS:]
    titles = load_titles()
    found = None
    for at in range(len(words) - 1, -1, -1):
        key = words[at][0].casefold()
        gap = text[words[at].end() : words[at + 1].start() if at + 1 < len(words) else stop]
        allowed = {" ", ", ", ". "} if at + 1 == len(words) else {" "}
        if gap not in allowed or (gap == ". " and key not in titles.honorifics):
            break
        if VERB.fullmatch(key):
            break
        if key in titles.offices or (key in titles.honorifics and at + 1 == len(words)):
            found = at
        elif key not in titles.ordinary and key not in titles.places and words[at][0].islower():
            if key not in titles.bodies:
                break
        elif key in titles.apart:
            break
    return text[words[found].start() : words[-1].end()] if found is not None else None


def _head_size(words: Sequence[Word]) -> int:
    """How many words in front are office, rank, place or body; the rest is the name."""
    size = 0
    while size < len(words) and _is_material(words, size):
        if size and _is_first_name(words[size - 1], words[size]):
            break
        size += 1
    head = words[:size]
    if not size or size == len(words):
        return size
    if not _is_office(head) and head[0].key not in load_titles().bodies:
        return _places_size(words)
    if _ends_body(head) and len(words) - size > 3:
        return len(words) - 2  # `Direktur Utama PT Cipta Marga Thorry Hendrarto`
    # `Kepala Departemen Makroprudensial BI Juda`: a body behind words that nothing knows
    hard = [at for at in range(size, len(words) - 1) if _is_hard(words, at)]
    return hard[-1] + 1 if hard else size


def _places_size(words: Sequence[Word]) -> int:
    """How many words in front are places and bodies: `Indonesia Usam Ahmad` names Usam Ahmad."""
    size = 0
    while size < len(words) and _is_hard(words, size):
        size += 1
    return size if size < len(words) else 0


def _is_hard(words: Sequence[Word], at: int) -> bool:
    """Whether a word ends the office in front of a name, wherever it stands."""
    word = words[at]
    titles = load_titles()
    if word.capitals:
        return word.key not in titles.suffixes and len(word.key) > 1
    return word.key in titles.places or word.key in titles.bodies


def _is_first_name(before: Word, word: Word) -> bool:
    """`H. Anda Suhanda`: an ordinary word right behind an honorific is a name."""
    titles = load_titles()
    return (
        before.key in titles.honorifics
        and before.key not in titles.offices
        and not word.capitals
        and word.key not in titles.offices | titles.honorifics | titles.bodies | titles.places
    )


def _ends_body(head: Sequence[Word]) -> bool:
    return head[-1].key in {"pt", "cv", "bank", "universitas"} and _is_office(head)


def _is_office(head: Sequence[Word]) -> bool:
    titles = load_titles()
    return any(word.key in titles.offices or word.key in titles.honorifics for word in head)


def _is_material(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.capitals:
        suffixes = load_titles().suffixes
        return not (at and word.key in suffixes and not _is_material(words, at - 1))
    return is_material(word.key)


@lru_cache(maxsize=8192)
def is_material(key: str) -> bool:
    """Whether a word belongs to offices, bodies and places, not to names of persons."""
    titles = load_titles()
    return (
        key in titles.offices
        or key in titles.honorifics
        or key in titles.bodies
        or key in titles.ordinary
        or key in titles.places
        or bool(DERIVED.fullmatch(key))
        or key.partition("-")[0] in titles.ordinary
        or bool(institutions_by_name(key.capitalize()))
    )


def _keys(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def _short(text: str, at: int) -> tuple[int, int] | None:
    match = BRACKETED.match(text, at)
    return match.span("short") if match else None


@lru_cache(maxsize=4096)
def _known(words: str) -> ActorKind | None:
    """The kind of what the lexicon knows by exactly these words."""
    if country_by_name(words):
        return "state"
    if (outlet := outlet_by_name(words)) and not outlet.common:
        return "outlet"
    for found in institutions_by_name(words):
        return None if found.needs_cue(words) else found.kind
    return None
