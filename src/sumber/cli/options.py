"""What several commands share: exit statuses, and the values of common options."""

from __future__ import annotations

import datetime as dt
import os
from enum import StrEnum

import typer

FAILED = 1
INTERRUPTED = 130  # 128 + SIGINT, as shells have it


class Interface(StrEnum):
    """The languages of labels."""

    id = "id"
    en = "en"


def language_asked() -> str:
    """The language that the environment asks for, English where it asks for none of ours."""
    asked = next(
        (os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), ""
    )
    return "id" if asked.partition("_")[0] == "id" else "en"


def parse_date(written: str) -> dt.date:
    """A date as options take it. Raises: typer.BadParameter."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError as error:
        raise typer.BadParameter(
            f"{written!r} is no date; write year-month-day, such as 2024-11-02"
        ) from error
