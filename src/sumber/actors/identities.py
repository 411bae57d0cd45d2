"""Identities: which names of an article are one and the same actor.

In: the names of the whole article, in order. Out: `Identity`s in order of first mention, which
`fields` makes `Actor`s. Used by `find`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sumber.actors.knowledge import Known, know, official
from sumber.actors.names import Name
from sumber.actors.spellings import nicknames, same_initials, same_spellings
from sumber.lexicon.countries import country_by_name
from sumber.lexicon.sectors import Sector
from sumber.lexicon.titles import load_titles
from sumber.records import ActorKind, Span

BRACKETS = re.compile(r" \([^()]*\)")  # `Pemerintah Provinsi (Pemprov) Riau`
FEWEST_LETTERS = 2  # a name of one letter is an initial that nothing can be tied to


@dataclass(slots=True)
class Identity:
    """One actor while its names are gathered."""

    keys: frozenset[str]
    name: str
    kind: ActorKind | None
    sure: bool
    roles: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    known: Known | None = None
    sector: Sector | None = None  # of a party without a name
    other: bool = False  # than whom the lexicon knows: another country's body, a suspect

    def takes(self, keys: frozenset[str]) -> bool:
        """Whether the words are this name or a part of it, or its short form."""
        return keys <= self.keys or bool(keys & self.aliases and len(keys) == 1)


def join_names(text: str, names: Sequence[Name], on: dt.date | None = None) -> list[Identity]:
    """The identities behind the names, in order of first mention, all mentions given out."""
    identities = _founders(text, names)
    by_word: dict[str, list[Identity]] = {}
    for identity in identities:
        for key in identity.keys | identity.aliases:
            by_word.setdefault(key, []).append(identity)
    last: dict[int, int] = {}
    for at, name in enumerate(names):
        owner = _owner(name, by_word, last)
        if owner:
            last[id(owner)] = at
            _give(owner, name)
    for identity in identities:
        _tell(identity, on)
    kept = _merged(i for i in identities if i.sure and i.mentions)
    return sorted(kept, key=lambda identity: identity.mentions[0].start)


def _tell(identity: Identity, on: dt.date | None) -> None:
    """Note what the lexicon knows; whoever it knows needs no other evidence."""
    forms = (identity.name, *sorted(identity.aliases))
    identity.known = next((k for form in forms if (k := know(form, identity.kind, on))), None)
    if identity.known and identity.known.kind == "person":
        identity.kind, identity.sure = "person", True
    if identity.known and identity.other and identity.kind == "person":
        identity.known = None
    elif identity.known and identity.other:
        identity.known = replace(identity.known, name=f"{identity.name} setempat", country=None)


def _merged(identities: Iterable[Identity]) -> list[Identity]:
    """Names that the lexicon knows for the same are one: `AS` and `Amerika Serikat`."""
    first: dict[tuple[str, str], Identity] = {}
    kept: list[Identity] = []
    for identity in identities:
        known = identity.known
        same = first.setdefault((known.kind, known.name), identity) if known else identity
        if same is identity:
            kept.append(identity)
        else:
            _join(same, identity)
    return _spelt_alike(kept)


def _spelt_alike(identities: Sequence[Identity]) -> list[Identity]:
    """Persons whom the article writes in two ways are one, where the lexicon knows no two."""
    for alike in (same_spellings, same_initials, nicknames):
        persons = sorted(
            (i for i in identities if i.kind in {None, "person"}),
            key=lambda identity: identity.mentions[0].start,
        )
        gone = set()
        for place, first in alike([identity.name for identity in persons]).items():
            one, other = persons[first], persons[place]
            if not (one.known and other.known):
                _join(one, other)
                gone.add(id(other))
        identities = [identity for identity in identities if id(identity) not in gone]
    return list(identities)


def _join(first: Identity, other: Identity) -> None:
    """Take another's mentions, offices and names; the longer name is the better."""
    first.mentions = sorted({*first.mentions, *other.mentions}, key=lambda s: s.start)
    first.roles += [role for role in other.roles if role not in first.roles]
    first.aliases |= other.aliases
    first.kind = first.kind or other.kind
    first.known = first.known or other.known
    first.name = max(first.name, other.name, key=_fullness)


def _fullness(name: str) -> tuple[bool, int]:
    """The longest is the fullest, but a capital is no name of its state: `AS`, not `Moskow`."""
    return country_by_name(name) is not None, len(name)


def _founders(text: str, names: Sequence[Name]) -> list[Identity]:
    """One identity for each name that is no part of a longer one."""
    counts: Counter[tuple[str, ...]] = Counter(n.keys for n in names if n.keys)
    first: dict[tuple[str, ...], Name] = {}
    for name in names:
        if name.keys:
            first.setdefault(name.keys, name)
    made: list[Identity] = []
    by_word: dict[str, list[Identity]] = {}
    for keys in sorted(counts, key=len, reverse=True):
        words = frozenset(keys)
        if max(map(len, keys)) < FEWEST_LETTERS or any(
            _is_of(i, words, first[keys]) for i in by_word.get(keys[0], ())
        ):
            continue
        name = first[keys]
        printed = BRACKETS.sub("", text[name.start : name.stop])
        identity = Identity(words, printed, name.kind, sure=False)
        made.append(identity)
        for key in words:
            by_word.setdefault(key, []).append(identity)
        _add_short(text, identity, [n for n in (name,) if n.short], by_word)
    _add_later_shorts(text, names, by_word)
    return made


def _is_of(identity: Identity, words: frozenset[str], name: Name) -> bool:
    """Whether a name can be the identity's: a listed one only whole, `KPK` is no part of others."""
    if name.listed and words != identity.keys and not words & identity.aliases:
        return False
    if len(words) == 1 < len(identity.keys) and _is_byname(next(iter(words)), identity.name):
        return False
    return identity.takes(words) and _fits(identity.kind, name.kind)


@lru_cache(maxsize=4096)
def _is_byname(word: str, longer: str) -> bool:
    """Whether a word is what only somebody else is called: `Jokowi` is no part of `Rina Jokowi`."""
    holder = official(word.title(), None)
    if holder is None or word in holder.name.casefold().split():
        return False
    return official(longer, None) != holder


def _fits(longer: ActorKind | None, shorter: ActorKind | None) -> bool:
    """Whether a shorter name can be the longer one's: `Indonesia` is not `Timnas Indonesia`."""
    if shorter in {"state", "outlet", "organisation", "group"}:
        return longer == shorter
    return longer is None or shorter is None or longer == shorter


def _add_later_shorts(text: str, names: Sequence[Name], by_word: dict[str, list[Identity]]) -> None:
    for name in names:
        if name.short and name.keys:
            owners = [i for i in by_word.get(name.keys[0], ()) if i.takes(frozenset(name.keys))]
            if owners:
                _add_short(text, owners[0], [name], by_word)


def _add_short(
    text: str, identity: Identity, names: Iterable[Name], by_word: dict[str, list[Identity]]
) -> None:
    for name in names:
        if name.short:
            key = text[slice(*name.short)].casefold()
            if not key.isdigit() and key not in load_titles().places:
                identity.aliases.add(key)
                by_word.setdefault(key, []).append(identity)


def _owner(name: Name, by_word: dict[str, list[Identity]], last: dict[int, int]) -> Identity | None:
    """The identity that a name belongs to: the fittest, then the one named last."""
    if not name.keys:
        return None
    words = frozenset(name.keys)
    fitting = [i for i in by_word.get(name.keys[0], ()) if _is_of(i, words, name)]
    if not fitting:
        return None
    return max(fitting, key=lambda i: (i.keys == words, last.get(id(i), -1)))


def _give(identity: Identity, name: Name) -> None:
    identity.mentions.append(Span(name.start, name.stop))
    if name.short:
        identity.mentions.append(Span(*name.short))
    identity.sure = identity.sure or name.sure
    identity.kind = identity.kind or name.kind
    identity.other = identity.other or name.other
    if name.role and name.role not in identity.roles:
        identity.roles.append(name.role)
