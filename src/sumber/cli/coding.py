"""`sumber code`: inputs read by several processes, one row of a table for each event.

Articles are read first; readings that `sumber read --json` printed are coded as they are.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from sumber.article import InputOptions, Piece, count_inputs, read_piece, split_inputs
from sumber.cli.apart import Work, split_readings
from sumber.cli.faults import where
from sumber.cli.streams import complain
from sumber.errors import InputError, SetupError, SumberError
from sumber.lexicon.codebook import load_codebook
from sumber.records import Article, load
from sumber.tables.files import check_output, open_rows
from sumber.tables.rows import Row, event_rows

FEW = 5  # articles that need no progress bar


@dataclass(frozen=True, slots=True)
class Coded:
    """What one article gave: its rows, or why there are none."""

    rows: tuple[Row, ...] = ()
    failed: str | None = None


@dataclass(slots=True)
class Tally:
    """What was coded so far."""

    articles: int = 0
    events: int = 0
    failed: int = 0


def run(  # noqa: PLR0913 - one parameter an option
    inputs: tuple[str, ...],
    output: Path,
    options: InputOptions,
    *,
    jobs: int,
    guard: bool,
    codebooks: tuple[Path, ...] = (),
) -> Tally:
    """Code all inputs. If nothing could be read, a table that was there stays as it was.

    Raises: UsageError, LexiconError for a broken codebook, SetupError, OSError, SumberError.
    """
    check_output(output)
    load_codebook(codebooks)
    tally = Tally()
    work: Work[Coded] = Work(partial(code_piece, options=options, codebooks=codebooks), jobs)
    with _progress(inputs, tally) as advance, open_rows(output, guard=guard) as writer:
        for coded in work.results(split_inputs(inputs, options)):
            if coded.failed:
                tally.failed += 1
                complain(coded.failed)
            else:
                tally.articles += 1
                for row in coded.rows:
                    writer.write(row)
                tally.events += len(coded.rows)
            advance()
        if tally.failed and not tally.articles and str(output) != "-":
            raise SumberError(f"{output}: not written, since no article could be read")
    if str(output) != "-":
        complain(f"wrote {output} ({tally.events:,} events of {tally.articles:,} articles)")
    return tally


def code_piece(
    piece: Piece, options: InputOptions, codebooks: tuple[Path, ...] = ()
) -> list[Coded]:
    """What each article of a piece gives, in order."""
    return list(_coded(piece, options, codebooks))


def _coded(piece: Piece, options: InputOptions, codebooks: tuple[Path, ...]) -> Iterator[Coded]:
    readings, left = split_readings(piece)
    for line in readings:
        yield _of_reading(line.data, line.source)
    for outcome in read_piece(left, options):
        if isinstance(outcome, InputError):
            yield Coded(failed=str(outcome))
        else:
            yield _of(outcome, codebooks)


def _of_reading(line: bytes, source: str) -> Coded:
    try:
        return Coded(tuple(event_rows(load(line))))
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError) as error:
        met = f"{source}: met no reading ({error}); give what sumber read --json printed"
        return Coded(failed=met)


def _of(article: Article, codebooks: tuple[Path, ...]) -> Coded:
    from sumber.reading import (  # noqa: PLC0415 - readings that are given need no model
        ReadingOptions,
        read_article,
    )

    try:
        reading = read_article(article, ReadingOptions(codebooks=codebooks))
        return Coded(tuple(event_rows(reading)))
    except SetupError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, the next article is coded
        name = article.url or article.id
        return Coded(failed=f"{name}: met {where(fault)}; please report it")


@contextmanager
def _progress(inputs: tuple[str, ...], tally: Tally) -> Iterator[Callable[[], None]]:
    """A bar on standard error with the number of events, if it is a terminal and there are many."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    total = count_inputs(inputs)
    columns = (
        TextColumn("coding"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} articles, {task.fields[events]:,} events"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("code", total=total, visible=False, events=0)

        def advance() -> None:
            done = tally.articles + tally.failed
            bar.update(task, advance=1, visible=done > FEW, events=tally.events)

        yield advance
