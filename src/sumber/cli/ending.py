"""How every command ends: what went wrong in one line, and the exit status that follows from it.

0 all went well; 1 an input, an article or an archive is not there or cannot be read; 2 the command
itself is wrong; 130 interrupted. Used by the modules of commands.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from sumber.cli.speaking import say
from sumber.cli.streams import complain
from sumber.errors import LexiconError, SumberError, UsageError

FAILED = 1
INTERRUPTED = 130  # 128 + SIGINT, as shells have it


@contextmanager
def ending(*, interrupted: str = "interrupted") -> Iterator[None]:
    """Run a command; say in one line what stopped it, with its exit status."""
    try:
        yield
        sys.stdout.flush()
    except (UsageError, LexiconError) as error:
        raise typer.BadParameter(say(str(error))) from error
    except SumberError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain(interrupted)
        raise typer.Exit(INTERRUPTED) from None
