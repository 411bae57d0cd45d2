"""Contexts: words of a paragraph and of an article, each with its reach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import is_linear
from sumber.events.contexts import contexts_of, find_topics
from sumber.lexicon.plover import load_plover


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("Menlu bertolak ke Jenewa untuk sidang PBB.", "diplomatic"),
        ("Kapal perang itu merapat.", "military"),
        ("Rudal-nya dan nuklirnya disita.", "cbrn"),
        ("Polres Garut mengusut pembunuhan itu.", "crime"),
        ("Polres Garut mengusut suap itu.", "corruption"),
        ("Ia bernyanyi di taman.", ""),
        ("", ""),
    ],
)
def test_words_show_what_an_act_is_about(text: str, contexts: str) -> None:
    assert " ".join(contexts_of(text)) == contexts


def test_a_word_holds_for_its_paragraph_and_three_for_the_article() -> None:
    text = "Narkoba disita.\nWarga senang.\nBanjir surut. Banjir datang lagi. Bencana itu usai."
    topics = find_topics(text)
    assert topics.at(text.index("disita")) == ("disasters", "illegal_drugs")
    assert topics.at(text.index("senang")) == ("disasters",)


def test_every_word_of_the_lists_is_found_as_it_stands() -> None:
    for context in load_plover().contexts:
        for word in context.words:
            found = contexts_of(f"Kabar {word} datang.")
            assert context.name in found or set(found) & set(context.unless), word


@given(st.text(max_size=200), st.integers(-5, 300))
def test_any_text_at_any_offset_has_contexts_in_order(text: str, offset: int) -> None:
    order = [context.name for context in load_plover().contexts]
    found = find_topics(text).at(offset)
    assert list(found) == sorted(set(found), key=order.index)


def test_the_cost_grows_with_the_length_of_the_text() -> None:
    assert is_linear(find_topics, "Komisi pemberantasan hak asasi kepala daerah. ", 20_000)
