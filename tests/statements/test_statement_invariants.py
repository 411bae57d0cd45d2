"""What holds for every text: spans lie inside it, statements are in order, nothing hangs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import is_linear
from parses import parse
from sumber.actors import find_actors
from sumber.records import Article, Part, Statement
from sumber.statements import check_quotations, find_statements
from sumber.statements.paragraphs import find_paragraphs

WORDS = st.sampled_from(
    [
        "kata",
        "ujarnya",
        "Rina",
        "Rudi Hartawan",
        "mengatakan",
        "menurut",
        "menteri itu",
        "dia",
        "AFP",
        "Menteri",
        "KPK",
        "(KPK)",
        "Dr.",
        "A.",
        "seorang warga",
        "dikutip dari",
        "Kami siap",
        '"',
        "“",
        "”",
        "'",
        "''",
        "«",
        "»",
        ",",
        ".",
        "?",
        ":",
        "\n\n",
        "\n",
        " ",
        "\r\n",
        "-",
        "itu",
        "…",
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=60).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=200),
)


def read(text: str, parts: tuple[Part, ...] = ()) -> tuple[Article, tuple[Statement, ...]]:
    article = Article("1", None, None, None, None, None, (), "id", text, parts)
    actors = find_actors(article, parse(text))
    known = {actor.id for actor in actors}
    assert all(0 <= m.start < m.stop <= len(text) for actor in actors for m in actor.mentions)
    assert all(actor.name and actor.mentions for actor in actors)
    statements = find_statements(article, actors)
    assert all(set(statement.speakers) <= known for statement in statements)
    return article, statements


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    article, statements = read(text)
    pieces = [piece for statement in statements for piece in statement.content]
    assert all(0 <= p.start < p.stop <= len(text) for p in pieces)
    assert all(text[p.start : p.stop].strip() == text[p.start : p.stop] for p in pieces)
    direct = [piece for s in statements if s.kind == "direct" for piece in s.content]
    assert all(a.stop <= b.start for a, b in pairwise(direct))
    assert [s.id for s in statements] == [f"s{n}" for n in range(1, len(statements) + 1)]
    for statement in statements:
        for span in (statement.cue, statement.speaker):
            assert span is None or 0 <= span.start < span.stop <= len(text)
    assert all(0 <= f.start < f.stop <= len(text) for f in check_quotations(article, statements))


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_pieces_lie_in_one_paragraph_of_the_body(first: str, second: str) -> None:
    text = f"{first}\n{second}"
    parts = tuple(
        part
        for part in (Part("related", 0, len(first)), Part("body", len(first) + 1, len(text)))
        if part.start < part.stop
    )
    article, statements = read(text, parts)
    paragraphs = list(find_paragraphs(article))
    for statement in statements:
        for piece in statement.content:
            assert any(p.start <= piece.start and piece.stop <= p.stop for p in paragraphs)


HOSTILE = {
    "quotation-marks": '"',
    "apart": '" ',
    "unclosed": ' "A',
    "unclosed-paragraphs": '"Saya pergi\n\n',
    "cues": " kata",
    "reports": " kata ia mengatakan bahwa,",
    "capitals": "Rudi ",
    "blanks": " ",
    "offices": "Presiden Rudi. presiden itu ",
    "single-marks": " 'a' b",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_linear_time(name: str) -> None:
    assert is_linear(read, HOSTILE[name], 4_000)
