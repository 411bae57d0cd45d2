"""What both kinds of statements share: order, nesting, channels and joint speakers."""

from __future__ import annotations

import datetime as dt

import sumber
from sumber.records import Reading, Statement

DAY = dt.date(2024, 11, 2)


def read(text: str) -> Reading:
    return sumber.read_text(text, published=DAY)


def words(reading: Reading, statement: Statement) -> str:
    text = reading.article.text
    return " … ".join(text[c.start : c.stop] for c in statement.content)


def names(reading: Reading, statement: Statement) -> list[str]:
    by_id = {actor.id: actor.name for actor in reading.actors}
    return [by_id[i] for i in statement.speakers]


def test_direct_and_indirect_stand_in_the_order_of_the_text() -> None:
    reading = read(
        'Gubernur Ratna Dewi mengatakan jalan itu dibuka besok. "Kami sudah siap," katanya.'
    )
    assert [(s.id, s.kind, words(reading, s)) for s in reading.statements] == [
        ("s1", "indirect", "jalan itu dibuka besok"),
        ("s2", "direct", "Kami sudah siap,"),
    ]
    assert [names(reading, s) for s in reading.statements] == [["Ratna Dewi"], ["Ratna Dewi"]]


def test_a_cue_behind_dan_has_the_subject_of_the_verb_before_it() -> None:
    reading = read(
        "Presiden Rudi Hartono hadir. Iran menolaknya dan memperingatkan AS soal perang."
    )
    assert [names(reading, s) for s in reading.statements] == [["Iran"]]


def test_a_cue_behind_dan_and_a_phrase_has_the_speaker_before() -> None:
    reading = read(
        "Zarif memperingatkan Trump agar tidak terseret ke dalam perang di Timur Tengah dan "
        "mengatakan akan membalas."
    )
    assert reading.statements[-1].speakers == reading.statements[0].speakers != ()


def test_whoever_a_body_speaks_through_is_the_speaker() -> None:
    reading = read(
        "Rusia melalui Menteri Luar Negeri Sergey Lavrov menyebut perundingan itu gagal."
    )
    assert [names(reading, s) for s in reading.statements] == [["Sergey Lavrov"]]


def test_a_saying_within_a_saying_points_at_the_one_around_it() -> None:
    reading = read(
        "Gubernur Ratna Dewi mengatakan bahwa Bupati Hasan Basri menyatakan sawah itu aman."
    )
    outer, inner = reading.statements
    assert inner.part_of == outer.id
    assert outer.part_of is None
    assert names(reading, inner) == ["Hasan Basri"]


def test_an_agency_after_a_saying_is_its_channel() -> None:
    reading = read(
        "Menteri Luar Negeri Rusia Sergey Lavrov menyampaikan dukungan penuh, menurut KCNA."
    )
    (statement,) = reading.statements
    assert names(reading, statement) == ["Sergey Lavrov"]
    assert statement.via == ("KCNA",)


def test_a_sentence_that_points_back_tells_the_channel_of_the_one_before() -> None:
    reading = read(
        "Polisi menyatakan dua orang hilang. Hal ini disiarkan dalam laporan yang dikutip Antara."
    )
    assert reading.statements[0].via == ("Antara",)


def test_a_credit_line_is_the_channel_of_what_names_none() -> None:
    reading = read(
        "Gubernur Ratna Dewi mengatakan jalan itu dibuka besok.\n\n"
        "Warga Desa Sukamaju, seperti dikutip Reuters, mengatakan jalan itu rusak.\n\n"
        "Sumber: antara"
    )
    assert [s.via for s in reading.statements] == [("Antara",), ("Reuters",)]


def test_joined_subjects_speak_together() -> None:
    reading = read("Korea Utara dan Rusia menyatakan latihan itu memicu ketegangan.")
    assert names(reading, reading.statements[0]) == ["Korea Utara", "Rusia"]


def test_a_denial_is_marked_as_one() -> None:
    reading = read("Menteri Energi Rina Hartati membantah menerima uang itu.")
    assert reading.statements[0].certainty == "denied"


def test_a_saying_behind_a_comma_goes_on_with_its_speaker() -> None:
    reading = read(
        "Gubernur Ratna Dewi menegaskan bahwa jalan itu ditutup, menambahkan bahwa bus tetap jalan."
    )
    assert [(words(reading, s), names(reading, s)) for s in reading.statements] == [
        ("jalan itu ditutup", ["Ratna Dewi"]),
        ("bus tetap jalan", ["Ratna Dewi"]),
    ]


def test_a_cue_that_goes_on_means_who_spoke_last_and_no_newcomer() -> None:
    reading = read(
        '"Korban selamat," kata Kapolsek Rudi Hartawan.\n\n'
        "Sedangkan Briptu Budi Santoso sempat pingsan karena kedinginan.\n\n"
        '"Motifnya masih kami selidiki," pungkasnya.'
    )
    assert names(reading, reading.statements[-1]) == ["Rudi Hartawan"]


def test_who_is_quoted_within_a_saying_does_not_come_to_the_front() -> None:
    reading = read(
        "Rektor Ratna Dewi mengatakan Bupati Hasan Basri menyatakan siap membantu warga. "
        "Ia mengatakan kampus itu dibuka lagi besok."
    )
    assert names(reading, reading.statements[-1]) == ["Ratna Dewi"]


def test_a_bare_noun_is_not_the_person_in_front() -> None:
    reading = read(
        "Gubernur Ratna Dewi mengatakan jalan itu aman. "
        "Dalam sidang itu, jaksa menyebut izinnya terbit tanpa rapat."
    )
    first, second = reading.statements
    assert names(reading, first) == ["Ratna Dewi"]
    assert "Ratna Dewi" not in names(reading, second)


def test_joint_speakers_of_a_quotation_are_all_named() -> None:
    reading = read(
        "Menteri Energi Rina Hartati dan Gubernur Rudi Hartawan bertemu di Garut.\n\n"
        '"Kami sepakat," kata Rina Hartati dan Rudi Hartawan.'
    )
    assert names(reading, reading.statements[-1]) == ["Rina Hartati", "Rudi Hartawan"]


def test_a_cited_outlet_is_a_channel_where_somebody_else_speaks() -> None:
    reading = read("Dilansir dari Reuters, Menteri Rina Hartati mengatakan stok beras cukup.")
    (statement,) = reading.statements
    assert (names(reading, statement), statement.via) == (["Rina Hartati"], ("Reuters",))


def test_a_name_in_a_description_is_not_who_speaks() -> None:
    reading = read(
        '"Kami sudah siap," kata Rina Hartati di Garut.\n\n'
        '"Besok kami berangkat," imbuh istri Rudi Hartawan tersebut.'
    )
    assert names(reading, reading.statements[-1]) == ["Rina Hartati"]


def test_those_who_were_told_of_last_are_they() -> None:
    reading = read(
        "Pemerintah Kabupaten Garut menyatakan harga pupuk tetap. Ratusan petani berkumpul di "
        "kantor bupati. Mereka menyatakan harga itu terlalu tinggi."
    )
    assert names(reading, reading.statements[-1]) == ["ratusan petani"]


def test_those_who_are_only_spoken_of_are_not_they() -> None:
    reading = read(
        "Pemerintah Kabupaten Garut menyatakan bahwa ratusan petani merugi. Mereka menyatakan "
        "harga pupuk akan turun."
    )
    assert names(reading, reading.statements[-1]) == ["Pemerintah Kabupaten Garut"]
