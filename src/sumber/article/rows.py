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
from dataclasses import dataclass
from typing import IO, Any, Protocol, cast

from sumber.article.decoding import GZIP, SAMPLE, check_encoding, magic_name, wide_encoding
from sumber.article.naming import MARKUP
from sumber.article.texts import article_from_record
from sumber.errors import InputError, NotAnArticle, NotText, TooLarge
from sumber.records import Article

MOST_BLANK = 1_000_000  # blank lines on end: a bomb of a few kB can unpack to billions
MOST_BROKEN = 10  # lines at the start that are no JSON; then the file is none either
SKIPPED = 1 << 20  # bytes of a line that is too long, skipped at a time

Line = tuple[int, bytes | InputError]


class Peekable(Protocol):
    """A stream of bytes that can look ahead."""

    def peek(self, size: int, /) -> bytes:
        """Bytes that come next, at least one unless at the end."""

    def readline(self, size: int, /) -> bytes:
        """The next line, or so many bytes of it."""


@dataclass(frozen=True, slots=True)
class JsonLine:
    """One line of JSON Lines, UTF-8, with the name that errors give it."""

    source: str
    data: bytes


class BrokenLine(NotAnArticle):
    """A line that is no JSON."""


def articles_in_lines(
    file: IO[bytes],
    *,
    source: str,
    max_bytes: int,
    published: dt.date | None,
    encoding: str | None = None,
) -> Iterator[Article | InputError]:
    """Give an article or an error for each line that is not blank.

    `encoding` is the user's word and binds; without it UTF-8, UTF-16 and UTF-32 are told apart. A
    file that is no JSON at all is one error. Raises: UsageError for an unknown `encoding`.
    """
    lines = find_lines(file, source=source, max_bytes=max_bytes, encoding=encoding)
    articles = (
        line if isinstance(line, InputError) else article_in_line(line, published=published)
        for line in lines
    )
    yield from _unless_all_broken(articles, source)


def find_lines(
    file: IO[bytes], *, source: str, max_bytes: int, encoding: str | None = None
) -> Iterator[JsonLine | InputError]:
    """Give each line that is not blank, or an error; at least one of them."""
    count = 0
    try:
        stream = _opened(file)
        if (stranger := _stranger(stream.peek(SAMPLE), source)) and not encoding:
            yield stranger
            return
        utf8 = _as_utf8(stream, encoding, source, max_bytes)
        for count, (number, line) in enumerate(_lines(utf8, source, max_bytes), 1):  # noqa: B007
            name = f"{source} line {number}"
            yield line if isinstance(line, InputError) else JsonLine(name, line)
    except (gzip.BadGzipFile, EOFError, zlib.error) as broken:
        yield NotText(source, met=f"broken gzip data ({broken})", do="fetch it again")
        return
    if not count:
        yield NotAnArticle(source, met="no line with a record", do="give one JSON object a line")


def _stranger(head: bytes, source: str) -> InputError | None:
    """The error of a file that shows by its first bytes that it is something else."""
    do = "give JSON Lines, one JSON object a line"
    if name := magic_name(head):
        return NotText(source, met=name, do=do)
    if MARKUP.match(head.decode("utf-8", "replace")):
        return NotAnArticle(source, met="markup instead of JSON", do="name it .html")
    return None


def _unless_all_broken(
    outcomes: Iterator[Article | InputError], source: str
) -> Iterator[Article | InputError]:
    """The same; one error for a file whose first lines are all no JSON."""
    held: list[InputError] = []
    for outcome in outcomes:
        if not isinstance(outcome, BrokenLine):
            yield from held
            yield outcome
            yield from outcomes
            return
        held.append(outcome)
        if len(held) == MOST_BROKEN:
            met = f"{MOST_BROKEN} lines on end that are no JSON"
            yield NotText(source, met=met, do="give one JSON object a line, in UTF-8")
            return
    yield from held


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
            data = line.encode("utf-8", "surrogatepass")
            yield article_in_line(JsonLine(f"{source} line {number}", data), published=published)


def _opened(file: IO[bytes]) -> Peekable:
    """The stream behind gzip, if it is gzip."""
    buffered: Any = (
        file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast("Any", file))
    )
    packed = buffered.peek(2).startswith(GZIP)
    return cast("Peekable", gzip.GzipFile(fileobj=buffered) if packed else buffered)


def _as_utf8(
    stream: Peekable, encoding: str | None, source: str, max_bytes: int
) -> Iterator[bytes | InputError]:
    """The lines in UTF-8, each with its end; one that is longer than the bound comes cut."""
    name = encoding or wide_encoding(stream.peek(SAMPLE))
    if name is None:
        while line := stream.readline(max_bytes + 1):
            yield line
            if len(line) > max_bytes and not line.endswith(b"\n"):
                _skip(stream)
        return
    check_encoding(name)
    text = io.TextIOWrapper(cast("IO[bytes]", stream), encoding=name, newline="\n")
    try:
        while decoded := text.readline(max_bytes + 1):
            yield decoded.encode("utf-8", "surrogatepass")
            while len(decoded) > max_bytes and decoded and not decoded.endswith("\n"):
                decoded = text.readline(SKIPPED)
    except UnicodeError as wrong:
        do = "leave --encoding out" if encoding else "write it as UTF-8"
        yield NotText(source, met=f"bytes that are not {name} ({wrong})", do=do)
    finally:
        text.detach()


def _lines(encoded: Iterator[bytes | InputError], source: str, max_bytes: int) -> Iterator[Line]:
    """The lines that are not blank with their numbers; one that is too long is an error."""
    blank = 0
    for number, line in enumerate(encoded, 1):
        if isinstance(line, InputError):
            yield number, line
            return
        filled = bool(line.strip(b" \t\r\n\xef\xbb\xbf"))
        blank = 0 if filled else blank + 1
        if blank > MOST_BLANK:
            met = f"more than {MOST_BLANK:,} blank lines on end"
            yield number, NotAnArticle(source, met=met, do="give one JSON object a line")
            return
        if len(line) > max_bytes and not line.endswith(b"\n"):
            met = f"a line of more than {max_bytes:,} bytes"
            yield number, TooLarge(f"{source} line {number}", met=met, do="give one article a line")
        elif filled:
            yield number, line


def _skip(stream: Peekable) -> None:
    while (rest := stream.readline(SKIPPED)) and not rest.endswith(b"\n"):
        pass


def article_in_line(line: JsonLine, *, published: dt.date | None) -> Article | InputError:
    """The article of one line of JSON, or why there is none."""
    source = line.source
    try:
        text = line.data.decode("utf-8-sig", "surrogatepass")
        record = json.loads(text)
    except UnicodeDecodeError as wrong:
        return BrokenLine(
            source, met=f"bytes that are not UTF-8 ({wrong.reason})", do="write it as UTF-8"
        )
    except ValueError as broken:
        return BrokenLine(source, met=f"broken JSON ({broken})", do="give one JSON object a line")
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
