"""Numbers as Indonesian news writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from sumber.quantities.numbers import find_numbers, read_value

LARGEST = 999_999_999_999


@given(st.integers(2, LARGEST))
def test_words_are_read_as_num2words_writes_them(number: int) -> None:
    assert read_value(num2words(number, lang="id")) == (number, number)


@given(st.integers(1_000, LARGEST))
def test_figures_with_full_stops_are_whole_numbers(number: int) -> None:
    figures = f"{number:,}".replace(",", ".")
    assert [(n.low, n.high) for n in find_numbers(f"ada {figures} orang")] == [(number, number)]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("10.000 orang", 10_000, 10_000, False),
        ("1,24 triliun", 1.24e12, 1.24e12, False),
        ("1.5 juta", 1.5e6, 1.5e6, False),
        ("16,1 miliar", 16.1e9, 16.1e9, False),
        ("setengah juta", 500_000, 500_000, False),
        ("satu setengah juta", 1_500_000, 1_500_000, False),
        ("sedikitnya 12 orang", 12, None, False),
        ("tak kurang dari 500 orang", 500, None, False),
        ("lebih dari 100 orang", 100, None, False),
        ("100 lebih warga", 100, None, False),
        ("kurang dari 20 orang", None, 20, False),
        ("hampir 50 orang", None, 50, True),
        ("sekitar 50 orang", 50, 50, True),
        ("50-an orang", 50, 50, True),
        ("seratusan orang", 100, 100, True),
        ("belasan orang", 11, 19, True),
        ("puluhan orang", 20, 99, True),
        ("puluhan ribu orang", 20_000, 99_999, True),
        ("ratusan juta", 1e8, 999_999_999, True),
        ("antara 3 dan 5 orang", 3, 5, False),
        ("3-5 orang", 3, 5, False),
        ("10 hingga 20 orang", 10, 20, False),
        ("3-5 juta orang", 3e6, 5e6, False),
        ("dua tiga orang", 2, 3, True),
    ],
)
def test_bounds_and_ranges(
    text: str, low: float | None, high: float | None, approximate: bool
) -> None:
    numbers = list(find_numbers(text))
    assert [(n.low, n.high, n.approximate) for n in numbers] == [(low, high, approximate)]


@pytest.mark.parametrize("text", ["(10/9/2019)", "10.30", "satuan", "A4", "ke-3", "0,5,6", "kedua"])
def test_what_is_no_number_of_things(text: str) -> None:
    assert not [n for n in find_numbers(text) if n.low is not None and n.low > 100]
    assert not [n for n in find_numbers(text) if text in {"satuan", "A4", "ke-3", "kedua"}]


@given(st.text(alphabet="0123456789.,- Rpduatigratusribujuta", max_size=60))
def test_anything_may_stand_there(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.start < number.stop <= len(text)
        if number.low is not None and number.high is not None:
            assert number.low <= number.high
