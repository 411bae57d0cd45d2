"""Whether cost grows with the length of a text and not with its square.

Processor time of this process, so that a busy machine does not fail a test; the factor between
linear and quadratic leaves room for what is left of chance.
"""

from __future__ import annotations

import time
from collections.abc import Callable

LONGER = 8
# Linear cost gives about 8, quadratic 64.
MOST = 30
# Below this many seconds a clock's steps and the interpreter's own work decide.
LEAST = 0.002


def is_linear(work: Callable[[str], object], unit: str, size: int) -> bool:
    """True if `work` on 8 times `size` characters of `unit` costs about 8 times as much."""
    short = unit * max(1, size // len(unit))
    return _seconds(work, short * LONGER) < MOST * max(LEAST, _seconds(work, short))


def _seconds(work: Callable[[str], object], text: str) -> float:
    """The least processor time of three calls."""

    def once() -> float:
        start = time.process_time()
        work(text)
        return time.process_time() - start

    return min(once() for _ in range(3))
