"""The words of a search, as users write them: `harga "beras merah" OR gabah -impor`.

In: what was typed. Out: a `Sought`: terms that must all be found, each with its alternatives, and
terms that must not. A term is a word or a phrase, folded; the database's own operators never get
through. Used by `searching`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sumber.archive.words import find_stems, find_words, fold_word, stem_word
from sumber.errors import UsageError

LONGEST = 1_000  # characters
MOST = 32  # terms
PIECE = re.compile(r'(-?)"([^"]*)"|(\S+)')
MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
HOW = 'write words, "a phrase", word OR word, -word'
Term = tuple[str, ...]  # the words of a phrase; one for a word


@dataclass(frozen=True, slots=True)
class Sought:
    """What must be found: one of each of `all`, and none of `none`."""

    all: tuple[tuple[Term, ...], ...]
    none: tuple[Term, ...] = ()


def parse_words(written: str) -> Sought:
    """Read what was typed. Raises: UsageError that says how to write it.

    >>> parse_words('harga "beras merah" OR gabah -impor')
    Sought(all=((('harga',),), (('beras', 'merah'), ('gabah',))), none=(('impor',),))
    """
    if len(written) > LONGEST:
        raise _wrong(f"{len(written):,} characters, at most {LONGEST:,} are searched for")
    written = written.translate(MARKS)
    if written.count('"') % 2:
        raise _wrong("a quotation mark without its other")
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    either = False
    for piece in PIECE.finditer(written):
        if piece[0] == "OR":
            if either or not wanted:
                raise _wrong("an OR without a word on either side")
            either = True
            continue
        term = tuple(map(fold_word, find_words(piece[2] or piece[3] or "")))
        if not term:
            continue
        if piece[1] or (piece[3] or "").startswith("-"):
            unwanted.append(term)
        elif either:
            wanted[-1].append(term)
            either = False
        else:
            wanted.append([term])
    if either:
        raise _wrong("an OR without a word on either side")
    return _bounded(wanted, unwanted)


def match_expression(sought: Sought) -> str:
    """The query in FTS5's language, over stems. Every word stands in quotation marks."""
    wanted = " AND ".join(
        f"({' OR '.join(_fts_phrase(term) for term in terms)})" for terms in sought.all
    )
    if not sought.none:
        return f"({wanted})"
    unwanted = " OR ".join(_fts_phrase(term) for term in sought.none)
    return f"(({wanted}) NOT ({unwanted}))"


def tsquery(sought: Sought) -> tuple[str, list[str]]:
    """The query for PostgreSQL: an expression with places for words, and the words."""
    words = [" ".join(term) for terms in sought.all for term in terms]
    one = "phraseto_tsquery('sumber', %s)"
    wanted = " && ".join(f"({' || '.join(one for _ in terms)})" for terms in sought.all)
    unwanted = "".join(f" && !! {one}" for _ in sought.none)
    return f"({wanted}{unwanted})", words + [" ".join(term) for term in sought.none]


def find_matches(text: str, sought: Sought | None) -> tuple[tuple[int, int], ...]:
    """The stretches of a text that match, as start and stop, in order."""
    if sought is None:
        return ()
    stems = list(find_stems(text))
    terms = [tuple(map(stem_word, term)) for terms in sought.all for term in terms]
    return tuple(_joined(sorted(set(_matches(stems, terms)), key=lambda s: (s[0], -s[1]))))


def _matches(
    stems: Sequence[tuple[int, int, str]], terms: Sequence[Term]
) -> Iterator[tuple[int, int]]:
    starting: dict[str, list[Term]] = {}
    for term in terms:
        starting.setdefault(term[0], []).append(term)
    for at, (start, _, stem) in enumerate(stems):
        for term in starting.get(stem, ()):
            run = stems[at : at + len(term)]
            if tuple(found for _, _, found in run) == term:
                yield start, run[-1][1]


def _joined(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without those that lie within another."""
    last = 0
    for start, stop in spans:
        if stop > last:
            yield max(start, last), stop
            last = stop


def _bounded(wanted: list[list[Term]], unwanted: list[Term]) -> Sought:
    count = sum(map(len, wanted)) + len(unwanted)
    if count > MOST:
        raise _wrong(f"{count} terms, at most {MOST} are searched for")
    if not wanted:
        raise _wrong("only words that must not be there" if unwanted else "no word")
    return Sought(tuple(map(tuple, wanted)), tuple(unwanted))


def _fts_phrase(term: Term) -> str:
    return f'"{" ".join(map(stem_word, term))}"'


def _wrong(met: str) -> UsageError:
    return UsageError(f"the search has {met}; {HOW}")
