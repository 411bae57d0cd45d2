"""Findings: one sentence for each quotation without a speaker or without one of its marks."""

from __future__ import annotations

import pytest

from parses import parse
from sumber.actors import find_actors
from sumber.records import Article
from sumber.statements import check_quotations, find_statements


def findings(text: str) -> list[tuple[str, str]]:
    article = Article("1", None, None, None, None, None, (), "id", text)
    actors = find_actors(article, parse(text))
    found = check_quotations(article, find_statements(article, actors))
    assert all(f.message.endswith(".") and "\n" not in f.message for f in found)
    return [(f.kind, text[f.start : f.stop]) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kami siap membantu," kata Rina Hartati.', []),
        (
            '"Kami sudah menunggu dua hari di sini."',
            [("quote-unattributed", "Kami sudah menunggu dua hari di sini.")],
        ),
        (
            '"Kami siap membantu warga, kata Rina Hartati.',
            [("quote-unclosed", "Kami siap membantu warga,")],
        ),
        ('Kami siap membantu," kata Rina Hartati.', [("quote-unclosed", "Kami siap membantu,")]),
        ('Rina memuji film "Malam Panjang" itu.', []),
    ],
)
def test_findings_tell_what_is_missing(text: str, expected: list[tuple[str, str]]) -> None:
    assert findings(text) == expected
