"""Golden sentences: every time of a sentence, its stretch and its value."""

from __future__ import annotations

import datetime as dt

import pytest

from marks import unmark
from sumber.dates import find_times
from sumber.records import Span, Time

THURSDAY = dt.date(2019, 9, 12)

# `[time=VALUE:words]`; `!reason` after the value where the date is wrong; hours as `T14.30`;
# `-` where no value is known.
RIGHT = """
Rapat digelar [time=2019-09-11:Rabu (11/9/2019)] di Bandung.
Rapat digelar [time=2019-09-11:Rabu(11/9)] di Bandung.
Rapat digelar [time=2019-09-11:Rabu, (11/9)] di Bandung.
Rapat digelar [time=2019-09-11:Rabu (11/9/ 2019)] di Bandung.
Rapat digelar [time=2019-09-11:Rabu (11/9/2019) petang].
Rapat digelar [time=2019-09-11:Rabu siang (11/9/2019)].
Rapat digelar [time=2019-09-11:Rabu, 11 September 2019].
Rapat digelar [time=2019-09-11:Rabu 11 Sept 2019].
Rapat digelar [time=2019-09-11:RABU, 11 SEPTEMBER 2019].
Rapat digelar [time=2019-09-11:hari Rabu tanggal 11 September 2019].
Rapat digelar [time=2019-09-11:Rabu Pon (11/9/2019)].
Warga berkumpul [time=2019-09-06:Jum'at (6/9)] dan [time=2019-09-06:Jum’at pagi].
Warga berkumpul [time=2019-09-08:Ahad, 8 September 2019].
Kantor tutup [time=2019-09-07:Sabtu-Minggu (7-8/9/2019)].
Kantor tutup [time=2019-09-07:Sabtu dan Minggu, 7-8 September 2019].
Acara [time=2019-09-09:Senin sampai dengan Minggu tanggal 9 hingga 15 September 2019].
"[time=2019-09-11:Kemarin (Rabu 11 September)] kami melapor," kata lurah.
Ketua tiba [time=2019-09-12:malam ini, 12 September 2019], bersama tim.
Ketua tiba [time=2019-09-12:hari ini, Kamis (12/9/2019)], bersama tim.
Bupati datang [time=2019-09-11:kemarin] dan pulang [time=2019-09-12:hari ini].
Bupati datang [time=2019-09-11:kemarin malam], [time=2019-09-12:pagi tadi].
Bupati datang [time=2019-09-11:malam tadi].
Bupati berangkat [time=2019-09-13:besok pagi] atau [time=2019-09-14:lusa].
Sampai [time=2019-09-12:haru ini] bantuan belum tiba.
Ia menelepon pada [time=2019-09-12:hari Kamis].
Ia menelepon pada [time=2019-09-11:Rabu pagi].
Ia menelepon pada [time=2019-09-05:Kamis lalu].
Ia menelepon pada [time=2019-09-02:Senin pekan lalu].
Tim akan bertemu lagi pada [time=2019-09-14:Sabtu].
Tim bertemu lagi [time=2019-09-16:Senin depan].
Menteri akan hadir, kata juru bicara, [time=2019-09-09:Senin].
Banjir terjadi [time=2019-W36:pekan lalu], bukan [time=2019-W35:dua pekan lalu].
Banjir terjadi [time=2019-W36:seminggu yang lalu].
Banjir terjadi [time=2019-09-08:empat hari lalu] dan [time=2016:tiga tahun silam].
Banjir terjadi [time=2018:tahun lalu], [time=2019-08:bulan lalu], dan [time=2019-09:awal bulan ini].
Sidang berikutnya [time=2019-W38:pekan depan] atau [time=2019-W37:akhir pekan ini].
Jalan itu rampung [time=2020:tahun depan].
Lomba dimulai [time=2019-09-14:dua hari lagi].
Ia lahir pada [time=1959-06-09:9 Juni 1959] di Kupang.
Ia pulang [time=2019-08-02:2 Agustus], sebulan setelah pergi.
Ia pulang [time=2019-03-25:25 Maret lalu].
Pelantikan jatuh pada [time=2019-10-20:20 Oktober].
Pelantikan jatuh pada [time=2019-09-30:tanggal 30 bulan ini].
Pameran dibuka [time=2019-09-15:15-16 September 2019] di Solo.
Pameran dibuka [time=2019-09-30:30 September]-[time=2019-10-02:2 Oktober 2019].
Pameran dibuka [time=2018-02-12:12 Februari] hingga [time=2018-03-03:3 Maret 2018].
Pameran dibuka [time=2019-09-18:tanggal 18], kata panitia.
Kapal tiba [time=2018-09:September 2018]. Yang lain tiba [time=2019-08:bulan Agustus].
Kapal tiba [time=2018-01:Januari], [time=2018-02:Februari], dan [time=2018-03:Maret 2018].
Pemilu [time=2018:2018] itu digelar pada [time=2018-09-09:9 September].
Kapal tiba pada [time=2019-12:bulan desember].
Kapal tiba [time=2019-09-13:Jumat esok hari (13/9)].
Kapal tiba [time=2018-05:Mei tahun lalu] atau [time=2019-09:akhir September].
Kapal tiba antara [time=2018-01:Januari] dan [time=2018-03:Maret 2018].
Utang itu lunas [time=1997:tahun 1997] atau [time=2016:2016].
Ia menjabat pada periode [time=2014:2014]-[time=2018:2018].
Dana itu dari [time=2018:Tahun Anggaran 2018].
Laba naik pada [time=2019:kuartal II 2019].
Pabrik berdiri pada [time=2011:2011]; [time=2014:tiga tahun kemudian] ia tutup.
Pada [time=2014-10-29:29 Oktober 2014] ia dituntut, [time=2014-10-28:sehari sebelumnya] ditangkap.
Ia ditahan [time=2019-08-06:6 Agustus]. [time=2019-08-07:Esok harinya] ia bebas.
Ia mundur per [time=2019-09-12:hari ini]. Sidang dibuka [time=2019-W39:dua pekan mendatang].
Ia cuti selama enam bulan mendatang dan pulang dalam dua hari mendatang.
AS keluar pada [time=2019-08-02:2 Agustus], menunda [time=2019-02:enam bulan sebelumnya].
Ekspor pada [time=2018:2018] lebih tinggi dari [time=2017:tahun sebelumnya].
Sejak serangan [time=2001-09-11:11 September] penjagaan diperketat.
Truk terguling [time=2019-09-11T14.30:Rabu (11/9/2019) pukul 14.30 WIB] di tol.
Truk terguling [time=2019-09-12T00.00:Rabu (11/9/2019) pukul 24.00 WIB] di tol.
Truk terguling pada [time=-!impossible:99 Mei 2019]; Pasal 45 Mei [time=2019:2019] dibaca.
Truk terguling [time=2019-09-11T15.00:jam 3 sore pada 11 September].
Truk terguling [time=2019-09-11T12.15:12:15 waktu Hanoi pada hari Rabu].
Truk terguling [time=2019-09-08T22.45:pukul 10.45 pm pada 8 September kemarin].
Truk terguling [time=2019-09-09:Senin (9/9)]; pukul 7 malam api padam.
Truk terguling [time=2019-09-12T17.00:jam 5 sore tadi].
Data diperbarui [time=2019-09-11:2019-09-11], [time=2019-09-10:10-9-2019].
Ia tiba di Polewali ([time=2019-09-10:10/9/2019]).
"""

NONE = """
Rapat selama dua hari dihadiri 2.019 orang berusia 45 tahun.
Ini melanggar Undang-Undang Nomor 30 Tahun 2002 dan UU 11/2008.
Ia tinggal di Pasar Minggu dekat Universitas Sebelas Maret.
Ia kuliah di Institut Teknologi Sepuluh Nopember, Jalan 17 Agustus.
Salat Jumat dihadiri sekitar 2000 jemaah dengan dana Rp 2019 juta.
Kegiatan itu digelar setiap Senin dan Kamis pukul 07.00.
Truk terguling pukul 14.30 WIB; jam 7 malam api padam.
Menurut Theresa May, arus lalu lintas di depan istana lancar.
Beberapa tahun lalu usia candi itu ditaksir 2 juta tahun lalu.
Toko buka 24 jam dan dua minggu penuh, kata Juli kepada Mei.
Tahun demi tahun, hari demi hari, pria 45 tahun ini bekerja.
Dalam rentang waktu 2014-2018 dana mengalir.
Generasi 1990-an belum lahir; skor 2/3 dan 1/4 bagian.
Nomor telepon 0812-2019-2018 dan kode C-2019.
""".strip().splitlines()


def written(time: Time) -> str:
    return (time.value or "-") + (f"!{time.wrong}" if time.wrong else "")


def check(marked: str, anchor: dt.date | None) -> None:
    text, marks = unmark(marked)
    expected = [(text[m.start : m.stop], (m.note or "").replace(".", ":")) for m in marks]
    found = [(text[t.start : t.stop], written(t)) for t in find_times(text, anchor)]
    assert found == sorted(expected, key=lambda pair: text.index(pair[0])) or found == expected


@pytest.mark.parametrize("marked", RIGHT.strip().splitlines())
def test_every_time_of_a_sentence_is_found_with_its_value(marked: str) -> None:
    check(marked, THURSDAY)


@pytest.mark.parametrize("text", NONE)
def test_what_fixes_no_day_is_not_marked(text: str) -> None:
    assert find_times(text, THURSDAY) == ()


WITHOUT_ANCHOR = """
Ia datang [time=-:kemarin] dan lahir [time=1959-06-09:9 Juni 1959].
Ia datang [time=-:Rabu (12/9)], bukan [time=2019-09-11:Rabu, 11 September 2019].
Ia datang pada [time=2018-09:September 2018], [time=2018:2018], atau [time=-:pekan lalu].
""".strip().splitlines()


@pytest.mark.parametrize("marked", WITHOUT_ANCHOR)
def test_without_an_anchor_only_full_dates_have_values(marked: str) -> None:
    check(marked, None)


def test_skipped_stretches_are_not_read() -> None:
    text = "BACA JUGA: Banjir 2018\nIa datang kemarin."
    times = find_times(text, THURSDAY, skip=[Span(0, text.index("\n"))])
    assert [t.text for t in times] == ["kemarin"]


def test_a_date_of_january_speaks_of_last_year() -> None:
    times = find_times("Rapat Senin (31/12) dan Juli lalu.", dt.date(2019, 1, 2))
    assert [t.value for t in times] == ["2018-12-31", "2018-07"]


def test_without_publication_a_named_year_is_taken_where_the_weekday_confirms_it() -> None:
    text = "Sejak 2 Maret 2019 ia menunggu. Selasa (24/9) ia pulang, Rabu (24/9) belum."
    assert [t.value for t in find_times(text, None)] == ["2019-03-02", "2019-09-24", None]
