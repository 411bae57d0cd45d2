"""Articles find each other by the keys they share."""

from __future__ import annotations

from sample import sample_reading
from sumber.archive import Archive
from sumber.archive.candidates import drop_keys, file_keys, find_sharing
from sumber.filing import file_readings, prepare_reading

LARGE = (1 << 63) - 1
ONE, TWO, FIVE, SEVEN = (n << 59 for n in (1, 2, 5, 7))  # digests of 63 bits


def test_articles_that_share_keys_are_found_within_their_days(archive: Archive) -> None:
    many = [sample_reading(url=f"https://a.example/{n}") for n in range(3)]
    list(file_readings(archive, [prepare_reading(one, archive) for one in many]))
    rows = [
        (1, "2024-11-01", {ONE, TWO, LARGE}),
        (2, "2024-11-03", {TWO, LARGE}),
        (3, None, {TWO, SEVEN}),
    ]

    def sharing(keys: set[int], kind: int = 1, **days: tuple[str, str]) -> dict[int, int]:
        return dict(find_sharing(connection, kind, {9: keys}, **days)[9])

    with archive.writing() as connection:
        file_keys(connection, 1, rows)
        file_keys(connection, 2, [(3, None, {LARGE})])
        assert sharing({ONE, TWO, LARGE}) == {1: 3, 2: 2, 3: 1}
        assert sharing({TWO}, days=("2024-11-02", "2025-01-01")) == {2: 1}
        assert sharing({TWO}, days=("2024-11-01", "2024-11-02")) == {1: 1}
        assert sharing({TWO}, days=("2023-01-01", "2026-01-01")) == {1: 1, 2: 1}
        assert sharing({LARGE, FIVE}, kind=2) == {3: 1}
        assert sharing(set()) == {}
        several = find_sharing(connection, 1, {1: [ONE, TWO], 2: [TWO, LARGE]})
        assert several == {1: {1: 2, 2: 1, 3: 1}, 2: {1: 2, 2: 2, 3: 1}}
        drop_keys(connection, 1, rows[:1])
        assert sharing({ONE, TWO, LARGE}) == {2: 2, 3: 1}
