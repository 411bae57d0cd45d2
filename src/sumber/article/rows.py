"""JSON and JSON Lines to `Article`s, a line at a time.

In: a file of JSON Lines (also gzip), or a JSON text. Out: an `Article` or an `InputError` for each
record; an error names the line. A file of any size is read in the memory of its longest line.
"""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import IO, Any, cast

from sumber.article.decoding import GZIP, decode
from sumber.article.texts import article_from_record
from sumber.errors import InputError, NotAnArticle, NotText, TooLarge
from sumber.records import Article

UTF16 = (b"\xff\xfe", b"\xfe\xff")
MOST_BLANK = 1_000_000  # blank lines on end: a bomb of a few kB can unpack to billions
SKIPPED = 1 << 20  # bytes of a line that is too long, skipped at a time


def articles_in_lines(
    file: IO[bytes], *, source: str, max_bytes: int, published: dt.date | None
) -> Iterator[Article | InputError]:
    """Give an article or an error for each line that is not blank."""
    count = 0
    try:
        for number, line in _lines(_opened(file), source, max_bytes):
            count += 1
            name = f"{source} line {number}"
            yield line if isinstance(line, InputError) else _article(line, name, published)
    except (gzip.BadGzipFile, EOFError, zlib.error) as broken:
        yield NotText(source, met=f"broken gzip data ({broken})", do="fetch it again")
        return
    if not count:
        yield NotAnArticle(source, met="no line with a record", do="give one JSON object a line")


def articles_in_json(
    text: str, *, source: str, published: dt.date | None
) -> Iterator[Article | InputError]:
    """Give the articles of a JSON text: one object, a list of them, or one a line."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _articles_in_text_lines(text, source, published)
        return
    records = whole if isinstance(whole, list) else [whole]
    if not records:
        yield NotAnArticle(source, met="an empty list", do="give at least one record")
    for number, record in enumerate(records, 1):
        name = f"{source} record {number}" if isinstance(whole, list) else source
        yield _made(record, name, published)


def _articles_in_text_lines(
    text: str, source: str, published: dt.date | None
) -> Iterator[Article | InputError]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _article(
                line.encode("utf-8", "surrogatepass"), f"{source} line {number}", published
            )


def _opened(file: IO[bytes]) -> IO[bytes]:
    """The stream behind gzip, if it is gzip."""
    buffered: Any = (
        file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast("Any", file))
    )
    packed = buffered.peek(2).startswith(GZIP)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=buffered) if packed else buffered)


def _lines(
    stream: IO[bytes], source: str, max_bytes: int
) -> Iterator[tuple[int, bytes | InputError]]:
    """The lines that are not blank with their numbers; one that is too long is an error."""
    number, first, blank = 0, True, 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        blank = 0 if line.strip() else blank + 1
        if blank > MOST_BLANK:
            met = f"more than {MOST_BLANK:,} blank lines on end"
            yield number, NotAnArticle(source, met=met, do="give one JSON object a line")
            return
        if first and line.startswith(UTF16):
            yield from _wide_lines(line + stream.read(max_bytes), source)
            return
        first = False
        if len(line) > max_bytes and not line.endswith(b"\n"):
            _skip(stream)
            met = f"a line of more than {max_bytes:,} bytes"
            yield number, TooLarge(f"{source} line {number}", met=met, do="give one article a line")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield number, line


def _wide_lines(data: bytes, source: str) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(io.StringIO(decode(data, source=source)), 1):
        if line.strip():
            yield number, line.encode()


def _skip(stream: IO[bytes]) -> None:
    while (rest := stream.readline(SKIPPED)) and not rest.endswith(b"\n"):
        pass


def _article(line: bytes, source: str, published: dt.date | None) -> Article | InputError:
    try:
        text = line.decode("utf-8-sig", "surrogatepass")
        record = json.loads(text)
    except UnicodeDecodeError as wrong:
        return NotText(
            source, met=f"bytes that are not UTF-8 ({wrong.reason})", do="write it as UTF-8"
        )
    except ValueError as broken:
        return NotAnArticle(source, met=f"broken JSON ({broken})", do="give one JSON object a line")
    except RecursionError:
        return NotAnArticle(source, met="JSON nested too deeply", do="give one flat object a line")
    return _made(record, source, published)


def _made(record: Any, source: str, published: dt.date | None) -> Article | InputError:
    if not isinstance(record, dict):
        met = f"JSON that is no object but {type(record).__name__}"
        return NotAnArticle(source, met=met, do="give each article as an object with a 'text'")
    try:
        return article_from_record(record, source=source, published=published)
    except InputError as error:
        return error
