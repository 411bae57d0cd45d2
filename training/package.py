"""A trained pipeline -> the folder of weights that the package ships.

Leaves out what only training needs: the paths of this build, its schedule, spaCy's scores.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy
from spacy.language import Language

META = {
    "name": "sumber_news",
    "version": "0.1.0",
    "description": "Indonesian news: words, sentences, parts of speech, roots, trees, names",
    "license": "CC BY-SA 4.0",
    "author": "Sumber",
    "email": "",
    "url": "",
}


def write_package(trained: Path, folder: Path) -> None:
    """Write the pipeline at ``trained`` to ``folder``, replacing what is there."""
    nlp = spacy.load(trained)
    _drop_training(nlp)
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)


def _drop_training(nlp: Language) -> None:
    for section in ("paths", "training", "pretraining", "corpora"):
        nlp.config[section] = {}
    nlp.config["initialize"] = {"components": {}, "tokenizer": {}}
    nlp.meta.update(META)
    nlp.meta["performance"] = {}
    nlp.meta["sources"] = []
