"""`sumber add`: inputs in, readings made by several processes, filed by this one.

Each piece of the inputs is read by a process of its own: articles that the archive has with this
content are not read again. This process alone writes.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec

from sumber._version import __version__
from sumber.archive import Archive, Prepared, Refused, open_archive
from sumber.archive.prepared import content_digest, identity
from sumber.archive.writer import find_known
from sumber.article import InputOptions, JsonLine, Piece, read_piece
from sumber.cli.apart import Work, split_readings
from sumber.cli.faults import where
from sumber.errors import InputError, NotAReading, SetupError
from sumber.filing import Kept, prepare_reading
from sumber.records import Article, load

Outcome = Prepared | Refused | Kept


@dataclass(frozen=True, slots=True)
class Task:
    """How pieces are to be read: for which archive, with which codebooks of the user's own.

    With `reread` articles are read again that another version read.
    """

    place: str
    options: InputOptions
    codebooks: tuple[Path, ...] = ()
    reread: bool = False


def read_all(pieces: Iterator[Piece], task: Task, *, jobs: int) -> Generator[Outcome, None, None]:
    """Everything that is to be filed, in the order of the inputs, read by `jobs` processes."""
    return Work(read_one, jobs, partial(_start, task)).results(pieces)


@dataclass(slots=True)
class Here:
    """What one process reads with."""

    task: Task
    archive: Archive


HERE: list[Here] = []  # of this process; set once when it starts


def _start(task: Task) -> None:
    HERE[:] = [Here(task, open_archive(task.place))]


def read_one(piece: Piece) -> list[Outcome]:
    """All that one piece gives, in its order."""
    return list(_outcomes(piece, HERE[0]))


def _outcomes(piece: Piece, here: Here) -> Iterator[Outcome]:
    readings, left = split_readings(piece)
    for line in readings:
        yield _prepare_line(line, piece, here)
    articles: list[Article] = []
    for outcome in read_piece(left, here.task.options):
        if isinstance(outcome, Article):
            articles.append(outcome)
        else:
            yield _refused(outcome, piece)
    yield from _read_articles(articles, here)


def _prepare_line(line: JsonLine, piece: Piece, here: Here) -> Outcome:
    try:
        return prepare_reading(load(line.data), here.archive, source=line.source)
    except InputError as error:
        met, do = error.met, error.do
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        met, do = f"no reading ({error})", "give what sumber read --json printed"
    refused = _refused(NotAReading(line.source, met=met, do=do), piece)
    return refused if refused.input else replace(refused, record=line.data)


def _read_articles(articles: Sequence[Article], here: Here) -> Iterator[Outcome]:
    with here.archive.reading() as connection:
        known = find_known(connection, [identity(article) for article in articles])
    for article in articles:
        found = known.get(identity(article))
        number = found.contents.get(content_digest(article)) if found else None
        if found and number and not (here.task.reread and found.sumber != __version__):
            yield Kept(found.article_id, number, article.url or article.id)
        else:
            yield _read(article, here)


def _read(article: Article, here: Here) -> Outcome:
    from sumber.reading import (  # noqa: PLC0415 - readings that are given need no model
        ReadingOptions,
        read_article,
    )

    options = ReadingOptions(codebooks=here.task.codebooks)
    try:
        return prepare_reading(read_article(article, options), here.archive)
    except InputError as error:
        return _kept(article, str(error))
    except SetupError:
        raise  # it fails every article, and none for good
    except Exception as fault:  # noqa: BLE001 - whatever it is, the next article is read
        source = article.url or article.id
        return _kept(article, f"{source}: met {where(fault)}; please report it")


def _kept(article: Article, reason: str) -> Refused:
    return Refused(article.url or article.id, reason, record=record_of(article))


def record_of(article: Article) -> bytes:
    """The article as a record that can be read again; what is no text in it is shown as such."""
    try:
        return msgspec.json.encode(article)
    except UnicodeEncodeError:
        text = article.text.encode("utf-8", "replace").decode()
        return msgspec.json.encode({"id": article.id, "url": article.url, "text": text})


def _refused(error: InputError, piece: Piece) -> Refused:
    """An input that gave no article, with what is to be read to try it again."""
    names = piece.names or ((piece.name,) if piece.name else ())
    name = next((n for n in names if error.source == n or error.source.startswith(f"{n} ")), "-")
    if name == "-":
        return Refused(error.source, str(error))
    source = input_name(name) + error.source[len(name) :]
    return Refused(source, str(error), input=input_name(name))


def input_name(name: str) -> str:
    """An input's name that holds in every directory."""
    if name in ("", "-") or "://" in name:
        return name
    return os.path.abspath(name)  # noqa: PTH100 - names are text, and may be no paths
