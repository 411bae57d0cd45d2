"""Clauses: where the sentence around a cue begins and ends, and its words.

In: text and offsets. Out: offsets and matches. All of it looks at a bounded stretch only, so that
hostile text costs no more than ordinary text. Used by `attribution`, `speakers` and `fronts`.
"""

from __future__ import annotations

import re
from itertools import islice

from sumber.lexicon.titles import load_titles

WORD = re.compile(r"[^\W\d_][\w-]*")
END = re.compile(r"[;\n\"“”]|(?<=[\w)\]”])[.!?](?=\s|,|$)")
BEHIND = 400  # characters of a sentence before its cue
AHEAD = 500  # characters of a sentence after its cue


def words_between(text: str, start: int, stop: int, most: int) -> list[re.Match[str]]:
    """The first words between two offsets, at most so many."""
    return list(islice(WORD.finditer(text, start, stop), most))


def clause_start(text: str, start: int, at: int) -> int:
    """Where the sentence that goes on at an offset begins, not before `start`."""
    floor = max(start, at - BEHIND)
    begin = floor
    for end in END.finditer(text, floor, at):
        if text[end.end() : at].strip() and not _is_abbreviation(text, floor, end):
            begin = end.end()
    return begin


def clause_end(text: str, at: int, stop: int) -> int:
    """Where the sentence after a cue ends: at its full stop or the next quotation mark."""
    stop = min(stop, at + AHEAD)
    ends = (end for end in END.finditer(text, at, stop) if not _is_abbreviation(text, at, end))
    return next((end.start() for end in ends), stop)


def _is_abbreviation(text: str, floor: int, end: re.Match[str]) -> bool:
    """`A. Suhady`, `Dr. Rina`: the full stop ends no sentence."""
    if end[0] != ".":
        return False
    before = text[max(floor, end.start() - 6) : end.start()].rpartition(" ")[2].lstrip("(")
    return (len(before) == 1 and before.isupper()) or before.casefold() in load_titles().honorifics
