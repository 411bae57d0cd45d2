"""Every example of the codebook codes as its entry says, and every counter-example does not."""

from __future__ import annotations

import pytest

from sumber.article import article_from_text
from sumber.lexicon.codebook import Entry, load_codebook
from sumber.reading import find_acts

ENTRIES = load_codebook().entries
COUNTERED = [entry for entry in ENTRIES if entry.counter]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_example_codes_as_its_entry_says(entry: Entry) -> None:
    acts = find_acts(article_from_text(entry.example, source=entry.name)).drafts
    told = {(act.event.type, act.event.mode) for act in acts}
    wanted = {(kind, mode) for kind, mode in told if kind == entry.type}
    assert wanted, f"{entry.example!r} tells {told or 'no act'}"
    assert entry.mode is None or (entry.type, entry.mode) in told


@pytest.mark.parametrize("entry", COUNTERED, ids=lambda entry: entry.name)
def test_a_counter_example_does_not_code_as_its_entry(entry: Entry) -> None:
    acts = find_acts(article_from_text(entry.counter or "", source=entry.name)).drafts
    assert not any(act.trigger.entry.name == entry.name for act in acts)
