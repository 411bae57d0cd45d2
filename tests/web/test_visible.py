"""Nothing of a page commands the terminal or hides from the eye."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sumber.web.visible import one_line, visible

ANYTHING = st.text(alphabet=st.characters(exclude_categories=()))


@given(ANYTHING)
def test_no_control_character_is_left(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n"]
    assert not [c for c in shown if unicodedata.bidirectional(c) in BIDI_CONTROLS]
    shown.encode("utf-8")


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(ANYTHING)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(st.text(alphabet="Harga beras naik – “é” 漢字 👩‍🌾 عربي"))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text
