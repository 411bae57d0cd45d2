"""PFSA-ID: direct quotations and their speakers, exact span and label.

The architecture of the pipeline, with a window wide enough to see from a speaker to his words,
trained on the benchmark's own training articles alone and scored on its test articles, decoded over
whole articles. The corpus is CC BY-NC-SA: what is trained here is thrown away. Run:
``python benchmarks/pfsa.py CORPORA WORK``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from entities import Recipe, train_names
from names import read_spans
from pfsa_corpus import Article, paired_quotes, read_articles

DEV_EVERY = 12  # every 12th training article is held out for early stopping

EPOCHS = 9
# How the encoder differs from that of entities.cfg: wide enough to see a speaker from his words.
WIDE = {
    "components.tok2vec.model.embed.include_static_vectors": False,
    "components.tok2vec.model.encode.width": 128,
    "components.tok2vec.model.encode.depth": 4,
    "components.tok2vec.model.encode.window_size": 3,
    "components.ner.model.hidden_width": 128,
    "training.optimizer.learn_rate.initial_rate": 0.001,
}

# F1 of the published model, a CNN trained on more than twice the articles.
PUBLISHED = {"all": 82.8, "STATEMENT": 92.7, "PERSON": 72.2, "ROLE": 63.6, "AFFILIATION": 63.7}


def make_doc(vocab: Vocab, article: Article) -> Doc:
    """An article as a document; its quotation marks are turned to open and close in pairs.

    The corpus writes most opening marks like closing ones, which no window of words can tell apart.
    """
    words, tags = article
    doc = Doc(vocab, words=list(paired_quotes(words)))
    doc.set_ents([Span(doc, *span) for span in read_spans(tags)])
    return doc


def score(nlp: Language, articles: list[Article]) -> dict[str, float]:
    """F1 in per cent over all labels and by label."""
    counts: dict[str, Counter[str]] = {}
    for article in articles:
        gold = make_doc(nlp.vocab, article)
        words = [token.text for token in gold]
        found = nlp(Doc(nlp.vocab, words=words))
        _count(counts, set(_spans(gold)), set(_spans(found)))
    return {label: round(_f1(counter), 2) for label, counter in sorted(counts.items())}


def _spans(doc: Doc) -> Iterator[tuple[int, int, str]]:
    return ((span.start, span.end, span.label_) for span in doc.ents)


def _count(
    counts: dict[str, Counter[str]],
    gold: set[tuple[int, int, str]],
    found: set[tuple[int, int, str]],
) -> None:
    for name, spans in (("gold", gold), ("found", found), ("right", gold & found)):
        for *_, label in spans:
            counts.setdefault("all", Counter())[name] += 1
            counts.setdefault(label, Counter())[name] += 1


def _f1(counter: Counter[str]) -> float:
    return 200 * counter["right"] / max(1, counter["gold"] + counter["found"])


def main(corpora: Path, work: Path) -> None:
    """Train, score, print the figures beside the published ones and write them as JSON."""
    articles = read_articles(corpora / "pfsa-id/train.txt.xz")
    vocab = Vocab()
    docs = [make_doc(vocab, article) for article in articles]
    held_out = docs[::DEV_EVERY]
    kept = [doc for index, doc in enumerate(docs) if index % DEV_EVERY]
    recipe = Recipe(
        vectors=None, encoder=None, epochs=EPOCHS, words_in_batch=1500, dropout=0.2, more=WIDE
    )
    nlp = train_names(recipe, kept, held_out, work)
    figures = score(nlp, read_articles(corpora / "pfsa-id/dev-30.txt.xz"))
    (work / "scores.json").write_text(json.dumps({"found": figures, "published": PUBLISHED}))
    for label, figure in figures.items():
        print(f"{label:14} {figure:6.2f} {PUBLISHED.get(label, '')}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
