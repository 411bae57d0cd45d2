"""Each frame of the codebook finds its content and its speaker, on sentences of its own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import unmark
from sumber.language import find_sentences
from sumber.lexicon.reporting import load_function_words, load_reporting_cues
from sumber.records import Span
from sumber.statements.cued_clause import Report
from sumber.statements.reports import find_reports
from sumber.statements.subjects import name_after, subject_before

SENTENCES = [
    "[who:Gubernur Ratna Dewi] [cue:mengatakan] bahwa [content:jalan itu dibuka pekan depan].",
    "[who:Menlu Rusia, Sergey Lavrov], dalam pidatonya, juga [cue:menegaskan] [content:siap].",
    "[who:Seorang pejabat] [cue:mengatakan] kepada Reuters bahwa [content:kapal itu sudah pergi].",
    "Sebelumnya, [who:Bupati Hasan] [cue:meminta] warga untuk [content:mengungsi ke balai desa].",
    "[who:Wiranto] [cue:meminta] [content:para pejabat baru bisa mencermati keadaan].",
    "[who:Iran] kembali [cue:membantah] [content:terlibat dalam serangan itu], yang gagal.",
    "[who:Ia] [cue:berharap] [content:perundingan segera dimulai].",
    "[content:Jembatan itu aman dilalui kendaraan berat], [cue:kata] [who:kepala dinas].",
    "[content:Proyek air bersih], [cue:kata] [who:Bahuet], [content:berdasar pada dua prinsip].",
    "Namun, [cue:kata] [who:dia], [content:petugas tetap disiagakan sampai malam].",
    "[cue:Menurut] [who:Kapolres Malang, AKBP Budi Santosa], [content:kasus itu dilimpahkan].",
    "[cue:Menurut] [who:dia] [content:harga beras sudah turun].",
    "[content:Air sudah surut sejak subuh tadi], [cue:menurut] [who:Badan Meteorologi].",
    "[cue:Dikatakan] bahwa [content:tarif baru berlaku bulan depan].",
    "[content:Tuduhan itu] [cue:dibantah] [who:Zeron].",
    "Pengusaha itu [cue:disebut-sebut] [content:dekat dengan tersangka].",
    "[cue:Pernyataan] berulang [who:AS] bahwa [content:Iran berada di balik serangan itu].",
    "[who:Polisi] [cue:menyatakan] [content:tiga orang dicari] dan mengajak warga untuk membantu.",
]
# Cited outlets, nouns that report, passives with their agent, `jika`, `agar`, explained subjects.
SENTENCES += [
    "[cue:Dilansir] dari [who:kabarku.id], Selasa, 5 Mei 2024, [content:harga beras akan naik].",
    "[content:Rudal itu ditembakkan dari laut], seperti [cue:dilansir] [who:Kabar Negeri], Senin.",
    "Pasalnya, [cue:melansir] [who:Kabar Negeri], [content:polisi siap mengejar para pelanggar].",
    "Dari [cue:keterangan] [who:dua saksi], [content:mobil itu melaju kencang sebelum menabrak].",
    "Berdasarkan [cue:data] [who:BMKG], [content:gempa itu tidak berpotensi tsunami].",
    "[cue:Diakui] [who:Rudi], [content:dukungan warga masih kurang].",
    "Meski demikian, [cue:ditambahkan] [who:Rudi], [content:petugas sudah disiagakan].",
    "Putusan itu [cue:dinilai] [content:aneh dan janggal] oleh [who:para pengamat].",
    "Langkah itu [cue:disebut] [who:pemerintah Rusia] [content:menciderai hubungan kedua negara].",
    "Tanah itu [cue:disebut] [content:menguasai sebagian besar kawasan].",
    "[who:Rina] [cue:mengungkap] kalau [content:anaknya masih suka bingung].",
    "[who:Dia] [cue:berpesan] agar [content:pengemudi mengutamakan keselamatan].",
    "[who:Kabar Negeri] [cue:menulis], [content:perundingan itu buntu].",
    "[who:Rina Hartati], juru bicara perusahaan itu, [cue:mengatakan] [content:gudang itu kosong].",
    "[who:Rina] yang memimpin rapat Komisi Energi [cue:menilai] [content:dananya tidak cukup].",
    "[who:Lima orang] menandatangani surat yang [cue:meminta] warga untuk [content:mengungsi].",
    "Lima orang menerima [who:surat] yang [cue:meminta] warga untuk [content:mengungsi].",
    "Wajah Rudi membuat [who:warga] [cue:yakin] [content:hal itu hanya lelucon].",
]
# Two words, stances, documents, the object's voice, subjects of the verb before, brackets.
SENTENCES += [
    "[who:Ia] [cue:memberi tahu] ibunya bahwa [content:kapal itu sudah berlabuh].",
    "[who:Ia] juga tidak [cue:setuju] jika [content:penyidik hanya berasal dari kepolisian].",
    "Sistem itu, yang [who:Rusia] [cue:katakan] [content:tidak berbahaya bagi pesawat sipil].",
    "Namun, dalam [who:[cue:Pasal] 598], [content:setiap pelanggar diancam pidana penjara].",
    "[who:Pasal 5 undang-undang itu] [cue:mengatur] bahwa [content:pemilik diberi tahu].",
    "[cue:Informasi] dari [who:kementerian] bahwa [content:benih itu palsu].",
    "Sehingga, [cue:ujar] [who:dia], [content:Komisi Hukum sebaiknya segera memilih ketua].",
    "[who:Iran] [cue:membantah] [content:terlibat] sekaligus meminta PBB untuk turun tangan.",
    "[content:Gambut itu basah], [cue:kata] [who:Kepala Badan Restorasi (BR) Rina Hartati].",
    "[who:Ia] [cue:mentweet] bahwa [content:sanksi baru akan diumumkan].",
]
# Addressees in commas, questions, what is called so, accusations refused, dates before cues.
SENTENCES += [
    "[who:Ia] [cue:mendesak] Presiden AS, Rudi Hartono, untuk [content:mencabut sanksi itu].",
    "[who:Ia] [cue:bertanya] [content:apakah jalan itu sudah dibuka].",
    "[who:Warga] [cue:percaya] [content:serangan itu dilakukan dari laut].",
    "Ia sebut serangan yang [cue:disebut] [who:Pompeo] sebagai [content:tindakan perang].",
    "[who:Kementerian itu] [cue:menolak] [content:tuduhan AS sebagai tidak berdasar].",
    "[who:Kabar Negeri] [cue:melansir] [content:masih ada ratusan titik api di pulau itu].",
    "[who:Rina], 10 September 2019 [cue:mengatakan] [content:gudang itu kosong].",
    "[who:Rina Hartati] ketika tampil di Berlin [cue:mengatakan] [content:gudang itu kosong].",
    "[cue:Kata] [who:Rina], [content:Rudi berpesan agar anaknya rajin].",
    "Serangan itu, yang [cue:menurut] [who:Iran] [content:dilakukan pemberontak].",
]
# Texts that tell something, another subject behind `namun`, joined threats, lists of those asked.
SENTENCES += [
    "[who:Data kepolisian] [cue:menunjukkan] [content:kecelakaan di jalan itu menurun].",
    "[who:Rina] [cue:mengaku] [content:menerima uang itu], namun Rudi menyimpannya.",
    "[who:Kelompok itu] [cue:mengaku] [content:bersalah] dan mengancam akan mogok lagi.",
    "[content:Salah satu sebabnya], [cue:kata] [who:Rudi], [content:Rina tidak hadir rapat].",
    "[who:Rina] [cue:mengimbau] warga, pedagang, dan sopir untuk [content:mematikan mesin].",
    "[who:Desa itu] [cue:menolak] keras [content:tuduhan bahwa dananya hilang].",
    "[who:Rina] [cue:mengatakan], [content:gudang PT. Maju Jaya itu kosong sejak lama].",
]
SENTENCES += [
    "Dalam [who:naskah itu] [cue:disebutkan] bahwa [content:pasukan akan ditarik].",
    "Warga [cue:diminta] [content:menjauhi pantai sampai malam].",
    "[who:Mereka] [cue:khawatir] [content:akan terjadi banjir lagi].",
    "[who:Dinas itu] [cue:mencatat] [content:banjir merendam dua ratus rumah].",
    "Untuk itu [who:ia] [cue:berharap] [content:perundingan segera dimulai].",
]
SILENT = [
    "Angka di atas seratus mengindikasikan udara kotor.",
    "Saksi itu diminta keterangan oleh penyidik.",
    "Ketua panitia menyampaikan laporan kepada rektor.",
    "Video itu menunjukkan kemampuan mereka.",
    "Rina mengecam serangan itu.",
    "Dilansir dari Kabar Negeri, berikut lima cara menghemat air.",
    "Pengesahan aturan itu dinilai terlalu cepat.",
    "Toko itu disebut sebagai yang terbesar.",
    "Mereka bekerja keras demi menjamin keselamatan penumpang.",
    "Ia tidak mengatakan bahwa jalan itu ditutup.",
    "Warga meminta uang senilai Rp11 juta.",
    "Mantan menteri itu meminta maaf karena terlambat.",
    "Warga melaporkan pencurian itu kepada polisi.",
    "Kata kunci akun itu bocor.",
    "Ia menolak mengatakan siapa pelakunya.",
    "Dalam Pasal 5 ada dua ayat.",
    "Anak itu percaya diri menghadapi ujian.",
    "Bupati menolak tawaran perusahaan itu.",
    "Mobil yang warga beli itu rusak.",
]


def reports(text: str) -> list[Report]:
    """The reports of a text that has no direct quotations."""
    found: list[Report] = []
    for sentence in find_sentences(text):
        found += find_reports(sentence, lambda _: False, None)
    return found


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_frame_finds_content_and_speaker(marked: str) -> None:
    text, marks = unmark(marked)
    report = reports(text)[0]
    speaker = (subject_before if report.before else name_after)(report.side)
    wanted = {label: [(m.start, m.stop) for m in marks if m.label == label] for label in
              ("content", "cue", "who")}  # fmt: skip
    assert [(c.start, c.stop) for c in report.content] == wanted["content"]
    assert [(report.cue.start, report.cue.stop)] == wanted["cue"]
    if report.rule != "hearsay":
        assert ([(speaker.start, speaker.stop)] if speaker else []) == wanted["who"]


@pytest.mark.parametrize("text", SILENT)
def test_a_cue_in_another_sense_reports_nothing(text: str) -> None:
    assert reports(text) == []


def test_a_denied_accusation_is_no_statement_of_its_own() -> None:
    (report,) = reports("Rina menampik tuduhan yang menyebut ia menerima uang itu.")
    assert report.entry.certainty == "denied"


def test_a_passive_takes_the_sentence_before_as_its_content() -> None:
    text = "Pelabuhan itu ditutup. Hal itu disampaikan Menteri Perhubungan."
    first, second = find_sentences(text)
    before = Span(first.start, first.stop)
    (report,) = find_reports(second, lambda _: False, before)
    assert report.content == (before,)
    speaker = name_after(report.side)
    assert speaker is not None
    assert text[speaker.start : speaker.stop] == "Menteri Perhubungan"


def test_every_entry_of_the_codebook_shows_its_form_in_its_example() -> None:
    for form, cue in load_reporting_cues().items():
        assert any(f in cue.example.lower() for f in cue.forms), form


@given(
    st.lists(
        st.sampled_from(
            [*sorted(load_reporting_cues()), *sorted(load_function_words()["that"]), "Budi", "ia",
             "naik", ",", ".", "\n\n", '"', "“", "(", ")", "Hal itu", "yang", "dan", "11"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_spans_lie_in_the_text_and_pieces_in_order(words: list[str]) -> None:
    text = " ".join(words)
    for report in reports(text):
        ends = [(0, 0), *((c.start, c.stop) for c in report.content)]
        assert all(a < b <= len(text) for a, b in ends[1:])
        assert all(one[1] <= two[0] for one, two in pairwise(ends))
        assert text[report.cue.start : report.cue.stop].strip()
