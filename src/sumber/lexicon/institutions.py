"""Institutions: bodies, parties, associations, armed groups, international organisations.

In: `data/institutions.toml`. Out: frozen `Institution` records, found by name, abbreviation, or the
pattern of local bodies (`Polda Metro Jaya`, `Pemkab Garut`). Used by `actors/`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sumber.errors import LexiconError
from sumber.lexicon.entries import (
    Names,
    index_names,
    one_of,
    plain_words,
    read_data,
    read_entries,
    read_entry,
    read_table,
)
from sumber.lexicon.sectors import Body, Sector
from sumber.records import ActorKind

INSTITUTIONS = "institutions.toml"


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution or body.

    `country` is ISO 3166 alpha-3; `body` PLOVER's code for what belongs to no country; `since`
    and `until` (`2024`, `2024-10`) bound the name's life; `common` are those of its names that are
    also everyday words or usually something else. None means unknown or not bounded.
    """

    name: str
    kind: ActorKind
    sector: Sector | None = None
    country: str | None = None
    body: Body | None = None
    aliases: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    common: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The usual name, then the others."""
        return (self.name, *self.aliases)

    def needs_cue(self, words: str) -> bool:
        """Whether this name alone is not enough: something else must show that the body is meant.

        >>> garuda = institutions_by_name("Garuda")[0]
        >>> garuda.needs_cue("Garuda"), garuda.needs_cue("Garuda Indonesia")
        (True, False)
        """
        return one_of(words, self.common)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that, with a name after them, name a local body: `Polda`, `Pengadilan Negeri`."""

    heads: tuple[str, ...]
    kind: ActorKind
    sector: Sector
    country: str | None = None


@dataclass(frozen=True, slots=True)
class InstitutionData:
    """What `institutions.toml` holds."""

    institutions: tuple[Institution, ...]
    patterns: tuple[Pattern, ...]
    heads: Mapping[str, str]  # heads in short, with what they are in full
    places: Mapping[str, str]


@cache
def load_institutions() -> InstitutionData:
    """Give the data file's content. Raises: LexiconError if the file is broken."""
    return parse_institutions(read_data(INSTITUTIONS))


def parse_institutions(text: str) -> InstitutionData:
    """Read and check a file of institutions. Raises: LexiconError naming entry and fault."""
    table = read_table(text, file=INSTITUTIONS)
    rows = table.get("pattern", ())
    data = InstitutionData(
        institutions=read_entries(table.get("group", ()), Institution, file=INSTITUTIONS),
        patterns=tuple(read_entry(row, Pattern, file=INSTITUTIONS) for row in rows),
        heads=table.get("short", {}).get("heads", {}),
        places=table.get("short", {}).get("places", {}),
    )
    _check(data.institutions)
    return data


def institutions_by_name(words: str) -> tuple[Institution, ...]:
    """The institutions of that name, the more usual one first; empty if there is none.

    >>> [found.name for found in institutions_by_name("PBB")]
    ['Perserikatan Bangsa-Bangsa', 'Partai Bulan Bintang']
    >>> institutions_by_name("Polda Sumatera Utara")[0].sector
    'COP'
    """
    return _by_name().find(words) or _local_body(words)


def is_local_head(words: str) -> bool:
    """Whether words name a local body as soon as a place stands behind them.

    >>> is_local_head("Pemerintah Provinsi"), is_local_head("Komisi Yudisial")
    (True, False)
    """
    return words in _by_head()


def _local_body(words: str) -> tuple[Institution, ...]:
    """The body that a head and the name after it make, both in full; the longest head wins."""
    parts = words.split()
    short = load_institutions()
    for stop in range(len(parts) - 1, 0, -1):
        head, rest = " ".join(parts[:stop]), " ".join(parts[stop:])
        if parts[stop][0].isupper() and (pattern := _by_head().get(head)):
            name = f"{short.heads.get(head, head)} {short.places.get(rest, rest)}"
            return (Institution(name, pattern.kind, pattern.sector, pattern.country),)
    return ()


@cache
def _by_name() -> Names[Institution]:
    return index_names(
        (n, found) for found in load_institutions().institutions for n in found.names
    )


@cache
def _by_head() -> dict[str, Pattern]:
    return {head: pattern for pattern in load_institutions().patterns for head in pattern.heads}


def _check(institutions: Sequence[Institution]) -> None:
    names = [found.name for found in institutions]
    if twice := sorted(name for name in set(names) if names.count(name) > 1):
        raise LexiconError(f"{INSTITUTIONS}: {twice} are given more than once")
    for found in institutions:
        plain = [plain_words(name) for name in found.names]
        if twice := sorted(name for name in set(plain) if plain.count(name) > 1):
            raise LexiconError(f"{INSTITUTIONS}: {found.name!r} is called {twice} twice")
        if unknown := sorted(set(found.common) - set(found.names)):
            raise LexiconError(
                f"{INSTITUTIONS}: {found.name!r} has common names {unknown}, which it is not called"
            )
        if found.country is None and found.body is None:
            raise LexiconError(f"{INSTITUTIONS}: {found.name!r} has neither country nor body")
