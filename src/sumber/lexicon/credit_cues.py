"""The words by which an article names its sources, as data: `data/credits.toml`.

In: the file. Out: one frozen `CreditCues`. Used by `article/credits`. Checked when loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sumber.lexicon.lists import parse_lists

CREDITS = "credits.toml"
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CreditCues:
    """The lists of `credits.toml`, each named `table_list`; the file says what each is for."""

    taken_before: Words
    taken_between: Words
    taken_after: Words
    taken_amid: Words
    taken_agencies: Words
    told_to: Words
    told_between: Words
    told_said: Words
    told_saying: Words
    told_channels: Words
    foreign_verbs: Words
    foreign_through: Words
    foreign_never: Words
    foreign_pointed: Words
    document_cues: Words
    document_names: Words
    document_written: Words
    document_own: Words
    document_received: Words
    document_findings: Words
    document_saying: Words
    document_published: Words
    document_show: Words
    document_stated_names: Words
    document_stated: Words
    document_studies: Words
    document_studied: Words
    document_issuers: Words
    document_issued: Words
    document_bodies: Words
    document_think_tanks: Words
    document_quoted: Words
    document_quoted_names: Words
    medium_nouns: Words
    medium_to: Words
    medium_last: Words
    medium_first: Words
    medium_alone: Words
    medium_owned: Words
    medium_local: Words
    law_drafts: Words
    law_numbered: Words
    site_within: Words
    site_nouns: Words
    posted_idle: Words
    posted_platforms: Words
    posted_on: Words
    posted_with: Words
    posted_posting: Words


@cache
def load_credit_cues() -> CreditCues:
    """Give the cues. Raises: LexiconError if the file is broken."""
    return parse_credit_cues((files("sumber.lexicon") / "data" / CREDITS).read_text("utf-8"))


def parse_credit_cues(text: str) -> CreditCues:
    """Read and check a file of cues. Raises: LexiconError naming the list."""
    return parse_lists(text, CreditCues, CREDITS)
