"""Files of names in news, one token a line -> text with name spans.

In goes the path of a token-per-line file with BIO (or BILOU) tags in its last column, out come
``Tagged`` records: the tokens joined to running text and the spans in code points of that text. The
corpora do not say where blanks stood, so ``join_tokens`` puts them back by rule.
Users: ``convert``, ``score``, ``benchmarks``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int, str]

OPENING = frozenset("([{<")
CLOSING = frozenset(")]}>,.;:!?%…")
QUOTES = frozenset("\"'“”‘’")

# The label sets of the corpora in the words of this project. ``None``: no name here.
LABELS = {
    "PER": "PER", "PERSON": "PER", "PPL": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG",
    "LOC": "LOC", "PLACE": "LOC", "LOCATION": "LOC", "PLC": "LOC",
    "TIME": "TIME", "QUANTITY": "QUANTITY",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text, the (start, stop) of each of its tokens, and its spans (start, stop, label)."""

    text: str
    tokens: tuple[tuple[int, int], ...]
    spans: tuple[Span, ...]


def read_tagged(path: Path, labels: Mapping[str, str] = LABELS) -> Iterator[Tagged]:
    """The sentences of a token-per-line file; labels not in ``labels`` are dropped."""
    for rows in _blocks(path.read_text(encoding="utf-8").splitlines()):
        words = [row[0] for row in rows]
        text, tokens = join_tokens(words)
        spans = tuple(
            (tokens[start][0], tokens[stop - 1][1], labels[label])
            for start, stop, label in read_spans([row[-1] for row in rows])
            if label in labels
        )
        yield Tagged(text, tuple(tokens), spans)


def _blocks(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line.split())
        elif block:
            yield block
            block = []


def read_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(start, stop, label) in tokens from BIO or BILOU tags; a stray I- opens a span."""
    start, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        kind, _, name = tag.partition("-")
        if label and (kind in "OBSU" or name != label):
            yield start, index, label
            label = ""
        if kind != "O" and not label:
            start, label = index, name


def join_tokens(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Running text of the words and the (start, stop) of each word in it.

    >>> join_tokens(["sama", "-", "sama", "(", "KPK", ")", "."])[0]
    'sama-sama (KPK).'
    """
    parts: list[str] = []
    offsets: list[tuple[int, int]] = []
    length = 0
    for index, word in enumerate(words):
        if index and _blank_between(words, index):
            parts.append(" ")
            length += 1
        parts.append(word)
        offsets.append((length, length + len(word)))
        length += len(word)
    return "".join(parts), offsets


def _blank_between(words: Sequence[str], index: int) -> bool:
    left, right = words[index - 1], words[index]
    if right in QUOTES:
        return not _closes(words, index)
    if left in QUOTES:
        return _closes(words, index - 1)
    if left in OPENING or right in CLOSING:
        return False
    if right == "-" or left == "-":
        return not _hyphen_joins(words, index if right == "-" else index - 1)
    if right == "/" or left == "/":
        return False
    return not (left == "Rp" or left.endswith("$"))


def _closes(words: Sequence[str], index: int) -> bool:
    """Whether the quotation mark at ``index`` closes: an odd number of its kind stands before."""
    mark = words[index]
    if mark in "“‘":
        return False
    return mark in "”’" or sum(word == mark for word in words[:index]) % 2 == 1


def _hyphen_joins(words: Sequence[str], index: int) -> bool:
    """Whether the hyphen at ``index`` stands inside a word: sama-sama, SJ-182, 30-35."""
    if not 0 < index < len(words) - 1:
        return False
    left, right = words[index - 1], words[index + 1]
    same = left[-4:].lower() == right[: len(left)][-4:].lower()
    return same or right[0].isdigit() or right == "nya" or left.lower() in {"ke", "non", "anti"}
