"""Pretraining objective: guess hidden words from their neighbours.

A fifth of the words of each batch is hidden from the encoder, which learns to tell which of the
most frequent words stood there. Words outside that list are hidden too but teach nothing. Only
the hidden positions pass through the output layer, so a large word list costs little. After
Devlin et al. 2019 (BERT), on a convolutional encoder. Used by ``spacy pretrain``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Maxout, Model, Softmax_v2, chain
from thinc.types import Floats2d

Encoder = Model[list[Doc], list[Floats2d]]
Objective = Model[list[Doc], Floats2d]

HIDDEN_SHARE = 0.2
# Of the hidden words: replaced by a blank form, by another word of the batch, left as they are.
BLANK, OTHER = 0.8, 0.1
BLANK_FORM = "▁"


def masked_words(words: str, hidden_size: int) -> Callable[[Vocab, Encoder], Objective]:
    """Make the objective; ``words`` is a JSON file with the list of words to guess."""
    known = json.loads(Path(words).read_text(encoding="utf-8"))

    def create(vocab: Vocab, tok2vec: Encoder) -> Objective:
        return _build(vocab, tok2vec, known, hidden_size)

    return create


def _build(vocab: Vocab, tok2vec: Encoder, known: list[str], hidden_size: int) -> Objective:
    numbers = {vocab.strings.add(word): number for number, word in enumerate(known)}
    output: Model[Floats2d, Floats2d] = chain(
        Maxout(nO=hidden_size, nI=tok2vec.get_dim("nO"), nP=2, normalize=True),
        Softmax_v2(nO=len(known), nI=hidden_size, normalize_outputs=True),
    )
    model: Objective = Model(
        "masked_words",
        _forward,
        init=_initialize,
        layers=[tok2vec, output],
        refs={"tok2vec": tok2vec},
        attrs={"numbers": numbers, "targets": numpy.zeros(0, dtype="i"), "loss": None},
    )
    model.attrs["loss"] = lambda ops, docs, scores: _loss(model, scores)
    return model


def _initialize(model: Objective, X: Any = None, Y: Any = None) -> None:
    model.layers[0].initialize(X=X)
    model.layers[1].initialize()


def _forward(
    model: Objective, docs: list[Doc], is_train: bool
) -> tuple[Floats2d, Callable[[Floats2d], Any]]:
    tok2vec, output = model.layers
    rows, targets, hidden_docs = _hide(docs, model.attrs["numbers"])
    model.attrs["targets"] = targets
    vectors, back_vectors = tok2vec(hidden_docs, is_train)
    table = numpy.vstack(vectors)
    scores, back_scores = output(table[rows], is_train)

    def backprop(d_scores: Floats2d) -> Any:
        d_table = numpy.zeros_like(table)
        d_table[rows] = back_scores(d_scores)
        cuts = numpy.cumsum([len(doc) for doc in docs])[:-1]
        return back_vectors(numpy.split(d_table, cuts))

    return scores, backprop


def _hide(docs: list[Doc], numbers: dict[int, int]) -> tuple[Any, Any, list[Doc]]:
    """Rows (in the stacked batch) and numbers of the hidden known words, and the changed docs."""
    words = [token.text for doc in docs for token in doc]
    norms = [token.norm for doc in docs for token in doc]
    hidden = numpy.flatnonzero(numpy.random.uniform(size=len(words)) < HIDDEN_SHARE)
    dice = numpy.random.uniform(size=len(hidden))
    others = numpy.random.randint(len(words), size=len(hidden))
    for row, roll, other in zip(hidden, dice, others, strict=True):
        if roll < BLANK:
            words[row] = BLANK_FORM
        elif roll < BLANK + OTHER:
            words[row] = words[other]
    targets = numpy.asarray([numbers.get(norms[row], -1) for row in hidden], dtype="i")
    known = targets >= 0
    return hidden[known], targets[known], _rebuilt(docs, words)


def _rebuilt(docs: list[Doc], words: list[str]) -> list[Doc]:
    changed, start = [], 0
    for doc in docs:
        changed.append(Doc(doc.vocab, words=words[start : start + len(doc)]))
        start += len(doc)
    return changed


def _loss(model: Objective, scores: Any) -> tuple[float, Any]:
    """Cross entropy summed over the hidden words, and its gradient."""
    targets = model.attrs["targets"]
    rows = numpy.arange(len(targets))
    loss = -numpy.log(numpy.maximum(scores[rows, targets], 1e-9)).sum()
    gradient = scores.copy()
    gradient[rows, targets] -= 1.0
    return float(loss), gradient


def register_objective() -> None:
    """Make spaCy know the objective."""
    registry.architectures.register("sumber.masked_words.v1", func=masked_words)
