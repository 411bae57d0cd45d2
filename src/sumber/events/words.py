"""A parse as the coder walks it: words in lower case, children, and how far each phrase reaches.

In: a `Parse`. Out: `Words`, made once an article in linear time. Positions are indices of tokens;
offsets of characters come back through `start` and `stop`. Used by all of `events/`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sumber.language import Parse

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "conj"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of an article with the links that the coder follows."""

    parse: Parse
    lower: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    reach: tuple[tuple[int, int], ...]  # first and last token under each token

    def __len__(self) -> int:
        return len(self.lower)

    def sentence(self, at: int) -> tuple[int, int]:
        """First token of the sentence that holds a token, and the one after its last."""
        firsts = self.parse.sentence_tokens
        number = bisect_right(firsts, at) - 1
        stop = firsts[number + 1] if number + 1 < len(firsts) else len(self)
        return firsts[number], stop

    def relation(self, at: int) -> str:
        """The relation of a token to its head."""
        return self.parse.relations[at]

    def head(self, at: int) -> int:
        """The head of a token; itself for the root."""
        return self.parse.heads[at]

    def tag(self, at: int) -> str:
        """The universal part of speech of a token."""
        return self.parse.tags[at]

    def start(self, at: int) -> int:
        """Where a token begins, in code points."""
        return self.parse.starts[at]

    def stop(self, at: int) -> int:
        """Where a token ends, in code points."""
        return self.parse.stops[at]

    def children_by(self, at: int, *relations: str) -> Iterator[int]:
        """The children of a token that hang on it by one of the relations."""
        return (c for c in self.children[at] if self.parse.relations[c] in relations)

    def case_of(self, at: int) -> str | None:
        """The preposition that a noun hangs behind: `terhadap` for `terhadap Iran`."""
        return next((self.lower[c] for c in self.children_by(at, "case")), None)

    def above(self, at: int) -> Iterator[int]:
        """The heads of a token, from the nearest to the root of its sentence."""
        seen = {at}
        while (at := self.parse.heads[at]) not in seen:
            seen.add(at)
            yield at

    def token_at(self, offset: int) -> int:
        """The token that holds an offset, or the last one before it; -1 before the first."""
        return bisect_right(self.parse.starts, offset) - 1


def walk_words(parse: Parse) -> Words:
    """Make `Words` of a parse."""
    size = len(parse)
    children: list[list[int]] = [[] for _ in range(size)]
    for at, head in enumerate(parse.heads):
        if head != at:
            children[head].append(at)
    text = parse.text
    lower = tuple(text[a:b].lower() for a, b in zip(parse.starts, parse.stops, strict=True))
    return Words(parse, lower, tuple(map(tuple, children)), _reaches(parse.heads, children))


def _reaches(
    heads: Sequence[int], children: Sequence[Sequence[int]]
) -> tuple[tuple[int, int], ...]:
    """First and last token under each token; from the leaves up, so that depth costs nothing."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    left = [len(below) for below in children]
    ready = [at for at, count in enumerate(left) if not count]
    while ready:
        at = ready.pop()
        head = heads[at]
        if head == at:
            continue
        first[head] = min(first[head], first[at])
        last[head] = max(last[head], last[at])
        left[head] -= 1
        if not left[head]:
            ready.append(head)
    return tuple(zip(first, last, strict=True))
