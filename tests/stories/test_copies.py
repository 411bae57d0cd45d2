"""Copies are seen through light edits; what news always says, or what somebody said, is no copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.reading import read_text
from sumber.records import Copy
from sumber.stories import band_keys, find_copy, prepare_text, told_words
from sumber.stories.copies import Text
from sumber.stories.passages import SHORTEST, find_matches, find_runs

LEAD = (
    "Pemerintah Kabupaten Ciranjang membuka pintu air Bendungan Cimanintin pada Selasa (5/3) pagi "
    "setelah hujan deras mengguyur wilayah hulu selama dua hari berturut-turut."
)
BODY = [
    (
        "Permukaan air waduk naik hingga 94 meter, dua meter di bawah batas aman yang ditetapkan "
        "balai besar wilayah sungai ketika bendungan itu selesai dibangun sepuluh tahun silam."
    ),
    (
        '"Kami membuka tiga dari lima pintu secara bertahap agar sawah di hilir tidak terendam," '
        "kata Kepala Dinas Sumber Daya Air Euis Komariah di lokasi."
    ),
    (
        "Petugas juga memindahkan 120 keluarga dari Kampung Lembur Sawah ke balai desa, karena "
        "jalan menuju kampung itu sudah tertutup lumpur setinggi lutut orang dewasa."
    ),
    (
        "Dapur umum dibuka di halaman sekolah dasar, sementara perahu karet disiagakan di empat "
        "titik sepanjang tanggul timur yang pernah jebol pada banjir besar tujuh tahun lalu."
    ),
]
OTHER = (
    "Harga cabai rawit di Pasar Ciranjang melonjak menjadi delapan puluh ribu rupiah per kilogram. "
    "Pedagang menyebut pasokan dari Garut berkurang sejak awal pekan, sedangkan pembeli memilih "
    "mengurangi belanja. Dinas perdagangan berjanji menggelar pasar murah sebelum akhir bulan ini."
)


def text_of(*paragraphs: str, name: str = "a") -> Text:
    article_text = "\n\n".join(paragraphs)
    reading = read_text(article_text)
    return prepare_text(name, told_words(reading.article, reading.statements))


def relation(first: str, second: str) -> Copy | None:
    return find_copy(text_of(first, name="a"), text_of(second, name="b"))


def edited(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


ORIGINAL = edited(LEAD, *BODY)
NARRATED = BODY[1].replace('"Kami', "Pihaknya").replace('terendam,"', "terendam,")
EDITS = {
    "new lead": edited("Warga hilir Cimanintin diminta waspada malam ini.", *BODY),
    "other verb of saying": ORIGINAL.replace("kata Kepala", "ujar Kepala"),
    "cut end": edited(LEAD, *BODY[:3]),
    "other order": edited(LEAD, BODY[3], BODY[0], BODY[2], BODY[1]),
    "quotation as narration": edited(LEAD, BODY[0], NARRATED, *BODY[2:]),
    "link within": edited(LEAD, BODY[0], "BACA JUGA: Harga Cabai Rawit Melonjak Lagi", *BODY[1:]),
    "names put in full": ORIGINAL.replace("120 keluarga", "sebanyak 120 kepala keluarga"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_lightly_edited_text_is_a_copy(edit: str) -> None:
    found = relation(ORIGINAL, edit)
    assert found is not None
    assert (found.kind, found.share > 0.75) == ("copy", True)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_text_shares_a_key_with_its_source(edit: str) -> None:
    keys = [set(band_keys(text_of(t).words)) for t in (ORIGINAL, edit)]
    assert keys[0] & keys[1]


def test_two_sentences_in_an_article_of_ones_own_are_a_partial_copy() -> None:
    found = relation(ORIGINAL, edited(OTHER, BODY[2], BODY[3], OTHER.replace("cabai", "bawang")))
    assert found is not None
    assert found.kind == "partial"


def test_the_same_speaker_heard_by_two_is_a_shared_quotation() -> None:
    own = "Air Cimanintin naik. " + BODY[1] + " Warga cemas, tetapi pasar tetap buka hari itu."
    found = relation(ORIGINAL, own)
    assert found is not None
    assert found.kind == "shared-quotation"


def test_the_title_of_a_law_is_no_shared_passage() -> None:
    law = "Undang-Undang Nomor 30 Tahun 2002 tentang Komisi Pemberantasan Tindak Pidana Korupsi"
    assert relation(f"{LEAD} Ia menolak {law}.", f"{OTHER} Mahasiswa mendukung {law}.") is None


def test_independent_articles_share_nothing() -> None:
    assert relation(ORIGINAL, OTHER) is None


def test_a_passage_holds_the_same_words_in_both_texts() -> None:
    found = relation(ORIGINAL, EDITS["other order"])
    assert found is not None
    for p in found.passages:
        ours = ORIGINAL[p.start : p.stop]
        theirs = EDITS["other order"][p.other_start : p.other_stop]
        assert ours == theirs


def test_the_order_of_the_two_does_not_matter() -> None:
    one, two = text_of(ORIGINAL, name="a"), text_of(EDITS["cut end"], name="b")
    assert find_copy(one, two) == find_copy(two, one)


VOCABULARY = ["air", "naik", "di", "hulu", "sawah", "desa", "pintu", "kata", "ia"]
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=80)


@given(WORDS, WORDS)
def test_matches_lie_apart_and_hold_no_more_equal_words_than_words(
    first: list[str], second: list[str]
) -> None:
    stop, used = 0, set[int]()
    for match in find_matches(first, second):
        assert stop <= match.second < match.second_stop <= len(second)
        assert match.equal <= min(match.first_stop - match.first, match.second_stop - match.second)
        stop = match.second_stop
        used |= set(range(match.first, match.first_stop))
    assert used <= set(range(len(first)))


@given(WORDS)
def test_a_text_of_eight_words_is_its_own_copy(words: list[str]) -> None:
    matches = find_matches(words, words)
    assert sum(m.equal for m in matches) <= len(words)
    if len(set(zip(words, words[1:], words[2:], words[3:], strict=False))) == len(words) - 3 >= 5:
        assert sum(m.equal for m in matches) == len(words)


@given(WORDS)
def test_equal_texts_are_found_as_by_their_runs(words: list[str]) -> None:
    """The short cut gives what the search gives."""
    runs = [run for run in find_runs(words, words) if run.equal >= SHORTEST]
    assert find_matches(words, words) == tuple(runs)


def test_a_text_that_repeats_itself_costs_no_more_than_its_length() -> None:
    """A hostile page of one phrase, repeated: seeds are looked up in a few places only."""
    phrase = ["air", "naik", "di", "hulu"]
    matches = find_matches(phrase * 20_000, [*phrase * 20_000, "surut"])
    assert sum(m.equal for m in matches) == 80_000
