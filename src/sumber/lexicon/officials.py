"""Holders of office: heads of state and government, ministers, chiefs, party leaders, since when.

In: `data/officials.toml`, ordered by office. Out: frozen `Official` records, one a person, each
with his tenures in the file's order. Used by `actors/`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sumber.errors import LexiconError
from sumber.lexicon.entries import (
    PARTIAL_DATE,
    Names,
    index_names,
    one_of,
    plain_words,
    read_data,
    read_entries,
    read_table,
)
from sumber.lexicon.offices import office_by_name
from sumber.lexicon.sectors import Body, Sector

OFFICIALS = "officials.toml"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office.

    `office` is the title as in `offices.toml`; `of` what it is held in, where that is no state
    (`Jawa Barat`, `Partai Golkar`). `since` and `until` are the first and last day, month or year;
    None where not known, and `until` is None too while it had not ended at `known_until()`.
    """

    office: str
    sector: Sector | None
    country: str | None = None
    body: Body | None = None
    of: str | None = None
    since: str | None = None
    until: str | None = None

    def covers(self, on: datetime.date) -> bool:
        """Whether the person held the office on that day, as far as the file's dates tell."""
        day = on.isoformat()
        started = self.since is None or self.since <= day
        # `2019-10` ends with the last day of that month: compare as many characters as it has.
        return started and (self.until is None or day[: len(self.until)] <= self.until)

    @property
    def role(self) -> str:
        """The title with what it is held in: `gubernur Jawa Barat`."""
        return f"{self.office} {self.of}" if self.of else self.office


@dataclass(frozen=True, slots=True)
class Official:
    """One person: the usual full name, other spellings and short names, offices held.

    `common` are those of the names that many bear or that are words too (`Budi Santoso`, `Moon`).
    """

    name: str
    aliases: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    common: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The usual name, then the others."""
        return (self.name, *self.aliases)

    def needs_title(self, words: str) -> bool:
        """Whether this name alone is not enough: the title, or a fuller name, must stand by.

        >>> official_by_name("Moon Jae-in").needs_title("Moon")
        True
        """
        return one_of(words, self.common)

    def tenure_on(self, on: datetime.date) -> Tenure | None:
        """The office held on that day; the one begun last if several; None if none is known."""
        held = [tenure for tenure in self.tenures if tenure.covers(on)]
        return max(held, key=lambda tenure: tenure.since or "", default=None)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the file: a name under an office."""

    name: str
    office: str
    sector: Sector | None = None
    country: str | None = None
    body: Body | None = None
    of: str | None = None
    aliases: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class OfficialData:
    """What `officials.toml` holds; `known_until` is the last day that it is sure of."""

    known_until: datetime.date
    officials: tuple[Official, ...]


@cache
def load_officials() -> OfficialData:
    """Give the data file's content. Raises: LexiconError if the file is broken."""
    return parse_officials(read_data(OFFICIALS))


def parse_officials(text: str) -> OfficialData:
    """Read and check a file of officials. Raises: LexiconError naming the entry and its fault."""
    table = read_table(text, file=OFFICIALS)
    rows = read_entries(table.get("office", ()), _Row, file=OFFICIALS)
    for row in rows:
        _check(row)
    return OfficialData(
        known_until=_known_until(table.get("known_until")), officials=tuple(_persons(rows))
    )


def official_by_name(words: str, on: datetime.date | None = None) -> Official | None:
    """The person of that name. None if there is none, or several and no telling which is meant.

    Of several with one short name, the one in office on the day is meant.

    >>> official_by_name("Lavrov", datetime.date(2024, 11, 2)).name
    'Sergey Lavrov'
    >>> official_by_name("Jokowi").tenure_on(datetime.date(2019, 9, 14)).role
    'presiden'
    >>> official_by_name("Jokowi").tenure_on(datetime.date(2013, 9, 14)).role
    'gubernur DKI Jakarta'
    """
    return meant(_by_name().find(words), on)


def meant(bearers: Sequence[Official], on: datetime.date | None) -> Official | None:
    """Of several persons with one name the one in office on that day; None if that settles none."""
    if len(bearers) > 1 and on is not None:
        bearers = [person for person in bearers if person.tenure_on(on)]
    return bearers[0] if len(bearers) == 1 else None


def known_until() -> datetime.date:
    """The last day that the file is sure of: what has changed since is mostly not in it."""
    return load_officials().known_until


@cache
def _by_name() -> Names[Official]:
    people = load_officials().officials
    return index_names((name, person) for person in people for name in person.names)


def _persons(rows: Sequence[_Row]) -> Iterator[Official]:
    """Rows of one name make one person."""
    by_name: dict[str, list[_Row]] = {}
    for row in rows:
        by_name.setdefault(row.name, []).append(row)
    for name, held in by_name.items():
        aliases = tuple(dict.fromkeys(alias for row in held for alias in row.aliases))
        common = tuple(dict.fromkeys(alias for row in held for alias in row.common))
        yield Official(name, aliases, tuple(_tenure(row) for row in held), common)


def _tenure(row: _Row) -> Tenure:
    office = office_by_name(row.office)
    sector = row.sector or (office.sector if office else None)
    return Tenure(row.office, sector, row.country, row.body, row.of, row.since, row.until)


def _check(row: _Row) -> None:
    if office_by_name(row.office) is None:
        raise LexiconError(f"{OFFICIALS}: {row.name!r}: no office {row.office!r} in offices.toml")
    if row.country is None and row.body is None:
        raise LexiconError(f"{OFFICIALS}: {row.name!r} ({row.office}) has neither country nor body")
    plain = [plain_words(name) for name in (row.name, *row.aliases)]
    if twice := sorted(name for name in set(plain) if plain.count(name) > 1):
        raise LexiconError(f"{OFFICIALS}: {row.name!r} is called {twice} twice")
    if unknown := sorted(set(row.common) - {row.name, *row.aliases}):
        raise LexiconError(f"{OFFICIALS}: {row.name!r} is not called {unknown}, given as common")


def _known_until(value: object) -> datetime.date:
    if not (isinstance(value, str) and PARTIAL_DATE.fullmatch(value) and len(value) == 10):
        raise LexiconError(f"{OFFICIALS}: known_until is {value!r}; it must be a day, YYYY-MM-DD")
    return datetime.date.fromisoformat(value)
