"""Groups: the nouns for parties without a name (`warga`, `aparat kepolisian`), and their sectors.

In: `data/groups.toml`, and the callings and offices of `data/offices.toml`. Out: `Group`s by the
words of a text in small letters, and the small words around them. Used by `actors/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sumber.errors import LexiconError
from sumber.lexicon.entries import read_data, read_entries, read_table
from sumber.lexicon.offices import Office, load_offices
from sumber.lexicon.sectors import Sector
from sumber.records import ActorKind

GROUPS = "groups.toml"


@dataclass(frozen=True, slots=True)
class Group:
    """A noun for a party without a name, under all words that mean the same in one article.

    `bare` is False for nouns that are a party only with a number or a description; `office` says
    that one person holds it (`gubernur`). `means` is the body of `institutions.toml` that the noun
    stands for (`lembaga antirasuah`); None where it stands for none in particular.
    """

    name: str
    kind: ActorKind
    sector: Sector | None = None
    aliases: tuple[str, ...] = ()
    bare: bool = True
    office: bool = False
    means: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The usual noun, then the others."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The small words around such a noun, in lower case; what each does stands in the file."""

    numbers: frozenset[str]
    within: frozenset[str]
    one: frozenset[str]
    light: frozenset[str]
    things: frozenset[str]
    predicative: frozenset[str]
    governments: frozenset[str]


@dataclass(frozen=True, slots=True)
class GroupData:
    """What `groups.toml` holds."""

    groups: tuple[Group, ...]
    words: GroupWords


@cache
def load_groups() -> GroupData:
    """Give the data file's content. Raises: LexiconError if the file is broken."""
    return parse_groups(read_data(GROUPS))


def parse_groups(text: str) -> GroupData:
    """Read and check a file of groups. Raises: LexiconError naming the entry and its fault."""
    table = read_table(text, file=GROUPS)
    groups = read_entries(table.get("group", ()), Group, file=GROUPS)
    owners: dict[str, str] = {}
    for name, group in ((name.casefold(), one) for one in groups for name in one.names):
        if name in owners:
            raise LexiconError(
                f"{GROUPS}: {name!r} stands for {owners[name]!r} and {group.name!r}; drop one"
            )
        owners[name] = group.name
    return GroupData(groups, _small_words(table.get("words", {})))


def group_by_words(words: tuple[str, ...]) -> Group | None:
    """The group that exactly these words name, in small letters; None if they name none.

    >>> group_by_words(("aparat", "kepolisian")).name, group_by_words(("mahasiswa",)).sector
    ('polisi', 'EDU')
    """
    return _by_words().get(words)


def longest_group(first: str) -> int:
    """The most words that a group's name has which starts with this word; 0 if none does."""
    return _longest().get(first, 0)


@cache
def _longest() -> Mapping[str, int]:
    longest: dict[str, int] = {}
    for words in _by_words():
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@cache
def _by_words() -> Mapping[tuple[str, ...], Group]:
    found = dict(_callings())
    for group in load_groups().groups:
        for name in group.names:
            found[tuple(name.casefold().split())] = group
    return found


def _callings() -> Iterator[tuple[tuple[str, ...], Group]]:
    """Offices and callings that are no ranks: `mahasiswa` are many, a `gubernur` is one."""
    for office in load_offices().offices:
        if office.kind == "rank":
            continue
        group = _as_group(office)
        for name in office.names:
            yield tuple(name.casefold().split()), group


def _as_group(office: Office) -> Group:
    calling = office.kind == "calling"
    kind: ActorKind = "group" if calling else "unnamed"
    return Group(office.name, kind, office.sector, office.aliases, office=not calling)


def _small_words(table: Mapping[str, Any]) -> GroupWords:
    expected = set(GroupWords.__slots__)
    if odd := sorted(expected ^ table.keys()):
        raise LexiconError(f"{GROUPS}: lists of [words] differ from those expected: {odd}")
    for name, words in table.items():
        if not words or any(word != word.casefold().strip() or not word for word in words):
            raise LexiconError(f"{GROUPS}: {name} is empty or has words not in small letters")
    return GroupWords(**{name: frozenset(words) for name, words in table.items()})
