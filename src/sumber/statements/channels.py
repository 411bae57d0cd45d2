"""Channels: the agencies and media that a statement came through, by the words beside it.

In: the stretch of text that attributes a statement. Out: usual names, nearest to the outlet first:
`kata Rina kepada AFP, seperti dikutip Antara` came from AFP to Antara. Used by `find`.
"""

from __future__ import annotations

import re
from functools import cache

from sumber.lexicon.cues import load_cues
from sumber.lexicon.outlets import outlet_by_name
from sumber.records import Span

SMALL = (
    r"(?:\s(?:dari|oleh|dalam|melalui|laman|situs|portal|kantor|berita|media|harian|koran|"
    r"surat|kabar|majalah|stasiun|televisi|TV|jaringan|resmi|yang|agensi|tim|jurnalis|wartawan))*"
)
NAME = (
    r"\s(?P<name>(?:[A-Z][\w&'’-]*|[a-z][\w-]*(?=\.))(?:\.(?:com|co\.id|id|net|tv|co|org))?"
    r"(?:\s[A-Z][\w&'’.-]*){0,4})"
)


def find_via(text: str, stretch: Span, own: str | None) -> tuple[str, ...]:
    """The channels named between two offsets, without the article's own outlet.

    >>> words = "kata Rina kepada AFP, seperti dikutip dari Antara, Senin."
    >>> find_via(words, Span(0, len(words)), None)
    ('Antara', 'AFP')
    """
    forwarding, receiving = _patterns()
    found = [
        name
        for pattern in (forwarding, receiving)
        for match in pattern.finditer(text, stretch.start, stretch.stop)
        if (name := _usual(match["name"])) and name != own
    ]
    return tuple(dict.fromkeys(found))


def _usual(words: str) -> str | None:
    """The registry's name for the longest beginning of the words that it knows."""
    parts = words.rstrip(".,").split(" ")
    for size in range(len(parts), 0, -1):
        if outlet := outlet_by_name(" ".join(parts[:size]).rstrip(".,")):
            return outlet.name
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = load_cues()
    forwarding = "|".join(sorted(cues.channels))
    receiving = "|".join(sorted(cues.recipients))
    return (
        re.compile(rf"\b(?i:{forwarding}){SMALL}{NAME}"),
        re.compile(rf"\b(?:{receiving}){SMALL}{NAME}"),
    )
