"""What users name to what is to be read: files in directories, globs, URLs, `-`.

In: one name. Out: `Named` inputs in a fixed order, each with the shape that its name tells, or
with the error that keeps it from being read. Used by `inputs`.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import unquote

from sumber.errors import InputError, NoSuchInput, NotText


class Shape(Enum):
    """What an input is; UNKNOWN where only its content tells."""

    HTML = "html"
    TEXT = "text"
    JSON = "json"
    LINES = "json lines"
    URL = "url"
    STDIN = "stdin"
    UNKNOWN = "unknown"


SUFFIXES = {
    ".html": Shape.HTML,
    ".htm": Shape.HTML,
    ".xhtml": Shape.HTML,
    ".shtml": Shape.HTML,
    ".txt": Shape.TEXT,
    ".json": Shape.JSON,
    ".jsonl": Shape.LINES,
    ".ndjson": Shape.LINES,
}
MARKUP = re.compile(
    r"\s*(?:<!doctype html|<\?xml[^>]{0,200}\?>\s*<(?:!doctype )?html"
    r"|<html|<head|<body|<article|<div|<p\b|<h1|<meta|<!--)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """One input: its name as the user would give it, its shape, or why it cannot be read."""

    name: str
    shape: Shape
    error: InputError | None = None


def find_named(name: str) -> Iterator[Named]:
    """Give the inputs that a name stands for; at least one, be it an error."""
    if name == "-":
        yield Named(name, Shape.STDIN)
    elif not name.strip():
        error = NoSuchInput(repr(name), met="an empty name", do="give a file, a URL or -")
        yield Named(repr(name), Shape.UNKNOWN, error)
    elif re.match(r"(?i)https?://", name):
        yield Named(name, Shape.URL)
    elif _is_dir(name):
        yield from _in_directory(name)
    elif glob.has_magic(name) and not os.path.lexists(name):
        yield from _matching(name)
    else:
        yield _file(name)


def shape_of_name(name: str) -> Shape:
    """The shape that a file's name tells; `.gz` is looked through.

    >>> shape_of_name("berita.jsonl.gz")
    <Shape.LINES: 'json lines'>
    """
    suffixes = [s.lower() for s in Path(name).suffixes[-2:]]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return SUFFIXES.get(suffixes[-1], Shape.UNKNOWN) if suffixes else Shape.UNKNOWN


def tell_shape(text: str) -> Shape:
    """The shape of a text whose name tells nothing.

    >>> tell_shape('{"text": "Jakarta - …"}')
    <Shape.JSON: 'json'>
    """
    if MARKUP.match(text):
        return Shape.HTML
    return Shape.JSON if re.match(r"\s*(?:\{\s*\"|\[\s*\{)", text) else Shape.TEXT


def _is_dir(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _file(name: str) -> Named:
    try:
        exists = os.path.lexists(name)
    except ValueError:
        exists = False
    if not exists:
        return Named(name, Shape.UNKNOWN, _missing(name))
    return Named(name, shape_of_name(name))


def _missing(name: str) -> InputError:
    """The error of a name that is no file; many of them were meant as addresses."""
    if re.match(r"(?i)file:", name):
        path = unquote(re.sub(r"(?i)^file:(//(localhost)?(?=/))?", "", name))
        return NoSuchInput(name, met="an address of a file", do=f"give its path: {path}")
    if re.match(r"(?i)[a-z][a-z0-9+.-]+://", name):
        return NoSuchInput(name, met="an address that is not of the web", do="give http or https")
    if re.match(r"(?i)www\.|[\w-]+(\.[\w-]+)+/", name):
        return NoSuchInput(
            name, met="no file of that name", do=f"if it is an address, give https://{name}"
        )
    return NoSuchInput(name, met="no file of that name", do="check the path")


def _in_directory(name: str) -> Iterator[Named]:
    """The articles below a directory by path; links to directories are not followed."""
    met = False
    for folder, folders, files in os.walk(name, onerror=None):
        folders.sort()
        for file in sorted(files, key=_natural):
            if shape_of_name(file) is not Shape.UNKNOWN and not file.startswith("."):
                met = True
                yield _found(str(Path(folder) / file))
    if not met:
        kinds = " ".join(sorted(SUFFIXES))
        error = NoSuchInput(
            name, met="a directory without articles", do=f"give one with {kinds} (or .gz)"
        )
        yield Named(name, Shape.UNKNOWN, error)


def _matching(name: str) -> Iterator[Named]:
    found = sorted(_globbed(name), key=_natural)
    for path in found:
        yield from _in_directory(path) if _is_dir(path) else [_found(path)]
    if not found:
        error = NoSuchInput(name, met="no file that matches", do="check the pattern")
        yield Named(name, Shape.UNKNOWN, error)


def _found(path: str) -> Named:
    """A file that nobody named: a pipe among them would block all that follows."""
    file = _file(path)
    if not Path(path).exists() or Path(path).is_file():
        return file
    met = "a pipe or device, not a file"
    return Named(path, Shape.UNKNOWN, NotText(path, met=met, do="name it if it is to be read"))


def _globbed(pattern: str) -> Iterator[str]:
    """What matches; below `**` no link to a directory is followed, for two of them may loop."""
    if "**" not in pattern:
        yield from glob.iglob(pattern)  # noqa: PTH207 - absolute patterns too
        return
    top, _, below = pattern.partition("**")
    root = top.rstrip("/") or ("/" if top.startswith("/") else ".")
    wanted = below.strip("/") or "*"
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for name in (each for each in names if not each.startswith(".")):
            path = os.path.join(folder, name)  # noqa: PTH118 - names stay as the user gave them
            if Path(path).match(wanted):
                yield path if top else os.path.relpath(path)


def _natural(name: str) -> list[tuple[bool, int, str]]:
    """Order in which `berita-2` comes before `berita-10`."""
    return [
        (not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in re.split(r"(\d{1,15})", name)
    ]
