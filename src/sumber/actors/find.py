"""The steps from an article to its actors: paragraphs, runs, names, identities, descriptions.

In: an `Article` and its `Parse`. Out: its `Actor`s in order of first mention. A first version by
rule: it names who speaks and who holds an office; whoever is only acted upon may be missing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from sumber.actors.descriptions import find_descriptions
from sumber.actors.entities import add_entities
from sumber.actors.fields import make_actor
from sumber.actors.groups import find_groups
from sumber.actors.identities import join_names
from sumber.actors.names import Name, cut_to_known, read_names
from sumber.actors.runs import find_runs
from sumber.actors.states import settle_states
from sumber.language import Parse
from sumber.records import Actor, Article, PartKind

READ: frozenset[PartKind] = frozenset({"body"})
PARAGRAPH = re.compile(r"[^\n]+")


def find_actors(article: Article, parsed: Parse) -> tuple[Actor, ...]:
    """Who is named in an article: one actor for each identity, with ids in order of mention.

    Not read are headline, captions, related links and boilerplate; an article without parts is
    read whole. `parsed` is the parse of `article.text`.

    >>> from sumber.language.pipeline import parse
    >>> from sumber.records import Article
    >>> text = "Menteri Luar Negeri Rusia, Sergey Lavrov, tiba. Kata Lavrov, cuaca baik."
    >>> article = Article("1", None, None, None, None, None, (), "id", text)
    >>> for actor in find_actors(article, parse(text)):
    ...     print(actor.id, actor.name, actor.kind, actor.role, len(actor.mentions))
    a1 Sergey Lavrov person Menteri Luar Negeri Rusia 2
    """
    text = article.text
    on = _day(article)
    found = [n for stretch in _stretches(article) for n in _names(text, *stretch)]
    names = settle_states(parsed, add_entities(parsed, cut_to_known(found)))
    identities = join_names(text, names, on)
    stretches = list(_stretches(article))
    identities = find_descriptions(text, stretches, names, identities)
    identities = find_groups(parsed, stretches, names, identities)
    return tuple(make_actor(identity, number) for number, identity in enumerate(identities, 1))


def _day(article: Article) -> dt.date | None:
    """The day of publication, by which an office's holder is told; None if unknown."""
    try:
        return dt.date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _names(text: str, start: int, stop: int) -> list[Name]:
    return read_names(text, list(find_runs(text, start, stop)), start)


def _stretches(article: Article) -> Iterator[tuple[int, int]]:
    """The lines of the text that tell the story."""
    parts = [(p.start, p.stop) for p in article.parts if p.kind in READ]
    for start, stop in parts if article.parts else [(0, len(article.text))]:
        for line in PARAGRAPH.finditer(article.text, start, stop):
            yield line.span()
