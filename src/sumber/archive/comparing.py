"""What an outlet changed in an article after publication, and whether it says so.

In: two editions of an article. Out: the fields that differ, and whether the later one announces
the change (`Ralat`, `Catatan redaksi: artikel ini telah diperbarui`). Used by the writer;
`differences` shows the words.
"""

from __future__ import annotations

from sumber.lexicon.corrections import announces_change
from sumber.records import Article

FIELDS = ("headline", "published", "authors", "text")


def changed_fields(before: Article, after: Article) -> tuple[str, ...]:
    """The fields of what was printed that differ, of `FIELDS`."""
    return tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))


def is_announced(before: Article, after: Article) -> bool:
    """True if the later edition has a notice of a change that the earlier one has not."""
    return _announces(after) and not _announces(before)


def _announces(article: Article) -> bool:
    return announces_change(f"{article.headline or ''}\n{article.text}")
