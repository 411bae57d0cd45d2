"""What users name, in pieces of about the same work for several processes.

In: names of inputs. Out: `Piece`s, which travel between processes: some names to read, or some
lines of a JSON Lines file, which only one process needs to read from the disk. Used by `cli`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sumber.article.inputs import InputOptions, Outcome, has_lines, read_inputs
from sumber.article.naming import Shape, find_named
from sumber.article.rows import JsonLine, article_in_line, find_lines
from sumber.errors import InputError, NotAnArticle
from sumber.records import Article

NAMES = 16  # inputs in a piece: about 0.2 s of pages
LINES = 64  # lines in a piece: about 0.5 s of texts


@dataclass(frozen=True, slots=True)
class Piece:
    """Some inputs to read together: `names`, or `lines` of the one input `name`.

    `failed` are errors met in finding them, `articles` need no more than to be read.
    """

    names: tuple[str, ...] = ()
    name: str | None = None
    lines: tuple[JsonLine, ...] = ()
    failed: tuple[InputError, ...] = ()
    articles: tuple[Article, ...] = ()


def split_inputs(names: Sequence[str], options: InputOptions) -> Iterator[Piece]:
    """Give pieces in the order of the inputs; nothing is raised for what cannot be read."""
    held: list[str] = []
    for name in names:
        for named in find_named(name):
            if named.shape is Shape.LINES and named.error is None:
                yield from _released(held)
                yield from _split_file(named.name, options)
            elif named.shape is Shape.STDIN and _streams():
                yield from _released(held)
                yield from _split_lines(sys.stdin.buffer, named.name, options)
            elif named.error is not None:
                yield Piece(name=named.name, failed=(named.error,))
            else:
                held.append(named.name)
                if len(held) == NAMES:
                    yield from _released(held)
    yield from _released(held)


def read_piece(piece: Piece, options: InputOptions) -> Iterator[Outcome]:
    """The articles of one piece, and errors for what is none."""
    yield from piece.failed
    yield from piece.articles
    yield from read_inputs(piece.names, options=options)
    for line in piece.lines:
        yield article_in_line(line, published=options.published)


def _released(held: list[str]) -> Iterator[Piece]:
    if held:
        names, held[:] = tuple(held), []
        yield Piece(names=names)


def _streams() -> bool:
    return sys.stdin is not None and not sys.stdin.closed and has_lines(sys.stdin.buffer)


def _split_file(name: str, options: InputOptions) -> Iterator[Piece]:
    try:
        with Path(name).open("rb") as file:
            yield from _split_lines(file, name, options)
    except OSError as failed:
        reason = (failed.strerror or type(failed).__name__).lower()
        met = f"a file that cannot be read ({reason})"
        error = NotAnArticle(name, met=met, do="check its name and permissions")
        yield Piece(name=name, failed=(error,))


def _split_lines(file: IO[bytes], name: str, options: InputOptions) -> Iterator[Piece]:
    lines: list[JsonLine] = []
    failed: list[InputError] = []
    size = 0
    found = find_lines(file, source=name, max_bytes=options.max_bytes, encoding=options.encoding)
    for line in found:
        if isinstance(line, InputError):
            failed.append(line)
        else:
            lines.append(line)
            size += len(line.data)
        if len(lines) + len(failed) >= LINES or size > options.max_bytes:
            yield Piece(name=name, lines=tuple(lines), failed=tuple(failed))
            lines, failed, size = [], [], 0
    if lines or failed:
        yield Piece(name=name, lines=tuple(lines), failed=tuple(failed))
