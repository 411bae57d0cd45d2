"""Seats: whether `Moskow`, `Kremlin` or `Senayan` acts, or is only where something happens.

In: the text and where a seat's name stands. Out: yes or no. Used by `names`.
"""

from __future__ import annotations

import re

from sumber.lexicon.countries import Seat
from sumber.lexicon.cues import load_cues
from sumber.lexicon.statehood import load_statehood

LOOK = 40  # characters before and after the name in which its verb or cue stands
BEFORE = re.compile(r"([^\W_][\w-]*)(?P<gap>,? )$")
# `Moskow telah menolak`, `Gedung Putih juga berjanji`
ACTING = re.compile(
    r" (?:(?:akan|telah|sudah|juga|pun|tidak|belum|kembali|terus|segera|mulai|hanya|masih|ingin|tak"
    r"|sendiri|lantas|lalu|kemudian|langsung|bersedia|siap|dapat|bisa|harus|selalu) ){0,2}"
    r"(?P<verb>me[a-z]{4,}|ber[a-z]{4,}|sepakat|setuju|bungkam|geram|marah|khawatir|yakin|ingin)\b"
)
AGENT = frozenset({"oleh"})
HOME = "IDN"  # `Jakarta` in Indonesian news is the city


def acts_for_state(text: str, start: int, stop: int, seat: Seat, floor: int) -> bool:
    """Whether a seat's name means the government or body there: it says or does something.

    A building needs no verb after `kata`, `oleh` and `menurut`; a capital needs one behind it.
    """
    if seat.kind == "capital" and seat.country == HOME:
        return False
    before = BEFORE.search(text, max(floor, start - LOOK), start)
    word = before[1].casefold() if before and before["gap"] == " " else ""
    if word:
        cue = load_cues().find(word)
        said = cue is not None and cue[0].voice in {"bare", "source"} and not cue[0].loose
        if said or (word in AGENT and seat.kind != "area"):
            return True
        if word not in load_statehood().free:
            return False
    verb = ACTING.match(text, stop, stop + LOOK)
    return verb is not None and verb["verb"] not in load_statehood().place_verbs
