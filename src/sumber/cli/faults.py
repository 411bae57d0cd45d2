"""A fault of our own, in a few words for the user who met it."""

from __future__ import annotations

import traceback
from pathlib import Path


def where(fault: Exception) -> str:
    """The fault with the line that raised it."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"a fault in Sumber itself ({type(fault).__name__} in {place})"
