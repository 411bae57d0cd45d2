"""Quotations: which quoted stretches somebody is said to have said.

In: a quoted stretch with the attributions found beside it. Out: whether it is one. Scare quotes,
titles, nicknames, slogans and words quoted inside another's sentence are no statements. Rules are
tried in the order of `RULES`; the first that knows decides. Used by `find`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sumber.records import Span
from sumber.statements.attribution import Attribution
from sumber.statements.marks import Quoted

ENDS = frozenset(",.!?…")
MANY = 8  # words; no title or slogan that ends in a full stop is as long
FEW = 3  # words; a sentence that stands alone in marks has more
LETTER = re.compile(r"[^\W_]")
WORDS = re.compile(r"\w[\w'’-]*")
TITLE_WORDS = re.compile(
    r"\b(?:bertajuk|berjudul|judul|bertema|tema|bertemakan|film|lagu|album|single|drama|serial|buku|novel"
    r"|program|acara|tagar|istilah|julukan|sebutan|bernama|nama|dijuluki|slogan|moto|motto|tagline"
    r"|konser|sinetron|tur|bertuliskan|tulisan|episode|segmen|rubrik|kategori|tajuk|lagunya|filmnya"
    r"|frasa)\s*[,:]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quoted stretch and what stands beside it in its paragraph.

    `follows` says that only the attribution of the quotation before stands between the two.
    """

    text: str
    paragraph: Span
    quoted: Quoted
    after: Attribution | None
    before: Attribution | None
    follows: bool = False

    @property
    def words(self) -> int:
        """How many words are quoted, counted up to 12."""
        content = self.quoted.content
        count = 0
        for _ in WORDS.finditer(self.text, content.start, content.stop):
            count += 1
            if count == 12:
                break
        return count

    @property
    def opens_sentence(self) -> bool:
        """Whether the quotation begins its paragraph or a sentence."""
        lead = self.text[
            max(self.paragraph.start, self.quoted.start - 12) : self.quoted.start
        ].rstrip(" \t,")
        return (
            not lead or lead[-1] in ".!?:…\"”“'’)]" or self.quoted.start - self.paragraph.start < 2
        )

    @property
    def capital(self) -> bool:
        """Whether the words begin as a sentence does."""
        first = self.text[self.quoted.content.start]
        return not first.islower()

    @property
    def ends(self) -> bool:
        """Whether a comma or a sentence's end stands at the closing mark, inside or out."""
        content = self.quoted.content
        return self.text[content.stop - 1] in ENDS or self.text[
            self.quoted.stop : self.quoted.stop + 1
        ] in {",", "."}

    @property
    def closes_sentence(self) -> bool:
        """Whether no word of the same sentence follows."""
        rest = self.text[self.quoted.stop : min(self.paragraph.stop, self.quoted.stop + 40)].lstrip(
            " .,)!?"
        )
        return not rest or not rest[0].islower()


Rule = Callable[[Candidate], bool | None]


def is_quotation(candidate: Candidate) -> bool:
    """Whether the stretch is a statement of its own."""
    return next((known for rule in RULES if (known := rule(candidate)) is not None), False)


def _wordless(c: Candidate) -> bool | None:
    """`"…," kata Rina`: marks around nothing that could be said."""
    return None if LETTER.search(c.text, c.quoted.content.start, c.quoted.content.stop) else False


def _titled(c: Candidate) -> bool | None:
    """`film "Malam di Garut"`, `bertajuk "Bersama Kita"`: a title, a name, a slogan."""
    lead = c.text[max(c.paragraph.start, c.quoted.start - 24) : c.quoted.start]
    return False if TITLE_WORDS.search(lead) else None


def _part_of_sentence(c: Candidate) -> bool | None:
    """`mencapai "tingkat yang tidak sehat," ujar Rina`: the outlet's sentence goes on inside."""
    return False if not c.opens_sentence and not c.capital and not _introduced(c) else None


def _second_piece(c: Candidate) -> bool | None:
    """A second piece behind an attribution: `"Air naik," kata Sumarni. "Kami lari."`."""
    return True if c.follows and c.capital and c.ends and c.closes_sentence else None


def _attributed_after(c: Candidate) -> bool | None:
    """A cue right behind: `"Betul," kata Rina.`."""
    if not c.after:
        return None
    if c.opens_sentence or c.before:
        return c.words >= FEW or c.ends or c.capital
    return c.words >= 4 and c.ends


def _attributed_before(c: Candidate) -> bool | None:
    """A cue right before: `Rina mengatakan, "Kami siap."`."""
    if not c.before:
        return None
    if not (c.capital or _introduced(c)):
        return False
    return c.words >= FEW or (c.words >= 2 and c.ends) or (_introduced(c) and c.ends)


def _introduced(c: Candidate) -> bool:
    """A cue and a comma or colon stand right before: `mengatakan, "`."""
    lead = c.text[max(c.paragraph.start, c.quoted.start - 4) : c.quoted.start].rstrip()
    return c.before is not None and lead[-1:] in {",", ":"}


def _whole_sentence(c: Candidate) -> bool | None:
    """A sentence alone in its marks: `"Kami sudah menunggu dua hari."`."""
    if not (c.opens_sentence and c.words > FEW):
        return None
    if c.text[c.quoted.content.start] in ".,;:)" and not c.text.startswith(
        ("..", "…"), c.quoted.content.start
    ):
        return False
    if not c.quoted.closed:
        return c.capital
    if not c.closes_sentence:
        return False
    return c.capital and (c.ends or c.words >= 6)


def _led_in(c: Candidate) -> bool | None:
    """A whole sentence behind a colon or comma: `Alasannya, "Kami belum dibayar sejak Mei."`."""
    lead = c.text[max(c.paragraph.start, c.quoted.start - 4) : c.quoted.start].rstrip()
    last = c.text[c.quoted.content.stop - 1]
    sentence = c.words >= MANY and c.capital and last in ".?!"
    return True if lead[-1:] in {",", ":", ";"} and sentence else None


RULES: Sequence[Rule] = (
    _wordless,
    _titled,
    _part_of_sentence,
    _second_piece,
    _attributed_after,
    _attributed_before,
    _whole_sentence,
    _led_in,
)
