"""NER-UI and NER-UGM: names in five folds, entity F1.

The architecture of the pipeline, its encoder pretrained on raw news, trained anew in every fold.
The corpora state no licence: what is trained here is thrown away.
One run to a WORK folder: two at once overwrite each other's weights. Run: ``python
benchmarks/folds.py CORPORA VECTORS ENCODER WORK [nerui|nerugm]...``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import mean

import spacy
from spacy.tokens import Doc

import register
from convert import make_doc, name_piece
from entities import Recipe, train_names
from names import read_tagged
from score import score_names

# F1 over five folds: BiLSTM-CRF and IndoBERT (IndoLEM).
PUBLISHED = {"nerui": (82.2, 90.1), "nerugm": (70.9, 74.9)}
FOLDS = ("01", "02", "03", "04", "05")
EPOCHS = 8
WORDS_IN_BATCH = 500


def read_docs(path: Path) -> list[Doc]:
    """The sentences of a fold's file as documents in the pipeline's own tokens."""
    blank = spacy.blank(register.LANGUAGE)
    pieces = (name_piece(tagged, blank.make_doc(tagged.text)) for tagged in read_tagged(path))
    return [make_doc(blank.vocab, piece) for piece in pieces]


def score_fold(folder: Path, fold: str, recipe: Recipe, work: Path) -> dict[str, float]:
    """Train on one fold's training file, stop by its dev file, score on its test file.

    The scores are kept in ``work``, so that an interrupted run goes on where it stopped.
    """
    kept = work / folder.name / f"{fold}.json"
    if kept.exists():
        scores: dict[str, float] = json.loads(kept.read_text())
        return scores
    train_docs = read_docs(folder / f"train.{fold}.tsv")
    dev_docs = read_docs(folder / f"dev.{fold}.tsv")
    nlp = train_names(recipe, train_docs, dev_docs, work / folder.name / fold)
    scores = score_names(nlp, read_tagged(folder / f"test.{fold}.tsv"))
    kept.write_text(json.dumps(scores))
    return scores


def main(corpora: Path, vectors: Path, encoder: Path, work: Path, *names: Path) -> None:
    """Print the F1 of every fold and the mean beside the published figures; write them as JSON."""
    recipe = Recipe(vectors=vectors, encoder=encoder, epochs=EPOCHS, words_in_batch=WORDS_IN_BATCH)
    for name in map(str, names or PUBLISHED):
        scores = [score_fold(corpora / "ner" / name, fold, recipe, work) for fold in FOLDS]
        mean_f1 = mean(score["f1"] for score in scores)
        print(name, f"{mean_f1:.2f}", "published", *PUBLISHED[name], scores)
        report = {"mean_f1": mean_f1, "folds": scores, "published": PUBLISHED[name]}
        (work / f"{name}.json").write_text(json.dumps(report))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
