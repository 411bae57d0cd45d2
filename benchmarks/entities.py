"""Train names on a benchmark corpus and score them: what the single benchmarks share.

In go documents with entities, out comes a trained pipeline. Nothing trained here is shipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import load_model

import register

CONFIG = Path(__file__).parent / "entities.cfg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What is learnt from and for how long; paths are those that training/build.py writes."""

    vectors: Path | None  # static vectors, None: without
    encoder: Path | None  # pretrained weights of the encoder, None: from scratch
    epochs: int
    words_in_batch: int
    dropout: float = 0.25
    more: Mapping[str, object] = field(default_factory=dict)  # other settings of the config


def train_names(
    recipe: Recipe, train_docs: list[Doc], dev_docs: list[Doc], folder: Path
) -> Language:
    """The pipeline that did best on ``dev_docs``; files go to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    DocBin(docs=train_docs).to_disk(folder / "train.spacy")
    DocBin(docs=dev_docs).to_disk(folder / "dev.spacy")
    words = sum(len(doc) for doc in train_docs)
    steps = recipe.epochs * words // recipe.words_in_batch
    filled = _fill_config(folder / "config.cfg")
    train(filled, folder / "out", overrides=_overrides(recipe, folder, steps))
    return load_model(folder / "out" / "model-best")


def _fill_config(path: Path) -> Path:
    """The config with spaCy's defaults filled in, at ``path``."""
    from spacy.cli.init_config import fill_config  # noqa: PLC0415 - its import takes a second

    register.register_language()
    fill_config(path, CONFIG)
    return path


def _overrides(recipe: Recipe, folder: Path, steps: int) -> dict[str, object]:
    return {
        "paths.train": str(folder / "train.spacy"),
        "paths.dev": str(folder / "dev.spacy"),
        "paths.vectors": str(recipe.vectors) if recipe.vectors else None,
        "paths.init_tok2vec": str(recipe.encoder) if recipe.encoder else None,
        "training.max_epochs": recipe.epochs,
        "training.batcher.size": recipe.words_in_batch,
        "training.dropout": recipe.dropout,
        "training.eval_frequency": max(50, steps // 12),
        "training.optimizer.learn_rate.total_steps": steps,
        **recipe.more,
    }
