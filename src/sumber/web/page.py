"""One self-contained page of readings: no network, no scripts but its own, readable without any.

In: `Reading`s, one by one. Out: one HTML file. What is added goes to temporary files, so memory
does not grow with the number of articles. Used by `cli`.
"""

from __future__ import annotations

import hashlib
import shutil
from base64 import b64encode
from functools import cache
from importlib.resources import files
from tempfile import TemporaryFile
from typing import IO, Self
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sumber._version import __version__
from sumber.records import Reading
from sumber.web.entries import find_checks, find_said, find_speakers, shorten
from sumber.web.happenings import find_counts, find_spots, find_told
from sumber.web.labels import LANGUAGES, Language, load_labels
from sumber.web.marking import find_blocks, find_marks
from sumber.web.pieces import block_pieces
from sumber.web.visible import visible

GENERATOR = "Sumber, a reader of Indonesian news"
ICON = (
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E"
    "%3Crect%20width='16'%20height='16'%20rx='3'%20fill='%230f6558'/%3E"
    "%3Cpath%20d='M3,5h10M3,8h10M3,11h6'%20stroke='white'%20stroke-width='1.6'/%3E%3C/svg%3E"
)


class Page:
    """A page that is being collected.

    `add` takes readings in their order; `write` puts the whole page into an open text file; `close`
    lets the temporary files go.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._count = 0
        self._title: str | None = None
        self._index = _spool()
        self._articles = _spool()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the temporary files go; the page can take no more."""
        self._index.close()
        self._articles.close()

    def add(self, reading: Reading) -> None:
        """Put one reading on the page."""
        self._count += 1
        if self._count == 1:
            self._title = reading.article.headline
        values = _values(reading, self._count)
        self._index.write(_render("index_entry.html", **values))
        self._articles.write(_render("article.html", **values))

    def write(self, file: IO[str]) -> None:
        """Write the page. Raises: OSError if the file does not take it."""
        style, script = _asset("page.css"), _asset("page.js")
        shared = {
            "language": self._language,
            "count": self._count,
            "title": self._title if self._count == 1 else None,
            "style": Markup(style),  # noqa: S704 - our own file
            "script": Markup(script),  # noqa: S704 - our own file
            "policy": _policy(style, script),
            "generator": GENERATOR,
            "icon": ICON,
        }
        file.write(_render("head.html", **shared))
        if self._count > 1:
            file.write(_render("index_open.html", **shared))
            _copy(self._index, file)
            file.write(_render("index_close.html", **shared))
        _copy(self._articles, file)
        file.write(_render("foot.html", **shared))


def _spool() -> IO[str]:
    return TemporaryFile("w+", encoding="utf-8", newline="\n")


def _copy(spool: IO[str], file: IO[str]) -> None:
    spool.seek(0)
    shutil.copyfileobj(spool, file)
    spool.seek(0, 2)


def _values(reading: Reading, number: int) -> dict[str, object]:
    """What the templates of one article need."""
    blocks = find_blocks(reading)
    return {
        "reading": reading,
        "article": reading.article,
        "p": f"r{number}-",
        "number": number,
        "blocks": block_pieces(reading, blocks, f"r{number}-"),
        "placed": {i for mark in find_marks(reading) for i in mark.ids},
        "said": find_said(reading),
        "checks": find_checks(reading),
        "speakers": find_speakers(reading),
        "told": find_told(reading),
        "spots": find_spots(reading),
        "counts": find_counts(reading),
        "sources": list(dict.fromkeys(credit.source for credit in reading.article.credits)),
    }


def _policy(style: str, script: str) -> str:
    """A content policy under which only our own style and script act, and nothing is fetched."""
    return (
        f"default-src 'none'; img-src data:; style-src {_digest(style)}; "
        f"script-src {_digest(script)}; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return (files("sumber.web") / "assets" / name).read_text("utf-8").replace("\r\n", "\n")


def _render(name: str, **values: object) -> str:
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sumber.web", "assets"),
        autoescape=True,
        finalize=_show,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(shorten=shorten, safe_url=safe_url)
    environment.globals.update(
        labels={language: load_labels(language) for language in LANGUAGES},
        languages=LANGUAGES,
        version=__version__,
    )
    return environment


def _show(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def safe_url(url: str | None) -> str | None:
    """The address if it leads to the web, None if it is anything else.

    >>> safe_url("javascript:alert(1)") is None
    True
    """
    if not url or any(c.isspace() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
