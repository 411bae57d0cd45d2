"""`sumber add`: inputs read by several processes, filed by this one, told as they are kept."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from sumber._version import __version__
from sumber.archive import Archive, Filed, Refused, open_archive
from sumber.archive.connecting import shown
from sumber.archive.refusing import forget_refused
from sumber.article import InputOptions, JsonLine, Piece, count_inputs, split_inputs
from sumber.cli.adding import Task, input_name, read_all
from sumber.cli.apart import READING
from sumber.cli.languages import language_asked
from sumber.cli.streams import complain
from sumber.errors import NoSuchInput
from sumber.filing import Kept, file_readings
from sumber.lexicon.codebook import load_codebook
from sumber.records import Article
from sumber.web.labels import load_labels

FEW = 5  # articles that need no progress bar
OUTCOMES = {
    "new": "added_new",
    "edition": "added_edition",
    "reread": "added_reread",
    "known": "added_known",
    "refused": "added_refused",
    "missing": "added_missing",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    inputs: tuple[str, ...]
    to: str | None
    options: InputOptions
    jobs: int
    codebooks: tuple[Path, ...] = ()
    retry: bool = False
    reread: bool = False
    json: bool = False


@dataclass(slots=True)
class Tally:
    """What became of the inputs so far."""

    new: int = 0
    edition: int = 0
    reread: int = 0
    known: int = 0
    refused: int = 0
    missing: int = 0
    sources: set[str] = field(default_factory=set)

    @property
    def done(self) -> int:
        """All of them."""
        return self.new + self.edition + self.reread + self.known + self.refused + self.missing


def run(wanted: Wanted) -> Tally:
    """Add everything.

    Raises: ArchiveError, UsageError, SetupError, LexiconError for a broken codebook.
    """
    if wanted.codebooks:
        load_codebook(wanted.codebooks)
    tally, begin = Tally(), time.perf_counter()
    with open_archive(wanted.to, create=True) as archive:
        seen: set[str] = set()
        pieces = _there(_pieces(wanted, archive, seen), tally, wanted, seen)
        task = Task(archive.place, wanted.options, wanted.codebooks, reread=wanted.reread)
        with (
            _progress(wanted, tally) as advance,
            closing(read_all(pieces, task, jobs=wanted.jobs)) as outcomes,
        ):
            for outcome in file_readings(archive, outcomes, reread=wanted.reread):
                _take(outcome, tally, wanted)
                advance()
        _forget(archive, tally, seen)
        if not wanted.json:
            print(_summary(tally, archive, time.perf_counter() - begin))
    return tally


def _pieces(wanted: Wanted, archive: Archive, seen: set[str]) -> Iterator[Piece]:
    """What is to be read: the inputs, what was kept aside, what another version read."""
    names = list(wanted.inputs)
    if wanted.retry:
        kept = archive.refused()
        yield from (_kept_piece(row) for row in kept if row.record is not None)
        names += dict.fromkeys(row.input for row in kept if row.input and row.record is None)
    if wanted.reread and not wanted.inputs:
        yield from (Piece(articles=(article,)) for article in archive.read_by_others(__version__))
    for piece in split_inputs(names, wanted.options) if names else ():
        seen.update(map(input_name, piece.names or (piece.name or "",)))
        yield piece


def _there(
    pieces: Iterator[Piece], tally: Tally, wanted: Wanted, seen: set[str]
) -> Iterator[Piece]:
    """The pieces without names that lead to nothing: these are told, and not kept for a retry."""
    for piece in pieces:
        missing = [error for error in piece.failed if isinstance(error, NoSuchInput)]
        for error in missing:
            tally.missing += 1
            seen.add(input_name(error.source))  # of a retry: what is gone cannot be tried again
            complain(str(error))
            if wanted.json:
                _print_line({"outcome": "missing", "source": error.source, "reason": str(error)})
        if not missing:
            yield piece


def _kept_piece(row: Refused) -> Piece:
    """A record that was kept aside: a reading, or an article."""
    record = row.record or b""
    if record.startswith(READING):
        return Piece(lines=(JsonLine(row.source, record),))
    return Piece(articles=(msgspec.json.decode(record, type=Article),))


def _take(outcome: Filed | Refused | Kept, tally: Tally, wanted: Wanted) -> None:
    """Count an outcome and tell it; it is on the disk by now."""
    name = outcome.outcome
    setattr(tally, name, getattr(tally, name) + 1)
    if isinstance(outcome, Refused):
        tally.sources.add(outcome.source)
        complain(outcome.reason)
    if wanted.json:
        _print_line(_told(outcome))


def _print_line(told: dict[str, object]) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
    sys.stdout.buffer.flush()


def _told(outcome: Filed | Refused | Kept) -> dict[str, object]:
    if isinstance(outcome, Refused):
        return {"outcome": "refused", "source": outcome.source, "reason": outcome.reason}
    return {
        "outcome": outcome.outcome,
        "source": outcome.source,
        "article": outcome.article_id,
        "edition": outcome.edition,
    }


def _forget(archive: Archive, tally: Tally, seen: set[str]) -> None:
    """Drop what was kept aside of inputs that now gave no error there."""
    gone = [row.source for row in archive.refused() if row.input in seen]
    gone = [source for source in gone if source not in tally.sources]
    if gone:
        with archive.writing() as connection:
            forget_refused(connection, gone)


def _summary(tally: Tally, archive: Archive, seconds: float) -> str:
    """One line about the whole run."""
    labels = load_labels(language_asked())
    told = [(getattr(tally, name), labels[key]) for name, key in OUTCOMES.items()]
    counts = ", ".join(f"{count:,} {word}" for count, word in told if count)
    rate = f"{tally.done / seconds:,.0f}/s" if seconds > 0 else ""
    advice = labels["added_advice"] if tally.refused else ""
    told_counts = counts or labels["added_nothing"]
    return f"{shown(archive.place)}: {told_counts} ({seconds:.1f} s, {rate}){advice}"


@contextmanager
def _progress(wanted: Wanted, tally: Tally) -> Iterator[Callable[[], None]]:
    """A bar on standard error with rate and errors, if it is a terminal and there are many."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    total = count_inputs(wanted.inputs) if wanted.inputs else None
    columns = (
        TextColumn("adding"),
        BarColumn(),
        TextColumn("{task.completed:,.0f}"),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[errors]}"),
        TimeElapsedColumn(),
    )
    begin = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("add", total=total, visible=False, rate="", errors="")

        def advance() -> None:
            rate = tally.done / max(time.monotonic() - begin, 0.001)
            errors = f"{tally.refused:,} failed" if tally.refused else ""
            visible = max(tally.done, total or 0) > FEW
            bar.update(task, advance=1, visible=visible, rate=f"{rate:,.0f}/s", errors=errors)

        yield advance
