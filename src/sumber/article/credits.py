"""Credits: every agency, outlet or document that an article names as where it got its facts.

In: a text with its parts, and the outlet whose article it is. Out: `Credit`s in the order of the
text, each source once, at its first mention. A name from the registry counts when words beside it
say that facts came from there (`seperti dilansir Reuters`, `KCNA melaporkan`); a name that the
registry lacks, or a document, needs a stronger cue. The outlet itself never counts. The rules are
those of `credit_rules`. Measured on the gold's `credits` (docs/pages.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sumber.article.credit_rules import CREDIT_RULES
from sumber.lexicon.outlets import outlet_by_name
from sumber.records import Credit, Part


def find_credits(text: str, parts: Sequence[Part], *, outlet: str | None) -> tuple[Credit, ...]:
    """Give the sources that a text credits, in the order of the text, each once.

    `outlet` is the article's own: it, or a name of it, is nobody's source.
    """
    lower = text.lower()
    rules = [r for r in CREDIT_RULES if not r.needs or any(word in lower for word in r.needs)]
    found: list[Credit] = []
    for part in parts:
        if part.kind in ("body", "dateline", "credit"):
            for rule in rules:
                found += rule.find(text, part)
    return tuple(_once(found, outlet))


def _once(found: Sequence[Credit], outlet: str | None) -> Iterator[Credit]:
    seen = {_key(outlet)} if outlet else set()
    reach = 0
    for credit in sorted(found, key=lambda c: (c.start, -c.stop)):
        if _key(credit.source) in seen or credit.start < reach:
            reach = max(reach, credit.stop)
            continue
        seen.add(_key(credit.source))
        reach = max(reach, credit.stop)
        yield credit


def _key(source: str) -> str:
    known = outlet_by_name(source)
    return known.name if known else source.casefold().removesuffix("nya")  # `rilisnya`
