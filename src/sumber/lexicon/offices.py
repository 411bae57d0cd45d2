"""Offices, ranks and callings: the words before or beside a person's name, and what follows.

In: `data/offices.toml`. Out: frozen `Office` records, and `read_office`, which takes a whole
phrase apart (`mantan Wakil Ketua KPK`). Titles count whatever their capitals; abbreviations
without small letters (`PM`, `KSAD`) as printed. Used by `actors/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sumber.errors import LexiconError
from sumber.lexicon.entries import (
    is_abbreviation,
    plain_words,
    read_data,
    read_entries,
    read_entry,
    read_table,
)
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.sectors import Sector

OFFICES = "offices.toml"

OfficeKind = Literal["office", "rank", "calling"]
Effect = Literal["acting", "candidate", "deputy", "elect", "former"]


@dataclass(frozen=True, slots=True)
class Office:
    """A title under its full name, in small letters apart from names.

    `sector` is None where the body that follows decides; `organisation` (as in
    `institutions.toml`) and `country` (alpha-3) are set where there is only one.
    """

    name: str
    kind: OfficeKind
    sector: Sector | None = None
    organisation: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The full title, then the others."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words before an office that change what it says: `mantan`, `Plt`, `wakil`."""

    effect: Effect
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeData:
    """What `offices.toml` holds."""

    offices: tuple[Office, ...]
    modifiers: tuple[Modifier, ...]


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """A phrase taken apart: `effects` in the text's order, the office, and the words after it.

    `of` is "" where nothing follows the title. `sector` is the office's; where it has none, that
    of the body which `of` names, and None where that is unknown too.
    """

    office: Office
    effects: tuple[Effect, ...]
    of: str
    sector: Sector | None


@cache
def load_offices() -> OfficeData:
    """Give the data file's content. Raises: LexiconError if the file is broken."""
    return parse_offices(read_data(OFFICES))


def parse_offices(text: str) -> OfficeData:
    """Read and check a file of offices. Raises: LexiconError naming the entry and its fault."""
    table = read_table(text, file=OFFICES)
    rows = table.get("modifier", ())
    data = OfficeData(
        offices=read_entries(table.get("group", ()), Office, file=OFFICES),
        modifiers=tuple(read_entry(row, Modifier, file=OFFICES) for row in rows),
    )
    _check(data.offices)
    return data


def office_by_name(words: str) -> Office | None:
    """The office of exactly that title; None if it is none.

    >>> office_by_name("Menlu").name, office_by_name("kapolri").sector
    ('menteri luar negeri', 'COP')
    """
    return _by_title().get(_key(words))


def joined_title_end(text: str, at: int) -> int | None:
    """Where a title of several things (`Menteri Hukum dan HAM`) that starts at an offset ends.

    None where none starts there.

    >>> text = "Menteri Komunikasi dan Informatika Rudi Hartono tiba."
    >>> text[: joined_title_end(text, 0)]
    'Menteri Komunikasi dan Informatika'
    """
    match = _joined_titles().match(text, at)
    return match.end() if match else None


def read_office(words: str) -> HeldOffice | None:
    """Take a phrase that starts with an office apart. None if it starts with none.

    >>> held = read_office("mantan Menlu Rusia")
    >>> held.effects, held.office.name, held.of
    (('former',), 'menteri luar negeri', 'Rusia')
    >>> read_office("Wakil Ketua Komisi III DPR").sector
    'LEG'
    """
    return _read(words.split(), ())


def sector_of_body(words: str) -> Sector | None:
    """The sector of the body that the words name or end in (`Komisi III DPR`); None if unknown."""
    parts = words.split()
    for start in range(len(parts)):
        for found in institutions_by_name(" ".join(parts[start:])):
            return found.sector
    return None


def _read(parts: Sequence[str], effects: tuple[Effect, ...]) -> HeldOffice | None:
    """The reading that uses most words: `wakil` + `menteri perdagangan`, not `wakil menteri`."""
    direct = further = None
    if found := _longest_title(parts):
        office, of = found
        direct = HeldOffice(office, effects, of, office.sector or sector_of_body(of))
    if step := _modifier(parts):
        further = _read(parts[step[1] :], (*effects, step[0]))
    if direct and further:
        return direct if len(direct.of) <= len(further.of) else further
    return direct or further


def _longest_title(parts: Sequence[str]) -> tuple[Office, str] | None:
    for stop in range(min(len(parts), _longest()), 0, -1):
        if office := office_by_name(" ".join(parts[:stop])):
            return office, " ".join(parts[stop:])
    return None


def _modifier(parts: Sequence[str]) -> tuple[Effect, int] | None:
    for stop in (2, 1):
        if effect := _by_modifier().get(" ".join(parts[:stop]).casefold()):
            return effect, min(stop, len(parts))
    return None


def _key(words: str) -> str:
    plain = plain_words(words)
    return plain if is_abbreviation(plain) else plain.casefold()


@cache
def _by_title() -> Mapping[str, Office]:
    titles = dict(_titles(load_offices().offices))
    # A headline in capitals: PRESIDEN, MENLU. Abbreviations of their own keep their reading.
    return {key.upper(): office for key, office in titles.items() if " " not in key} | titles


@cache
def _joined_titles() -> re.Pattern[str]:
    """All titles with `dan`, the longest first; the comma before `dan` may be missing."""
    titles = (title for title in _by_title() if " dan " in title)
    words = (re.escape(title).replace(r",\ dan", r",?\ dan") for title in titles)
    joined = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:{joined})\b", re.IGNORECASE)


@cache
def _longest() -> int:
    return max(len(title.split()) for title in _by_title())


@cache
def _by_modifier() -> Mapping[str, Effect]:
    return {word: entry.effect for entry in load_offices().modifiers for word in entry.words}


def _titles(offices: Sequence[Office]) -> Iterator[tuple[str, Office]]:
    return ((_key(name), office) for office in offices for name in office.names)


def _check(offices: Sequence[Office]) -> None:
    owners: dict[str, str] = {}
    for key, office in _titles(offices):
        if key in owners:
            raise LexiconError(
                f"{OFFICES}: {key!r} stands for {owners[key]!r} and {office.name!r}; drop one"
            )
        owners[key] = office.name
