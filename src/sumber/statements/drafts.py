"""Drafts: the direct quotations of an article before their speakers are settled.

In: the paragraphs and the cast. Out: `Draft`s in order of the text. Quotations that go on over
paragraphs, that miss a mark, or that their own attribution interrupts are put right here. Used by
`find`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sumber.records import Span
from sumber.statements.attribution import Attribution, find_after, find_before
from sumber.statements.cast import Cast
from sumber.statements.marks import Mark, find_quoted, trimmed
from sumber.statements.quotations import Candidate, is_quotation

LONGEST_RUN = 4  # paragraphs that a quotation without marks in its middle may go on over
GAP = 8  # characters without a letter between an attribution and the piece that goes on


@dataclass(frozen=True, slots=True)
class Draft:
    """A direct quotation; `start` is where it or its attribution starts.

    `closed` says whether the last piece has its closing mark.
    """

    start: int
    content: tuple[Span, ...]
    attribution: Attribution | None
    closed: bool = True

    @property
    def is_open(self) -> bool:
        """Whether the next paragraph may go on with it or attribute it."""
        return not self.closed and self.attribution is None


def draft_quotations(text: str, paragraphs: Sequence[Span], cast: Cast) -> Iterator[Draft]:
    """The quotations of all paragraphs, in order."""
    held: Draft | None = None
    since = 0
    for number, paragraph in enumerate(paragraphs):
        drafts, closing = _read(text, paragraph, cast)
        if closing:
            goes_on = held is not None and number - since <= LONGEST_RUN
            if held and goes_on:
                yield replace(held, attribution=closing.attribution)
                between = paragraphs[since + 1 : number]
                yield from (replace(closing, start=p.start, content=(p,)) for p in between)
            if closing.content and (goes_on or closing.attribution):
                yield closing
        if held and (drafts and not closing):
            yield held
        if closing or drafts:
            held = None
        if drafts and drafts[-1].is_open:
            held, since = drafts.pop(), number
        yield from drafts
    if held:
        yield held


def _read(text: str, paragraph: Span, cast: Cast) -> tuple[list[Draft], Draft | None]:
    """The quotations of one paragraph, and what a closing mark alone in front of them closes."""
    quoted, strays = find_quoted(text, paragraph)
    first = quoted[0].start if quoted else paragraph.stop
    closing = None
    if strays and strays[0].start < first:
        closing = _closing(text, paragraph, strays[0], first, cast)
    drafts: list[Draft] = []
    floor = paragraph.start
    for at, stretch in enumerate(quoted):
        ceiling = quoted[at + 1].start if at + 1 < len(quoted) else paragraph.stop
        after = find_after(text, stretch.stop, ceiling, cast)
        before = find_before(text, floor, stretch.start, cast)
        last = drafts[-1] if drafts else closing
        follows = last is not None and _follows(text, last, stretch.start)
        if is_quotation(Candidate(text, paragraph, stretch, after, before, follows)):
            found = _telling(after, before)
            if not found and follows and last is closing and closing:
                found = closing.attribution  # the paragraph before holds its first piece
            start = min(stretch.start, found.start) if found else stretch.start
            _add(drafts, Draft(start, (stretch.content,), found, stretch.closed), text)
            floor = stretch.stop
    return drafts, closing


def _closing(text: str, paragraph: Span, mark: Mark, stop: int, cast: Cast) -> Draft:
    """A closing mark whose opening one is missing here; no content if nothing stands before it."""
    content = trimmed(text, paragraph.start, mark.start)
    found = find_after(text, mark.stop, stop, cast)
    return Draft(paragraph.start, (content,) if content else (), found)


def _telling(after: Attribution | None, before: Attribution | None) -> Attribution | None:
    """The words behind a quotation name its speaker, unless they only point to those before it."""
    if after and before and after.speaker.actor is None and before.speaker.words:
        return before
    return after or before


def _add(drafts: list[Draft], draft: Draft, text: str) -> None:
    """`"A," kata Rina. "B."`: a piece behind its own attribution joins the one before it."""
    last = drafts[-1] if drafts else None
    if last and _goes_on(text, last, draft):
        content = last.content + draft.content
        drafts[-1] = replace(last, content=content, closed=draft.closed)
    else:
        drafts.append(draft)


def _goes_on(text: str, last: Draft, draft: Draft) -> bool:
    own = draft.attribution and draft.attribution.start >= draft.content[0].stop
    return not own and _follows(text, last, draft.content[0].start)


def _follows(text: str, last: Draft, at: int) -> bool:
    """Whether a piece starts right behind the attribution that follows the last one."""
    found = last.attribution
    if found is None or (last.content and found.stop < last.content[-1].stop):
        return False
    gap = text[found.stop : at]
    return len(gap) <= GAP and not any(letter.isalpha() for letter in gap)
