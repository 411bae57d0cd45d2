"""The whole pipeline from the corpora, with one command.

``python training/build.py --corpora ../shared/corpora`` checks the digests of the corpora, prepares
the texts, learns the word vectors, pretrains the encoder, trains, puts the weights where the
package looks for them, and writes the model card. Every step leaves its result in ``--work`` and
is skipped when that is already there; ``--force STEP`` makes a step and all after it again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import register  # makes the language and its components known
from card import write_card
from convert import write_training_files
from package import write_package
from rawtext import write_paragraphs, write_words
from vectors import count_words, write_vectors, write_words_to_guess

TRAINING = Path(__file__).parent
CONFIG = TRAINING / "pipeline.cfg"
DIGESTS = TRAINING / "digests.json"
MODEL = TRAINING.parent / "src" / "sumber" / "language" / "model"

__all__ = ["main", "register"]


class CorpusChangedError(RuntimeError):
    """A corpus file is missing or not the one that the recipes were made for."""


@dataclass(frozen=True, slots=True)
class Build:
    """Where the corpora lie and where the steps leave their results."""

    corpora: Path
    work: Path

    def path(self, name: str) -> Path:
        """The path of a result."""
        return self.work / name


def check_digests(corpora: Path) -> None:
    """Compare SHA-256 of each corpus file with ``digests.json``.

    Raises:
        CorpusChangedError: at the first file that is missing or differs.

    """
    for name, expected in json.loads(DIGESTS.read_text(encoding="utf-8")).items():
        path = corpora / name
        if not path.is_file():
            raise CorpusChangedError(
                f"{name} is missing in {corpora}; point --corpora to its folder"
            )
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != expected:
            raise CorpusChangedError(
                f"{name} has digest {found}, expected {expected}; restore the file, or accept the "
                "new one by editing digests.json and building again"
            )


def prepare(build: Build) -> None:
    """Training files, raw text, and the words to guess."""
    write_training_files(build.corpora, build.path("data"))
    write_paragraphs(build.corpora, build.path("raw.jsonl"))
    write_words(build.corpora, build.path("words.txt"))
    write_words_to_guess(count_words(build.path("words.txt")), build.path("words.json"))


def learn_vectors(build: Build) -> None:
    """Word vectors of the raw text."""
    words = count_words(build.path("words.txt"))
    write_vectors(build.path("words.txt"), words, build.path("vectors"))


def pretrain(build: Build) -> None:
    """Weights of the encoder, from raw text alone."""
    _fill_config(build)
    _spacy(build, "pretrain", str(build.path("full.cfg")), str(build.path("pretrained")))


def train(build: Build) -> None:
    """The pipeline, stopped where the held-out sentences score best."""
    _spacy(
        build, "train", str(build.path("full.cfg")), "--output", str(build.path("trained")),
        "--paths.init_tok2vec", str(build.path("pretrained") / "model-last.bin"),
    )  # fmt: skip


def package(build: Build) -> None:
    """The weights, cut to what reading needs, in the package."""
    write_package(build.path("trained") / "model-best", MODEL)


def describe(build: Build) -> None:
    """``MODEL_CARD.md`` and ``metrics.json``."""
    write_card(build.corpora, MODEL, TRAINING)


def _fill_config(build: Build) -> None:
    _run("init", "fill-config", str(CONFIG), str(build.path("full.cfg")), *_code(), "--pretraining")


def _spacy(build: Build, command: str, *arguments: str) -> None:
    paths = {
        "vectors": "vectors",
        "raw_text": "raw.jsonl",
        "words": "words.json",
        "train": "data/train.spacy",
        "dev": "data/dev.spacy",
    }
    options = [part for key, name in paths.items() for part in (f"--paths.{key}", build.path(name))]
    _run(command, *arguments, *map(str, options), *_code())


def _code() -> tuple[str, str]:
    return "--code", str(TRAINING / "register.py")


def _run(*arguments: str) -> None:
    """Run spaCy's command line with the recipes importable and one thread, as measured."""
    folders = (str(TRAINING), str(TRAINING.parent / "src"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(folders), "OMP_NUM_THREADS": "1"}
    subprocess.run([sys.executable, "-m", "spacy", *arguments], check=True, env=environment)


# In order; the name of the result that shows a step was done.
STEPS: tuple[tuple[str, Callable[[Build], None], str], ...] = (
    ("prepare", prepare, "words.json"),
    ("vectors", learn_vectors, "vectors/config.cfg"),
    ("pretrain", pretrain, "pretrained/model-last.bin"),
    ("train", train, "trained/model-best/config.cfg"),
    ("package", package, "never"),
    ("describe", describe, "never"),
)


def main() -> None:
    """Make what is not made yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--force", choices=[name for name, *_ in STEPS])
    options = parser.parse_args()
    check_digests(options.corpora)
    build = Build(options.corpora, options.work)
    build.work.mkdir(parents=True, exist_ok=True)
    forced = False
    for name, step, result in STEPS:
        forced = forced or name == options.force
        if forced or not build.path(result).exists():
            print(f"{name} …", flush=True)
            if name in FRESH:
                shutil.rmtree(build.path(result).parent, ignore_errors=True)
            step(build)


FRESH = frozenset(("pretrain", "train"))  # spaCy adds to such folders instead of replacing them

if __name__ == "__main__":
    main()
