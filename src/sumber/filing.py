"""The one list of steps across articles: prepared readings go in, filed ones come out.

`file_readings` takes what was read, in any order, and gives an answer for each when it is on the
disk. All of `STEPS` see a batch in the transaction that files it: its rows are there, and what a
step adds is kept or lost with them. Used by `cli`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError

from sumber.archive import Archive, Filed, Prepared, Refused, prepare
from sumber.archive.planning import has_doubled, look_at_tables, plans_by_counts
from sumber.archive.refusing import forget_refused, keep_refused
from sumber.archive.writer import file_batch
from sumber.joining import TRACES, join_filed, trace_reading
from sumber.records import Reading


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that was not even read, since the archive has it with this content."""

    article_id: int
    edition: int
    source: str
    outcome: Literal["known"] = "known"


Input = Prepared | Refused | Kept
Output = Filed | Refused | Kept
Step = Callable[[Connection, Sequence[Filed]], None]
STEPS: tuple[Step, ...] = (join_filed,)
BEFOREHAND = {TRACES: trace_reading}  # what the steps have worked out where it is read
BATCH = 256  # readings in a transaction: a disk that writes through takes some 10 ms for each
WAIT = 0.5  # seconds after which a batch is filed though more could come


def prepare_reading(
    reading: Reading, archive: Archive, *, source: str | None = None, join: bool = True
) -> Prepared:
    """All that can be worked out of a reading before it is filed; may run in another process.

    `source` is the input it came from; `join` also works out what copies and stories are found by.
    Raises: NotAReading if the reading contradicts itself.
    """
    extras = BEFOREHAND if join else {}
    return prepare(reading, words=archive.words, source=source, extras=extras)


def file_readings(
    archive: Archive,
    readings: Iterable[Input],
    *,
    reread: bool = False,
    steps: Sequence[Step] = STEPS,
) -> Iterator[Output]:
    """File what was prepared, keep aside what was refused, and pass on what is known.

    Each outcome is given after the transaction that holds it is committed; the last ones may be
    lost by whoever stops the iteration, and are filed by the next call with the same readings.
    With `reread`, readings by another version replace those that the archive has. Without `steps`,
    articles are kept and found, but not joined with each other. Raises:
    ArchiveError where the database fails; nothing that was given out is lost.
    """
    for batch in _batches(readings):
        filed = _file(archive, batch, reread=reread, steps=steps)
        yield from filed
        if plans_by_counts(archive) and has_doubled(o for o in filed if isinstance(o, Filed)):
            with archive.writing() as connection:
                look_at_tables(connection)


def _batches(
    readings: Iterable[Input],
) -> Iterator[list[Input]]:
    batch: list[Input] = []
    begin = time.monotonic()
    for reading in readings:
        batch.append(reading)
        if len(batch) >= BATCH or time.monotonic() - begin > WAIT:
            yield batch
            batch, begin = [], time.monotonic()
    if batch:
        yield batch


def _file(
    archive: Archive, batch: Sequence[Input], *, reread: bool, steps: Sequence[Step]
) -> list[Output]:
    """File a batch; if the database refuses it, each alone: only the culprit is kept out."""
    try:
        return _commit(archive, batch, reread=reread, steps=steps)
    except (IntegrityError, DataError) as error:
        if len(batch) > 1:
            return [
                done for one in batch for done in _file(archive, [one], reread=reread, steps=steps)
            ]
        (culprit,) = batch
        if not isinstance(culprit, Prepared):
            raise
        return _commit(archive, [_refusal(culprit, error)], reread=reread, steps=steps)


def _commit(
    archive: Archive, batch: Sequence[Input], *, reread: bool, steps: Sequence[Step]
) -> list[Output]:
    readings = [one for one in batch if isinstance(one, Prepared)]
    refused = [one for one in batch if isinstance(one, Refused)]
    kept = [one for one in batch if isinstance(one, Kept)]
    if not (readings or refused):
        return [*kept]
    with archive.writing() as connection:
        filed = file_batch(connection, readings, reread=reread)
        for step in steps:
            step(connection, [one for one in filed if one.outcome != "known"])
        forget_refused(connection, [one.source for one in readings])
        keep_refused(connection, refused)
    return [*filed, *refused, *kept]


def _refusal(reading: Prepared, error: IntegrityError | DataError) -> Refused:
    said = " ".join(str(error.orig).split())
    return Refused(
        reading.source,
        f"{reading.source}: met a reading that the database refuses ({said}); please report it",
        record=reading.line,
    )
