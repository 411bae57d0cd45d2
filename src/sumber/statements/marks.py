"""Quotation marks: which open, which close, and what stands between them.

In: one paragraph. Out: `Quoted` stretches in order, none inside another, and the closing marks that
close nothing in it. A mark is read by what stands left and right of it; its shape counts only where
that does not tell, for outlets type `“ … "`, `" … ”` and even `“ … “`. Used by `quotations`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sumber.lexicon.cues import load_cues
from sumber.records import Span

MARK = re.compile(r"''|``|‘‘|’’|[\"“”„‟″«»＂]+|(?<!\w)['‘’‛`´]|['‘’‛`´](?!\w)")
OPENING_SHAPES = frozenset("“„‟«‘‛")
CLOSING_SHAPES = frozenset("”»’")
SINGLE_SHAPES = frozenset("'‘’‛`´")
BEFORE_OPENING = frozenset("([{-–—/")
AFTER_CLOSING = frozenset(".,;:!?)]}…")
INCHES = re.compile(r"\d[\"″]")
CUE_IN_QUOTE = re.compile(
    r"[,.!?]\s(?P<word>[^\W\d_]{3,14})\b(?=\s+[A-Z]|\s+(?:dia|ia|mereka)\b|[\s,.])"
)
STOPPING = (".", ",", ";", ":", ")")  # no sentence begins with them
NEXT_WORD = re.compile(r"(?P<gap>[\s,.;]{0,4})(?P<word>[^\W\d_]+)")
LONGEST_SINGLE = 1500  # characters; a single mark so far from its partner is an apostrophe

Side = Literal["opens", "closes", "either"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, and which side of a quotation its neighbours let it be."""

    start: int
    stop: int
    side: Side
    single: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks. `start`, `stop` hold the marks too.

    `opened` and `closed` say whether the mark on that side is there.
    """

    start: int
    stop: int
    content: Span
    opened: bool = True
    closed: bool = True


def find_quoted(text: str, paragraph: Span) -> tuple[list[Quoted], list[Mark]]:
    """The quoted stretches of a paragraph, and the closing marks that stand alone."""
    marks = [
        _mark(text, m, paragraph) for m in MARK.finditer(text, paragraph.start, paragraph.stop)
    ]
    doubles = [m for m in marks if not m.single and not _is_inches(text, m)]
    found, strays, whole = _pair(text, doubles, paragraph, nest=True)
    if not whole:
        found, strays, _ = _pair(text, doubles, paragraph, nest=False)
    singles = _outside([m for m in marks if m.single], found)
    if singles:
        found = sorted([*found, *_pair_singles(text, singles)], key=lambda q: q.start)
    return found, strays


def _mark(text: str, match: re.Match[str], paragraph: Span) -> Mark:
    left = text[match.start() - 1] if match.start() > paragraph.start else " "
    right = text[match.end()] if match.end() < paragraph.stop else " "
    free_left = left.isspace() or left in BEFORE_OPENING
    free_right = right.isspace() or (right in AFTER_CLOSING and not _is_ellipsis(text, match.end()))
    single = len(match[0]) == 1 and match[0] in SINGLE_SHAPES
    side: Side = "either"
    if (free_right or right.islower()) and _is_left_over(text, match, paragraph):
        side = "closes"
    elif free_left != free_right:
        side = "opens" if free_left else "closes"
    elif match[0][0] in OPENING_SHAPES:
        side = "opens"
    elif match[0][0] in CLOSING_SHAPES:
        side = "closes"
    return Mark(match.start(), match.end(), side, single)


def _is_ellipsis(text: str, at: int) -> bool:
    """`"...Kami menunggu"`: three full stops open a quotation as well as they end one."""
    return text.startswith(("..", "…"), at)


def _is_left_over(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """A closing mark that was torn off: `" tandasnya` at the head of a paragraph, `”kata Rina`."""
    if match.start() == paragraph.start and text.startswith(STOPPING, match.end()):
        return not _is_ellipsis(text, match.end())
    word = NEXT_WORD.match(text, match.end(), min(paragraph.stop, match.end() + 30))
    if not word or not word["word"][0].islower():
        return match.start() == paragraph.start and match.end() < paragraph.stop and not word
    if match.start() == paragraph.start and word["gap"]:
        return True
    cue = load_cues().find(word["word"])
    return not word["gap"] and cue is not None and cue[0].voice == "bare" and not cue[0].loose


def _is_inches(text: str, mark: Mark) -> bool:
    """`layar 6" dan`: a mark right behind a digit, with no comma or stop, in mid-sentence."""
    after = text[mark.stop : mark.stop + 2]
    return (
        mark.side == "closes"
        and bool(INCHES.fullmatch(text, mark.start - 1, mark.stop))
        and not text.rfind('"', max(0, mark.start - 600), mark.start) >= 0
        and after[:1] in {" ", ","}
    )


def _pair(
    text: str, marks: Sequence[Mark], paragraph: Span, *, nest: bool
) -> tuple[list[Quoted], list[Mark], bool]:
    """Pair marks from left to right. The last value is False where nesting did not come out even.

    With `nest`, a mark that opens inside a quotation opens an inner one; without, it shows that the
    closing mark before it is missing.
    """
    found: list[Quoted] = []
    strays: list[Mark] = []
    opening: Mark | None = None
    depth, nested = 0, False
    for mark in marks:
        if opening is None:
            if mark.side == "closes":
                strays.append(mark)
            else:
                opening, depth, nested = mark, 0, False
        elif mark.side == "opens" and nest:
            depth, nested = depth + 1, True
        elif mark.side == "opens":
            found += _unclosed(text, opening, mark.start)
            opening = mark
        elif depth and mark.side == "closes":
            depth -= 1
        else:
            found += _between(text, opening, mark)
            opening = None
    if opening is not None:
        if nested:
            return found, strays, False
        found += _unclosed(text, opening, paragraph.stop)
    return found, strays, True


def _between(text: str, opening: Mark, closing: Mark) -> list[Quoted]:
    content = trimmed(text, opening.stop, closing.start)
    return [Quoted(opening.start, closing.stop, content)] if content else []


def _unclosed(text: str, opening: Mark, limit: int) -> list[Quoted]:
    """A quotation without its closing mark: up to its attribution, or else to the limit."""
    stop = limit
    for match in CUE_IN_QUOTE.finditer(text, opening.stop, limit):
        cue = load_cues().find(match["word"])
        if cue and cue[0].voice == "bare" and not cue[0].loose:
            stop = match.start() + 1
            break
    content = trimmed(text, opening.stop, stop)
    return [Quoted(opening.start, content.stop, content, closed=False)] if content else []


def _outside(marks: Sequence[Mark], found: Sequence[Quoted]) -> list[Mark]:
    """The marks that stand in no quotation of `found`; both in order."""
    kept, at = [], 0
    for mark in marks:
        while at < len(found) and found[at].stop <= mark.start:
            at += 1
        if at == len(found) or mark.start < found[at].start:
            kept.append(mark)
    return kept


def _pair_singles(text: str, marks: Sequence[Mark]) -> list[Quoted]:
    """Single marks count only in pairs: alone they are apostrophes."""
    found: list[Quoted] = []
    opening: Mark | None = None
    for mark in marks:
        if mark.side == "opens":
            opening = mark
        elif opening and mark.start - opening.stop <= LONGEST_SINGLE:
            found += _between(text, opening, mark)
            opening = None
    return found


def trimmed(text: str, start: int, stop: int) -> Span | None:
    """The span without white space and doubled marks at its ends; None if nothing is left."""
    while start < stop and (text[start].isspace() or text[start] in '"“”'):
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] in '"“”'):
        stop -= 1
    return Span(start, stop) if start < stop else None
