"""The rules that find credits, in one list, an example sentence beside each.

In: a text and one of its parts. Out: the `Credit`s that each rule sees there; a source can come
more than once. Used by `credits`, which orders them; the patterns are those of `credit_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sumber.article.credit_forms import (
    ADDRESS,
    AGENCY_SAYS,
    BROADCAST,
    BROADCASTER,
    CHANNEL,
    CUE_AFTER,
    CUE_BEFORE,
    CUES,
    DOCUMENT,
    FINDINGS,
    FOREIGN,
    IDLE,
    ISSUED,
    LAW,
    LIKE_MEDIUM,
    MEDIA_TELL,
    MEDIA_TOLD,
    MEDIUM,
    OFFICIAL,
    PASSED_ON,
    PLACE_ONLY,
    POINTED,
    POSTED,
    POSTED_ON,
    POSTING,
    PUBLISHED,
    QUOTED,
    REPORTING,
    SAID,
    SAID_ON,
    SHOWING,
    SHOWN,
    STATED,
    STATEMENT_OF,
    STUDIED,
    THINK_TANK,
    TOLD,
    TOLD_FIRST,
    USUAL_PLATFORM,
)
from sumber.article.credit_lines import find_address, find_closing, find_sources
from sumber.article.mentions import find_outlets
from sumber.lexicon.countries import country_by_name
from sumber.records import Credit, Part

SPOKESMAN = re.compile(
    r"(?i:juru bicara|jubir|menteri|kepala|direktur|ketua|sekretaris|duta besar)\s$"
)
SPOKESMAN_LOOK = 16  # characters
BEFORE, AFTER = 110, 60  # characters beside a name in which its cue can stand


@dataclass(frozen=True, slots=True)
class CreditRule:
    """A way to name a source: its name, the function that finds it, an example sentence.

    It is tried only on texts that hold one of the words in `needs`, in lower case; always where
    `needs` is empty. That halves the time of this room.
    """

    name: str
    find: Callable[[str, Part], Iterator[Credit]]
    example: str
    needs: tuple[str, ...] = ()


def _registered(text: str, part: Part) -> Iterator[Credit]:
    found: set[str] = set()
    for outlet, start, stop in find_outlets(text, part.start, part.stop):
        if outlet.name in found:
            continue
        before = text[max(part.start, start - BEFORE) : start]
        after = text[stop : min(part.stop, stop + AFTER)]
        common = outlet.common and not re.search(r"[ .]", text[start:stop])
        says = outlet.kind in ("agency", "monitor") and not common and AGENCY_SAYS.match(after)
        if part.kind == "dateline" or says or _is_cued(before, after, common=common):
            found.add(outlet.name)
            yield Credit(outlet.name, start, stop)


def _is_cued(before: str, after: str, *, common: bool) -> bool:
    if CUE_BEFORE.search(before) or TOLD_FIRST.search(before):
        return True
    if TOLD.search(before) and SAID.search(before + after):
        return True
    return bool(CUE_AFTER.match(after)) and (not common or bool(CHANNEL.search(before)))


def _named_by(
    form: re.Pattern[str], *, places: bool = False
) -> Callable[[str, Part], Iterator[Credit]]:
    """The finder of names that the registry lacks, for one form of naming them.

    Places and countries are no sources, unless the form says so (`televisi Suriah`).
    """

    def find(text: str, part: Part) -> Iterator[Credit]:
        for found in form.finditer(text, part.start, part.stop) if part.kind == "body" else ():
            start = found.start("name")
            if SPOKESMAN.search(text, max(part.start, start - SPOKESMAN_LOOK), start):
                continue
            name = found["name"].rstrip(".'’-")
            known = next(find_outlets(text, start, start + len(name)), None)
            place = PLACE_ONLY.fullmatch(name) or country_by_name(name)
            if known is None and (places or not place):
                yield Credit(name, start, start + len(name))

    return find


def _unnamed(form: re.Pattern[str]) -> Callable[[str, Part], Iterator[Credit]]:
    """The finder of media named only by their country, or as those of the place."""

    def find(text: str, part: Part) -> Iterator[Credit]:
        for found in form.finditer(text, part.start, part.stop) if part.kind == "body" else ():
            country = found["country"]
            if country is None or PLACE_ONLY.fullmatch(country) or country_by_name(country):
                yield Credit(found["name"], *found.span("name"))

    return find


def _posted(text: str, part: Part) -> Iterator[Credit]:
    for found in POSTED.finditer(text, part.start, part.stop) if part.kind == "body" else ():
        before = text[max(part.start, found.start() - BEFORE) : found.start()]
        if IDLE.search(before) or PASSED_ON.match(text, found.end(), part.stop):
            continue
        if POSTED_ON.search(found[0]) or found["through"] or POSTING.search(before):
            yield Credit(USUAL_PLATFORM.get(found["name"], found["name"]), *found.span("name"))


def _document(text: str, part: Part) -> Iterator[Credit]:
    for found in DOCUMENT.finditer(text, part.start, part.stop) if part.kind == "body" else ():
        yield Credit(found["name"], *found.span("name"))


CREDIT_RULES: tuple[CreditRule, ...] = (
    CreditRule("source line", find_sources, "Sumber: antara"),
    CreditRule("closing name", find_closing, "(Antara)"),
    CreditRule("closing address", find_address, "ANCIENT-ORIGINS.NET | SITI AMINAH"),
    CreditRule("known name with a cue", _registered, "kata pejabat itu kepada Reuters"),
    CreditRule(
        "unknown name after a strong cue",
        _named_by(FOREIGN),
        "seperti dilansir Radio Selandia Baru",
        CUES.foreign_verbs,
    ),
    CreditRule(
        "unknown name behind seperti",
        _named_by(POINTED),
        "sebagaimana dilaporkan Kabar Negeri",
        CUES.foreign_pointed,
    ),
    CreditRule(
        "site by its address",
        _named_by(ADDRESS),
        "menurut kabarnegeri.co.id, 5 Mei 2024",
        (".com", ".id", ".net", ".org", ".au", ".uk", ".tv", ".news"),
    ),
    CreditRule(
        "broadcaster without a name",
        _named_by(BROADCAST, places=True),
        "laporan televisi Suriah",
        ("televisi", "radio"),
    ),
    CreditRule(
        "broadcaster without a name that reports",
        _named_by(BROADCASTER, places=True),
        "Televisi pemerintah Suriah melaporkan",
        ("televisi", "radio"),
    ),
    CreditRule(
        "media without a name",
        _unnamed(MEDIA_TOLD),
        "menurut media pemerintah Suriah",
        ("media", "kantor berita", "surat kabar", "koran"),
    ),
    CreditRule(
        "media without a name that report",
        _unnamed(MEDIA_TELL),
        "Media lokal melaporkan dua orang ditahan",
        ("media", "kantor berita", "surat kabar", "koran"),
    ),
    CreditRule(
        "broadcaster on which it was said",
        _named_by(SAID_ON),
        "kata juru bicara kelompok itu di Al Negeri TV",
        (" tv", " radio"),
    ),
    CreditRule(
        "law or draft by title",
        _named_by(LAW),
        "menurut Undang-Undang Nomor 22 Tahun 2009",
        tuple(name.lower() for name in (*CUES.law_drafts, *CUES.law_numbered)),
    ),
    CreditRule(
        "official site of a body",
        _named_by(OFFICIAL),
        "tercantum dalam laman resmi Komisi Negeri",
        ("resmi",),
    ),
    CreditRule(
        "unknown outlet that reports",
        _named_by(REPORTING),
        "Surat kabar Kabar Negeri melaporkan",
        CUES.told_channels,
    ),
    CreditRule(
        "findings of a body",
        _named_by(FINDINGS),
        "berdasarkan data Badan Pusat Statistik",
        CUES.document_findings,
    ),
    CreditRule(
        "journal or place of publication",
        _named_by(PUBLISHED),
        "studi yang dipublikasikan dalam Jurnal Gizi Negeri",
        CUES.document_published,
    ),
    CreditRule(
        "findings that show",
        _named_by(SHOWN),
        "Laporan Bank Negeri menyebut kemiskinan turun",
        CUES.document_findings,
    ),
    CreditRule(
        "name behind a noun for media",
        _named_by(MEDIUM),
        "wawancara dengan radio Suara Negeri",
        CUES.medium_nouns,
    ),
    CreditRule(
        "name that only media have",
        _named_by(LIKE_MEDIUM),
        "kata juru bicara itu kepada Suara Negeri TV",
        tuple(word.lower() for word in CUES.medium_last),
    ),
    CreditRule(
        "study by a body",
        _named_by(STUDIED),
        "penelitian yang dilakukan Universitas Negeri",
        CUES.document_studies,
    ),
    CreditRule(
        "document that states",
        _named_by(STATED),
        "dalam gugatan itu disebut bahwa dananya hilang",
        tuple(name.lower() for name in CUES.document_stated_names),
    ),
    CreditRule(
        "statement of a body",
        _named_by(STATEMENT_OF),
        "Kementerian Negeri dalam keterangannya menyebut",
        CUES.document_issued,
    ),
    CreditRule(
        "statement that a body issued",
        _named_by(ISSUED),
        "papar pernyataan Kemlu Negeri",
        ("pernyataan", "siaran pers", "rilis"),
    ),
    CreditRule(
        "think tank by its name",
        _named_by(THINK_TANK),
        "menurut Negeri Institute",
        tuple(word.lower() for word in CUES.document_think_tanks),
    ),
    CreditRule(
        "document that shows",
        _named_by(SHOWING),
        "Sebuah dokumen pengadilan menunjukkan aset itu disita",
        CUES.document_names,
    ),
    CreditRule(
        "document that is quoted",
        _named_by(QUOTED),
        "demikian kutipan surat Serikat Tani",
        CUES.document_quoted_names,
    ),
    CreditRule(
        "posted on a platform",
        _posted,
        "tulisnya melalui akun Instagram miliknya",
        tuple({name.lower() for name in CUES.posted_platforms}),
    ),
    CreditRule(
        "document",
        _document,
        "Menurut surat dakwaan, uang itu diterima bertahap.",
        (
            "surat",
            "berkas",
            "siaran",
            "keterangan",
            "pernyataan",
            "rilis",
            "akun",
            "laporan",
            "release",
            "dokumen",
        ),
    ),
)
