"""What a reading becomes before it meets a database: rows, words and facets without numbers.

In: a `Reading`. Out: a `Prepared`, plain tuples that travel between processes; all that can be
worked out without the archive is, so that the one writer has little to do. Used by `filing` and
by the processes that read.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import msgspec

from sumber.archive.checking import check_reading
from sumber.archive.indexing import Indexed, Words, index_article, index_events, index_statements
from sumber.archive.rows import edition_rows, name_rows
from sumber.archive.words import stem_words
from sumber.errors import NotAReading
from sumber.records import Article, Reading, dump, load

Row = tuple[Any, ...]
LONGEST_KEY = 500  # characters; PostgreSQL indexes no key of more than 2,700 bytes
LEVEL = 1  # zlib's: 6 takes half as long again for 8 % less
NUL = "\x00"
SHOWN_NUL = "␀"  # databases end a text at NUL; the sign for it keeps all offsets


@dataclass(frozen=True, slots=True)
class Prepared:
    """One reading, ready to be filed.

    `key` is the article's identity, `content` the digest of what was printed. `rows` holds for
    each table of the edition its rows without `article_id`; those of `statements` and `events`
    begin with their id within the article. `line` is the whole reading as JSON; `extras` is what
    steps of filing work out beforehand.
    """

    key: str
    content: str
    sumber: str
    day: str | None
    article: Row
    reading: bytes
    rows: dict[str, list[Row]]
    names: list[Row]
    article_index: Indexed
    statement_index: list[Indexed]
    event_index: list[Indexed]
    source: str
    line: bytes = field(repr=False)
    extras: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def record(self) -> Reading:
        """The reading itself, unpacked at each call."""
        return load(self.line)


def prepare(
    reading: Reading,
    *,
    words: Words = stem_words,
    source: str | None = None,
    extras: Mapping[str, Callable[[Reading], Any]] = MappingProxyType({}),
) -> Prepared:
    """Work out all that is filed of a reading; `words` is what the archive's index takes.

    `extras` are what steps of filing work out beforehand, each under its name.
    Raises: NotAReading if the reading contradicts itself.
    """
    reading, line = _storable(reading)
    check_reading(reading)
    article = reading.article
    day = day_of(article.published)
    return Prepared(
        key=identity(article),
        content=content_digest(article),
        sumber=reading.sumber,
        day=day,
        article=_article_row(article, day),
        reading=pack(replace(reading, article=replace(article, text=""))),
        rows=edition_rows(reading),
        names=name_rows(reading),
        article_index=index_article(reading, words),
        statement_index=index_statements(reading, words),
        event_index=index_events(reading, words),
        source=source or article.url or article.id,
        line=line,
        extras={name: work(reading) for name, work in extras.items()},
    )


def identity(article: Article) -> str:
    """What makes two articles the same: the address, else the id within the outlet, else the text.

    >>> from sumber import read_text
    >>> identity(read_text("Harga naik.").article).startswith("text ")
    True
    """
    if article.url:
        return identity_of_url(article.url)
    if article.outlet:
        return _bounded(f"id {article.outlet}/{article.id}")
    return f"text {_digest(article.text)}"


def identity_of_url(url: str) -> str:
    """The identity of the article at an address."""
    return _bounded(f"url {_plain_url(url)}")


def _bounded(key: str) -> str:
    return key if len(key) <= LONGEST_KEY else f"long {_digest(key)}"


def content_digest(article: Article) -> str:
    """A digest of what the outlet printed; what reading makes of it does not count."""
    printed = (article.headline, article.published, article.authors, article.text)
    return blake2b(msgspec.json.encode(printed), digest_size=16).hexdigest()


def day_of(published: str | None) -> str | None:
    """The day of publication by its own clock; None if unknown or no date.

    >>> day_of("2024-11-02T10:30+07:00")
    '2024-11-02'
    """
    try:
        return dt.date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None


def pack(record: Reading | Article) -> bytes:
    """A record as compressed JSON."""
    return zlib.compress(msgspec.json.encode(record), LEVEL)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _plain_url(url: str) -> str:
    """The address without what does not tell pages apart."""
    try:
        pieces = urlsplit(url.strip())
        return urlunsplit(
            (pieces.scheme.lower(), pieces.netloc.lower(), pieces.path, pieces.query, "")
        )
    except ValueError:
        return url


def _article_row(article: Article, day: str | None) -> Row:
    authors = msgspec.json.encode(article.authors).decode()
    return (
        article.id, article.url, article.outlet, article.headline, article.published, day,
        article.dateline, article.language, authors, article.text,
    )  # fmt: skip


def _storable(reading: Reading) -> tuple[Reading, bytes]:
    """The reading, with the sign for NUL in NUL's place, and its JSON.

    Raises: NotAReading for lone surrogates.
    """
    try:
        line = dump(reading)
    except UnicodeEncodeError as error:
        met = f"a character that is no text (U+{ord(error.object[error.start]):04X})"
        source = reading.article.url or reading.article.id
        raise NotAReading(source, met=met, do="decode the input with its own encoding") from error
    if b"\\u0000" in line:
        reading = msgspec.convert(_shown(msgspec.to_builtins(reading)), Reading)
        line = dump(reading)
    return reading, line


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(NUL, SHOWN_NUL)
    if isinstance(value, dict):
        return {key: _shown(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(item) for item in value]
    return value
