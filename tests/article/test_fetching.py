"""A real server on this machine that is slow, looping, huge, packed, wrong or honest."""

# ruff: noqa: D102 - the methods of a handler are the paths that it answers

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sumber.article import InputOptions, read_inputs
from sumber.article.fetching import USER_AGENT, fetch, is_private
from sumber.article.fetching import _check_redirect as check_redirect
from sumber.errors import FetchError, InputError
from sumber.records import Article

STORY = "<p>GARUT - Petani di Garut mulai memanen padi pada Sabtu (2/11/2024) pagi, kata Wahyu.</p>"
MORE = "<p>Hasil panen di Kecamatan Leles naik seperlima dari tahun lalu, ujar Siti Aminah.</p>"
MEGABYTE = b"a" * 1_000_000
BOMB = gzip.compress(MEGABYTE * 20)


class Site(BaseHTTPRequestHandler):
    """Answers by path; keeps the headers that it was asked with."""

    asked: list[dict[str, str]] = []  # noqa: RUF012 - shared on purpose, one test server

    def do_GET(self) -> None:
        self.asked.append(dict(self.headers))
        path, _, query = self.path.partition("?")
        getattr(self, f"give_{path.strip('/')}", self.give_missing)(query)

    def log_message(self, *args: object) -> None: ...

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Set-Cookie", "jejak=1")
        self.end_headers()

    def give_missing(self, _: str) -> None:
        self.send_error(404)

    def give_berita(self, query: str) -> None:
        number = 2 if "page=2" in query else 1
        more = '<a rel="next" href="/berita?page=2">2</a>' if number == 1 else ""
        body = f"<html><body><article><h1>Panen Raya di Garut</h1>{STORY if number == 1 else MORE}"
        self.answer(f"{body}</article><div class='paging'>{more}</div></body></html>".encode())

    def give_putus(self, query: str) -> None:
        """An article whose second page is gone."""
        if "page=2" in query:
            self.send_error(404)
            return
        more = '<div class="paging"><a rel="next" href="/putus?page=2">2</a></div>'
        self.answer(f"<article><h1>Panen Raya</h1>{STORY}</article>{more}".encode())

    def give_malas(self, query: str) -> None:
        """Pages without end, each of them within the limit of one answer."""
        number = int(query.removeprefix("page=") or 1)
        time.sleep(0.25)
        more = f'<div class="paging"><a rel="next" href="/malas?page={number + 1}">lanjut</a></div>'
        self.answer(f"<article><h1>Panen Raya</h1>{STORY}</article>{more}".encode())

    def give_deflate(self, _: str) -> None:
        self.answer(zlib.compress(STORY.encode()), Content_Encoding="deflate")

    def give_kempes(self, _: str) -> None:
        """Deflate without its header, as many servers send it."""
        packer = zlib.compressobj(wbits=-15)
        self.answer(packer.compress(STORY.encode()) + packer.flush(), Content_Encoding="deflate")

    def give_teks(self, _: str) -> None:
        self.answer(b"Panen di Garut, kata Siti.", "text/plain; charset=utf-8")

    def give_latin(self, _: str) -> None:
        self.answer(
            STORY.replace("Wahyu", "René").encode("latin-1"), "text/html; charset=iso-8859-1"
        )

    def give_sekali(self, _: str) -> None:
        self.redirect("/berita")

    def give_putar(self, _: str) -> None:
        self.redirect("/putar")

    def give_berkas(self, _: str) -> None:
        self.redirect("file:///etc/passwd")

    def give_gambar(self, _: str) -> None:
        self.answer(b"\x89PNG", "image/png")

    def give_brotli(self, _: str) -> None:
        self.answer(b"x", Content_Encoding="br")

    def give_besar(self, _: str) -> None:
        self.answer(MEGABYTE * 3)

    def give_bom(self, _: str) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def give_gzip(self, _: str) -> None:
        self.answer(gzip.compress(STORY.encode()), Content_Encoding="gzip")

    def give_potong(self, _: str) -> None:
        self.answer(gzip.compress(STORY.encode() * 50)[:-40], Content_Encoding="gzip")

    def give_rusak(self, _: str) -> None:
        self.answer(b"\x1f\x8b\x08xxxxxxxxxxxxxxxx", Content_Encoding="gzip")

    def give_lambat(self, _: str) -> None:
        time.sleep(1.5)

    def give_kepala(self, _: str) -> None:
        """Headers without an end, each before a limit on one read would strike."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(60):
            try:
                self.wfile.write(b"X-%d: a\r\n" % number)
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def give_tetes(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _i in range(30):
            try:
                self.wfile.write(b"<p>a</p>")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def only(url: str, **options: object) -> Article | InputError:
    (outcome,) = read_inputs([url], options=InputOptions(**options))  # type: ignore[arg-type]
    return outcome


def article(url: str) -> Article:
    outcome = only(url)
    assert isinstance(outcome, Article), outcome
    return outcome


def test_the_pages_of_one_article_are_fetched_and_joined(site: str) -> None:
    whole = article(f"{site}/berita")
    assert whole.text == (
        "Panen Raya di Garut\n\n"
        "GARUT - Petani di Garut mulai memanen padi pada Sabtu (2/11/2024) pagi, kata Wahyu.\n\n"
        "Hasil panen di Kecamatan Leles naik seperlima dari tahun lalu, ujar Siti Aminah."
    )
    assert whole.url == f"{site}/berita"


def test_a_further_page_that_fails_costs_only_itself(site: str) -> None:
    whole, error = read_inputs([f"{site}/putus"])
    assert isinstance(whole, Article)
    assert "memanen padi" in whole.text
    assert isinstance(error, FetchError)
    assert str(error).startswith(f"{site}/putus?page=2: met status 404")


def test_one_time_limit_holds_for_all_pages_of_an_article(site: str) -> None:
    begin = time.monotonic()
    whole, error = read_inputs([f"{site}/malas"], options=InputOptions(timeout=0.9))
    assert time.monotonic() - begin < 2.0, "ten pages within a limit each would take 2.5 s"
    assert isinstance(whole, Article)
    assert "no full answer within" in str(error)


def test_the_user_agent_is_honest_and_no_cookie_is_kept(site: str) -> None:
    Site.asked.clear()
    assert article(f"{site}/sekali").headline == "Panen Raya di Garut"
    assert all(headers["User-Agent"] == USER_AGENT for headers in Site.asked)
    assert not any("Cookie" in headers for headers in Site.asked)
    assert USER_AGENT.startswith("Sumber/")


def test_packed_plain_and_latin_answers_are_read(site: str) -> None:
    for packed in ("gzip", "deflate", "kempes"):
        assert "memanen padi" in article(f"{site}/{packed}").text
    assert "René" in article(f"{site}/latin").text
    assert article(f"{site}/teks").text == "Panen di Garut, kata Siti."


@pytest.mark.parametrize(
    ("path", "met"),
    [
        ("tiada", "status 404"),
        ("putar", "more than 5 redirects"),
        ("berkas", "the address 'file:///etc/passwd'"),
        ("gambar", "content of type 'image/png'"),
        ("brotli", "content packed as 'br'"),
        ("besar", "a page of more than 2,000,000 bytes"),
        ("bom", "a page of more than 2,000,000 bytes"),
        ("rusak", "broken compression"),
        ("potong", "compressed data cut short"),
        ("lambat", "no full answer within 0.3 seconds"),
        ("tetes", "no full answer within 0.3 seconds"),
        ("kepala", "no full answer within 0.3 seconds"),
    ],
)
def test_every_failure_is_one_line(site: str, path: str, met: str) -> None:
    timeout = 0.3 if "0.3 seconds" in met else 20.0
    error = only(f"{site}/{path}", timeout=timeout, max_bytes=2_000_000)
    assert isinstance(error, FetchError)
    assert str(error).startswith(f"{site}/{path}: met {met}")
    assert "\n" not in str(error)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/x", "http://[::1", "http://", "http://a b/"])
def test_addresses_that_lead_nowhere(url: str) -> None:
    assert isinstance(only(url, timeout=1.0), FetchError)


def test_a_public_page_cannot_send_us_into_a_private_network() -> None:
    for private in ("http://127.0.0.1/", "http://10.1.2.3/", "http://[::1]/", "http://localhost/"):
        with pytest.raises(FetchError, match="private network"):
            check_redirect("asked", "http://8.8.8.8/", private)
    check_redirect("asked", "http://127.0.0.1/", "http://127.0.0.1/lain")
    check_redirect("asked", "http://8.8.8.8/", "http://1.1.1.1/")


def test_private_hosts() -> None:
    private = ["127.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "::1", "localhost"]  # noqa: S104
    assert all(is_private(host) for host in private)
    assert not is_private("8.8.8.8")
    assert not is_private(None)


def test_a_fetched_page_knows_its_last_address(site: str) -> None:
    got = fetch(f"{site}/sekali", timeout=5, max_bytes=100_000)
    assert (got.url, got.charset, got.is_html) == (f"{site}/berita", "utf-8", True)
