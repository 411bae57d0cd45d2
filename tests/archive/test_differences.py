"""What was changed after publication: both texts come back from the pieces, and cost is bounded."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import is_linear
from sample import sample_reading
from sumber.archive import Archive
from sumber.archive.differences import compare_texts
from sumber.errors import NoSuchArticle
from sumber.filing import file_readings, prepare_reading
from sumber.lexicon.corrections import announces_change

TEXTS = st.text(st.sampled_from("ab \n."), max_size=60)


@given(TEXTS, TEXTS)
def test_the_pieces_are_both_texts(before: str, after: str) -> None:
    pieces = compare_texts(before, after)
    assert "".join(p.text for p in pieces if p.change != "in") == before
    assert "".join(p.text for p in pieces if p.change != "out") == after
    assert all(one.change != other.change for one, other in pairwise(pieces))


def test_words_that_changed_are_told_alone() -> None:
    pieces = compare_texts(
        "Satu.\n\n12 orang tewas.\n\nAkhir.", "Satu.\n\n14 orang luka.\n\nAkhir."
    )
    assert [p.text for p in pieces if p.change == "out"] == ["12", "tewas"]
    assert [p.text for p in pieces if p.change == "in"] == ["14", "luka"]


@pytest.mark.parametrize("unit", ["a b ", "a\n", "satu dua tiga\n\n"])
def test_cost_grows_with_the_length_alone(unit: str) -> None:
    assert is_linear(lambda text: compare_texts(text, text[::-1] + "x"), unit, 40_000)


def test_a_notice_is_found_in_linear_time() -> None:
    for unit in ("berita ini ", "\n   ", "ralat "):
        assert is_linear(announces_change, unit, 20_000)


def test_history_tells_silent_and_announced_changes(archive: Archive) -> None:
    first = sample_reading()
    silent = first.article.text.replace("Tidak cukup", "Belum cukup")
    notice = silent + "\n\nRalat: berita ini telah diperbarui."
    versions = [first.article.text, silent, notice]
    prepared = [
        prepare_reading(replace(first, article=replace(first.article, text=text)), archive)
        for text in versions
    ]
    list(file_readings(archive, prepared))
    url = first.article.url or ""
    history = archive.history(url)
    assert history == archive.history(1) == archive.history("contoh")
    assert [edition.announced for edition in history.editions] == [None, False, True]
    (difference,) = history.editions[1].differences
    assert difference.field == "text"
    assert [p.text for p in difference.pieces if p.change == "in"] == ["Belum"]
    for unknown in ("2", "https://x.example", "9" * 40):
        with pytest.raises(NoSuchArticle, match="sumber search"):
            archive.history(unknown)
