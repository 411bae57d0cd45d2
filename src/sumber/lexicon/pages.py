"""What news pages are made of besides their story, as data: `data/page.toml`.

In: the file. Out: one frozen `PagePatterns`. Used by `article/`. Checked when loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sumber.lexicon.lists import parse_lists

PAGE = "page.toml"
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PagePatterns:
    """The lists of `page.toml`, each named `table_list`; the file says what each is for."""

    related_leads: Words
    related_colon_leads: Words
    caption_leads: Words
    caption_credits: Words
    credit_labels: Words
    credit_authors: Words
    credit_sources: Words
    credit_nobody: Words
    credit_carried: Words
    credit_end_marks: Words
    boilerplate_leads: Words
    boilerplate_labels: Words
    boilerplate_places: Words
    boilerplate_anywhere: Words
    dateline_places: Words
    language_id: Words
    language_ms: Words
    language_en: Words
    html_stories: Words
    html_skip_tags: Words
    html_skip_names: Words
    html_skip_lines: Words
    html_related_names: Words
    html_caption_names: Words
    html_date_names: Words
    html_author_names: Words
    html_title_tails: Words
    meta_titles: Words
    meta_published: Words
    meta_authors: Words
    meta_sites: Words


@cache
def load_page_patterns() -> PagePatterns:
    """Give the patterns. Raises: LexiconError if the file is broken."""
    return parse_page_patterns((files("sumber.lexicon") / "data" / PAGE).read_text("utf-8"))


def parse_page_patterns(text: str) -> PagePatterns:
    """Read and check a file of page patterns. Raises: LexiconError naming the list."""
    return parse_lists(text, PagePatterns, PAGE)
