"""The parts of a page's text: which characters are headline, caption, dateline, body, and so on.

In: a text, with what the page itself says about its lines (for HTML). Out: an `Anatomy`: ordered
parts that never overlap and together hold every character that is not white space, the related
links, and what the head of the text says about outlet, authors and date. The text is never
changed. Used by `texts` and `pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sumber.article.datelines import Dateline, read_dateline
from sumber.article.lines import (
    DATE_LINE,
    END_MARK,
    LEAD,
    RELATED,
    Line,
    cut_lines,
    kind_of_line,
    looks_like_title,
)
from sumber.lexicon.outlets import outlet_by_name
from sumber.records import Part, PartKind, Related

LONGEST_HEADLINE = 220  # characters; the longest of CLICK-ID's 21,901 headlines has 183
INLINE_LEAD = r"(?:B(?i:aca)|S(?i:imak)|L(?i:ihat)|T(?i:onton))(?i:\s+(?:juga|pula|selengkapnya))"
INLINE_RELATED = re.compile(
    rf"[(\[]\s*(?i:{LEAD})\s*[:：]?\s*(?P<inside>[^()\[\]\n]{{0,220}})[)\]]"
    rf"|(?<=[,.!?”\"’)])\s?{INLINE_LEAD}\s*[:：]\s*(?P<open>[^\n]*)"
)
TITLE_END = re.compile(r",,|,(?=[\"“A-Z])")
ENDING = re.compile(
    rf"(?P<mark>[(\[]\s*(?:{END_MARK}|(?P<named>[A-Z][^()\[\]]{{1,60}}))\s*[)\]])?"
    r"(?P<rest>[\s.,]*(?:loading\.\.\.[\s,]*|#\w+ with \w+\W*)?)$"
)
TAIL_WINDOW = 160  # characters at the end of the body in which a closing mark can stand


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page: the characters it stands on and where it leads."""

    start: int
    stop: int
    url: str


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a text is made of. `date_line` is a visible line with the page's date, as printed."""

    parts: tuple[Part, ...]
    related: tuple[Related, ...]
    headline: str | None
    dateline: Dateline | None
    date_line: str | None

    def of_kind(self, kind: PartKind) -> Iterator[Part]:
        """The parts of one kind, in order."""
        return (part for part in self.parts if part.kind == kind)


def find_anatomy(
    text: str,
    *,
    headline: str | None = None,
    guess_headline: bool = False,
    known: Mapping[int, PartKind] | None = None,
    links: Sequence[Link] = (),
) -> Anatomy:
    """Cut a text into its parts.

    `headline` is the one given with the text; `guess_headline` lets the first line be one;
    `known` maps starts of lines to kinds that the page's markup settles.
    """
    lines = cut_lines(text)
    kinds: list[PartKind | None] = [(known or {}).get(line.start) for line in lines]
    title = _mark_headlines(lines, kinds, headline, guess=guess_headline)
    _mark_anywhere(lines, kinds)
    _mark_head(lines, kinds)
    _mark_tail(lines, kinds)
    body = [i for i, kind in enumerate(kinds) if kind in (None, "body")]
    dateline = read_dateline(lines[body[0]].text) if body else None
    parts = _cut(lines, kinds, body, dateline, links)
    date_line = next((ln.text for ln in lines[:8] if DATE_LINE.fullmatch(ln.text[:90])), None)
    related = tuple(_related_titles(text, parts, links, known or {}))
    return Anatomy(tuple(_joined(text, parts)), related, title, dateline, date_line)


def _mark_headlines(
    lines: Sequence[Line], kinds: list[PartKind | None], given: str | None, *, guess: bool
) -> str | None:
    """Mark the first lines that repeat the headline; give the headline."""
    title = given
    if title is None and guess and len(lines) > 1 and _can_be_headline(lines[0].text):
        title = lines[0].text
    for i, line in enumerate(lines[:3]):
        if title is None or _plain(line.text) != _plain(title):
            break
        kinds[i] = "headline"
    return title


def _can_be_headline(line: str) -> bool:
    if len(line) > LONGEST_HEADLINE or line[-1] in ".,;:" or read_dateline(line):
        return False
    return any(c.isalpha() for c in line) and kind_of_line(line, "anywhere", "head") is None


def _plain(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _mark_anywhere(lines: Sequence[Line], kinds: list[PartKind | None]) -> None:
    """Mark what a line alone tells, and the titles under a lead that has none beside it."""
    awaiting = False
    for i, line in enumerate(lines):
        if kinds[i] is None and awaiting and looks_like_title(line.text):
            kinds[i] = "related"
            continue
        if kinds[i] is None:
            kinds[i] = kind_of_line(line.text, "anywhere")
        lead = RELATED.match(line.text) if kinds[i] == "related" else None
        awaiting = bool(lead and not _has_letters(lead["title"]))


def _has_letters(words: str) -> bool:
    return any(c.isalpha() for c in words)


def _mark_head(lines: Sequence[Line], kinds: list[PartKind | None]) -> None:
    for i, line in enumerate(lines[:-1]):
        if kinds[i] is None:
            kinds[i] = kind_of_line(line.text, "head")
        if kinds[i] is None:
            return


def _mark_tail(lines: Sequence[Line], kinds: list[PartKind | None]) -> None:
    for i in range(len(lines) - 1, 0, -1):
        if kinds[i] is None:
            kinds[i] = kind_of_line(lines[i].text, "tail")
        if kinds[i] is None:
            return


def _cut(
    lines: Sequence[Line],
    kinds: Sequence[PartKind | None],
    body: Sequence[int],
    dateline: Dateline | None,
    links: Sequence[Link],
) -> list[Part]:
    """Give the parts of all lines, those inside a line of the body cut out of it."""
    parts: list[Part] = []
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "related":
            parts += _cut_related(line, links)
        elif kind is not None and kind != "body":
            parts.append(Part(kind, line.start, line.stop))
        else:
            head = dateline.size if dateline and i == body[0] else 0
            parts += _cut_body(line, head, links, last=i == body[-1])
    return [p for p in parts if p.start < p.stop]


def _cut_related(line: Line, links: Sequence[Link]) -> Iterator[Part]:
    """A line of links; where a lost line break glued the story to it, the story goes on."""
    lead = RELATED.match(line.text)
    glue = TITLE_END.search(line.text, lead.start("title")) if lead else None
    if (
        not glue
        or _linked(links, line.start, line.stop)
        or not _has_letters(line.text[glue.end() :])
    ):
        yield Part("related", line.start, line.stop)
        return
    yield Part("related", line.start, line.start + glue.end())
    yield Part("body", line.start + glue.end(), line.stop)


def _cut_body(line: Line, head: int, links: Sequence[Link], *, last: bool) -> Iterator[Part]:
    if head:
        yield Part("dateline", line.start, line.start + head)
    stop, rest = _ending(line) if last else (len(line.text), ())
    at = head
    for found in (
        INLINE_RELATED.finditer(line.text, head, stop)
        if ":" in line.text or "(" in line.text
        else ()
    ):
        until = _related_stop(line, found, links)
        yield Part("body", line.start + at, line.start + found.start())
        yield Part("related", line.start + found.start(), line.start + until)
        at = until
    yield Part("body", line.start + at, line.start + stop)
    yield from rest


def _related_stop(line: Line, found: re.Match[str], links: Sequence[Link]) -> int:
    """Where an inline link ends: its bracket, its `<a>`, a lost line break, or the line."""
    if found["open"] is None:
        return found.end()
    inside = _linked(links, line.start + found.start(), line.stop)
    if inside:
        return inside[0].stop - line.start
    glue = TITLE_END.search(line.text, found.start("open"), found.end())
    return glue.end() if glue else found.end()


def _ending(line: Line) -> tuple[int, tuple[Part, ...]]:
    """Where the body ends in its last line, and the marks after that."""
    found = ENDING.search(line.text, max(0, len(line.text) - TAIL_WINDOW))
    if not found:
        return len(line.text), ()
    if found["named"] and not outlet_by_name(re.split(r"[/,&|]", found["named"])[0].strip()):
        return len(line.text), ()
    mark, rest = found.span("mark"), found.span("rest")
    if mark[0] < 0 and not _has_letters(found["rest"]):
        return len(line.text), ()
    start = mark[0] if mark[0] >= 0 else rest[0]
    parts = [Part("credit", line.start + mark[0], line.start + mark[1])] if mark[0] >= 0 else []
    kind: PartKind = "boilerplate" if _has_letters(found["rest"]) else "credit"
    parts.append(Part(kind, line.start + rest[0], line.start + rest[1]))
    return start, tuple(parts)


def _linked(links: Sequence[Link], start: int, stop: int) -> list[Link]:
    return [link for link in links if start <= link.start and link.stop <= stop]


def _related_titles(
    text: str, parts: Sequence[Part], links: Sequence[Link], known: Mapping[int, PartKind]
) -> Iterator[Related]:
    for part in parts:
        if part.kind != "related":
            continue
        inside = [k for k in _linked(links, part.start, part.stop) if k.url]
        if inside:
            yield from (_title(text, k.start, k.stop, k.url) for k in inside)
        elif part.start not in known and (title := _unlinked_title(text, part)):
            yield title


def _unlinked_title(text: str, part: Part) -> Related | None:
    words = text[part.start : part.stop]
    lead = RELATED.match(words)
    start = lead.start("title") if lead else 0
    if not _has_letters(words[start:]):
        return None
    return _title(text, part.start + start, part.stop, None)


def _title(text: str, start: int, stop: int, url: str | None) -> Related:
    """The title without the white space and separators around it."""
    words = text[start:stop]
    bare = words.strip().strip(",:;|»>").strip()
    if bare.endswith((")", "]")) and bare.count("(") < bare.count(")") + bare.count("]"):
        bare = bare[:-1].rstrip()
    at = start + words.index(bare)
    return Related(bare, url, at, at + len(bare))


def _joined(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Neighbours of the body in one paragraph as one part; white space around parts left out."""
    last: Part | None = None
    for part in (_trimmed(text, p) for p in parts):
        if part.start >= part.stop:
            continue
        if (
            last
            and last.kind == part.kind == "body"
            and _same_paragraph(text[last.stop : part.start])
        ):
            last = Part("body", last.start, part.stop)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _trimmed(text: str, part: Part) -> Part:
    words = text[part.start : part.stop]
    start = part.start + len(words) - len(words.lstrip())
    return Part(part.kind, start, start + len(words.strip()))


def _same_paragraph(between: str) -> bool:
    return len(cut_lines(between)) == 0 and between.replace("\r\n", "\n").count("\n") <= 1
