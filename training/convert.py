"""Corpora -> spaCy's binary training files.

In goes the folder of the corpora, out go ``train.spacy`` and ``dev.spacy``: trees and names mixed,
because all components learn on one encoder. Documents hold one to four neighbouring sentences,
since the pipeline reads running text. What a corpus does not mark is missing there, not negative.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from names import Tagged, read_tagged
from treebank import Sentence, Word, read_sentences

SEED = 7
TREES_TRAIN = ("ud/id_csui-ud-train.conllu", "ud/id_gsd-ud-dev.conllu", "ud/id_pud-ud-test.conllu")
TREES_HELD_OUT = 12  # every 12th sentence of each training treebank is held out for early stopping
NAMES_TRAIN = ("ner/idner-news-2k/train.txt",)
NAMES_DEV = ("ner/idner-news-2k/dev.txt",)

# Headlines are capitalised, but hardly any sentence of the corpora is one.
HEADLINE_WORDS = 14
HEADLINE_SHARE = 0.3
SMALL_IN_HEADLINES = frozenset(
    "di ke dari dan atau yang untuk pada dengan dalam oleh bagi nya".split()
)

# Features that later rooms read; the rest can be told from the form and only spreads the data thin.
KEPT_FEATURES = ("Polarity", "Voice")

# GSD marks noun-noun modification as compound; the news treebanks mark it as nmod.
RELATIONS = {
    "compound": "nmod", "compound:a": "nmod", "nmod:lmod": "nmod", "nmod:tmod": "nmod",
    "case:adv": "case", "cc:preconj": "cc", "csubj:pass": "csubj", "iobj": "obj", "clf": "nmod",
    "dislocated": "dep", "orphan": "dep", "goeswith": "flat", "vocative": "discourse",
}  # fmt: skip


class Piece(NamedTuple):
    """Words of one document with their annotation; ``None`` stands for what is not marked."""

    words: list[str]
    spaces: list[bool]
    trees: list[Word] | None
    starts: list[int]  # indices of the words that open a sentence
    names: list[tuple[int, int, str]] | None  # in words


def write_training_files(corpora: Path, folder: Path) -> None:
    """Write ``train.spacy`` and ``dev.spacy`` to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    tree_train, tree_dev = _tree_pieces(corpora)
    name_train = _name_pieces(corpora, NAMES_TRAIN)
    name_dev = _name_pieces(corpora, NAMES_DEV)
    headlines = [*_headlines(tree_train), *_headlines(name_train)]
    documents = [*_grouped(tree_train), *map(_with_lines, _grouped(name_train))]
    write_pieces([*documents, *headlines], folder / "train.spacy")
    write_pieces([*tree_dev, *name_dev], folder / "dev.spacy")


def write_pieces(pieces: Sequence[Piece], path: Path) -> None:
    """Write the pieces as spaCy documents."""
    vocab = Vocab()
    DocBin(docs=[make_doc(vocab, piece) for piece in pieces], store_user_data=False).to_disk(path)


def _tree_pieces(corpora: Path) -> tuple[list[Piece], list[Piece]]:
    """Training and held-out pieces of the treebanks, in the order of the files."""
    train: list[Piece] = []
    held_out: list[Piece] = []
    for name in TREES_TRAIN:
        for index, sentence in enumerate(read_sentences(corpora / name)):
            part = held_out if index % TREES_HELD_OUT == 0 else train
            part.append(tree_piece(sentence))
    return train, held_out


def tree_piece(sentence: Sentence) -> Piece:
    """One sentence of a treebank as a piece."""
    words = sentence.words
    stops = [word.start for word in words[1:]] + [words[-1].stop + 1]
    spaces = [word.stop < stop for word, stop in zip(words, stops, strict=True)]
    return Piece([word.form for word in words], spaces, list(words), [0], None)


def _name_pieces(corpora: Path, files: Iterable[str]) -> list[Piece]:
    tokenizer = spacy.blank("id_news").tokenizer
    return [
        name_piece(tagged, tokenizer(tagged.text))
        for name in files
        for tagged in read_tagged(corpora / name)
    ]


def name_piece(tagged: Tagged, doc: Doc) -> Piece:
    """A tagged text cut into the pipeline's own tokens; a span is widened to whole tokens."""
    names = []
    for start, stop, label in tagged.spans:
        span = doc.char_span(start, stop, alignment_mode="expand")
        if span is not None:
            names.append((span.start, span.end, label))
    words = [token.text for token in doc]
    return Piece(words, [bool(token.whitespace_) for token in doc], None, [0], names)


def _grouped(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbouring pieces joined to documents of one to four sentences, half of them alone."""
    chance = random.Random(SEED)
    index = 0
    while index < len(pieces):
        size = chance.choice((1, 1, 1, 2, 3, 4))
        yield _joined(pieces[index : index + size])
        index += size


def _joined(pieces: Sequence[Piece]) -> Piece:
    words: list[str] = []
    spaces: list[bool] = []
    trees: list[Word] = []
    names: list[tuple[int, int, str]] = []
    starts: list[int] = []
    for piece in pieces:
        shift = len(words)
        starts.append(shift)
        words += piece.words
        spaces += [*piece.spaces[:-1], True]
        trees += [_shifted(word, shift) for word in piece.trees or ()]
        names += [(start + shift, stop + shift, label) for start, stop, label in piece.names or ()]
    first = pieces[0]
    has_trees, has_names = first.trees is not None, first.names is not None
    return Piece(words, spaces, trees if has_trees else None, starts, names if has_names else None)


def _headlines(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Copies of some short pieces as headlines are written: capitals on all words of content."""
    chance = random.Random(SEED)
    for piece in pieces:
        if 4 <= len(piece.words) <= HEADLINE_WORDS and chance.random() < HEADLINE_SHARE:
            yield piece._replace(words=[_as_in_headline(word) for word in piece.words])


def _as_in_headline(word: str) -> str:
    return word if word.lower() in SMALL_IN_HEADLINES else word[:1].upper() + word[1:]


def _with_lines(piece: Piece) -> Piece:
    """A document of names whose sentences stand in paragraphs of their own, in half of the cases.

    The blank lines are words outside every name, so that no name is learnt to reach over one.
    """
    if len(piece.starts) < 2 or len(piece.words) % 2:
        return piece
    words, spaces, names = list(piece.words), list(piece.spaces), list(piece.names or ())
    for start in reversed(piece.starts[1:]):
        words.insert(start, "\n\n")
        spaces[start - 1] = False
        spaces.insert(start, False)
        names = [(a + (a >= start), b + (a >= start), label) for a, b, label in names]
    starts = [start + number for number, start in enumerate(piece.starts)]
    return piece._replace(words=words, spaces=spaces, names=names, starts=starts)


def _shifted(word: Word, shift: int) -> Word:
    return Word(
        word.start, word.stop, word.form, word.lemma, word.upos, word.feats,
        word.head + shift, word.deprel,
    )  # fmt: skip


def make_doc(vocab: Vocab, piece: Piece) -> Doc:
    """A spaCy document with what the piece marks."""
    if piece.trees is None:
        doc = Doc(vocab, words=piece.words, spaces=piece.spaces)
        for index in range(len(doc)):
            doc[index].is_sent_start = index in piece.starts
    else:
        doc = Doc(
            vocab,
            words=piece.words,
            spaces=piece.spaces,
            pos=[word.upos for word in piece.trees],
            tags=[word.upos for word in piece.trees],
            morphs=[features(word) for word in piece.trees],
            lemmas=[lemma(word) for word in piece.trees],
            heads=[word.head for word in piece.trees],
            deps=[relation(word) for word in piece.trees],
        )
    if piece.names is not None:
        doc.set_ents([Span(doc, *span) for span in _apart(piece.names)], default="outside")
    return doc


def _apart(names: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The names that do not overlap an earlier one."""
    end = 0
    for name in sorted(names):
        if name[0] >= end:
            yield name
            end = name[1]


def features(word: Word) -> str:
    """The kept features in UD's notation, the empty string for none."""
    pairs = [pair for pair in word.feats.split("|") if pair.partition("=")[0] in KEPT_FEATURES]
    return "|".join(pairs)


def lemma(word: Word) -> str:
    """The root; GSD writes names in small letters, here they keep their capitals."""
    if word.upos == "PROPN" and word.lemma == word.form.lower():
        return word.form
    return word.lemma


def relation(word: Word) -> str:
    """The relation, rare subtypes and GSD's own ways folded into common ones."""
    return "ROOT" if word.deprel == "root" else RELATIONS.get(word.deprel, word.deprel)


def count_labels(pieces: Iterable[Piece]) -> Counter[str]:
    """How often each relation occurs, for the model card."""
    return Counter(relation(word) for piece in pieces for word in piece.trees or ())
