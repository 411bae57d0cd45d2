"""What every parse keeps, on text written for these tests."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import is_linear
from sumber.language import pipeline
from sumber.language.parse import Parse
from sumber.language.pipeline import parse, parse_all

NEWS = (
    "Menteri Sari Dewi mengatakan bahwa harga beras akan turun.\n\n"
    '"Kami sudah melaporkan hal itu kepada Presiden," ujarnya di Jakarta, Senin (4/11).'
)


def check(result: Parse, text: str) -> None:
    """The columns fit together and every position lies in the text."""
    columns = (result.starts, result.stops, result.lemmas, result.tags, result.relations)
    assert {len(column) for column in (*columns, result.heads)} == {len(result)}
    assert result.text == text
    assert all(a < b for a, b in zip(result.starts, result.stops, strict=True))
    assert all(b <= a for b, a in zip(result.stops, result.starts[1:], strict=False))
    assert all(not result.word(i).isspace() for i in range(len(result)))
    assert all(0 <= head < len(result) for head in result.heads)
    assert all(text[e.start : e.stop].strip() == text[e.start : e.stop] for e in result.entities)
    assert len(result.sentences) == len(result.sentence_tokens)
    assert sum(relation == "root" for relation in result.relations) == len(result.sentences)


def test_news() -> None:
    """Roots, speaker and clitic come out of a plain example."""
    result = parse(NEWS)
    check(result, NEWS)
    words = [result.word(i) for i in range(len(result))]
    assert len(result.sentences) == 2
    assert result.lemmas[words.index("melaporkan")] == "lapor"
    assert words[words.index("ujar") + 1] == "nya"
    assert any(NEWS[e.start : e.stop] == "Jakarta" and e.label == "LOC" for e in result.entities)


def test_alone_is_as_in_batch() -> None:
    """A text is parsed the same alone and among others."""
    others = ["", "  \n ", "Hujan turun.", NEWS * 3]
    assert next(parse_all([NEWS, *others])) == parse(NEWS)


def test_long_text_is_cut_between_paragraphs() -> None:
    """Pieces of a long text join to one parse with positions in the whole text."""
    text = (NEWS + "\n\n") * (2 * pipeline.PIECE_LENGTH // len(NEWS))
    result = parse(text)
    check(result, text)
    first = parse(NEWS)
    assert result.starts[-1] > pipeline.PIECE_LENGTH
    assert result.lemmas[: len(first)] == first.lemmas


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet='abnya AB.,"\n\t😀12-', max_size=80))
def test_any_text_is_parsed(text: str) -> None:
    """No text breaks the invariants."""
    check(parse(text), text)


@pytest.mark.parametrize("unit", ['"', '"a" ', "( ", "KPK (", ". ", "\n\n\n"])
def test_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    """Runs of marks, brackets and blanks are looked over in bounded steps."""
    assert is_linear(parse, unit, 600)


def test_threads_take_turns() -> None:
    """One pipeline serves all threads."""
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(parse, [NEWS] * 8)) == [parse(NEWS)] * 8
