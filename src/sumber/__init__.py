"""Sumber reads Indonesian news and ties every field to the characters that it rests on.

    for outcome in sumber.read("berita/", "https://…"):   # readings, and errors as values
        ...
    reading = sumber.read_text("…", published=datetime.date(2024, 11, 2))

All names are loaded when they are first used: `import sumber` itself reads no word list.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sumber._version import __version__

if TYPE_CHECKING:
    from sumber.archive import Archive
    from sumber.article import InputOptions
    from sumber.errors import InputError, NoSuchStory, SumberError, UsageError
    from sumber.reading import ReadingOptions, read, read_article, read_text
    from sumber.records import (
        Account,
        Actor,
        Article,
        Copy,
        Credit,
        Difference,
        Event,
        Evidence,
        Finding,
        Milestone,
        Origin,
        Part,
        Passage,
        Place,
        Quantity,
        Reading,
        Related,
        SharedActor,
        SharedEvent,
        SharedStatement,
        Span,
        Statement,
        Story,
        Telling,
        Time,
        Version,
        dump,
        load,
    )
    from sumber.telling import account_of, largest_stories, open  # noqa: A004 - as `gzip.open`

__all__ = [
    "Account",
    "Actor",
    "Archive",
    "Article",
    "Copy",
    "Credit",
    "Difference",
    "Event",
    "Evidence",
    "Finding",
    "InputError",
    "InputOptions",
    "Milestone",
    "NoSuchStory",
    "Origin",
    "Part",
    "Passage",
    "Place",
    "Quantity",
    "Reading",
    "ReadingOptions",
    "Related",
    "SharedActor",
    "SharedEvent",
    "SharedStatement",
    "Span",
    "Statement",
    "Story",
    "SumberError",
    "Telling",
    "Time",
    "UsageError",
    "Version",
    "__version__",
    "account_of",
    "dump",
    "largest_stories",
    "load",
    "open",
    "read",
    "read_article",
    "read_text",
]

HOMES = {
    "Archive": "archive",
    "open": "telling",
    "InputOptions": "article",
    "InputError": "errors",
    "NoSuchStory": "errors",
    "SumberError": "errors",
    "UsageError": "errors",
    "ReadingOptions": "reading",
    "account_of": "telling",
    "largest_stories": "telling",
    "read": "reading",
    "read_article": "reading",
    "read_text": "reading",
}


def __getattr__(name: str) -> object:
    """Load a public name from its room. Raises: AttributeError for any other."""
    if name not in __all__:
        raise AttributeError(f"module 'sumber' has no attribute {name!r}")
    return getattr(import_module(f"sumber.{HOMES.get(name, 'records')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
