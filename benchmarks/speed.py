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
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import trafilatura

from gold import CLICK_ID
from sumber.actors import find_actors
from sumber.article import article_from_html, article_from_record
from sumber.dates import find_times
from sumber.language.pipeline import parse
from sumber.places import find_places
from sumber.quantities import find_quantities
from sumber.reading import published_moment, read_article, untold_spans
from sumber.records import Reading, dump
from sumber.statements import find_statements
from tables import markdown_table, write_table

HERE = Path(__file__).resolve().parent
T = TypeVar("T")
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


def peak_memory(count: int) -> float:
    """Peak resident memory, in MB, of a fresh process that reads so many texts."""
    code = (
        "import itertools, resource, sys; sys.path.insert(0, sys.argv[2]); import speed\n"
        "for record in speed.records(int(sys.argv[1])): speed.read_one(record)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    ask = [sys.executable, "-c", code, str(count), str(HERE)]
    return float(subprocess.run(ask, check=True, capture_output=True, text=True).stdout)


def startup() -> float:
    """Seconds from a cold start to the first reading of a short text (median of five)."""
    sumber = Path(sys.executable).with_name("sumber")
    ask = [str(sumber), "read", "-", "--json", "--published", "2024-11-02"]

    def start() -> object:
        text = "JAKARTA - Harga beras naik, kata Budi Santosa, Jumat (1/11)."
        return subprocess.run(ask, check=True, capture_output=True, input=text, text=True)

    return statistics.median(seconds(start) for _ in range(5))


def read_one(record: dict[str, Any]) -> bytes:
    """One record, read and written as JSON: what `sumber read --json` does for each."""
    return dump(read_article(article_from_record(record, source=record["id"])))


def step_seconds(texts: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Seconds of each step from record to JSON, over all texts."""
    spent: dict[str, float] = defaultdict(float)

    def timed(step: str, work: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        start = time.perf_counter()
        made = work(*arguments, **options)
        spent[step] += time.perf_counter() - start
        return made

    for record in texts:
        article = timed("parts, credits", article_from_record, record, source="bench")
        untold = untold_spans(article)
        times = timed("times", find_times, article.text, published_moment(article), skip=untold)
        parsed = timed("parse", parse, article.text)
        timed("places", find_places, article, parsed)
        actors = timed("actors", find_actors, article, parsed)
        statements = timed("statements", find_statements, article, actors)
        timed("quantities", find_quantities, article, parsed, statements)
        reading = Reading("", article, actors, times, statements=statements)
        timed("JSON", dump, reading)
    return dict(spent)


def measure(count: int) -> tuple[str, str]:
    """The table of rates and the table of steps."""
    texts = list(records(count))
    run_all(read_one, texts[:50])  # word lists are loaded once, before the clock runs
    read = seconds(lambda: run_all(read_one, texts))
    pages = [page_of(r) for r in texts[: count // 4]]
    page = seconds(lambda: run_all(lambda p: article_from_html(p, source="bench"), pages))
    alone = seconds(
        lambda: run_all(lambda p: trafilatura.bare_extraction(p, with_metadata=True), pages)
    )
    articles = [article_from_html(p, source="bench") for p in pages]
    inside = seconds(lambda: run_all(read_article, articles))
    n, m = len(texts), len(pages)
    rates = [
        ["trafilatura alone, pages", f"{m / alone:,.0f}/s", "1"],
        ["pages to articles, all parts and credits", f"{m / page:,.0f}/s", f"{page / alone:.2f}"],
        [
            "parse, times, actors, statements of these",
            f"{m / inside:,.0f}/s",
            f"{inside / alone:.2f}",
        ],
        ["texts to JSON, every step", f"{n / read:,.0f}/s", f"{read / n / (alone / m):.2f}"],
        ["cold start to the first reading", f"{startup():.2f} s", ""],
        [f"peak memory, {count // 4} texts", f"{peak_memory(count // 4):.0f} MB", ""],
        [f"peak memory, {count} texts", f"{peak_memory(count):.0f} MB", ""],
    ]
    steps = step_seconds(texts)
    total = sum(steps.values())
    shares = [[k, f"{v / n * 1000:.2f} ms", f"{v / total:.0%}"] for k, v in steps.items()]
    head = ["one core", "rate", "time, in trafilatura's"]
    return markdown_table(head, rates), markdown_table(["step", "an article", "share"], shares)


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--articles", type=int, default=2000)
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    rates, steps = measure(asked.articles)
    print(rates, steps, sep="\n\n")
    if asked.write:
        write_table("speed", rates)
        write_table("steps", steps)


if __name__ == "__main__":
    main()
