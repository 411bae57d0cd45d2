"""Sentences see through quotation marks and abbreviations, and lose no word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.language import find_sentences, find_words

TEXTS = [
    ["Harga naik.", "Warga mengeluh."],
    ['"Kami siap. Semua sudah diatur," kata Camat Hasan.', "Rapat bubar."],
    ["Gubernur bertemu Dr. H. Ratna Dewi S.H. di Jl. Merdeka No. 5 Bandung.", "Mereka sepakat."],
    ["Harganya Rp1.250.000 per ton.", "Naik 2,5 persen!"],
    ["Ia bertanya, “Kapan mulai? Besok?” lalu pergi.", "Sunyi."],
]


@pytest.mark.parametrize("sentences", TEXTS)
def test_sentences_end_where_they_should(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[s.start : s.stop] for s in find_sentences(text)] == sentences


def test_a_lost_quotation_mark_joins_no_paragraphs() -> None:
    text = '"Ini awal yang hilang. Lalu ada lagi\n\nParagraf lain. Dan lain.'
    assert [text[s.start : s.stop] for s in find_sentences(text)][1:] == [
        "Paragraf lain.",
        "Dan lain.",
    ]


@given(st.text(alphabet='aB1.!?"“” \n,-()', max_size=200))
def test_no_word_is_lost_and_every_span_is_its_text(text: str) -> None:
    words = [w for s in find_sentences(text) for w in s.words]
    assert words == list(find_words(text, 0, len(text)))
    assert all(text[w.start : w.stop] == w.text for w in words)
