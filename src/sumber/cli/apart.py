"""Pieces of the inputs, each read by a process of its own, results in the order of the pieces.

In: pieces, what one process does first, what it does with a piece. Out: all results. With one
process, or few pieces, this process reads them itself. Used by `sumber add` and `sumber code`.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Generic, TypeVar

from sumber.article import JsonLine, Piece
from sumber.errors import SumberError

T = TypeVar("T")
AHEAD = 2  # pieces in hand for each process: one is read, one waits
READING = (b'{"sumber":', b'{"sumber" :', b'{ "sumber"')  # how a line of a reading begins
FEW = 4  # pieces: below this many, starting a process takes longer than reading


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """What a process does with each piece, and before the first; both can be pickled."""

    read: Callable[[Piece], list[T]]
    jobs: int
    start: Callable[[], None] | None = None

    def results(self, pieces: Iterable[Piece]) -> Generator[T, None, None]:
        """All results, in order. Raises: SumberError if a process is killed."""
        rest = iter(pieces)
        first = list(islice(rest, FEW))
        if self.jobs == 1 or len(first) < FEW:
            if self.start:
                self.start()
            for piece in chain(first, rest):
                yield from self.read(piece)
            return
        yield from self._apart(chain(first, rest))

    def _apart(self, pieces: Iterable[Piece]) -> Iterator[T]:
        spawn = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(
            self.jobs, mp_context=spawn, initializer=_begin, initargs=(self.start,)
        )
        waiting: deque[tuple[Piece, Future[list[T]]]] = deque()
        try:
            for piece in pieces:
                waiting.append((piece, pool.submit(self.read, piece)))
                if len(waiting) > self.jobs * AHEAD:
                    yield from _result(*waiting.popleft())
            while waiting:
                yield from _result(*waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(piece: Piece, future: Future[list[T]]) -> list[T]:
    try:
        return future.result()
    except BrokenProcessPool as error:
        name = piece.name or ", ".join(piece.names)
        raise SumberError(
            f"{name}: a reading process was killed, perhaps for want of memory; "
            "what was told as done is kept: run it again, with fewer --jobs"
        ) from error


def _begin(start: Callable[[], None] | None) -> None:
    """Start a process that ends with the one that wants its work, however that ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()
    if start:
        start()


def _wait_for_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def split_readings(piece: Piece) -> tuple[tuple[JsonLine, ...], Piece]:
    """The lines of a piece that are readings already, and the piece without them."""
    readings = tuple(line for line in piece.lines if line.data.lstrip().startswith(READING))
    others = tuple(line for line in piece.lines if line not in readings)
    return readings, replace(piece, lines=others)
