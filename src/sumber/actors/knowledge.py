"""Knowledge: what the lexicon knows of a name: its usual form, country, sector and office.

In: a name with its kind, and the article's day. Out: `Known`, None where the lexicon is silent.
Used by `identities`, which joins names that are known as one, and for an actor's fields.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from sumber.lexicon.countries import country_by_name, seat_of
from sumber.lexicon.institutions import Institution, institutions_by_name
from sumber.lexicon.officials import Official, official_by_name
from sumber.lexicon.outlets import outlet_by_name
from sumber.lexicon.sectors import Sector
from sumber.lexicon.statehood import load_statehood
from sumber.records import ActorKind

FIRMS = frozenset({"PT", "PT.", "CV"})  # `PT Garuda Indonesia` is `Garuda Indonesia`
LONGEST_COUNTRY = 4  # words


@dataclass(frozen=True, slots=True)
class Known:
    """What the lexicon has. Two names with the same `name` and `kind` are one actor.

    `role` is the office held on the article's day; None for what is no person, and without a day.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    sector: Sector | None = None
    role: str | None = None


@lru_cache(maxsize=8192)
def know(name: str, kind: ActorKind | None, on: dt.date | None) -> Known | None:
    """What the lexicon knows of a name on a day; of a person only what nobody else is called.

    >>> know("Jokowi", None, dt.date(2019, 9, 14))
    Known(name='Joko Widodo', kind='person', country='IDN', sector='GOV', role='Presiden')
    >>> know("militer Suriah", "organisation", None).country
    'SYR'
    """
    if kind == "state":
        code = country_of_state(name)
        return Known(code, "state", code) if code else None
    if kind == "outlet":
        outlet = outlet_by_name(name)
        return Known(outlet.name, "outlet", outlet.country, "JRN") if outlet else None
    if kind in {"organisation", "group"}:
        return _known_body(name, on)
    if kind in {None, "person"} and (person := official(name, on)):
        return _known_person(person, on)
    return None


def official(name: str, on: dt.date | None) -> Official | None:
    """The office holder of that name, if the name alone is enough."""
    person = official_by_name(name, on)
    return None if person is None or person.needs_title(name) else person


def country_of_state(name: str) -> str | None:
    """The code of a state under any name, or of the state that a capital stands for."""
    head, _, rest = name.partition(" ")
    if rest and head.casefold() in load_statehood().governments:
        name = rest
    if code := country_by_name(name):
        return code
    seat = seat_of(name)
    return seat.country if seat else None


def _known_person(person: Official, on: dt.date | None) -> Known:
    tenure = person.tenure_on(on) if on else None
    if tenure is None:
        country = person.tenures[0].country if person.tenures else None
        return Known(person.name, "person", country)
    role = " ".join(word[:1].upper() + word[1:] for word in tenure.role.split())
    return Known(person.name, "person", tenure.country, tenure.sector, role)


def _known_body(name: str, on: dt.date | None) -> Known | None:
    head, _, rest = name.partition(" ")
    found = institutions_by_name(name)
    if not found and head in FIRMS:
        found = institutions_by_name(rest)
    if found:
        body = next((one for one in found if _lives(one, on)), found[0])
        return Known(body.name, body.kind, body.country, body.sector)
    if (seat := seat_of(name)) and seat.organisation:
        return _known_body(seat.organisation, on) if seat.organisation != name else None
    return _body_of_state(name)


def _lives(body: Institution, on: dt.date | None) -> bool:
    """Whether a name was in use on a day; `until` a month or year lasts to its end."""
    if on is None:
        return True
    day = on.isoformat()
    return (body.since is None or body.since <= day) and (
        body.until is None or day[: len(body.until)] <= body.until
    )


def _body_of_state(name: str) -> Known | None:
    """`militer Suriah`, `Kementerian Luar Negeri Rusia`: a body and the country behind it."""
    words = name.split()
    for size in range(min(LONGEST_COUNTRY, len(words) - 1), 0, -1):
        country = country_by_name(" ".join(words[-size:]))
        if country is None:
            continue
        head = " ".join(words[:-size])
        sector = load_statehood().bodies.get(head.casefold())
        if sector is None and (found := institutions_by_name(head)):
            sector = found[0].sector
        return Known(name.casefold(), "organisation", country, sector)
    return None
