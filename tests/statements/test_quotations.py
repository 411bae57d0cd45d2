"""Quotations: found in every layout, with cue and speaker; what is no quotation is left alone."""

from __future__ import annotations

import pytest

from marks import Mark, unmark
from parses import parse
from sumber.actors import find_actors
from sumber.records import Actor, Article, Part, Span, Statement
from sumber.statements import find_statements

# Text with its statements marked, and the names of their speakers; a nested mark is no matter.
LAYOUTS = {
    "attributed-after": (
        (
            '"[content:Jalan itu dibuka besok,]" [cue:kata] Kepala Dinas Perhubungan '
            "[speaker:Rudi Hartawan] di Garut, Senin (2/9/2024)."
        ),
        ["Rudi Hartawan"],
    ),
    "a-paper-speaks": (
        '"[content:Stok beras cukup,]" [cue:papar] pernyataan resmi [speaker:Kementerian Energi].',
        ["Kementerian Energi"],
    ),
    "curly": ("“[content:Stok beras cukup,]” [cue:ujar] [speaker:Rina Hartati].", ["Rina Hartati"]),
    "curly-then-straight": (
        '“[content:Stok beras cukup,]" [cue:ujar] [speaker:Rina Hartati].',
        ["Rina Hartati"],
    ),
    "curly-twice-open": (
        "“[content:Stok beras cukup,]“ [cue:ujar] [speaker:Rina Hartati].",
        ["Rina Hartati"],
    ),
    "single": (
        "'[content:Stok beras cukup,]' [cue:ujar] [speaker:Rina Hartati].",
        ["Rina Hartati"],
    ),
    "doubled-single": (
        "''[content:Stok beras cukup,]'' [cue:ujar] [speaker:Rina Hartati].",
        ["Rina Hartati"],
    ),
    "clitic": (
        (
            "Bupati Garut Rina Hartati mengaku lega.\n\n"
            '"[content:Kami menunggu dua tahun,]" [cue:tutur][speaker:nya].'
        ),
        ["Rina Hartati"],
    ),
    "pronoun": (
        (
            'Menurut Bupati Garut Rina Hartati, jalan rusak. "[content:Kami menunggu dana,]" '
            "[cue:kata] [speaker:dia]."
        ),
        ["Rina Hartati"],
    ),
    "colon": (
        'Rudi Hartawan [cue:mengatakan]: "[content:Kami tidak akan mundur dari perkara ini.]"',
        ["Rudi Hartawan"],
    ),
    "comma-before": (
        'Menurut [speaker:Rudi Hartawan], "[content:Kami tidak akan mundur dari perkara ini.]"',
        ["Rudi Hartawan"],
    ),
    "name-and-colon": (
        'Begini jawaban mereka.\n\nMenteri Rina Hartati: "[content:Kami siap.]"',
        ["Rina Hartati"],
    ),
    "split": (
        (
            '"[content:Air naik pukul dua pagi,]" [cue:kata] [speaker:Sumarni]. '
            '"[content:Kami lari ke bukit.]"'
        ),
        ["Sumarni"],
    ),
    "two-speakers": (
        (
            '"[content:Kapan dibuka?]" [cue:tanya] [speaker:Rina]. "[content:Besok,]" [cue:jawab] '
            "[speaker:Rudi]."
        ),
        ["Rina", "Rudi"],
    ),
    "inner-quotation": (
        '"[content:Dia bilang "jangan pulang" lalu menutup pintu,]" [cue:kata] [speaker:Sumarni].',
        ["Sumarni"],
    ),
    "closing-missing": (
        '"[content:Kami menunggu sejak pagi,] kata Sumarni kepada petugas.',
        None,
    ),
    "closing-in-next-paragraph": (
        (
            'Sekretaris Dewan Deni Hermawan hadir.\n\n"[content:Sudah ada 50 persen anggota]\n\n" '
            "tandasnya."
        ),
        ["Deni Hermawan"],
    ),
    "marks-repeated": (
        (
            'PM Ardan Malik meminta maaf.\n\n"[content:Saya bertanggung jawab atas itu.]\n\n'
            '"[content:Saya seharusnya bertindak lebih baik.]"'
        ),
        ["Ardan Malik", "Ardan Malik"],
    ),
    "no-marks-in-middle": (
        (
            '"[content:Kami mulai pada bulan Mei.]\n\n[content:Lalu hujan datang terus.]\n\n'
            '[content:Baru sekarang selesai,]" [cue:kata] [speaker:Rudi Hartawan].'
        ),
        ["Rudi Hartawan", "Rudi Hartawan", "Rudi Hartawan"],
    ),
    "told-before": (
        'Hal itu disampaikan Rina Hartati. "[content:Kami sudah membayar semua tagihan.]"',
        ["Rina Hartati"],
    ),
    "office": (
        (
            "Menteri Rina Hartati menemui Gubernur Rudi Hartawan. Kata Rudi, harga naik.\n\n"
            '"[content:Stoknya cukup sampai akhir tahun,]" [cue:kata] [speaker:menteri itu].'
        ),
        ["Rina Hartati"],
    ),
    "unnamed": (
        '"[content:Air naik cepat sekali,]" [cue:kata] [speaker:seorang warga].',
        ["seorang warga"],
    ),
    "body": (
        (
            '"[content:Kami tidak menempatkan rudal di sana,]" [cue:kata] [speaker:Kementerian '
            "Pertahanan Rusia]."
        ),
        ["Kementerian Pertahanan Rusia"],
    ),
    "torn-off-mark-and-more": (
        (
            'Bupati Rina Hartati hadir.\n\n"[content:Sudah ada dua (2) orang]\n\n" [cue:kata] '
            '[speaker:Rina]. "[content:Sisanya menyusul.]"'
        ),
        None,
    ),
    "mark-glued-to-cue": (
        '"[content:Hujan turun semalaman di sana,] ”[cue:kata] [speaker:Rudi Hartawan].',
        ["Rudi Hartawan"],
    ),
    "slip-in-cue": (
        (
            "Menurut Rudi Hartawan, jalan rusak.\n\n"
            '"[content:Kami sudah melapor dua kali,]" [cue:uja][speaker:nya].'
        ),
        ["Rudi Hartawan"],
    ),
    "unlisted-cue": (
        (
            "Menurut Rudi Hartawan, jalan rusak.\n\n"
            '"[content:Kami sudah melapor dua kali,]" [cue:berondong] [speaker:Rudi].'
        ),
        ["Rudi Hartawan"],
    ),
    "pronoun-then-cue": (
        (
            "Menurut Rudi Hartawan, jalan rusak.\n\n"
            '"[content:Kami sudah melapor dua kali,]" [speaker:ia] [cue:menambahkan].'
        ),
        ["Rudi Hartawan"],
    ),
    "channel-alone": (
        (
            "Bank Indonesia menahan bunga. Gubernur Rina Hartati menjelaskan alasannya.\n\n"
            '"[content:Arus modal masuk tetap tinggi,]" seperti dikutip dari keterangan tertulis.'
        ),
        ["Rina Hartati"],
    ),
    "document": (
        (
            '"[content:Kedua pihak sepakat melanjutkan dialog,]" [cue:tulis] pernyataan dari '
            "[speaker:KCNA]."
        ),
        ["KCNA"],
    ),
    "colon-without-cue": (
        (
            'Rudi Hartawan diam. Alasannya, "[content:Kami belum dibayar sejak bulan Mei yang '
            'lalu.]"'
        ),
        None,
    ),
    "lost-link": (
        (
            '"[content:Sepatu yang salah melukai kaki,]" [cue:kata] , dan pendiri komunitas '
            "sungai, [speaker:Rudi Hartawan]."
        ),
        ["Rudi Hartawan"],
    ),
    "relative-clause": (
        (
            "Gia menerima telepon dari [speaker:seorang lelaki Vietnam] yang [cue:mengatakan] "
            '"[content:Tolong bersabar, jalan masih jauh,]" katanya menirukan.'
        ),
        ["seorang lelaki Vietnam"],
    ),
}

NO_QUOTATIONS = {
    "nickname": 'Gembong narkoba Joaquin "El Pancho" Ruiz ditangkap.',
    "scare": 'Mereka menyebut serangan itu "kejahatan perang" di depan sidang.',
    "title": 'Rina membintangi film "Malam Panjang di Garut Selatan," kata Rudi.',
    "programme": 'Acara bertajuk "Bersama Kita Bisa Maju" itu ramai.',
    "part-of-sentence": 'Udara mencapai "tingkat yang sangat tidak sehat," ujar Rina Hartati.',
    "apostrophes": "Ma'ruf pergi pada Jum'at untuk belajar Al-Qur'an di Ka'bah.",
    "inches": 'Layar 6" dan 5" dijual terpisah di toko itu.',
    "hashtag": 'Tagar "gadis biru" ramai di dunia maya.',
    "nothing": '"" kata Rina. " " ujar Rudi.',
}


def read(text: str, *parts: Part) -> tuple[dict[str, Actor], tuple[Statement, ...]]:
    article = Article("1", None, None, None, None, None, (), "id", text, parts)
    actors = find_actors(article, parse(text))
    quotations = [s for s in find_statements(article, actors) if s.kind == "direct"]
    return {actor.id: actor for actor in actors}, tuple(quotations)


def spans(marks: list[Mark], label: str) -> list[Span]:
    return sorted(
        (Span(m.start, m.stop) for m in marks if m.label == label), key=lambda span: span.start
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    """The pieces are the words between the marks, and the right actor speaks."""
    marked, speakers = LAYOUTS[name]
    text, marks = unmark(marked)
    actors, found = read(text)
    pieces = [piece for statement in found for piece in statement.content]
    assert [text[p.start : p.stop] for p in pieces] == [
        text[m.start : m.stop] for m in spans(marks, "content")
    ]
    if speakers is not None:
        assert [actors[i].name for s in found for i in s.speakers] == speakers


@pytest.mark.parametrize(
    "name", [name for name, (marked, _) in LAYOUTS.items() if "[speaker:" in marked]
)
def test_cue_and_speaker_are_the_words_beside_the_quotation(name: str) -> None:
    """The cue is without the clitic; the clitic itself, three characters, may be the speaker."""
    text, marks = unmark(LAYOUTS[name][0])
    _, found = read(text)
    told = [s for s in found if s.speaker]
    assert spans(marks, "speaker")[0] in {s.speaker for s in told}
    if cues := spans(marks, "cue"):
        assert cues[0] in {s.cue for s in told}


@pytest.mark.parametrize("name", NO_QUOTATIONS)
def test_what_nobody_said_is_no_statement(name: str) -> None:
    assert read(NO_QUOTATIONS[name])[1] == ()


def test_split_quotation_is_one_statement_with_two_pieces() -> None:
    """The guidelines: one continuous act of saying under one cue."""
    _, found = read('"Air naik," kata Sumarni. "Kami lari."')
    assert [len(statement.content) for statement in found] == [2]


def test_a_sentence_of_the_outlet_parts_two_statements() -> None:
    _, found = read(
        '"Air naik," kata Sumarni. Ia tinggal di tepi sungai. "Kami lari ke bukit itu."'
    )
    assert [len(statement.content) for statement in found] == [1, 1]


def test_unclosed_mark_does_not_swallow_the_article() -> None:
    """The bound is the paragraph."""
    text = '"Kami menunggu.\n\nHujan turun.\n\nJalan rusak.\n\nBupati pulang.'
    _, found = read(text)
    assert [text[s.content[0].start : s.content[0].stop] for s in found] == []
    text = '"Kami menunggu dua hari di sini.\n\nHujan turun.\n\n"Kami pulang," kata Sumarni.'
    _, found = read(text)
    assert [text[s.content[0].start : s.content[0].stop] for s in found] == [
        "Kami menunggu dua hari di sini.",
        "Kami pulang,",
    ]


def test_related_links_and_boilerplate_are_not_read() -> None:
    text = 'Baca juga: "Kami siap mundur," kata Rudi Hartawan\n"Kami siap," kata Rina Hartati.'
    line = text.index("\n")
    parts = Part("related", 0, line), Part("body", line + 1, len(text))
    _, found = read(text, *parts)
    assert [text[s.content[0].start : s.content[0].stop] for s in found] == ["Kami siap,"]


def test_pronoun_means_whoever_spoke_last_not_the_last_name() -> None:
    text = (
        "Ketua Komisi Rudi Hartawan mengatakan sidang ditunda. Sidang itu dihadiri Bupati Rina "
        'Hartati.\n\n"Kami tunggu pekan depan," katanya.'
    )
    actors, found = read(text)
    assert [actors[i].name for i in found[0].speakers] == ["Rudi Hartawan"]


@pytest.mark.parametrize(
    ("words", "via"),
    [
        ("kata Rina Hartati kepada AFP.", ("AFP",)),
        ("kata Rina Hartati seperti dikutip dari Reuters, Senin.", ("Reuters",)),
        ("kata Rina Hartati kepada AFP, seperti dilansir Antara.", ("Antara", "AFP")),
        ("kata Rina Hartati kepada wartawan.", ()),
    ],
)
def test_via_names_the_channels_of_this_statement(words: str, via: tuple[str, ...]) -> None:
    """Nearest to the outlet first, under the registry's usual names."""
    _, found = read(f'"Kami siap membantu," {words}')
    assert found[0].via == via


def test_own_outlet_is_no_channel() -> None:
    text = '"Kami siap membantu," kata Rina Hartati kepada Tempo.'
    article = Article("1", None, "Tempo", None, None, None, (), "id", text)
    assert find_statements(article, find_actors(article, parse(text)))[0].via == ()
