"""Files of named entries: read, checked, and found again by name.

In: a TOML file of the lexicon whose tables hold `entries` and what all of them share:

    [[group]]
    kind = "organisation"      # holds for every entry below that does not say otherwise
    entries = [
      { name = "Komisi Yudisial", aliases = ["KY"] },
    ]

Out: frozen records, and `Names`, which finds records by the words of a text. Used by the loaders
of countries, institutions, offices and officials.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

import msgspec
import pycountry

from sumber.errors import LexiconError

T = TypeVar("T")

# The one code that is no ISO 3166 one but user-assigned, and in general use, for Kosovo.
KOSOVO = "XKX"
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read_data(file: str) -> str:
    """The text of a data file of the lexicon."""
    return (files("sumber.lexicon") / "data" / file).read_text("utf-8")


def read_table(text: str, *, file: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises: LexiconError if it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise LexiconError(f"{file}: not valid TOML: {broken}") from broken


def read_entries(
    groups: Iterable[Mapping[str, Any]], record: type[T], *, file: str
) -> tuple[T, ...]:
    """The entries of all groups as records, in the file's order.

    What a group says beside its `entries` holds for each entry that does not say otherwise.

    Raises: LexiconError naming the file and the entry.
    """
    rows = (
        {**{key: value for key, value in group.items() if key != "entries"}, **entry}
        for group in groups
        for entry in group.get("entries", ())
    )
    return tuple(read_entry(row, record, file=file) for row in rows)


def read_entry(row: Mapping[str, Any], record: type[T], *, file: str) -> T:
    """One row as a record. Raises: LexiconError for fields unknown, missing or of a wrong type."""
    name = row.get("name", "an entry without a name")
    known, needed = _fields(record)
    if unknown := row.keys() - known:
        raise LexiconError(f"{file}: {name!r} has unknown fields {sorted(unknown)}")
    if missing := needed - row.keys():
        raise LexiconError(f"{file}: {name!r} lacks {sorted(missing)}")
    try:
        entry = msgspec.convert(row, record)
    except msgspec.ValidationError as wrong:
        raise LexiconError(f"{file}: {name!r}: {wrong}") from wrong
    _check_words(row, name=name, file=file)
    return entry


def _fields(record: type[Any]) -> tuple[frozenset[str], frozenset[str]]:
    every = fields(record)
    needed = (f.name for f in every if f.default is MISSING and f.default_factory is MISSING)
    return frozenset(f.name for f in every), frozenset(needed)


def _check_words(row: Mapping[str, Any], *, name: str, file: str) -> None:
    words = (value for key in ("name", "aliases") for value in _many(row.get(key, ())))
    if bad := [word for word in words if not word or word != " ".join(word.split())]:
        raise LexiconError(f"{file}: {name!r} has names with loose blanks or empty: {bad}")
    if (country := row.get("country")) and country not in alpha3_codes():
        raise LexiconError(f"{file}: {name!r}: country {country!r} is no ISO 3166 alpha-3 code")
    for key in ("since", "until"):
        if (day := row.get(key)) and not PARTIAL_DATE.fullmatch(day):
            raise LexiconError(f"{file}: {name!r}: {key} {day!r} is not YYYY, YYYY-MM, YYYY-MM-DD")
    if row.get("since") and row.get("until") and row["until"] < row["since"]:
        raise LexiconError(f"{file}: {name!r} ends {row['until']} before its start {row['since']}")


def _many(value: object) -> Iterable[Any]:
    return value if isinstance(value, list) else (value,) if isinstance(value, str) else ()


@cache
def alpha3_codes() -> Collection[str]:
    """All ISO 3166 alpha-3 codes in force, those of states that are no more, and Kosovo's."""
    past = {state.alpha_3 for state in pycountry.historic_countries}
    return frozenset({country.alpha_3 for country in pycountry.countries} | past | {KOSOVO})


@dataclass(frozen=True, slots=True)
class Names(Generic[T]):
    """Records by name, under the rules of how Indonesian news writes names.

    An abbreviation (`AS`, `KPK`) must be as printed. Any other name may be in other capitals
    (headlines), as long as it starts with one. Typographic apostrophes, accents and hyphens do
    not count (`Kim Jong-un`, `Kim Jong Un`).
    """

    exact: Mapping[str, tuple[T, ...]]
    folded: Mapping[str, tuple[T, ...]]

    def find(self, words: str) -> tuple[T, ...]:
        """The records of that name in the file's order; empty if it is not known."""
        plain = plain_words(words)
        if found := self.exact.get(plain):
            return found
        first = next((letter for letter in plain if letter.isalpha()), "")
        return self.folded.get(plain.casefold(), ()) if first.isupper() else ()


def index_names(pairs: Iterable[tuple[str, T]]) -> Names[T]:
    """Make `Names` of names and their records; a name may have several."""
    exact: dict[str, list[T]] = {}
    folded: dict[str, list[T]] = {}
    for name, record in pairs:
        plain = plain_words(name)
        table, key = (exact, plain) if is_abbreviation(plain) else (folded, plain.casefold())
        held = table.setdefault(key, [])
        if record not in held:
            held.append(record)
    return Names(
        exact={key: tuple(held) for key, held in exact.items()},
        folded={key: tuple(held) for key, held in folded.items()},
    )


def one_of(words: str, names: Iterable[str]) -> bool:
    """Whether the words are one of the names, whatever their capitals, accents and hyphens."""
    plain = plain_words(words).casefold()
    return any(plain_words(name).casefold() == plain for name in names)


def is_abbreviation(name: str) -> bool:
    """Whether a name has no small letter and no blank, so that its capitals are all it has.

    >>> is_abbreviation("AS"), is_abbreviation("G20"), is_abbreviation("Kemenlu")
    (True, True, False)
    """
    return " " not in name and not any(letter.islower() for letter in name)


def plain_words(words: str) -> str:
    """Words without accents, apostrophes, hyphens and spare blanks.

    >>> plain_words("Recep Tayyip  Erdoğan, Ma’ruf, Choe Son-hui")
    'Recep Tayyip Erdogan, Maruf, Choe Son hui'
    """
    if not words.isascii():
        apart = unicodedata.normalize("NFKD", words)
        words = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(words.translate(_PLAIN).split())


_PLAIN = str.maketrans({"'": "", "’": "", "‘": "", "`": "", "-": " ", "–": " ", "ı": "i"})
