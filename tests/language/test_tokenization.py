"""Word boundaries: the gold stands in the text, ``|`` between tokens that touch."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from sumber.language.tokenization import LANGUAGE, norm, register_language

CASES = [
    '"|Kami siap|,|"| ujar|nya|.',
    "Apa|kah itu benar|?| Tidak|lah|,| walau|pun mungkin|.",
    "Hanya sebelumnya|,| adalah langkah maupun buku ilmu|.",
    "Kenya bertanya kepada|ku|.",
    "negara-negara ke-79 1990-an|,| Sektor-Sektor",
    "Rp|1,24 triliun|,| US|$|6,4 juta|,| 57|%",
    "Jl. Melati No. 5|,| Prof. Budi S. Rahman|,| S.H.",
    "Sabtu (|2/11|)| pukul 10.30 WIB|,| 20.000 orang|,| 30|-|35",
    "Jakarta|-|Bandung|,| DPR|/|MPR|,| 33/2006|,| PPh|-|nya",
    "Kim Jong-un dan Al-Quran|;| Covid-19",
    "e-KTP di-PHK Rp. 5.000|,| Rp|50.000|-|Rp100.000",
    "kata Sari|.|Ia pergi|.",
]


@pytest.mark.parametrize("case", CASES)
def test_words(case: str) -> None:
    """Every example is cut exactly as marked."""
    register_language()
    text = case.replace("|", "")
    expected = [word for chunk in case.split() for word in chunk.split("|") if word]
    assert [token.text for token in spacy.blank(LANGUAGE)(text)] == expected


@given(st.text(alphabet='aknynaRpJl.,"“()-/1290 \n\tÀ😀$%', max_size=60))
def test_no_character_is_lost(text: str) -> None:
    """The tokens and their blanks give the text back, so offsets always fit."""
    register_language()
    doc = spacy.blank(LANGUAGE)(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_norm_keeps_length() -> None:
    """The lookup form folds digits and quotes and nothing else."""
    assert norm("Rp1.250,75 “KPK”") == 'rp0.000,00 "kpk"'
