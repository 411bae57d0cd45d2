"""Abbreviations that are written with a full stop, for whoever looks for sentence ends."""

from __future__ import annotations

import functools

from sumber.lexicon.entries import read_data, read_table

FILE = "abbreviations.toml"


@functools.cache
def load_abbreviations() -> frozenset[str]:
    """The abbreviations without their last stop, lower case."""
    return frozenset(read_table(read_data(FILE), file=FILE)["abbreviations"])
