"""The words around a reading: both languages whole, dates and findings in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import sumber
from sample import sample_reading
from sumber.records import Finding, FindingKind
from sumber.web.entries import Check, find_checks
from sumber.web.labels import LANGUAGES, Language, load_labels

SOURCES = Path(sumber.__file__).parent


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_label_is_used_somewhere(language: Language) -> None:
    shown = [*(SOURCES / "web").rglob("*.html"), *(SOURCES / "web").glob("*.py")]
    shown += [*(SOURCES / "cli").glob("*.py"), *(SOURCES / "tables").glob("*.py")]
    used = "\n".join(path.read_text("utf-8") for path in shown)
    built = r"(?:certainty|status|type|count_kind|by)_"
    unused = [k for k in load_labels(language).words if not re.search(rf"[\"']{k}[\"']", used)]
    assert [k for k in unused if not re.match(built, k)] == []


def test_english_has_a_sentence_for_each_kind_of_finding() -> None:
    assert set(load_labels("en").sentences) == set(get_args(FindingKind))


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-10", "Oktober 2024", "October 2024"),
        ("2024-W44", "pekan sejak Senin, 28 Oktober 2024", "week of Monday 28 October 2024"),
        ("2024-10-31", "Kamis, 31 Oktober 2024", "Thursday 31 October 2024"),
        ("2024-11-02T10:30+07:00", "Sabtu, 2 November 2024, 10:30 WIB",
         "Saturday 2 November 2024, 10:30 WIB"),
        ("2024-11-02T10:30:15+09:00", "Sabtu, 2 November 2024, 10:30 WIT",
         "Saturday 2 November 2024, 10:30 WIT"),
        ("2024-11-02T10:30-05:00", "Sabtu, 2 November 2024, 10:30 -05:00",
         "Saturday 2 November 2024, 10:30 -05:00"),
        ("2024-13", "2024-13", "2024-13"),
        ("0000-W01", "0000-W01", "0000-W01"),
        ("2024-W99", "2024-W99", "2024-W99"),
        ("2024-02-30", "2024-02-30", "2024-02-30"),
        ("apa saja", "apa saja", "apa saja"),
        (None, "tidak dapat dipastikan", "cannot be told"),
    ],
)  # fmt: skip
def test_a_value_in_words(value: str | None, indonesian: str, english: str) -> None:
    assert load_labels("id").date(value) == indonesian
    assert load_labels("en").date(value) == english


def test_a_finding_is_said_in_the_language_of_its_reader() -> None:
    reading = sample_reading()
    check = find_checks(reading)[0]
    assert load_labels("id").finding(check) == check.finding.message
    assert load_labels("en").finding(check) == ("“Kamis (31/8)”: 31 August 2024 was a Saturday.")


@pytest.mark.parametrize("kind", get_args(FindingKind))
def test_no_kind_of_finding_is_without_words(kind: FindingKind) -> None:
    words = load_labels("en").finding(Check(Finding(kind, 0, 5, "Pesan."), "Harga", None))
    assert "Harga" in words
    assert "{" not in words
