"""The codebook of indirect speech: data/reporting.toml in, `ReportingCue`s by word out."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sumber.lexicon.entries import read_data, read_entry, read_table
from sumber.records import Certainty

FILE = "reporting.toml"

Frame = Literal[
    "say",
    "that",
    "deny",
    "ask",
    "hope",
    "object",
    "post",
    "according",
    "passive",
    "hearsay",
    "noun",
    "source",
    "cited",
]


@dataclass(frozen=True, slots=True)
class ReportingCue:
    """What reports a saying: its forms (lower case), its frame, and an example sentence."""

    forms: tuple[str, ...]
    frame: Frame
    certainty: Certainty
    example: str


@functools.cache
def load_reporting_cues() -> Mapping[str, ReportingCue]:
    """The cue of each form. Raises: LexiconError naming the entry."""
    rows = read_table(read_data(FILE), file=FILE)["cue"]
    cues = (read_entry(row, ReportingCue, file=FILE) for row in rows)
    return {form: cue for cue in cues for form in cue.forms}


@functools.cache
def load_function_words() -> Mapping[str, frozenset[str]]:
    """The small words that the frames are built with, by what they do."""
    lists = read_table(read_data(FILE), file=FILE)["words"]
    return {name: frozenset(words) for name, words in lists.items()}
