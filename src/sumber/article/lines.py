"""A text's lines, and the rules that tell from a line alone which part of the page it is.

In: text. Out: `Line`s (trimmed, with offsets) and, for each, the kind that the first fitting rule
of `LINE_RULES` gives. A rule holds anywhere, or only in the head (before the story begins) or the
tail (after it ends). Used by `anatomy`. The words are in `lexicon/data/page.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sumber.lexicon.lists import any_of
from sumber.lexicon.outlets import outlet_by_name
from sumber.lexicon.pages import load_page_patterns
from sumber.records import PartKind

Place = Literal["anywhere", "head", "tail"]

PAGE = load_page_patterns()
LONGEST_LABEL = 200  # characters; a longer line is a sentence, whatever it begins with
LONGEST_CAPTION = 350
RAW_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

LEAD = rf"(?:{any_of(PAGE.related_leads)}\b|{any_of(PAGE.related_colon_leads)}\s*(?=[:：]))"
RELATED = re.compile(rf"[\W_]{{0,4}}(?i:{LEAD})\s*(?P<colon>[:：]?)[\s\-–—>»|]*(?P<title>.*)")
BOILERPLATE_LABEL = re.compile(
    rf"[\s#>•·|*-]{{0,3}}{any_of(PAGE.boilerplate_labels)}(?:\s*[:：]|[\s\d.…»>|]*$)", re.IGNORECASE
)
BOILERPLATE_LEAD = re.compile(rf"\W{{0,3}}{any_of(PAGE.boilerplate_leads)}(?!\w)", re.IGNORECASE)
BOILERPLATE_PLACE = re.compile(rf"\b{any_of(PAGE.boilerplate_places)}\b", re.IGNORECASE)
BOILERPLATE_ANYWHERE = re.compile(any_of(PAGE.boilerplate_anywhere), re.IGNORECASE)
RIGHTS = re.compile(r"(?i)\W{0,3}(?:copyright|hak cipta|dilarang (?:keras )?mengambil)|^\s*©")
CAPTION_LABEL = re.compile(
    rf"\W{{0,3}}{any_of(PAGE.caption_leads)}\s*(?:/[\w .]{{2,40}})?[:：]\s*\S", re.IGNORECASE
)
CAPTION_LEAD = re.compile(rf"\W{{0,3}}{any_of(PAGE.caption_leads)}\b", re.IGNORECASE)
CAPTION_CREDIT = re.compile(
    rf"(?:[(\[][^()\[\]]{{0,80}}\b{any_of(PAGE.caption_credits)}\b[^()\[\]]{{0,80}}[)\]]"
    rf"|[-–—/|]\s*{any_of(PAGE.caption_credits)})[.\s]*$",
    re.IGNORECASE,
)
CREDIT_LABEL = re.compile(
    rf"\W{{0,3}}(?P<label>{any_of(PAGE.credit_labels)})(?:\s+\w+)?\s*[:：]\s*(?P<names>\S.*)",
    re.IGNORECASE,
)
CARRIED = re.compile(any_of(PAGE.credit_carried), re.IGNORECASE)
REPORT_OF = re.compile(r"\W{0,3}Laporan\s+(?:Wartawan|Reporter|Kontributor)\b", re.IGNORECASE)
ALL_CAPITALS = re.compile(r"[A-Z][A-Z0-9 .,'’|/&()-]{2,90}")
INITIALS = r"[a-z]{2,5}(?:\s?[/,.&|-]\s?[a-z]{2,5}){0,4}"
END_MARK = rf"(?:{INITIALS}|(?i:{any_of(PAGE.credit_end_marks)})|\*+)"
END_MARK_LINE = re.compile(rf"\W{{0,2}}[(\[]\s*{END_MARK}\s*[)\]]\W{{0,2}}|[*#=_~\-–—.\s]{{1,40}}")
WIB = r"(?:WIB|WITA|WIT)"
DATE_LINE = re.compile(
    r"(?:\w+\s*[:,|-]\s*)?(?:(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\s*[,/|-]?\s*)?"
    r"\d{1,2}[ /.-](?:\w{3,9}|\d{1,2})[ /.-]\d{4}"
    rf"(?:\s*[,|/@•-]?\s*(?:pukul\s*|jam\s*)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?\s*{WIB}?)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text without the white space around it."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class LineRule:
    """A kind of line: its name, where it may stand, how it is seen, an example."""

    name: str
    kind: PartKind
    place: Place
    fits: Callable[[str], bool]
    example: str


def cut_lines(text: str) -> list[Line]:
    r"""Give the lines that hold more than white space.

    >>> cut_lines("Satu\r\n\n  dua ")
    [Line(start=0, stop=4, text='Satu'), Line(start=9, stop=12, text='dua')]
    """
    lines = []
    for raw in RAW_LINE.finditer(text):
        words = raw[0].strip()
        if words:
            start = raw.start() + raw[0].index(words[0])
            lines.append(Line(start, start + len(words), words))
    return lines


def looks_like_title(words: str) -> bool:
    """True for a headline's look: most long words capitalised, no end of sentence.

    >>> looks_like_title("Harga Beras di Pasar Induk Mulai Turun")
    True
    >>> looks_like_title("Rekan satu tim Wahyu mengakui kekalahan itu.")
    False
    """
    if len(words) > LONGEST_LABEL or words.rstrip()[-1:] in (".", ",", ";", '"', "”"):
        return False
    long_words = [w for w in re.findall(r"[^\W\d_]+", words) if len(w) > 3]
    return len(long_words) >= 2 and sum(w[0].isupper() for w in long_words) >= 0.6 * len(long_words)


def _related(line: str) -> bool:
    found = RELATED.match(line)
    if not found or (line[:1].islower() and not found["colon"]):
        return False
    if found["colon"] or not found["title"].strip(" ,.:"):
        return True
    return found["title"][:1].isupper() and looks_like_title(found["title"])


def _boilerplate_label(line: str) -> bool:
    return len(line) <= LONGEST_LABEL and bool(BOILERPLATE_LABEL.match(line))


def _boilerplate_anywhere(line: str) -> bool:
    return len(line) <= 2 * LONGEST_LABEL and bool(BOILERPLATE_ANYWHERE.search(line))


def _boilerplate_tail(line: str) -> bool:
    if len(line) > 2 * LONGEST_LABEL:
        return False
    lead = BOILERPLATE_LEAD.match(line)
    return bool(RIGHTS.match(line) or (lead and BOILERPLATE_PLACE.search(line, lead.end())))


def _tagged(line: str) -> bool:
    words = line.split()
    return len(line) <= LONGEST_LABEL and all(w[:1] == "#" for w in words)


def _caption_label(line: str) -> bool:
    return len(line) <= LONGEST_CAPTION and bool(CAPTION_LABEL.match(line))


def _caption_head(line: str) -> bool:
    if len(line) > LONGEST_CAPTION or line[:1] in '"“':
        return False
    unfinished = line[-1:] not in '.!?"”'
    return bool(CAPTION_CREDIT.search(line) or (unfinished and CAPTION_LEAD.match(line)))


def _credit_label(line: str) -> bool:
    return len(line) <= LONGEST_LABEL and bool(CREDIT_LABEL.match(line) or REPORT_OF.match(line))


def _carried(line: str) -> bool:
    return len(line) <= 2 * LONGEST_LABEL and bool(CARRIED.match(line))


def _end_mark(line: str) -> bool:
    return bool(END_MARK_LINE.fullmatch(line)) or _named_in_brackets(line)


def _named_in_brackets(line: str) -> bool:
    inner = re.fullmatch(r"\W{0,2}[(\[]([^()\[\]]{2,80})[)\]]\W{0,2}", line)
    return bool(inner and outlet_by_name(re.split(r"[/,&|]", inner[1])[0].strip()))


def _names_in_capitals(line: str) -> bool:
    return bool(ALL_CAPITALS.fullmatch(line)) and not line.isdigit()


def _date_line(line: str) -> bool:
    return len(line) <= 80 and bool(DATE_LINE.fullmatch(line))


LINE_RULES: tuple[LineRule, ...] = (
    LineRule("related link", "related", "anywhere", _related, "BACA JUGA: Harga Beras Turun"),
    LineRule("label", "boilerplate", "anywhere", _boilerplate_label, "Tag: beras, Bulog"),
    LineRule("hash tags", "boilerplate", "anywhere", _tagged, "#beras #bulog"),
    LineRule(
        "invitation", "boilerplate", "anywhere", _boilerplate_anywhere, "Cek Berita di Google News"
    ),
    LineRule(
        "carried from", "credit", "anywhere", _carried, "Artikel ini telah tayang di Kompas.com"
    ),
    LineRule("labelled caption", "caption", "anywhere", _caption_label, "Foto: Gudang beras (Ist)"),
    LineRule("caption", "caption", "head", _caption_head, "Ilustrasi gudang beras-Budi-Freepik"),
    LineRule("byline", "credit", "head", _credit_label, "Reporter: Siti Aminah"),
    LineRule("date line", "boilerplate", "head", _date_line, "Sabtu, 2 November 2024 | 10:30 WIB"),
    LineRule("closing credit", "credit", "tail", _credit_label, "Editor: Budi Santoso"),
    LineRule("closing mark", "credit", "tail", _end_mark, "(ahm/bud)"),
    LineRule("names in capitals", "credit", "tail", _names_in_capitals, "SITI AMINAH | ANTARA"),
    LineRule(
        "closing invitation",
        "boilerplate",
        "tail",
        _boilerplate_tail,
        "Dapatkan update berita pilihan di aplikasi kami.",
    ),
    LineRule("closing date", "boilerplate", "tail", _date_line, "2 November 2024"),
)


def kind_of_line(line: str, *places: Place) -> PartKind | None:
    """The kind that the first rule for one of these places gives; None where no rule fits.

    >>> kind_of_line("Editor: Budi Santoso", "tail")
    'credit'
    """
    return next((r.kind for r in LINE_RULES if r.place in places and r.fits(line)), None)
