"""Fields: the record of an identity, with its office, country and sector.

In: an identity. Out: an `Actor`. The article's own words decide; the lexicon fills what they leave
open. Used by `find`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sumber.actors.identities import Identity
from sumber.lexicon.countries import country_by_name
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.offices import HeldOffice, read_office
from sumber.lexicon.titles import load_titles
from sumber.records import Actor, Span

LONGEST = 6  # words of an institution's name in an office


def make_actor(identity: Identity, number: int) -> Actor:
    """The record of an identity, with what the lexicon knows of its name and office."""
    known = identity.known
    role = _own_role(_role(identity), known.role if known else None)
    held = _held(role) if role else None
    return Actor(
        id=f"a{number}",
        name=known.name if known and identity.kind == "outlet" else identity.name,
        kind=identity.kind,
        country=_country(identity, role, held),
        sector=(known.sector if known else None)
        or identity.sector
        or (held.sector if held else None),
        role=role,
        mentions=tuple(sorted(set(identity.mentions), key=_place)),
    )


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.stop


def _role(identity: Identity) -> str | None:
    """The longest office that the article gives; `Bapak`, `H.` are none."""
    if identity.kind == "unnamed":
        return None  # his name already says what he is
    titles = load_titles()
    mere = titles.honorifics - titles.offices
    roles = [
        role
        for role in identity.roles
        if not all(word.casefold().rstrip(".") in mere for word in role.split())
    ]
    return max(roles, key=len, default=None)


def _own_role(told: str | None, known: str | None) -> str | None:
    """`Penasihat Presiden Cina Xi Jinping`: only what belongs to his known office is his."""
    if told is None or known is None:
        return told or known
    held, office = _held(told), _held(known)
    if office is None or (held and held.office == office.office):
        return told
    at = told.casefold().find(f" {office.office.name}")
    return told[at + 1 :] if at > 0 else told


@lru_cache(maxsize=4096)
def _held(role: str) -> HeldOffice | None:
    return read_office(role)


def _country(identity: Identity, role: str | None, held: HeldOffice | None) -> str | None:
    """The country of what the lexicon knows, or that the office or description names."""
    if identity.known and identity.known.country:
        return identity.known.country
    if identity.kind == "unnamed" or identity.sector:
        return country_within(identity.name)
    if role is None:
        return None
    return country_within(role) or (held.office.country if held else None) or _body_within(role)


@lru_cache(maxsize=4096)
def country_within(words: str) -> str | None:
    """The first country named in an office or description: `Menlu Korea Utara` -> PRK."""
    return next((code for part in _parts(words) if (code := country_by_name(part))), None)


@lru_cache(maxsize=4096)
def _body_within(role: str) -> str | None:
    """The country of a body that an office is held in: `Anggota Komisi III DPR` -> IDN."""
    for part in _parts(role):
        for body in institutions_by_name(part)[:1]:
            if body.country and not body.needs_cue(part):
                return body.country
    return None


def _parts(words: str) -> Iterator[str]:
    """All stretches of words, those that start first and are longest first."""
    parts = words.replace(",", " ").replace("(", " ").replace(")", " ").split()
    for start in range(len(parts)):
        for stop in range(min(len(parts), start + LONGEST), start, -1):
            yield " ".join(parts[start:stop])
