"""Names by rule: which runs of capitalised words name a person, a body, a state or an outlet.

In: the text and its runs. Out: `Name`s: the words of the name alone, the office before it, and
whether the words around it show that it names somebody who acts. The first rule of `KNOWN` that
sees a name in the lexicon decides; persons are told by what stands beside them (`SIGNS`). Used by
`identities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from sumber.actors.bodies import is_its_place, is_listed, is_other_short, ministry_end
from sumber.actors.heads import club_size, head_size, is_office, without_office
from sumber.actors.knowledge import official
from sumber.actors.runs import Run, Word, join_nicknames, join_offices
from sumber.actors.seats import acts_for_state
from sumber.lexicon.countries import Seat, country_by_name, seat_of
from sumber.lexicon.cues import load_cues
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.outlets import outlet_by_name
from sumber.lexicon.titles import load_titles
from sumber.records import ActorKind

LOOK = 64  # characters before and after a run that are looked at; longer titles are rare
LAST_WORDS = re.compile(r"[\w-]+")
LAST_WORD = re.compile(r"[a-z]+ $")
AGE = re.compile(r"\s?\((?:\d{1,2}|\d{1,2} tahun)\)")
# `Romli alias Romo`, `Budi Santosa atau akrab disapa Bung Santo`
CALLED_ALSO = re.compile(
    r",? (?:alias|(?:atau |yang )?(?:biasa |akrab |kerap )?(?:disapa|dipanggil)) "
    r"(?P<short>[A-Z][\w'’-]{1,24})\b(?! [A-Z])"
)
BRACKETED = re.compile(r"\s?\((?:alias |akrab disapa )?(?P<short>[^\W\d_][\w.'’/-]{1,24})\)")
APPOSITION = re.compile(r",\s(?:yang\s)?(?:juga\s)?(?P<word>[^\W\d_][\w-]*)")
MONEY = re.compile(r" ?\$")  # `US$15 triliun`
# `Kementerian Pertahanan setempat` is none of Indonesia's
MINISTRIES = frozenset({"kementerian", "departemen", "kemenlu", "deplu", "kemhan"})
LOCAL = re.compile(r" (?:setempat|negara (?:itu|tersebut))\b")
ENVOY = re.compile(r"untuk(?: [A-Z]\w+){1,3}")  # `Duta Besar Jepang untuk Indonesia Kenji Morita`
VERB = re.compile(r"(?:me[a-z]{4,}|di[a-z]{5,}|ber[a-z]{5,}|ter[a-z]{5,})(?<!tahanan)(?<!isitas)")
APPOSED = re.compile(
    r"(?:\s\([^()]{1,24}\)(?P<of>(?:\s[A-Z][\w/-]*){0,4}))?\s?,?\s(?P<rank>(?:[^\s,]+\s){0,4})"
)
# `Seorang wanita Vietnam berusia 26 tahun, Pham Thi Tra, …`: what stands before says what she is.
INTRODUCED = re.compile(
    r"\b(?:[Ss]eorang|[Ss]ang|[Ss]alah satu|[Ss]alah seorang) [^.;:\n,]{3,70}, $"
)
INTRODUCED_LOOK = 96
# `tambah warga lainnya, Rina Hartati`: so does what stands behind a cue
DESCRIBED = re.compile(r"\b(?P<cue>[a-z]{4,8}) (?:[a-z][\w-]*\s){0,5}[a-z][\w-]*, $")
CUE_LOOK = 32  # characters before a name in which its cue stands, with a particle between
CALLED = frozenset({"bernama", "alias", "disapa", "dipanggil", "berinisial", "adalah", "yakni"})
LONGEST_INITIALS = 3  # letters
LAW_TITLE = frozenset({"tentang", "rkuhp", "uu", "ruu"})  # `UU tentang Mahkamah Agung`
LONGEST_NAME = 4  # words of a known holder's name
ROLE_GAP = 40  # characters between an office and its holder's name: `Kapolres Garut AKBP Rudi`
ROLE_WORDS = 9  # words of an office in small letters before a name: `jaksa penuntut umum KPK`


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. `keys` are its words in lower case.

    `role` is the office before it as printed, `kind` None where nothing tells; `sure` says that
    its context shows a person or body that acts; `short` is the form in brackets behind it.
    An office without a name has empty `keys`. `starts` is where the words start. `listed` says that
    the lexicon has exactly this name, `other` that it is another
    than the one that the lexicon knows.
    """

    start: int
    stop: int
    keys: tuple[str, ...]
    kind: ActorKind | None
    role: str | None = None
    sure: bool = False
    short: tuple[int, int] | None = None
    starts: tuple[int, ...] = ()
    listed: bool = False
    other: bool = False


def read_names(text: str, runs: Sequence[Run], floor: int = 0) -> list[Name]:
    """The names in the runs of one paragraph, in order; runs that name nobody are left out."""
    names: list[Name] = []
    for run in join_offices(text, join_nicknames(text, runs)):
        if names and is_its_place(text, names[-1].start, names[-1].stop, names[-1].short, run):
            keys = (*names[-1].keys, *_keys(run.words))
            names[-1] = replace(names[-1], stop=run.stop, keys=keys, kind="organisation", sure=True)
            continue
        name = _read(text, run, floor)
        if name is None:
            continue
        at = _office_before(text, names)
        if at is None and names and _is_body_of(text, names[-1], name):
            role = text[role_start(text, names[-1]) : names[-1].stop]
            name = replace(name, role=role, kind="person", sure=True)
            names[-1] = replace(names[-1], kind="organisation", role=None)
        elif at is not None and _is_apposed(text, names[at], name):
            role = text[names[at].start : name.start].rstrip(" ,")
            del names[at]
            name = replace(name, role=role, kind="person", sure=True)
        names.append(name)
    return names


def _office_before(text: str, names: Sequence[Name]) -> int | None:
    """Which of the names so far is the office that a name can follow.

    The last, or the one whose abbreviation is in brackets: `Ketua Komisi Yudisial (KY) Rina`.
    """
    if not names:
        return None
    last = names[-1]
    at = len(names) - 1
    if at and text[last.start - 1] == "(" and text.startswith(")", last.stop):
        at -= 1
    return at if not names[at].keys else None


def role_start(text: str, name: Name) -> int:
    """Where the office before a name starts; the name's own start where it has none."""
    role = name.role or ""
    start = text.rfind(role, max(0, name.start - len(role) - ROLE_GAP), name.start)
    return start if role and start >= 0 else name.start


def cut_to_known(names: Sequence[Name]) -> list[Name]:
    """`Deputi Huawei Ken Hu` names Ken Hu where the article also has `Ken Hu` alone."""
    alone = {name.keys for name in names if len(name.keys) > 1}
    return [_cut(name, alone) if len(name.keys) > 2 and name.role else name for name in names]


def _cut(name: Name, alone: Set[tuple[str, ...]]) -> Name:
    for at in range(1, len(name.keys) - 1):
        if name.keys[at:] in alone:
            return replace(
                name, start=name.starts[at], keys=name.keys[at:], starts=name.starts[at:]
            )
    return name


def _is_apposed(text: str, office: Name, name: Name) -> bool:
    """`Menteri Luar Negeri Rusia, Sergey Lavrov`: an office, a comma and a name."""
    if name.kind not in {None, "person"} or not name.keys:
        return False
    between = APPOSED.fullmatch(text, office.stop, name.start)
    if not between:
        return False
    rank = between["rank"].rstrip()
    return not rank or rank == name.role or bool(ENVOY.fullmatch(rank))


def _is_body_of(text: str, body: Name, name: Name) -> bool:
    """`Direktur Utama Bank Negeri, Rina Hartati mengatakan`: one word behind an office, a comma."""
    if name.kind is not None or name.role or len(name.keys) < 2 or not name.sure:
        return False
    if not body.role or len(body.keys) != 1 or body.listed or text[body.stop : name.start] != ", ":
        return False
    return official(text[body.start : body.stop], None) is None


def _read(text: str, run: Run, floor: int) -> Name | None:
    words = text[run.start : run.stop]
    if (seat := seat_of(words)) and not country_by_name(words):
        return _seat(text, run, seat, floor)
    if known := _known(words):
        return _listed(text, run, known, floor)
    return _unknown(text, run, floor)


def _listed(text: str, run: Run, kind: ActorKind, floor: int) -> Name | None:
    """A name of the lexicon, but not in a law's title or as the short form of something else."""
    before = LAST_WORD.search(text, max(floor, run.start - CUE_LOOK), run.start)
    if before and before[0].strip() in LAW_TITLE:
        return None
    if MONEY.match(text, run.stop):
        return None
    if text[run.start - 1 : run.start] == "(" and is_other_short(text, run.start, run.stop, floor):
        return None
    short = _short(text, run.stop)
    if kind == "person":
        return _person(text, run, floor)
    stop = run.stop if kind != "organisation" else ministry_end(text, run.start, run.stop)
    keys = _keys(run.words) if stop == run.stop else (*_keys(run.words), "dan")
    other = run.words[0].key in MINISTRIES and LOCAL.match(text, stop) is not None
    return Name(run.start, stop, keys, kind, sure=True, short=short, listed=True, other=other)


def _person(text: str, run: Run, floor: int) -> Name:
    """A known holder of office, with the office in small letters before him, if there is one."""
    starts = tuple(word.start for word in run.words)
    # `JK (43)` is a suspect whom the outlet names by initials
    other = len(run.words) == 1 and run.words[0].capitals and AGE.match(text, run.stop) is not None
    name = Name(
        run.start, run.stop, _keys(run.words), "person", sure=True, starts=starts, other=other
    )
    return _with_signs(text, name, floor)


def _unknown(text: str, run: Run, floor: int) -> Name | None:
    """A run that as a whole is in no list: an office, a body, or a person behind both."""
    words = run.words
    if _is_place(words):
        return None
    head = max(head_size(words), _before_official(text, words), club_size(words))
    if head == len(words):
        return _read_head(text, words) or _initials(text, words, floor)
    role = text[words[0].start : words[head - 1].stop] if is_office(words[:head]) else None
    if head and role is None and words[0].key in load_titles().bodies:
        before = _small_role(text, words[0].start, floor)
        if not before:
            return _organisation(text, words)
        role = f"{before} {text[words[0].start : words[head - 1].stop]}"
    tail = without_office(words[head:])
    if head and words[head - 1].key in load_titles().place_heads and len(tail) < 3:
        return _read_head(text, words)
    if len(tail) == 1 and not head and tail[0].key in load_titles().ordinary:
        return None
    kind: ActorKind | None = "person" if role else None
    starts = tuple(word.start for word in tail)
    name = Name(tail[0].start, tail[-1].stop, _keys(tail), kind, role, bool(role), starts=starts)
    return _with_signs(text, name, floor)


def _is_place(words: Sequence[Word]) -> bool:
    """`Jalan Jenderal Sudirman`: a place that is called after somebody; a `Rumah Sakit` acts."""
    titles = load_titles()
    first = words[0].key
    return len(words) > 1 and first in titles.place_heads - titles.bodies - titles.offices


def _seat(text: str, run: Run, seat: Seat, floor: int) -> Name | None:
    """`Moskow menolak`: a capital or palace that acts; None where it is only a place."""
    if not acts_for_state(text, run.start, run.stop, seat, floor):
        return None
    kind: ActorKind = "organisation" if seat.organisation else "state"
    return Name(run.start, run.stop, _keys(run.words), kind, sure=True, listed=True)


def _before_official(text: str, words: Sequence[Word]) -> int:
    """How many words stand before the name of a known holder of office that ends the run; or 0.

    `Menteri Koordinator Kemaritiman Rudi Hartono` needs no rule for where his office ends.
    """
    if len(words) < 3:
        return 0
    for at in range(max(1, len(words) - LONGEST_NAME), len(words) - 1):
        if not words[at].capitals and official(text[words[at].start : words[-1].stop], None):
            return at
    return 0


def _initials(text: str, words: Sequence[Word], floor: int) -> Name | None:
    """`ujar GA`: a suspect or witness whom the outlet names by initials only."""
    word = words[0]
    if len(words) > 1 or not word.capitals or len(word.key) > LONGEST_INITIALS:
        return None
    cue = LAST_WORD.search(text, max(floor, word.start - LOOK), word.start)
    if not cue or not load_cues().is_bare(cue[0].strip()):
        return None
    return Name(word.start, word.stop, _keys(words), None, sure=True)


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
    words = words[: _listed_size(text, words) or len(words)]
    start = words[0].start
    stop = ministry_end(text, start, words[-1].stop)
    keys = _keys(words) if stop == words[-1].stop else (*_keys(words), "dan")
    return Name(start, stop, keys, "organisation", None, True, _short(text, stop))


def _listed_size(text: str, words: Sequence[Word]) -> int:
    """`Universitas Andalas Rudi Hartono`: how many words in front are a listed body; or 0."""
    for size in range(len(words) - 2, 0, -1):
        if is_listed(text[words[0].start : words[size - 1].stop]):
            return size
    return 0


def _with_signs(text: str, name: Name, floor: int) -> Name:
    before = [
        m[0].casefold()
        for m in LAST_WORDS.finditer(text, max(floor, name.start - CUE_LOOK), name.start)
    ]
    role = name.role or _small_role(text, name.start, floor)
    sure = bool(role) or name.sure or _is_beside_cue(text, name, before)
    kind: ActorKind | None = name.kind or ("person" if role else None)
    if (
        _is_introduced(text, name.start, floor)
        or AGE.match(text, name.stop)
        or (before and before[-1] in CALLED)
        or _is_explained(text, name)
    ):
        kind, sure = kind or "person", True
    return replace(name, kind=kind, role=role, sure=sure, short=_short(text, name.stop))


def _is_introduced(text: str, at: int, floor: int) -> bool:
    """`Seorang wanita Vietnam berusia 26 tahun, Pham Thi Tra`."""
    start = max(floor, at - INTRODUCED_LOOK)
    if not text.endswith(", ", start, at):
        return False
    if INTRODUCED.search(text, start, at):
        return True
    described = DESCRIBED.search(text, start, at)
    return described is not None and load_cues().is_bare(described["cue"])


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
    return word in titles.heads or word in titles.honorifics or word in {"seorang", "salah"}


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
        if VERB.fullmatch(key) or key in CALLED:
            break
        if key in titles.offices or (key in titles.honorifics and at + 1 == len(words)):
            found = at
        elif key not in titles.ordinary and key not in titles.places and words[at][0].islower():
            if key not in titles.bodies:
                break
        elif key in titles.apart:
            break
    return text[words[found].start() : words[-1].end()] if found is not None else None


def _keys(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def _short(text: str, at: int) -> tuple[int, int] | None:
    match = BRACKETED.match(text, at) or CALLED_ALSO.match(text, at)
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
    return "person" if official(words, None) else None
