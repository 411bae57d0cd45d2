"""The trained pipeline: raw text in, ``Parse`` out.

The only module that loads spaCy's weights. Texts of any length are taken; a very long one is parsed
in pieces cut between paragraphs, so that memory depends on the piece and not on the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from threading import Lock

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token

from sumber.errors import SetupError
from sumber.language.parse import Entity, Parse
from sumber.language.sentence_ends import register_sentences
from sumber.language.tokenization import register_language

MODEL = Path(__file__).parent / "model"

# Texts in one go; more gives no speed, only memory.
BATCH_SIZE = 64

# Pieces that pass the encoder together.
PIECES_AT_ONCE = 32

# Code points in one piece, about 3,500 words: ten times a common article.
PIECE_LENGTH = 20_000

# Code points without a blank of which marks are still cut off; addresses are shorter.
LONGEST_CHUNK = 500

PARSING = Lock()

Search = Callable[[str], re.Match[str] | None]


@cache
def load_pipeline() -> Language:
    """The pipeline, loaded once a process.

    Raises:
        SetupError: the package was installed without its weights.

    """
    register_language()
    register_sentences()
    if not (MODEL / "config.cfg").is_file():
        raise SetupError(
            f"no weights in {MODEL}, expected the folder that training/build.py writes; "
            "install the package from its wheel or run the build"
        )
    nlp = spacy.load(MODEL)
    _bound_chunks(nlp.tokenizer)
    return nlp


def _bound_chunks(tokenizer: Tokenizer) -> None:
    """Leave the ends of a very long chunk alone: cutting them off costs its length each time."""
    tokenizer.prefix_search = _up_to(LONGEST_CHUNK, tokenizer.prefix_search)
    tokenizer.suffix_search = _up_to(LONGEST_CHUNK, tokenizer.suffix_search)


def _up_to(length: int, search: Search) -> Search:
    """The same search, which finds nothing in what is longer."""
    return lambda chunk: search(chunk) if len(chunk) <= length else None


def parse(text: str) -> Parse:
    """The parse of one text; equal to what ``parse_all`` gives for it.

    >>> [parse("Ujarnya.").word(i) for i in range(3)]
    ['Ujar', 'nya', '.']
    """
    return next(parse_all([text]))


def parse_all(texts: Iterable[str], batch_size: int = BATCH_SIZE) -> Iterator[Parse]:
    """The parses of the texts, one each, in their order; ``batch_size`` texts are read ahead."""
    waiting = iter(texts)
    while batch := list(islice(waiting, batch_size)):
        yield from _parse_batch(batch)


def _parse_batch(texts: list[str]) -> list[Parse]:
    """The parses of the texts; the words that only they contain are forgotten afterwards.

    Without the memory zone spaCy keeps every word that it ever met. A zone belongs to the whole
    pipeline, so threads take turns.
    """
    nlp = load_pipeline()
    pieces = ((piece, (text, shift, last)) for text in texts for piece, shift, last in _cut(text))
    parses: list[Parse] = []
    with PARSING, nlp.memory_zone():
        columns = _Columns()
        for doc, (text, shift, last) in nlp.pipe(pieces, as_tuples=True, batch_size=PIECES_AT_ONCE):
            columns.add(doc, shift)
            if last:
                parses.append(columns.record(text))
                columns = _Columns()
    return parses


def _cut(text: str) -> Iterator[tuple[str, int, bool]]:
    """(piece, its start in the text, whether it is the last), cut at line ends or else blanks."""
    start = 0
    while len(text) - start > PIECE_LENGTH:
        stop = _cut_position(text, start)
        yield text[start:stop], start, False
        start = stop
    yield text[start:], start, True


def _cut_position(text: str, start: int) -> int:
    limit = start + PIECE_LENGTH
    for mark in ("\n", " "):
        found = text.rfind(mark, start, limit)
        if found > start:
            return found + 1
    return limit


class _Columns:
    """The columns of one ``Parse`` while its pieces come in."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.lemmas: list[str] = []
        self.tags: list[str] = []
        self.features: list[str] = []
        self.relations: list[str] = []
        self.heads: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.sentence_tokens: list[int] = []
        self.entities: list[Entity] = []

    def add(self, doc: Doc, shift: int) -> None:
        """Append a piece that starts ``shift`` code points into the text."""
        first = len(self.starts)
        words = [token for token in doc if not token.is_space]
        numbers = {token.i: first + number for number, token in enumerate(words)}
        offsets = [token.idx + shift for token in words]
        self.starts += offsets
        self.stops += [start + len(token) for start, token in zip(offsets, words, strict=True)]
        self.lemmas += [token.lemma_ for token in words]
        self.tags += [token.pos_ for token in words]
        self.features += [str(token.morph) for token in words]
        for sentence in _sentences(doc):
            self._add_tree(sentence, numbers)
        self.entities += _entities(doc, shift)

    def _add_tree(self, sentence: list[Token], numbers: dict[int, int]) -> None:
        above = [_word_above(token) for token in sentence]
        root = sentence[above.index(None)]
        start, stop = numbers[sentence[0].i], numbers[sentence[-1].i]
        self.sentences.append((self.starts[start], self.stops[stop]))
        self.sentence_tokens.append(start)
        for token, head in zip(sentence, above, strict=True):
            self.heads.append(numbers[(head or root).i])
            self.relations.append("root" if token.i == root.i else _relation(token))

    def record(self, text: str) -> Parse:
        """The finished record."""
        return Parse(
            text, tuple(self.starts), tuple(self.stops), tuple(self.lemmas), tuple(self.tags),
            tuple(self.features), tuple(self.relations), tuple(self.heads), tuple(self.sentences),
            tuple(self.sentence_tokens), tuple(self.entities),
        )  # fmt: skip


def _entities(doc: Doc, shift: int) -> Iterator[Entity]:
    """The names of a piece, without the blanks that stand at their ends."""
    for name in doc.ents:
        words = [token for token in name if not token.is_space]
        if words:
            stop = words[-1].idx + len(words[-1])
            yield Entity(words[0].idx + shift, stop + shift, name.label_)


def _sentences(doc: Doc) -> Iterator[list[Token]]:
    """The words of each sentence; one of blanks alone is passed over."""
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            yield words


def _word_above(token: Token) -> Token | None:
    """The nearest word above ``token``, blanks passed over; ``None`` where there is none."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return None if head.is_space or head.i == token.i else head


def _relation(token: Token) -> str:
    """The relation; words that hung under a blank and are no root hang on by ``dep``."""
    return "dep" if token.dep_ == "ROOT" else token.dep_
