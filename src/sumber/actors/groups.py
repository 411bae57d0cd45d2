"""Groups: parties that are told by what they are: `ratusan mahasiswa`, `pihak kepolisian`.

In: the parse, and the identities so far. Out: the identities, with new ones for phrases that
belong to none of them. Used by `find`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sumber.actors.identities import Identity
from sumber.actors.names import Name, role_start
from sumber.actors.phrases import OWN, Phrase, find_phrases, plain_phrase
from sumber.language import Parse
from sumber.lexicon.groups import group_by_words, load_groups
from sumber.lexicon.offices import read_office
from sumber.lexicon.sectors import Sector
from sumber.records import ActorKind, Span


def find_groups(
    parsed: Parse,
    stretches: Iterable[tuple[int, int]],
    names: Sequence[Name],
    identities: list[Identity],
) -> list[Identity]:
    """The identities with the parties that have no name, in order of first mention."""
    taken = _Taken(parsed.text, names, identities)
    parties = _Parties(parsed.text, identities)
    for start, stop in stretches:
        for phrase in find_phrases(parsed, start, stop):
            here = taken.at(phrase.noun_start)
            behind = taken.at(phrase.stop - 1)
            if here is None and behind is None:
                parties.add(phrase)
            elif here is None and behind:
                parties.add_before(phrase, behind)
            elif here and here.identity:
                parties.know(phrase, here.identity)
    found = [identity for identity in (*identities, *parties.made) if identity.mentions]
    return sorted(found, key=lambda identity: identity.mentions[0].start)


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch that already belongs to somebody: to the office of a person if to nobody else."""

    start: int
    stop: int
    identity: Identity | None


class _Taken:
    """What is named already, by place."""

    def __init__(self, text: str, names: Sequence[Name], identities: Sequence[Identity]) -> None:
        """Take the mentions of all identities, and the offices in front of persons."""
        places = [_Place(m.start, m.stop, i) for i in identities for m in i.mentions]
        places += [_Place(role_start(text, name), name.stop, None) for name in names if name.role]
        self.places = sorted(places, key=lambda place: (place.start, -place.stop))
        self.starts = [place.start for place in self.places]
        self.reach: list[int] = []
        for place in self.places:
            self.reach.append(max(place.stop, self.reach[-1] if self.reach else 0))

    def at(self, offset: int) -> _Place | None:
        """What an offset lies in; None where it is free."""
        at = bisect_left(self.starts, offset + 1) - 1
        while at >= 0 and self.reach[at] > offset:
            if self.places[at].stop > offset:
                return self.places[at]
            at -= 1
        return None


@dataclass(frozen=True, slots=True)
class _Party:
    """An identity under its noun, and the words that tell it from others of that noun."""

    identity: Identity
    described: frozenset[str]
    one: bool


class _Parties:
    """The parties of an article while its phrases come in, in order of the text."""

    def __init__(self, text: str, identities: Sequence[Identity]) -> None:
        """Take those who are known by name: an office without a name may be theirs."""
        self.text = text
        self.made: list[Identity] = []
        self.by_noun: dict[str, list[_Party]] = {}
        self.holders = _holders(identities)
        self.states = _governments(text, identities)
        self.bodies = {i.known.name: i for i in identities if i.known and i.kind == "organisation"}

    def know(self, phrase: Phrase, identity: Identity) -> None:
        """Note whose a phrase is: `sejumlah warga` … `warga`; two found for one are joined."""
        if identity.kind == "person":
            return
        owner = self._owner(phrase)
        if owner is None or identity.kind != "unnamed":
            self._file(phrase, identity)
        elif owner is not identity:
            owner.mentions += identity.mentions
            identity.mentions.clear()

    def add(self, phrase: Phrase) -> None:
        """Give a phrase to whom it means, or to a new identity."""
        span = Span(phrase.start, phrase.stop)
        if owner := self._owner(phrase):
            owner.mentions.append(span)
            return
        name = plain_phrase(self.text[span.start : span.stop])
        identity = Identity(frozenset(name.split()), name, _kind(phrase), True, [], [span])
        identity.sector = phrase.group.sector or _sector(phrase.described)
        self.made.append(identity)
        self._file(phrase, identity)

    def add_before(self, phrase: Phrase, place: _Place) -> None:
        """A phrase with a name in it: `pihak Polda Riau` is the body, `warga Desa Suka` goes on."""
        first = self.text[phrase.noun_start : place.start].strip().casefold()
        if place.identity and first in load_groups().words.light:
            place.identity.mentions.append(Span(phrase.start, place.stop))
        elif place.identity or first:
            self.add(replace(phrase, stop=max(phrase.stop, place.stop)))

    def _file(self, phrase: Phrase, identity: Identity) -> None:
        party = _Party(identity, _telling(phrase), phrase.one)
        self.by_noun.setdefault(phrase.group.name, []).append(party)

    def _owner(self, phrase: Phrase) -> Identity | None:
        described = _telling(phrase)
        if not described and (known := self._known(phrase)):
            return known
        if phrase.one and not phrase.definite:
            return None
        for party in reversed(self.by_noun.get(phrase.group.name, ())):
            if party.one and not phrase.definite:
                continue
            if not described or described == party.described:
                return party.identity
        return None

    def _known(self, phrase: Phrase) -> Identity | None:
        """`pemerintah`, `gubernur`, `lembaga antirasuah`: the state, holder or body meant."""
        noun = phrase.group.name
        if phrase.group.means:
            return self.bodies.get(phrase.group.means)
        known = self.states if noun in load_groups().words.governments else ()
        if phrase.group.office and not phrase.many:
            known = self.holders.get(noun, ())
        before = [identity for at, identity in known if at < phrase.start]
        return before[-1] if before else None


def _holders(identities: Sequence[Identity]) -> dict[str, list[tuple[int, Identity]]]:
    """Who holds an office by the article's own words, with where he is first named, by office."""
    found: dict[str, list[tuple[int, Identity]]] = {}
    for identity in identities:
        for role in identity.roles:
            held = read_office(role)
            if held and not held.effects and identity.kind in {None, "person"}:
                place = (identity.mentions[0].start, identity)
                found.setdefault(held.office.name, []).append(place)
    return found


def _governments(text: str, identities: Sequence[Identity]) -> list[tuple[int, Identity]]:
    """Where `pemerintah Suriah` stands, in order, with the state."""
    heads = load_groups().words.governments
    return sorted(
        (
            (mention.start, identity)
            for identity in identities
            if identity.kind == "state"
            for mention in identity.mentions
            if text[mention.start : mention.stop].casefold().partition(" ")[0] in heads
        ),
        key=lambda pair: pair[0],
    )


def _telling(phrase: Phrase) -> frozenset[str]:
    return frozenset(phrase.described) - {OWN}


def _kind(phrase: Phrase) -> ActorKind:
    """One of a group is a person without a name."""
    return "unnamed" if phrase.one and phrase.group.kind == "group" else phrase.group.kind


def _sector(described: Sequence[str]) -> Sector | None:
    """`anggota polisi`: the sector of the first word that has one."""
    groups = (group_by_words((word,)) for word in described)
    return next((group.sector for group in groups if group and group.sector), None)
