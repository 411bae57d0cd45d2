"""Scores of a pipeline on texts that it was not trained on.

In goes a pipeline and a test file, out come figures in per cent. Trees are scored the way of the
CoNLL 2018 shared task: the pipeline gets raw text, words are aligned by their characters, and a
relation counts with its main type only. Users: ``card``, ``benchmarks``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from names import Span, Tagged
from treebank import Sentence

# Sentences joined to one raw text; a treebank does not say where its articles begin.
SENTENCES_IN_TEXT = 10


class Node(NamedTuple):
    """A word of a tree, gold or found; ``head`` is the span of the head, ``None`` for a root."""

    upos: str
    lemma: str
    head: tuple[int, int] | None
    relation: str


Tree = dict[tuple[int, int], Node]


def score_raw_text(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """F1 of words, sentences, UPOS, lemmas, UAS and LAS from raw text."""
    counts: Counter[str] = Counter()
    for group in _groups(sentences):
        text = " ".join(sentence.text for sentence in group)
        _count(counts, *_gold_tree(group), *_found_tree(nlp(text)))
    return _f1(counts)


def score_gold_words(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """The same figures where words and sentences are given."""
    counts: Counter[str] = Counter()
    with nlp.select_pipes(disable=["sentence_ends"]):
        for sentence in sentences:
            tree, starts = _gold_tree([sentence])
            _count(counts, tree, starts, *_found_tree(nlp(_gold_doc(nlp, sentence))))
    return _f1(counts)


def _groups(sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    for start in range(0, len(sentences), SENTENCES_IN_TEXT):
        yield sentences[start : start + SENTENCES_IN_TEXT]


def _gold_doc(nlp: Language, sentence: Sentence) -> Doc:
    words = [word.form for word in sentence.words]
    nexts = [word.start for word in sentence.words[1:]] + [sentence.words[-1].stop]
    spaces = [word.stop < n for word, n in zip(sentence.words, nexts, strict=True)]
    starts: list[bool | int | None] = [index == 0 for index in range(len(words))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def _gold_tree(group: Sequence[Sentence]) -> tuple[Tree, set[tuple[int, int]]]:
    tree: Tree = {}
    spans: set[tuple[int, int]] = set()
    shift = 0
    for sentence in group:
        for index, word in enumerate(sentence.words):
            head = sentence.words[word.head]
            place = None if word.head == index else (head.start + shift, head.stop + shift)
            node = Node(word.upos, word.lemma, place, word.deprel.partition(":")[0])
            tree[word.start + shift, word.stop + shift] = node
        spans.add((sentence.words[0].start + shift, sentence.words[-1].stop + shift))
        shift += len(sentence.text) + 1
    return tree, spans


def _found_tree(doc: Doc) -> tuple[Tree, set[tuple[int, int]]]:
    tree: Tree = {}
    shift = 0
    for token in doc:
        if token.is_space:
            continue
        head = token.head
        place = None if head.i == token.i else (head.idx, head.idx + len(head))
        relation = "root" if place is None else token.dep_.partition(":")[0]
        tree[token.idx + shift, token.idx + len(token)] = Node(
            token.pos_, token.lemma_, place, relation
        )
    return tree, {(sent.start_char, sent.end_char) for sent in doc.sents}


def _count(
    counts: Counter[str],
    gold: Tree,
    gold_sentences: set[tuple[int, int]],
    found: Tree,
    found_sentences: set[tuple[int, int]],
) -> None:
    """Add one text to the counts."""
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    counts["gold_sentences"] += len(gold_sentences)
    counts["found_sentences"] += len(found_sentences)
    counts["sentences"] += len(gold_sentences & found_sentences)
    for span in gold.keys() & found.keys():
        counts.update(_agreements(gold[span], found[span]))


def _agreements(gold: Node, found: Node) -> Iterator[str]:
    yield "words"
    if gold.upos == found.upos:
        yield "upos"
    if gold.lemma.lower() == found.lemma.lower():
        yield "lemmas"
    if gold.head == found.head:
        yield "uas"
        if gold.relation == found.relation:
            yield "las"


def _f1(counts: Counter[str]) -> dict[str, float]:
    both = counts["gold"] + counts["found"]
    figures = {
        name: 200 * counts[name] / both for name in ("words", "upos", "lemmas", "uas", "las")
    }
    ends = counts["gold_sentences"] + counts["found_sentences"]
    return {**figures, "sentences": 200 * counts["sentences"] / ends}


def score_names(nlp: Language, texts: Iterable[Tagged]) -> dict[str, float]:
    """Precision, recall and F1 of exact spans with their labels, and F1 by label."""
    gold: set[tuple[int, Span]] = set()
    found: set[tuple[int, Span]] = set()
    texts = list(texts)
    for number, doc in enumerate(nlp.pipe(tagged.text for tagged in texts)):
        gold |= {(number, span) for span in texts[number].spans}
        found |= {(number, (e.start_char, e.end_char, e.label_)) for e in doc.ents}
    return {**_prf(gold, found), **_by_label(gold, found)}


def _prf(gold: set[tuple[int, Span]], found: set[tuple[int, Span]]) -> dict[str, float]:
    right = len(gold & found)
    return {
        "precision": 100 * right / max(1, len(found)),
        "recall": 100 * right / max(1, len(gold)),
        "f1": 200 * right / max(1, len(gold) + len(found)),
    }


def _by_label(gold: set[tuple[int, Span]], found: set[tuple[int, Span]]) -> dict[str, float]:
    labels = sorted({span[2] for _, span in gold})
    return {
        label: _prf(
            {item for item in gold if item[1][2] == label},
            {item for item in found if item[1][2] == label},
        )["f1"]
        for label in labels
    }
