"""The steps from an article and its actors to its statements; so far direct quotations only.

paragraphs -> quoted stretches (`marks`) -> attributions beside them (`attribution`) -> which are
quotations (`quotations`) -> pieces joined (`drafts`) -> speakers that only the text before tells
(`fronts`) -> channels (`channels`). Indirect speech joins as a second source of drafts.
"""

from __future__ import annotations

from collections.abc import Sequence

from sumber.records import Actor, Article, Span, Statement
from sumber.statements.cast import Cast, make_cast
from sumber.statements.channels import find_via
from sumber.statements.drafts import Draft, draft_quotations
from sumber.statements.fronts import find_fronts, resolve
from sumber.statements.paragraphs import find_paragraphs


def find_statements(article: Article, actors: Sequence[Actor]) -> tuple[Statement, ...]:
    """The direct quotations of an article in order of the text, with ids from `s1` on.

    `speakers` are ids of `actors`; a quotation whose speaker the text leaves open has none.

    >>> from sumber.actors import find_actors
    >>> text = 'Menteri Energi Rina Hartati hadir. "Stok cukup," ujarnya kepada AFP.'
    >>> article = Article("1", None, None, None, None, None, (), "id", text)
    >>> actors = find_actors(article)
    >>> statement = find_statements(article, actors)[0]
    >>> actors[0].name, statement.speakers, statement.via
    ('Rina Hartati', ('a1',), ('AFP',))
    """
    text = article.text
    cast = make_cast(actors)
    paragraphs = list(find_paragraphs(article))
    drafts = list(draft_quotations(text, paragraphs, cast))
    find_fronts(text, paragraphs, [piece for draft in drafts for piece in draft.content], cast)
    return tuple(
        _statement(article, f"s{number}", draft, cast) for number, draft in enumerate(drafts, 1)
    )


def _statement(article: Article, name: str, draft: Draft, cast: Cast) -> Statement:
    found = draft.attribution
    stretch = Span(found.start, found.stop) if found else None
    return Statement(
        id=name,
        kind="direct",
        content=draft.content,
        cue=found.cue if found else None,
        speaker=found.speaker.words if found else None,
        speakers=resolve(article.text, found, draft.start, cast),
        via=find_via(article.text, stretch, article.outlet) if stretch else (),
    )
