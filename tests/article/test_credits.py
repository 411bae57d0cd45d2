"""Whom an article credits: agencies, outlets and documents; never itself, never a photographer."""

from __future__ import annotations

import pytest

from marks import unmark
from sumber.article import article_from_record
from sumber.article.credit_rules import CREDIT_RULES, CreditRule
from sumber.records import Part, PartKind

CREDITED = [
    # a known name with a cue before it
    "Rudal itu jatuh di laut, seperti dilansir [source=Reuters:Reuters], Kamis (12/9).",
    "Hal itu dikutip dari laman [source=The Guardian:The Guardian], Sabtu.",
    "Dia menolak berkomentar, lapor kantor berita Rusia [source=TASS:Tass].",
    "Menurut [source=KCNA:KCNA], uji coba berlangsung lancar.",
    "Menurut laporan [source=CNN:CNN], dua orang ditahan.",
    "Mengutip [source=Antara:Antara], harga cabai naik dua kali lipat.",
    "Gempa itu merusak sekolah, sebagaimana diberitakan [source=Al Jazeera:Aljazeera].",
    "Dikutip dari [source=Reuters:reuters.com], Senin, perundingan ditunda.",
    "Menurut laporan [source=Gulf News:Gulf News], harga emas turun.",
    # told to it
    "Perundingan gagal, kata seorang pejabat kepada [source=Reuters:Reuters].",
    'Seorang diplomat mengatakan kepada kantor berita [source=AFP:AFP], "Kami siap."',
    "“Kami menunggu,” ujar Siti saat berbincang dengan [source=Warta Kota:Warta Kota].",
    "Kepada [source=CNN:CNN], Senin, menteri itu berharap perang tidak pecah.",
    "Penelusuran [source=Reuters:Reuters] menunjukkan uang itu mengalir ke luar negeri.",
    # a cue after it
    "Kantor berita Iran, [source=IRNA:IRNA], juga melaporkan bahwa visa itu ditolak.",
    "[source=KCNA:KCNA] melaporkan bahwa rudal itu mencapai sasaran.",
    "[source=SITE Intelligence Group:SITE Intelligence Group] pada Rabu menyebut itu asli.",
    "Kantor berita [source=Antara:Antara] memberitakan banjir itu pagi ini.",
    "Kantor berita Palestina [source=WAFA:WAFA] melaporkan 40 korban.",
    # names that the registry lacks
    "Cuaca buruk, seperti dilansir [source=Radio Selandia Baru:Radio Selandia Baru], Rabu.",
    "Surat kabar [source=Kabar Negeri:Kabar Negeri] melaporkan dua orang ditahan.",
    "Berdasarkan data [source=Badan Pusat Statistik:Badan Pusat Statistik], inflasi naik.",
    "Jadwal itu dikutip dari laman resmi [source=PSSI:PSSI], Jumat.",
    "Sanksi itu tercantum dalam [source=laman resmi KPI:laman resmi KPI] sejak Jumat.",
    "Kapal itu karam, sebagaimana dilaporkan [source=Suara Negeri:Suara Negeri], Senin.",
    "Kapal itu karam, menurut laporan [source=televisi Suriah:televisi Suriah], Senin.",
    "Kapal itu karam, kata juru bicara kelompok itu di [source=Al Negeri TV:Al Negeri TV].",
    "Kapal itu karam, papar laporan [source=Bank Pembangunan Negeri:Bank Pembangunan Negeri].",
    "Berdasarkan data [source=Bloomberg:Bloomberg] Selasa (10/9/2019), rupiah menguat.",
    "Sopir didenda menurut [source=UU Nomor 22 Tahun 2009:UU Nomor 22 Tahun 2009] itu.",
    "Ribuan warga ikut, menurut [source=kabarnegeri.net.au:kabarnegeri.net.au], Senin.",
    "Data [source=Reuters:Reuters] menunjukkan harga minyak naik.",
    "Biayanya rendah berdasarkan [source=dokumen perusahaan:dokumen perusahaan] itu.",
    "Ia berbicara dalam wawancara dengan [source=Radio Suara Negeri:Radio Suara Negeri].",
    "Uang itu hilang, kata seorang sumber kepada media [source=Kabar Barat:Kabar Barat].",
    "Menurut penelitian dari [source=Universitas Negeri:Universitas Negeri], tidur itu perlu.",
    "Kapal itu karam, menurut [source=media pemerintah Suriah:media pemerintah Suriah].",
    "[source=Media lokal setempat:Media lokal setempat] melaporkan kapal itu karam.",
    "Perang mereda, kata menteri itu kepada surat kabar [source=al-Negeri:al-Negeri].",
    "Laporan [source=Lembaga Negeri:Lembaga Negeri] sebelumnya mengindikasikan hal itu.",
    "Jumlahnya naik, seperti dilansir perusahaan riset pasar [source=Negeri Data:Negeri Data].",
    "Menurut [source=Negeri Institute:Negeri Institute], harga beras akan turun.",
    # documents and posts
    "Sebuah [source=dokumen pengadilan:dokumen pengadilan] menunjukkan rumah itu disita.",
    "“Kami menolak,” papar pernyataan [source=Kemlu Suriah:Kemlu Suriah] pada Jumat.",
    "Dalam sebuah pernyataan yang dirilis [source=Gedung Putih:Gedung Putih], ia berduka.",
    "Dalam [source=gugatan:gugatan] itu disebut dananya tidak pernah sampai.",
    "“Kami menolak,” demikian kutipan [source=surat Serikat Tani:surat Serikat Tani].",
    "[source=Kementerian Desa:Kementerian Desa] dalam keterangannya menyebut dananya cair.",
    "Menurut [source=surat dakwaan:surat dakwaan], uang itu diterima dua kali.",
    "Ia meminta maaf melalui unggahan di akun [source=Instagram:Instagram] miliknya.",
    "Melalui [source=keterangan resmi:keterangan resmi] yang diterima redaksi, ia membantah.",
    "“Kami siap,” ujar Siti dalam [source=keterangan tertulisnya:keterangan tertulisnya], Senin.",
    "Ia pamit, kata Siti melalui [source=surat elektronik:surat elektronik] kepada pegawai.",
    "“Hujan deras,” tulis akun resmi di akun [source=instagram:instagram] milik kecamatan.",
    "Ia menulisnya di halaman [source=Facebook:Facebook]-nya, Senin.",
    # the end of the text
    "Banjir surut.\n\nSumber: [source=Antara:antara]",
    "Banjir surut.\n\n([source=Antara:Antara])",
    "Banjir surut. ([source=Antara:Antara])",
    "Banjir surut.\n\nSITI AMINAH | [source=Reuters:REUTERS]",
    "Banjir surut.\n\n[source=Haaretz:HAARETZ.COM] SITI AMINAH",
    "Banjir surut.\n\nArtikel ini telah tayang di [source=Kompas.com:Kompas.com] dengan judul A",
    "Jakarta ([source=Antara:ANTARA]) - Banjir di Kampung Melayu surut.",
    # once each
    "[source=AFP:AFP] melaporkan hujan lebat. Seorang warga mengeluh kepada AFP.",
]  # fmt: skip

UNCREDITED = [
    "Wartawan Reuters ditahan polisi di Yangon.",  # a part of the news itself
    "Hubungan antara kedua negara memburuk, kata Wahyu.",  # the word, not the agency
    "Ia tiba di Kantor Berita Antara untuk menghadiri pameran foto.",
    "Katanya kepada Pikiran Harian, hidup harus sabar.",
    "“Kami siap,” kata Siti kepada Tempo, Senin.",  # the outlet itself
    "Seperti dilansir Tempo.co, Selasa, ia menolak.",
    "Banjir itu dilansir Kamis (12/9) lalu.",
    "Ia kerap membagikan fotonya di akun Instagram.",
    "Tagar itu ramai di media sosial Twitter.",
    "Ini tindak lanjut dari laporan Pemkot Garut kepada polisi.",
    "Laporan media Amerika itu muncul setelah ia berpidato.",
    "Bandara itu dijuluki bintang laut oleh media Cina.",
    "Ia berbicara kepada awak media di Gedung Putih.",
    "Warga mengutip Kartini dalam pidatonya.",
    "Hal ini dinyatakan dalam siaran pers yang dilaporkan oleh Tempo.",
    "Foto: Reuters/Budi Santoso\n\nBanjir surut di Jakarta Timur, kata warga.",
    "Baca juga: Reuters Melaporkan Kerugian Besar\n\nBanjir surut, kata warga.",
]


@pytest.mark.parametrize("marked", CREDITED)
def test_a_source_is_credited_at_its_first_mention(marked: str) -> None:
    text, marks = unmark(marked)
    article = article_from_record({"text": text, "outlet": "Radar Jabar"}, source="-")
    found = [(c.source, c.start, c.stop) for c in article.credits]
    assert found == [(m.note, m.start, m.stop) for m in marks]


@pytest.mark.parametrize("text", UNCREDITED)
def test_what_is_no_source_is_not_credited(text: str) -> None:
    assert article_from_record({"text": text, "outlet": "Tempo"}, source="-").credits == ()


@pytest.mark.parametrize("rule", CREDIT_RULES, ids=lambda rule: rule.name)
def test_every_rule_finds_something_in_its_example(rule: CreditRule) -> None:
    kinds: tuple[PartKind, ...] = ("body", "credit")
    assert any([*rule.find(rule.example, Part(kind, 0, len(rule.example)))] for kind in kinds)
    assert not rule.needs or any(word in rule.example.lower() for word in rule.needs)
