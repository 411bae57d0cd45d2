"""`sumber read`: inputs in, one reading after another out, errors beside them."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sumber.article import InputOptions, count_inputs, read_inputs
from sumber.cli.faults import where
from sumber.cli.sinks import JsonSink, PageSink, Sink, TerminalSink, check_page
from sumber.cli.streams import complain, open_console
from sumber.errors import InputError, SetupError, SumberError
from sumber.lexicon.codebook import load_codebook
from sumber.reading import PLAIN, ReadingOptions, read_article
from sumber.records import Article, Reading
from sumber.web.labels import Language, load_labels
from sumber.web.page import Page

FEW = 5  # articles that need no progress bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """How to show readings."""

    json: bool = False
    html: Path | None = None
    colour: bool | None = None
    language: Language = "en"
    verbose: bool = False


@dataclass(slots=True)
class Tally:
    """What was read so far."""

    read: int = 0
    failed: int = 0


def run(
    names: Sequence[str], options: InputOptions, show: Show, reading: ReadingOptions = PLAIN
) -> Tally:
    """Read all inputs and show them.

    Raises: UsageError for options that do not fit, LexiconError for a broken codebook, SetupError
    where the weights are missing.
    """
    load_codebook(reading.codebooks)
    tally, begin = Tally(), time.perf_counter()
    with ExitStack() as opened:
        sinks = list(open_sinks(show, opened))
        with progress(names, show) as advance:
            for outcome in to_the_end(read_inputs(names, options=options)):
                made = (
                    outcome if isinstance(outcome, InputError) else attempt(outcome, show, reading)
                )
                take(made, sinks, tally)
                advance()
        for sink in sinks:
            sink.finish()
    if show.verbose:
        seconds = time.perf_counter() - begin
        complain(f"{tally.read} read, {tally.failed} failed, {seconds:.2f} s")
    return tally


def open_sinks(show: Show, opened: ExitStack) -> Iterator[Sink]:
    """Where readings go; a page alone keeps standard output free."""
    if show.html:
        check_page(show.html)
        yield PageSink(show.html, opened.enter_context(Page(show.language)))
    if show.json:
        yield JsonSink()
    elif not show.html:
        yield TerminalSink(open_console(colour=show.colour), load_labels(show.language))


def to_the_end(outcomes: Iterator[Article | InputError]) -> Iterator[Article | InputError]:
    """The same; a fault of ours in finding the next one is the last outcome."""
    try:
        yield from outcomes
    except SumberError:
        raise
    except Exception as fault:  # noqa: BLE001 - said in one line; what was read stays read
        do = "the inputs that follow were not read; please report it"
        yield InputError("inputs", met=where(fault), do=do)


def take(outcome: Reading | InputError, sinks: Sequence[Sink], tally: Tally) -> None:
    """Show a reading, or say why there is none. Raises: OSError if an output takes no more."""
    error = outcome if isinstance(outcome, InputError) else show_in(sinks, outcome)
    if error is None:
        tally.read += 1
        return
    complain(str(error))
    tally.failed += 1


def show_in(sinks: Sequence[Sink], reading: Reading) -> InputError | None:
    """Give a reading to all sinks; the error if a fault of ours kept it from being shown."""
    try:
        for sink in sinks:
            sink.write(reading)
    except OSError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, the next article is shown
        return InputError(reading.article.id, met=where(fault), do="please report it")
    return None


def attempt(article: Article, show: Show, options: ReadingOptions = PLAIN) -> Reading | InputError:
    """The reading of one article; a fault of ours on one must not cost the others.

    Raises: SetupError where the installation lacks what every article needs.
    """
    begin = time.perf_counter()
    try:
        reading = read_article(article, options)
    except SetupError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, the next article is read
        return InputError(article.url or article.id, met=where(fault), do="please report it")
    if show.verbose:
        complain(summary(reading, time.perf_counter() - begin))
    return reading


def summary(reading: Reading, seconds: float) -> str:
    """One line about one reading."""
    article = reading.article
    counts = (
        f"{len(reading.statements)} statements, {len(reading.times)} times, "
        f"{len(reading.findings)} findings"
    )
    return f"{article.id} ({article.headline or 'untitled'}): {counts}, {seconds * 1000:.0f} ms"


@contextmanager
def progress(names: Sequence[str], show: Show) -> Iterator[Callable[[], None]]:
    """A bar on standard error, if it is a terminal, is not full of readings, and there are many."""
    busy = sys.stdout.isatty() and not show.html  # readings show by themselves how far it is
    if busy or show.verbose or not sys.stderr.isatty():
        yield lambda: None
        return
    total = count_inputs(names)
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    done = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=total, visible=False)

        def advance() -> None:
            nonlocal done
            done += 1
            bar.update(task, advance=1, visible=max(done, total or 0) > FEW)

        yield advance
