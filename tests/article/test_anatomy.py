"""Parts of plain texts: ordered, never overlapping, holding every character but white space."""

from __future__ import annotations

import datetime as dt
import json
from gzip import open as open_gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marks import unmark
from sumber.article import article_from_record, article_from_text
from sumber.article.datelines import read_dateline
from sumber.article.decoding import VISIBLE
from sumber.article.lines import LINE_RULES, kind_of_line
from sumber.records import Article

# Each text between lines of dashes, headed by what is hard in it.
TEXTS = """
headline twice, caption, dateline, links on own lines, source
-----
[headline:Harga Beras Turun di Pasar Guntur]

[headline:Harga Beras Turun di Pasar Guntur]

[caption:Ilustrasi beras medium-Wirestock-Freepik]

[dateline:RADAR JABAR -] [body:Harga beras turun.]

[body:"Syukurlah," kata Siti.]

[related:BACA JUGA:Panen Raya Dimulai di Karawang]

[body:Warga senang.]

[credit:Sumber: antara]
-----
byline and date on top, initials and invitation below
-----
[headline:Jembatan Ambruk di Lebak]
[credit:Reporter: Siti Aminah]
[boilerplate:Sabtu, 2 November 2024 | 10:30 WIB]
[dateline:LEBAK -] [body:Jembatan itu ambruk.]
[credit:(ahm/bud)]
[credit:Editor: Budi Santoso]
[boilerplate:Ikuti kami di Google News]
[boilerplate:Tag: jembatan, Lebak]
-----
marks within a line: a link in brackets, a mark at the end
-----
[headline:Kapal Karam di Selat Sunda]

[body:Kapal itu karam.] [related:(Baca juga: Ombak Tinggi Diprakirakan)] [body:Semua selamat.]

[body:Penumpang dibawa ke Merak.] [credit:(adv)]
-----
a lost line break glues the story to the title
-----
[headline:Rapat Ditunda]

[related:Baca juga: Menteri Batal Datang,,][body:Rapat ditunda sampai Senin, kata panitia.]
-----
a lead without title, a title on its own line, the story again
-----
[headline:Rapat Ditunda]

[body:Rapat itu ditunda.]

[related:Baca juga:]

[related:Menteri Keuangan Batal Datang ke Bandung]

[body:Rekan satu tim mengakui hal itu.]
-----
no headline: the first line is a sentence
-----
[body:Rapat itu ditunda sampai Senin.]

[body:Begitu kata panitia.]
-----
the wrapped lines of a paragraph are one part
-----
[headline:Rapat Ditunda]

[body:Rapat itu ditunda
sampai Senin, kata panitia.]

[body:Mereka setuju.]
-----
an em dash without spaces, a question as headline, names in capitals
-----
[headline:Menteri Mundur?]

[dateline:Bisnis.com, JAKARTA—][body:Menteri itu tidak mundur.]

[credit:SITI AMINAH | ANTARA]
""".strip("\n").split("\n-----\n")


@pytest.mark.parametrize("marked", TEXTS[1::2], ids=TEXTS[::2])
def test_parts_of_plain_texts(marked: str) -> None:
    text, marks = unmark(marked)
    article = article_from_text(text, source="-")
    assert [(p.kind, p.start, p.stop) for p in article.parts] == [
        (m.label, m.start, m.stop) for m in marks
    ]


@pytest.mark.parametrize(
    ("line", "size", "place", "outlet"),
    [
        ("JAKARTA, KOMPAS.com - Harga", 22, "Jakarta", "Kompas.com"),
        ("Jakarta (ANTARA) - Harga", 19, "Jakarta", "Antara"),
        ("TEMPO.CO, Jakarta - Harga", 20, "Jakarta", "Tempo"),
        ("TEMPO.CO, Labuan Bajo – Harga", 24, "Labuan Bajo", "Tempo"),
        ("RADAR JABAR - Harga", 14, None, "Radar Jabar"),
        ("Liputan6.com, Jakarta - Harga", 24, "Jakarta", "Liputan6.com"),
        ("JAKARTA - Harga", 10, "Jakarta", None),
        ("REPUBLIKA.CO.ID, JAKARTA -- Harga", 28, "Jakarta", "Republika"),
        ("Bisnis.com, JAKARTA — Harga", 22, "Jakarta", "Bisnis.com"),
        ("Bisnis.com, JAKARTA—Harga", 20, "Jakarta", "Bisnis.com"),
        ("Merdeka.com - Harga", 14, None, "Merdeka.com"),
        ("VIVA – Harga", 7, None, "VIVA"),
        ("SuaraJakarta.id - Harga", 18, None, "SuaraJakarta.id"),
        ("Suara.com - Harga", 12, None, "Suara.com"),
        ("Jakarta, CNN Indonesia -- Harga", 26, "Jakarta", "CNN Indonesia"),
        ("KBRN, Jakarta: Harga", 15, "Jakarta", "RRI"),
        ("Bandung - Harga", 10, "Bandung", None),
        ("KOTA BANDUNG – Harga", 15, "Kota Bandung", None),
        ("Kabarbaru.com, Ende - Harga", 22, "Ende", "Kabarbaru.com"),
    ],
)
def test_datelines(line: str, size: int, place: str | None, outlet: str | None) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert (dateline.size, dateline.place, dateline.outlet) == (size, place, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "Indonesia - Bulgaria sepakat bekerja sama.",
        "Hasil lengkap - lihat tabel.",
        "Kompas.com melaporkan banjir.",
        "KPK menahan tersangka - kata juru bicara.",
        "Presiden - yang baru tiba - menolak.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Simak juga beragam paparan menarik lainnya mengenai kota ini.",
        "Lihat saja bagaimana warga mengantre sejak pagi.",
        "Foto itu beredar luas di media sosial.",
        "Tagar itu menjadi topik yang ramai dibicarakan di Twitter.",
        "Komentar warga beragam.",
        "Editor majalah itu, Siti Aminah, mengundurkan diri.",
        '"Ikuti saja aturannya," kata Wahyu.',
        "Halaman rumah itu penuh lumpur.",
    ],
)
def test_sentences_that_begin_like_something_else_are_body(line: str) -> None:
    assert kind_of_line(line, "anywhere", "tail") is None


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.name)
def test_every_rule_sees_its_example(rule: object) -> None:
    assert rule.fits(rule.example)  # type: ignore[attr-defined]


def check(article: Article) -> None:
    """The invariants of every article."""
    at = 0
    for part in article.parts:
        assert at <= part.start < part.stop
        assert not article.text[at : part.start].strip()
        at = part.stop
    assert not article.text[at:].strip()
    for related in article.related:
        assert article.text[related.start : related.stop] == related.title
    for credit in article.credits:
        assert article.text[credit.start : credit.stop].strip()
    assert len({c.source for c in article.credits}) == len(article.credits)


PIECES = st.sampled_from(
    [
        *("Baca juga:", "(Baca juga: Harga Turun)", "Sumber: antara", "JAKARTA -", "Editor: Budi"),
        *("kata Siti kepada Reuters.", "seperti dilansir", "Foto: Ist", "TEMPO.CO, Jakarta -"),
        *("(ahm)", ",,", "loading...", "#Tag with FIMELA", "Harga Beras Naik Lagi", "“Ya,”"),
        *("\n", "\r\n\n", " ", "\u00a0", "\u2028", "\u200f", "\x07"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), min_size=1, max_size=12).map("".join))
def test_parts_hold_any_text(text: str) -> None:
    if VISIBLE.search(text):
        article = article_from_text(text, source="-")
        assert article.text == text
        check(article)
        check(article_from_record({"text": text, "headline": text[:20]}, source="-"))


def test_a_record_keeps_what_it_says() -> None:
    record = {
        "id": "x1",
        "url": "https://www.tempo.co/a",
        "headline": "Rapat",
        "published": "Sabtu, 2 November 2024 | 10:30 WIB",
        "authors": ["Redaksi", "Siti Aminah"],
        "text": "TEMPO.CO, Ende - Ya.",
    }
    article = article_from_record(record, source="-", published=dt.date(2020, 1, 1))
    assert (article.id, article.outlet, article.dateline) == ("x1", "Tempo", "Ende")
    assert (article.published, article.authors) == ("2024-11-02T10:30+07:00", ("Siti Aminah",))


def test_the_same_text_has_the_same_id() -> None:
    one, two = (article_from_text("Rapat ditunda.", source=s, published=None) for s in ("a", "b"))
    assert one.id == two.id
    assert len(one.id) == 12
    assert article_from_text("Rapat batal.", source="a").id != one.id


@pytest.mark.corpora
def test_the_article_that_started_it_all(shared: Path) -> None:
    text = (shared / "corpora/seed/korut-rusia-2024-11-02.txt").read_bytes().decode()
    article = article_from_text(text, source="seed")
    check(article)
    assert (article.outlet, article.language) == ("Radar Jabar", "id")
    assert article.headline == text.split("\n")[0]
    assert [c.source for c in article.credits] == ["KCNA", "Antara"]
    assert len(article.related) == 4
    assert [text[p.start : p.stop] for p in article.parts if p.kind == "caption"] == [
        text.split("\n")[4]
    ]


@pytest.mark.corpora
def test_real_texts_are_never_changed(shared: Path) -> None:
    with open_gzip(shared / "corpora/click-id/click-id.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 60 == 0:
                record = json.loads(line)
                article = article_from_record(record, source="-")
                assert article.text == record["text"]
                check(article)
