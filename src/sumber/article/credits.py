"""Credits: every agency, outlet or document that an article names as where it got its facts.

In: a text with its parts, and the outlet whose article it is. Out: `Credit`s in the order of the
text, each source once, at its first mention. A name from the registry counts when words beside it
say that facts came from there (`seperti dilansir Reuters`, `KCNA melaporkan`); a name that the
registry lacks, or a document, needs a stronger cue. The outlet itself never counts. Measured on
the gold's `credits` (docs/pages.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sumber.article.lines import CARRIED, CREDIT_LABEL
from sumber.article.mentions import DOMAIN, find_outlets
from sumber.lexicon.countries import country_by_name
from sumber.lexicon.credit_cues import load_credit_cues
from sumber.lexicon.lists import any_of
from sumber.lexicon.outlets import outlet_by_domain, outlet_by_name
from sumber.lexicon.pages import load_page_patterns
from sumber.records import Credit, Part

BEFORE, AFTER = 110, 60  # characters beside a name in which its cue can stand

CUES = load_credit_cues()
BETWEEN = rf"(?:\s+{any_of(CUES.taken_between)}(?:nya)?,?)*"
OPENING = r"[\s:\"“'‘(]*$"
CUE_BEFORE = re.compile(rf"\b(?i:{any_of(CUES.taken_before)}){BETWEEN}{OPENING}")
CUE_AFTER = re.compile(
    r"[\"”'’)]*\s*(?:,?\s*\([^()]{1,40}\)\s*,?)?\s*(?:yang\s+)?"
    rf"(?:(?:{any_of(CUES.taken_amid)}|[A-Z]\w+|\(\d+/\d+\))\s*,?\s*){{0,4}}{any_of(CUES.taken_after)}\b"
)
TOLD = re.compile(rf"\b{any_of(CUES.told_to)}(?:\s+{any_of(CUES.told_between)})*[\s\"“'‘(]*$")
SAID = re.compile(rf"(?i)[\"”’]|\b{any_of(CUES.told_said)}(?:nya)?\b|\b{any_of(CUES.told_saying)}")
CHANNEL = re.compile(rf"\b(?i:{any_of(CUES.told_channels)})(?:\s+(?:\w+\s+){{0,3}})?[\s(]*$")

# Names that the registry lacks, and documents: the cue says that what follows is a source.
CAPITALISED = rf"(?!{any_of(CUES.foreign_never)}\b)[A-Z](?:[\w&'’-]|\.(?=\w))*"
FOREIGN = re.compile(
    rf"\b(?:(?i:{any_of(CUES.foreign_verbs)}(?:[\s,]+{any_of(CUES.foreign_through)})+|dilansir)"
    r"|(?:^|(?<=[.,\"”)\n]\s)|(?<=\n))(?i:melansir))"
    rf"\s+[\"“]?(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,4}})"
)
PLACE_ONLY = re.compile(rf"(?:\s?{any_of(CUES.taken_between)})+")  # "kantor berita Korea Selatan"
REPORTING = re.compile(
    rf"\b(?i:{any_of(CUES.told_channels)})(?:\s+[a-z]\w+){{0,2}}\s+"
    rf"(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,4}}),?\s+(?:{any_of(CUES.taken_after)})\b"
)
FINDINGS = re.compile(
    r"\b(?:(?i:menurut|berdasarkan|berdasar|mengacu|merujuk|mengutip|melansir|dikutip dari"
    r"|dilansir dari)|Dari)"
    rf"(?:\s+pada)?\s+{any_of(CUES.document_findings)}\s+"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:dan|and|of|for|the)\s)?{CAPITALISED}){{0,6}})"
)
PUBLISHED = re.compile(
    rf"\b{any_of(CUES.document_published)}\s+(?:di|dalam|pada)\s+(?:(?:sebuah\s+)?jurnal\s+)?"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:dan|and|of|for|the)\s)?{CAPITALISED}){{0,6}})"
)
SHOWN = re.compile(
    rf"\b(?i:{any_of(CUES.document_findings)})\s+"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:dan|and|of|for|the)\s)?{CAPITALISED}){{0,6}})"
    rf"(?:\s+\([^()]{{2,40}}\))?(?:\s+(?:pada\s+)?\d{{4}})?,?\s+{any_of(CUES.document_show)}\b"
)
DOCUMENT = re.compile(
    rf"\b(?i:{any_of(CUES.document_cues)})\s+(?:sebuah\s+)?(?P<name>{any_of(CUES.document_names)}"
    r"|akun resmi\s+(?:\w+\s+){0,2}[A-Z]\w+"
    rf"|{any_of(CUES.document_written)}(?=(?:nya)?\b(?!\s+yang\s+{any_of(CUES.foreign_verbs)}))"
    rf"|{any_of(CUES.document_own)}(?=nya\b)"
    rf"|{any_of(CUES.document_received)}(?=(?:nya)?\s+(?:\w+\s+)?(?:yang\s+)?diterima\b))"
)
NAMED = rf"(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,4}})"
MEDIUM = re.compile(
    rf"\b(?i:{any_of(CUES.medium_to)})\s+(?:wartawan\s+|organisasi\s+)?{any_of(CUES.medium_nouns)}"
    rf"(?:\s+(?!(?:di|ke|pada|dan|yang|saat|ketika|usai|sosial|massa)\b)[a-z]\w+)?"
    rf"(?:\s+{any_of(CUES.taken_between)},)?\s+[\"“]?{NAMED}"
)
LIKE_MEDIUM = re.compile(
    rf"\b(?i:{any_of(CUES.medium_to)})\s+[\"“]?"
    rf"(?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,3}}\s{any_of(CUES.medium_last)}\b"
    rf"|{any_of(CUES.medium_first)}(?:\s{CAPITALISED}){{1,3}})"
)
STATEMENT_OF = re.compile(
    rf"(?P<name>\b{any_of(CUES.document_issuers)}(?:\s{CAPITALISED}){{0,4}}),?\s+"
    rf"(?:dalam|melalui|lewat)\s+(?:sebuah\s+|suatu\s+)?{any_of(CUES.document_issued)}(?:nya)?\b"
)
STUDIED = re.compile(
    rf"\b(?i:{any_of(CUES.document_studies)})(?:\s+{any_of(CUES.document_studied)}){{1,6}}\s+"
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:dan|and|of|for|the)\s)?{CAPITALISED}){{0,6}})"
)
STATED = re.compile(
    rf"\b(?i:dalam|pada|menurut|berdasarkan|mengutip)\s+(?P<name>{any_of(CUES.document_stated_names)})\b"
    rf"[^.\n]{{0,60}}?\b{any_of(CUES.document_stated)}\b"
)
QUOTED = re.compile(
    rf"\b(?i:{any_of(CUES.document_quoted)})\s+"
    rf"(?P<name>{any_of(CUES.document_quoted_names)}\s+{CAPITALISED}(?:\s{CAPITALISED}){{0,4}})"
)
POSTED = re.compile(
    r"\b(?:(?P<through>(?i:melalui|lewat))|(?i:dalam|di|pada|dari|oleh))\s+"
    rf"(?:{any_of((*CUES.posted_on, *CUES.posted_with))}\s+){{0,7}}"
    rf"(?P<name>{any_of(CUES.posted_platforms)})(?=(?:nya)?\b)"
)
POSTED_ON = re.compile(rf"\b{any_of(CUES.posted_on)}\b")
POSTING = re.compile(rf"\b{any_of(CUES.posted_posting)}[^.\n]*$")
IDLE = re.compile(rf"\b{any_of(CUES.posted_idle)}\b[^.\n]*$")
PASSED_ON = re.compile(rf"[^.\n]{{0,40}}\bseperti {any_of(CUES.foreign_verbs)}\b")
USUAL_PLATFORM = {"Youtube": "YouTube"}


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


def find_credits(text: str, parts: Sequence[Part], *, outlet: str | None) -> tuple[Credit, ...]:
    """Give the sources that a text credits, in the order of the text, each once.

    `outlet` is the article's own: it, or a name of it, is nobody's source.
    """
    lower = text.lower()
    rules = [r for r in CREDIT_RULES if not r.needs or any(word in lower for word in r.needs)]
    found: list[Credit] = []
    for part in parts:
        if part.kind in ("body", "dateline", "credit"):
            for rule in rules:
                found += rule.find(text, part)
    return tuple(_once(found, outlet))


def _once(found: Sequence[Credit], outlet: str | None) -> Iterator[Credit]:
    seen = {_key(outlet)} if outlet else set()
    reach = 0
    for credit in sorted(found, key=lambda c: (c.start, -c.stop)):
        if _key(credit.source) in seen or credit.start < reach:
            reach = max(reach, credit.stop)
            continue
        seen.add(_key(credit.source))
        reach = max(reach, credit.stop)
        yield credit


def _key(source: str) -> str:
    known = outlet_by_name(source)
    return known.name if known else source.casefold()


def _registered(text: str, part: Part) -> Iterator[Credit]:
    found: set[str] = set()
    for outlet, start, stop in find_outlets(text, part.start, part.stop):
        if outlet.name in found:
            continue
        before = text[max(part.start, start - BEFORE) : start]
        after = text[stop : min(part.stop, stop + AFTER)]
        common = outlet.common and not re.search(r"[ .]", text[start:stop])
        if part.kind == "dateline" or _is_cued(before, after, common=common):
            found.add(outlet.name)
            yield Credit(outlet.name, start, stop)


def _is_cued(before: str, after: str, *, common: bool) -> bool:
    if CUE_BEFORE.search(before) or (TOLD.search(before) and SAID.search(before + after)):
        return True
    return bool(CUE_AFTER.match(after)) and (not common or bool(CHANNEL.search(before)))


def _named_by(form: re.Pattern[str]) -> Callable[[str, Part], Iterator[Credit]]:
    """The finder of names that the registry lacks, for one form of naming them."""

    def find(text: str, part: Part) -> Iterator[Credit]:
        for found in form.finditer(text, part.start, part.stop) if part.kind == "body" else ():
            start = found.start("name")
            name = found["name"].rstrip(".'’-")
            known = next(find_outlets(text, start, start + len(name)), None)
            place = PLACE_ONLY.fullmatch(name) or country_by_name(name)
            if known is None and not place:
                yield Credit(name, start, start + len(name))

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


def _labelled(text: str, part: Part) -> Iterator[Credit]:
    """`Sumber: antara`: whatever stands there is the source."""
    label = CREDIT_LABEL.match(text, part.start, part.stop) if part.kind == "credit" else None
    if label is None or label["label"].casefold() not in load_page_patterns().credit_sources:
        return
    at = label.start("names")
    for piece in re.finditer(r"[^,/&|;]+", text[at : part.stop]):
        words = piece[0].strip(" .()")
        known = outlet_by_name(words)
        if words and any(c.isalpha() for c in words):
            start = at + piece.start() + piece[0].index(words)
            yield Credit(known.name if known else words, start, start + len(words))


def _closing(text: str, part: Part) -> Iterator[Credit]:
    """`(Antara)`, `REUTERS | SITI AMINAH`, `Artikel ini telah tayang di Kompas.com`."""
    if part.kind != "credit" or CREDIT_LABEL.match(text, part.start, part.stop):
        return
    line = text[part.start : part.stop]
    for piece in re.finditer(r"[^,/&|;()\[\]]+", line):
        words = piece[0].strip(" .")
        known = outlet_by_name(words)
        if known and (words[:1].isupper() or line.startswith("(")):
            start = part.start + piece.start() + piece[0].index(words)
            yield Credit(known.name, start, start + len(words))
    first = CARRIED.match(line) or re.match("", line)
    after = part.start + (first.end() if first else 0)
    yield from (
        Credit(o.name, *span) for o, *span in islice(find_outlets(text, after, part.stop), 1)
    )


def _domain(text: str, part: Part) -> Iterator[Credit]:
    """A site named by its address as a closing credit: `HAARETZ.COM SITI AMINAH`."""
    if part.kind != "credit":
        return
    for found in DOMAIN.finditer(text, part.start, part.stop):
        if outlet_by_domain(found["name"]) is None:
            yield Credit(found["name"], *found.span("name"))


CREDIT_RULES: tuple[CreditRule, ...] = (
    CreditRule("source line", _labelled, "Sumber: antara"),
    CreditRule("closing name", _closing, "(Antara)"),
    CreditRule("closing address", _domain, "ANCIENT-ORIGINS.NET | SITI AMINAH"),
    CreditRule("known name with a cue", _registered, "kata pejabat itu kepada Reuters"),
    CreditRule(
        "unknown name after a strong cue",
        _named_by(FOREIGN),
        "seperti dilansir Radio Selandia Baru",
        CUES.foreign_verbs,
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
        ),
    ),
)
