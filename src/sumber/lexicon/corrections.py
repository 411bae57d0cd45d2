"""The words by which an article says that it was changed, as data: `data/corrections.toml`.

In: a text. Out: whether it has such a notice. Used by `archive`, to tell silent changes from
announced ones. Checked when loaded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sumber.lexicon.entries import read_data
from sumber.lexicon.lists import any_of, parse_lists

CORRECTIONS = "corrections.toml"
WITHIN = 60  # characters between what is changed and that it was; one clause
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectionCues:
    """The lists of `corrections.toml`; the file says what each is for."""

    notice_headings: Words
    notice_subjects: Words
    notice_changes: Words
    notice_before: Words


def announces_change(text: str) -> bool:
    r"""True if the text has a notice that it was changed after publication.

    >>> announces_change("Harga naik.\n\nRalat: sebelumnya tertulis turun.")
    True
    >>> announces_change("Pemerintah telah mengubah harga.")
    False
    """
    return _pattern().search(text) is not None


@cache
def _pattern() -> re.Pattern[str]:
    cues = parse_lists(read_data(CORRECTIONS), CorrectionCues, CORRECTIONS)
    heading = rf"^\W{{0,5}}{any_of(cues.notice_headings)}\W{{0,5}}[:\-–—]"
    changed = (
        rf"\b{any_of(cues.notice_subjects)}\b[^.\n]{{0,{WITHIN}}}"
        rf"\b(?:telah|sudah)\s+{any_of(cues.notice_changes)}\b"
    )
    before = rf"\b{any_of(cues.notice_before)}\b"
    return re.compile(f"{heading}|{changed}|{before}", re.IGNORECASE | re.MULTILINE)
