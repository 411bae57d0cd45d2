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
    from sumber.archive import Archive, open  # noqa: A004 - as `gzip.open`
    from sumber.article import InputOptions
    from sumber.errors import InputError, SumberError, UsageError
    from sumber.reading import ReadingOptions, read, read_article, read_text
    from sumber.records import (
        Actor,
        Article,
        Credit,
        Event,
        Finding,
        Part,
        Place,
        Quantity,
        Reading,
        Related,
        Span,
        Statement,
        Time,
        dump,
        load,
    )

__all__ = [
    "Actor",
    "Archive",
    "Article",
    "Credit",
    "Event",
    "Finding",
    "InputError",
    "InputOptions",
    "Part",
    "Place",
    "Quantity",
    "Reading",
    "ReadingOptions",
    "Related",
    "Span",
    "Statement",
    "SumberError",
    "Time",
    "UsageError",
    "__version__",
    "dump",
    "load",
    "open",
    "read",
    "read_article",
    "read_text",
]

HOMES = {
    "Archive": "archive",
    "open": "archive",
    "InputOptions": "article",
    "InputError": "errors",
    "SumberError": "errors",
    "UsageError": "errors",
    "ReadingOptions": "reading",
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
