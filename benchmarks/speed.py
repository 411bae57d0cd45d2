"""How fast Sumber reads, as ratios within one run, and where the time goes.

    speed.py [--articles 2000] [--write]

The texts are click-id's (../shared/corpora); each is also wrapped in the markup of an ordinary
news page, so that reading a page stands beside trafilatura extracting the same page. Reports
articles a second on one core, the share of each step, start-up time, and peak memory at half and
at all of the articles (the same, if memory does not grow with the input).
"""

from __future__ import annotations

import argparse
import gzip
import html
import itertools
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import trafilatura

from gold import CLICK_ID
from sumber import reading
from sumber.article import article_from_html, article_from_record
from sumber.records import dump
from tables import markdown_table, write_table

HERE = Path(__file__).resolve().parent
LINKS = 120  # links beside the text of an ordinary news page: menu, tags, most read, footer
SCRIPT = 20_000  # bytes of inline script on such a page


def records(count: int) -> Iterator[dict[str, Any]]:
    """The first `count` click-id records."""
    with gzip.open(CLICK_ID, "rt", encoding="utf-8") as lines:
        yield from itertools.islice(map(json.loads, lines), count)


def page_of(record: dict[str, Any]) -> str:
    """The record's text in the markup of an ordinary news page of about 40 kB."""
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in record["text"].split("\n\n"))
    links = "".join(f'<li><a href="/tag/{n}">Berita {n} hari ini</a></li>' for n in range(LINKS))
    facts = {"@type": "NewsArticle", "headline": record["headline"]}
    facts["datePublished"] = record["published"] + "T10:00:00+07:00"
    return (
        f"<!DOCTYPE html><html lang=id><head><title>{html.escape(record['headline'])}</title>"
        f'<link rel=canonical href="{html.escape(record["url"])}">'
        f"<script type=application/ld+json>{json.dumps(facts)}</script>"
        f"<script>{'var x=1;' * (SCRIPT // 8)}</script></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>{html.escape(record['headline'])}</h1>{paragraphs}</article>"
        f"<footer><ul>{links}</ul></footer></body></html>"
    )


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run_all(work: Callable[[Any], object], inputs: Iterable[Any]) -> None:
    """Call the work on every input."""
    for each in inputs:
        work(each)


def peak_memory() -> float:
    """Peak resident memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def startup() -> float:
    """Seconds from a cold start to the version, and nothing read (median of five)."""
    ask = [sys.executable, "-m", "sumber", "--version"]

    def start() -> object:
        return subprocess.run(ask, check=True, capture_output=True)

    return statistics.median(seconds(start) for _ in range(5))


def step_seconds(articles: list[Any]) -> dict[str, float]:
    """Seconds of each step within one article, over all articles."""
    return {
        name: seconds(lambda work=work: run_all(work, articles))  # type: ignore[misc]
        for name, work in reading.STEPS_TO_TIME.items()
    }


def measure(count: int) -> list[list[object]]:
    """The rows of the table."""
    run_all(
        lambda r: dump(reading.read_article(article_from_record(r, source="bench"))), records(9)
    )
    texts = list(records(count))
    read = seconds(
        lambda: run_all(
            lambda r: dump(reading.read_article(article_from_record(r, source=r["id"]))), texts
        )
    )
    pages = [page_of(r) for r in texts[: count // 4]]
    page = seconds(lambda: run_all(lambda p: article_from_html(p, source="bench"), pages))
    alone = seconds(
        lambda: run_all(lambda p: trafilatura.bare_extraction(p, with_metadata=True), pages)
    )
    pages_read = [article_from_html(p, source="bench") for p in pages]
    steps = seconds(lambda: run_all(reading.read_article, pages_read))
    n, m = len(texts), len(pages)
    return [
        ["texts read, articles/s", f"{n / read:,.0f}", ""],
        ["pages to articles, pages/s", f"{m / page:,.0f}", f"{page / alone:.2f} x trafilatura"],
        ["trafilatura alone, pages/s", f"{m / alone:,.0f}", "1 x"],
        ["times, names and quotations of those pages, articles/s", f"{m / steps:,.0f}",
         f"{steps / alone:.2f} x trafilatura"],
    ]  # fmt: skip


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--articles", type=int, default=2000)
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    rows = measure(asked.articles)
    rows.append(["start-up to --version, s", f"{startup():.2f}", ""])
    rows.append(["peak memory, MB", f"{peak_memory():.0f}", f"{asked.articles} texts held"])
    table = markdown_table(["one core", "", "beside"], rows)
    print(table)
    if asked.write:
        write_table("speed", table)


if __name__ == "__main__":
    main()
