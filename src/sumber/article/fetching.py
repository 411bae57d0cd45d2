"""One page from a URL: politely, within bounds of time, size and redirects.

In: a URL. Out: the answer's bytes, its last address, its declared encoding. Every way in which
that can go wrong is a `FetchError` of one line. Used by `inputs`.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urljoin, urlsplit

import httpx

from sumber._version import __version__
from sumber.errors import FetchError

USER_AGENT = f"Sumber/{__version__} (reads single articles of Indonesian news for one reader)"
MOST_REDIRECTS = 5
CHUNK = 65_536  # bytes unpacked at a time
PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")
PLAIN = frozenset({"", "identity"})
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "Accept-Language": "id, en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: `url` after redirects, `charset` as the answer's header declares it."""

    url: str
    data: bytes
    charset: str | None
    is_html: bool


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What one fetch may take; `source` is the address that was asked for."""

    source: str
    deadline: float
    timeout: float
    max_bytes: int


def fetch(url: str, *, timeout: float, max_bytes: int) -> Fetched:
    """Fetch one page.

    `timeout` bounds the whole, in seconds; `max_bytes` the page, unpacked. Raises: FetchError.
    """
    bounds = _Bounds(url, time.monotonic() + timeout, timeout, max_bytes)
    jar = CookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))  # keeps none
    here = _checked(url, url)
    with httpx.Client(headers=HEADERS, cookies=jar, follow_redirects=False) as client:
        # The client's own limits start anew with each byte; this one bounds a server that drips.
        watch = threading.Timer(timeout, client.close)
        watch.daemon = True
        watch.start()
        try:
            for _ in range(MOST_REDIRECTS + 1):
                answer = _ask(client, here, bounds)
                if isinstance(answer, Fetched):
                    return answer
                _check_redirect(url, here, answer)
                here = _checked(url, answer)
        finally:
            watch.cancel()
    raise FetchError(
        url,
        met=f"more than {MOST_REDIRECTS} redirects",
        do="open it in a browser and copy its last address",
    )


def _checked(source: str, url: str) -> str:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise FetchError(
            source, met=f"the address {url!r}", do="give one such as https://contoh.id/berita"
        )
    return url


def _ask(client: httpx.Client, url: str, bounds: _Bounds) -> Fetched | str:
    """The page, or the address that it redirects to."""
    left = max(0.05, bounds.deadline - time.monotonic())
    source = bounds.source
    try:
        with client.stream("GET", url, timeout=left) as answer:
            if answer.status_code in REDIRECTS and "location" in answer.headers:
                return urljoin(url, answer.headers["location"])
            _check_answer(source, answer)
            data = b"".join(_unpacked(answer, bounds))
    except httpx.TimeoutException as late:
        raise _too_late(bounds) from late
    except (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError, ValueError) as failed:
        if time.monotonic() >= bounds.deadline:
            raise _too_late(bounds) from failed
        met = f"no answer ({str(failed) or type(failed).__name__})".replace("\n", " ")
        raise FetchError(source, met=met, do="check the address and the connection") from failed
    return Fetched(url, data, answer.charset_encoding, _content_type(answer) != "text/plain")


def _content_type(answer: httpx.Response) -> str:
    return str(answer.headers.get("content-type", "text/html")).partition(";")[0].strip().lower()


def _check_answer(source: str, answer: httpx.Response) -> None:
    if answer.status_code != httpx.codes.OK:
        met = f"status {answer.status_code} {answer.reason_phrase}".rstrip()
        raise FetchError(source, met=met, do="check the address in a browser")
    if (kind := _content_type(answer)) not in PAGE_TYPES:
        raise FetchError(
            source, met=f"content of type {kind!r}", do="give the address of an article's page"
        )
    packing = answer.headers.get("content-encoding", "identity").strip().lower()
    if packing not in PLAIN | PACKED:
        raise FetchError(
            source, met=f"content packed as {packing!r}", do="save the page and give the file"
        )


def _unpacked(answer: httpx.Response, bounds: _Bounds) -> Iterator[bytes]:
    """The answer's bytes as they come, unpacked in small pieces, so that a bomb is met early."""
    packed = answer.headers.get("content-encoding", "identity").strip().lower() not in PLAIN
    unpacker = _Unpacker() if packed else None
    size = 0
    for raw in answer.iter_raw():
        if time.monotonic() > bounds.deadline:
            raise _too_late(bounds)
        for piece in _pieces(bounds.source, raw, unpacker):
            size += len(piece)
            if size > bounds.max_bytes:
                met = f"a page of more than {bounds.max_bytes:,} bytes"
                raise FetchError(bounds.source, met=met, do="save the part you need")
            yield piece
    if unpacker is not None and size and not unpacker.eof:
        raise FetchError(bounds.source, met="compressed data cut short", do="try again later")


class _Unpacker:
    """Unpacks gzip and deflate; many servers send deflate without its header."""

    def __init__(self) -> None:
        self.inner = zlib.decompressobj(wbits=47)
        self.begun = False

    @property
    def eof(self) -> bool:
        return self.inner.eof

    def pieces(self, raw: bytes) -> Iterator[bytes]:
        while raw:
            try:
                yield self.inner.decompress(raw, CHUNK)
            except zlib.error:
                if self.begun:
                    raise
                self.inner = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
                self.begun = True
                continue
            self.begun = True
            raw = self.inner.unconsumed_tail


def _pieces(source: str, raw: bytes, unpacker: _Unpacker | None) -> Iterator[bytes]:
    if unpacker is None:
        yield raw
        return
    try:
        yield from unpacker.pieces(raw)
    except zlib.error as broken:
        raise FetchError(
            source, met=f"broken compression ({broken})", do="try again later"
        ) from broken


def _too_late(bounds: _Bounds) -> FetchError:
    met = f"no full answer within {bounds.timeout:.3g} seconds"
    return FetchError(bounds.source, met=met, do="try again, or allow more time")


def _check_redirect(source: str, here: str, there: str) -> None:
    """Refuse to be sent from a public host into a private network."""
    if is_private(urlsplit(there).hostname) and not is_private(urlsplit(here).hostname):
        raise FetchError(
            source,
            met=f"a redirect into a private network ({there})",
            do="give that address itself if you trust it",
        )


def is_private(host: str | None) -> bool:
    """True if the host's name or number leads to this machine or a private network.

    >>> is_private("127.0.0.1"), is_private("203.0.113.7.example")
    (True, False)
    """
    if not host:
        return False
    try:
        numbers = [ipaddress.ip_address(host)]
    except ValueError:
        numbers = list(_resolved(host))
    return any(not number.is_global for number in numbers)


def _resolved(host: str) -> Iterator[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        yield ipaddress.ip_address("127.0.0.1")
        return
    try:
        answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return
    for answer in answers:
        yield ipaddress.ip_address(re.sub(r"%.*", "", str(answer[4][0])))
