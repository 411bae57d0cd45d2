"""How fast events are coded once an article is parsed: sentences a second on one core.

    coding.py [--articles 300]

The texts are click-id's (../shared/corpora). Parsing, actors, times and statements are made before
the clock runs; what is timed is `find_events` alone.
"""

from __future__ import annotations

import argparse
import time

from speed import records
from sumber.actors import find_actors
from sumber.article import article_from_record
from sumber.dates import find_times
from sumber.events import Found, find_events
from sumber.language import Parse
from sumber.language.pipeline import parse
from sumber.places import find_places
from sumber.reading import published_moment, untold_spans
from sumber.records import Article
from sumber.statements import find_statements


def prepare(count: int) -> list[tuple[Article, Parse, Found]]:
    """The articles with all that coding starts from."""
    made: list[tuple[Article, Parse, Found]] = []
    for record in records(count):
        article = article_from_record(record, source="bench")
        parsed = parse(article.text)
        actors = find_actors(article, parsed)
        found = Found(
            actors=actors,
            places=find_places(article, parsed),
            times=find_times(article.text, published_moment(article), skip=untold_spans(article)),
            statements=find_statements(article, actors),
        )
        made.append((article, parsed, found))
    return made


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--articles", type=int, default=300)
    articles = prepare(ask.parse_args().articles)
    sentences = sum(len(parsed.sentences) for _, parsed, _ in articles)
    find_events(*articles[0])  # the codebook is loaded once
    start = time.process_time()
    events = sum(len(find_events(*each)) for each in articles)
    spent = time.process_time() - start
    print(f"{len(articles)} articles, {sentences} sentences, {events} events")
    each = spent / len(articles) * 1000
    print(f"{sentences / spent:,.0f} sentences a second, {each:.2f} ms an article")


if __name__ == "__main__":
    main()
