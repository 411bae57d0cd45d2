"""Names of inputs to `Article`s, one after the other, whatever goes wrong with some.

In: what a user names: files, directories, globs, URLs, `-`. Out: for each article an `Article`, for
each input or record that cannot be read an `InputError`, in order. JSON Lines are streamed; at
most one page is held back, to be joined with its next. Used by `cli`.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sumber.article.decoding import check_size, decode, unpack
from sumber.article.fetching import fetch
from sumber.article.naming import Named, Shape, find_named, tell_shape
from sumber.article.pages import Page, article_from_pages, continues, next_page, read_page
from sumber.article.rows import articles_in_json, articles_in_lines
from sumber.article.texts import article_from_text
from sumber.errors import InputError, NotAnArticle
from sumber.records import Article

LINES = re.compile(rb'(?:\xef\xbb\xbf)?\{[ \t]*"')
MOST_PAGES = 10  # of one article that are fetched


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOptions:
    """How to read inputs.

    `published` stands in for a date that a text lacks; `encoding` binds where given; `max_bytes`
    bounds a page or text or record, unpacked; `timeout` bounds the answer of a URL, in seconds;
    `join_pages` puts pages of one article together.
    """

    published: dt.date | None = None
    encoding: str | None = None
    max_bytes: int = 20_000_000
    timeout: float = 20.0
    join_pages: bool = True


DEFAULTS = InputOptions()
Outcome = Article | InputError


def read_inputs(names: Sequence[str], *, options: InputOptions = DEFAULTS) -> Iterator[Outcome]:
    """Give one article, or one error, for each article in the inputs, in their order.

    Nothing is raised for an input that cannot be read. Raises: UsageError for an unknown
    `encoding`.
    """
    held: list[Page] = []
    for name in names:
        for named in find_named(name):
            for outcome in _read(named, options):
                if isinstance(outcome, Page) and held and continues(held[-1], outcome):
                    held.append(outcome)
                    continue
                yield from _released(held, options)
                if isinstance(outcome, Page):
                    held.append(outcome)
                else:
                    yield outcome
    yield from _released(held, options)


def count_inputs(names: Sequence[str]) -> int | None:
    """How many articles the inputs hold; None where that shows only on reading (JSON, `-`)."""
    count = 0
    for name in names:
        for named in find_named(name):
            if named.shape not in (Shape.HTML, Shape.TEXT, Shape.URL) and named.error is None:
                return None
            count += 1
    return count


def _released(held: list[Page], options: InputOptions) -> Iterator[Outcome]:
    if held:
        pages, held[:] = held[:], []
        yield article_from_pages(pages, published=options.published)


def _read(named: Named, options: InputOptions) -> Iterator[Outcome | Page]:
    """Everything in one named input; an error ends it."""
    try:
        if named.error:
            yield named.error
        elif closed := _closed(named):
            yield closed
        elif named.shape is Shape.URL:
            yield from _read_url(named.name, options)
        elif named.shape is Shape.LINES:
            with _path(named).open("rb") as file:
                yield from _read_lines(file, named, options)
        elif named.shape is Shape.STDIN and has_lines(sys.stdin.buffer):
            yield from _read_lines(sys.stdin.buffer, named, options)
        else:
            yield from _read_bytes(_bytes(named, options), named, options)
    except InputError as error:
        yield error
    except OSError as failed:
        yield _unreadable(named.name, failed)


def _read_lines(file: IO[bytes], named: Named, options: InputOptions) -> Iterator[Outcome]:
    return articles_in_lines(
        file,
        source=named.name,
        max_bytes=options.max_bytes,
        published=options.published,
        encoding=options.encoding,
    )


def _closed(named: Named) -> InputError | None:
    """The error of a standard input that is closed."""
    if named.shape is Shape.STDIN and (sys.stdin is None or sys.stdin.closed):
        return NotAnArticle(named.name, met="a closed standard input", do="give a file")
    return None


def has_lines(stream: IO[bytes]) -> bool:
    """True if a stream begins as JSON Lines do; one object over several lines does not."""
    return isinstance(stream, io.BufferedReader) and bool(LINES.match(stream.peek(256)))


def _path(named: Named) -> Path:
    return Path(named.name)


def _bytes(named: Named, options: InputOptions) -> bytes:
    if named.shape is Shape.STDIN:
        data = sys.stdin.buffer.read(options.max_bytes + 1)
    else:
        with _path(named).open("rb") as file:
            data = file.read(options.max_bytes + 1)
    check_size(data, source=named.name, max_bytes=options.max_bytes)
    return unpack(data, source=named.name, max_bytes=options.max_bytes)


def _read_bytes(data: bytes, named: Named, options: InputOptions) -> Iterator[Outcome | Page]:
    text = decode(data, source=named.name, encoding=options.encoding)
    shape = named.shape if named.shape in (Shape.HTML, Shape.TEXT, Shape.JSON) else tell_shape(text)
    if shape is Shape.HTML:
        yield from _page(read_page(text, source=named.name), options)
    elif shape is Shape.TEXT:
        yield article_from_text(text, source=named.name, published=options.published)
    else:
        yield from articles_in_json(text, source=named.name, published=options.published)


def _page(page: Page, options: InputOptions) -> Iterator[Outcome | Page]:
    if options.join_pages:
        yield page
    else:
        yield article_from_pages([page], published=options.published)


def _read_url(url: str, options: InputOptions) -> Iterator[Outcome]:
    """The article at an address, all its pages in one time limit.

    A further page that fails costs itself and what follows it, not the pages before.
    """
    deadline = time.monotonic() + options.timeout
    pages: list[Page] = []
    failed: InputError | None = None
    address: str | None = url
    while address and len(pages) < MOST_PAGES:
        try:
            got = _fetched(address, options, max(0.05, deadline - time.monotonic()))
        except InputError as error:
            failed = error
            break
        if isinstance(got, Article):
            yield got
            return
        pages.append(got)
        address = next_page(got) if options.join_pages else None
    if pages:
        yield article_from_pages(pages, published=options.published)
    if failed:
        yield failed


def _fetched(address: str, options: InputOptions, timeout: float) -> Page | Article:
    """A page, or the article that a plain text is. Raises: InputError."""
    answer = fetch(address, timeout=timeout, max_bytes=options.max_bytes)
    text = decode(answer.data, source=address, encoding=options.encoding, declared=answer.charset)
    if answer.is_html:
        return read_page(text, source=address, url=answer.url)
    return article_from_text(text, source=address, url=answer.url, published=options.published)


def _unreadable(name: str, failed: OSError) -> InputError:
    reason = (failed.strerror or type(failed).__name__).lower()
    return NotAnArticle(
        name, met=f"a file that cannot be read ({reason})", do="check its name and permissions"
    )
