"""The figures in docs/lexicon.md are those of the files."""

from __future__ import annotations

from pathlib import Path

from sumber.lexicon.countries import load_countries
from sumber.lexicon.groups import load_groups
from sumber.lexicon.institutions import load_institutions
from sumber.lexicon.offices import load_offices
from sumber.lexicon.officials import load_officials

PAGE = Path(__file__).parents[2] / "docs" / "lexicon.md"


def test_the_table_counts_what_the_files_hold() -> None:
    countries, bodies = load_countries(), load_institutions()
    groups = load_groups().groups
    offices, people = load_offices().offices, load_officials().officials
    cells = [
        f"{len(countries.names)} names, {len(countries.seats)} seats",
        f"{len(bodies.institutions)}, {sum(len(p.heads) for p in bodies.patterns)} heads",
        f"{len(offices)} under {sum(len(o.names) for o in offices)} titles",
        f"{len(groups)} under {sum(len(g.names) for g in groups)} nouns",
        f"{len(people)} persons, {sum(len(p.tenures) for p in people)} tenures",
    ]
    page = PAGE.read_text("utf-8")
    assert [cell for cell in cells if f"| {cell} |" not in page] == []
