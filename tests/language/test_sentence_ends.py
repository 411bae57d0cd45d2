"""Sentence ends: the gold marks each end with ``|`` in the text itself."""

import pytest
import spacy

from sumber.language.sentence_ends import find_sentence_starts
from sumber.language.tokenization import register_language

CASES = [
    'Ia pergi ke pasar.| Ibunya menunggu di rumah.',
    '"Kami siap," kata Budi.| "Besok kami berangkat."',
    '"Kami siap.| Besok kami berangkat," kata Budi.',
    '"Apa itu?" tanya Sari.| "Saya tidak tahu!"| Ia lalu pergi.',
    '“Harga naik.| Rakyat susah.”| Begitu kata Menteri Sari.',
    '“Harga naik,” ujarnya.| “Rakyat susah,” tambahnya.',
    'Rapat di Jl. Melati No. 5 dihadiri Prof. Budi S. Rahman, S.H.| Acara selesai pukul 10.30 WIB.',
    'PT Maju Jaya Tbk. membeli saham.| Harganya Rp1,24 triliun.',
    'Ia lahir pada 1990.| 20 tahun kemudian ia kembali.',
    'Jumlahnya 20.000 orang (8.000 di garis depan).| Mereka menunggu.',
    'Ia berkata: "Jangan takut.| Saya di sini."| Semua diam.',
    "Katanya 'tidak.'| Lalu ia pulang.",
    'Presiden Joko Widodo (Jokowi) hadir.| (Antara)',
    'Harga naik...| Rakyat menunggu.',
    'Ini berita pertama\n|Ini berita kedua',
    'JAKARTA - "Saya menolak!" seru Dewi.| "Titik."',
    'Menurut A.H. Nasution, itu benar.| K.H. Ahmad setuju.',
    'Apakah benar?| Ya.',
    'Lihat hal. 5 dan Rp. 5.000.| Itu suatu hal.| Sudah.',
    '"Tidak," katanya, "saya tidak tahu."| Ia diam.',
    '"Itu fitnah."\n|"Kami akan melapor."',
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_sentence_ends(case: str) -> None:
    """Every end is found and nothing is cut in two."""
    register_language()
    text = case.replace("|", "")
    doc = spacy.blank("id_news")(text)
    words = [token.text for token in doc]
    blanks = [bool(token.whitespace_) for token in doc]
    starts = [doc[i].idx for i in find_sentence_starts(words, blanks)][1:]
    found = text
    for start in reversed(starts):
        found = found[:start] + "|" + found[start:]
    assert found == case.replace("| ", " |")
