"""A sentence without a cue goes on where its speaker has the next statement too."""

from __future__ import annotations

import pytest

import sumber
from sumber.records import Statement

SAID = "Bupati Ratna Dewi mengatakan stok beras cukup."
AGAIN = '"Gudang kami penuh sejak pekan lalu," ujar Ratna.'


def statements(text: str) -> list[tuple[str, Statement]]:
    """The statements of a text, each with its words."""
    reading = sumber.read_text(text)
    return [(text[s.content[0].start : s.content[-1].stop], s) for s in reading.statements]


def test_a_joined_sentence_between_two_statements_of_one_speaker_is_hers_too() -> None:
    first, more, _ = statements(f"{SAID} Sebab, panen di utara sudah tiba.\n\n{AGAIN}")
    assert more[0] == "panen di utara sudah tiba"
    assert more[1].kind == "indirect"
    assert (more[1].cue, more[1].speaker) == (None, None)
    assert more[1].speakers == first[1].speakers != ()


def test_the_words_that_only_join_are_no_content() -> None:
    found = statements(f"{SAID} Selain itu, petani siap menanam lagi. {AGAIN}")
    assert found[1][0] == "petani siap menanam lagi"


@pytest.mark.parametrize(
    "between",
    [
        "Panen di utara sudah tiba.",  # nothing joins it
        "Pasar itu besar. Sebab, kota itu tua sekali.",  # not right behind
        "Namun, ia tidak mengatakan kapan pasar dibuka.",  # a cue that reports nothing
    ],
)
def test_what_does_not_go_on_is_the_outlets_own(between: str) -> None:
    found = statements(f"{SAID} {between}\n\n{AGAIN}")
    assert not [words for words, _ in found if words in between]


@pytest.mark.parametrize(
    "after", ["", "Pasar itu dibangun pada 1998.", '"Kami ragu," kata Camat Hasan Basri.']
)
def test_nothing_goes_on_where_the_speaker_does_not(after: str) -> None:
    found = statements(f"{SAID} Sebab, panen di utara sudah tiba.\n\n{after}".strip())
    assert "panen di utara sudah tiba" not in [words for words, _ in found]
