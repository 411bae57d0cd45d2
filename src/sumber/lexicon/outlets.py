"""Outlets and agencies: who publishes under which name, domain and dateline.

In: `data/outlets.toml`. Out: frozen `Outlet` records and look-ups by host and by name. Used by
`article/` (outlet, dateline, credits) and by the rooms that name channels. The file is checked
when it is loaded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, get_args, get_origin, get_type_hints

from sumber.errors import LexiconError

OUTLETS = "outlets.toml"
KINDS = frozenset(
    {"newspaper", "online", "magazine", "agency", "broadcaster", "network", "monitor"}
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet or agency.

    `domains` are registrable, `hosts` longer names that belong to it although their domain is
    another's; `country` is ISO 3166 alpha-3; `owner` the group, None where independent or not
    sure; `common` says that the name is also an everyday word.
    """

    name: str
    kind: str
    country: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()
    owner: str | None = None
    common: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The usual name, then the others."""
        return (self.name, *self.aliases)


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Give all outlets in the order of the file. Raises: LexiconError if the file is broken."""
    return parse_outlets((files("sumber.lexicon") / "data" / OUTLETS).read_text("utf-8"))


def parse_outlets(text: str) -> tuple[Outlet, ...]:
    """Read and check a file of outlets. Raises: LexiconError naming the entry and its fault."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise LexiconError(f"{OUTLETS}: not valid TOML: {broken}") from broken
    outlets = tuple(_outlet(row) for row in table.get("outlet", ()))
    _check_unique(outlets)
    return outlets


def outlet_by_domain(host: str) -> Outlet | None:
    """The outlet that a host belongs to; the longest known name wins.

    >>> outlet_by_domain("regional.kompas.com").name
    'Kompas.com'
    >>> outlet_by_domain("radarjabar.disway.id").name
    'Radar Jabar'
    """
    known = _by_domain()
    labels = host.lower().rstrip(".").split(".")
    found = (known.get(".".join(labels[i:])) for i in range(len(labels)))
    return next((outlet for outlet in found if outlet), None)


def outlet_by_name(words: str) -> Outlet | None:
    """The outlet of that name or alias, whatever its capitals.

    >>> outlet_by_name("kantor berita antara").name
    'Antara'
    """
    key = " ".join(words.split()).casefold()
    return _by_name().get(key) or outlet_by_domain(key)


@cache
def _by_domain() -> Mapping[str, Outlet]:
    return {domain: o for o in load_outlets() for domain in (*o.domains, *o.hosts)}


@cache
def _by_name() -> Mapping[str, Outlet]:
    return {name.casefold(): o for o in load_outlets() for name in o.names}


def _outlet(row: Mapping[str, Any]) -> Outlet:
    name = row.get("name", "without a name")
    hints = get_type_hints(Outlet)
    if unknown := row.keys() - hints.keys():
        raise LexiconError(f"{OUTLETS}: {name!r} has unknown fields {sorted(unknown)}")
    missing = {f.name for f in fields(Outlet)[:3]} - row.keys()
    if missing:
        raise LexiconError(f"{OUTLETS}: {name!r} lacks {sorted(missing)}")
    for key, value in row.items():
        _check_type(name, key, value, hints[key])
    _check_words(name, row)
    made: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Outlet(**made)


def _check_type(name: str, key: str, value: object, hint: Any) -> None:
    if get_origin(hint) is tuple:
        right = isinstance(value, list) and all(isinstance(v, str) and v for v in value)
    else:
        right = isinstance(value, get_args(hint) or hint)
    if not right:
        raise LexiconError(f"{OUTLETS}: {name!r} has {key} = {value!r}, which is of the wrong type")


def _check_words(name: str, row: Mapping[str, Any]) -> None:
    if row["kind"] not in KINDS:
        raise LexiconError(f"{OUTLETS}: {name!r} is of kind {row['kind']!r}, not {sorted(KINDS)}")
    if not (len(row["country"]) == 3 and row["country"].isupper()):
        raise LexiconError(f"{OUTLETS}: {name!r}: country {row['country']!r} is no alpha-3 code")
    for domain in (*row.get("domains", ()), *row.get("hosts", ())):
        if domain != domain.lower() or "." not in domain or "/" in domain:
            raise LexiconError(f"{OUTLETS}: {name!r}: {domain!r} is no lower-case domain")


def _check_unique(outlets: Sequence[Outlet]) -> None:
    owners: dict[str, str] = {}
    names = [outlet.name for outlet in outlets]
    if twice := sorted(name for name in set(names) if names.count(name) > 1):
        raise LexiconError(f"{OUTLETS}: {twice} are given more than once")
    for outlet in outlets:
        keys = {n.casefold() for n in outlet.names} | {*outlet.domains, *outlet.hosts}
        for key in sorted(keys):
            other = owners.setdefault(key, outlet.name)
            if other != outlet.name:
                raise LexiconError(f"{OUTLETS}: {key!r} stands for {other!r} and {outlet.name!r}")
