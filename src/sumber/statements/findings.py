"""Findings about quotations: words that nobody is named for, marks that are missing at one end.

In: an article and its statements. Out: `Finding`s, each with one plain sentence for the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sumber.records import Article, Finding, Statement
from sumber.statements.marks import MARK

LOOK = 4  # characters beside a piece in which its mark can stand
UNATTRIBUTED = "Kutipan ini tidak menyebut siapa yang mengatakannya."
UNCLOSED = "Tanda kutip penutup tidak ada, sehingga akhir kutipan ini tidak pasti."
UNOPENED = "Tanda kutip pembuka tidak ada, sehingga awal kutipan ini tidak pasti."


def check_quotations(article: Article, statements: Sequence[Statement]) -> tuple[Finding, ...]:
    """What a reader should know about the quotations of an article, in order of the text."""
    return tuple(
        finding
        for statement in statements
        if statement.kind == "direct"
        for finding in _findings(article.text, statement)
    )


def _findings(text: str, statement: Statement) -> Iterator[Finding]:
    start, stop = statement.content[0].start, statement.content[-1].stop
    if not statement.speakers and statement.speaker is None:
        yield Finding("quote-unattributed", start, stop, UNATTRIBUTED)
    for piece in statement.content:
        if not MARK.search(text[max(0, piece.start - LOOK) : piece.start]):
            yield Finding("quote-unclosed", piece.start, piece.stop, UNOPENED)
        elif not MARK.search(text[piece.stop : piece.stop + LOOK]):
            yield Finding("quote-unclosed", piece.start, piece.stop, UNCLOSED)
