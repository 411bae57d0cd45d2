"""The steps from an article and its actors to its statements, direct and indirect.

paragraphs -> quoted stretches (`marks`) -> attributions beside them (`attribution`) -> which are
quotations (`quotations`) -> pieces joined (`drafts`); and, outside of these, sentences -> what they
report (`reports`) -> who says it (`indirect`). Then for both: speakers that only the text before
tells (`fronts`), channels (`channels`), and which statement stands within which.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sumber.records import Actor, Article, Span, Statement
from sumber.statements.cast import Cast, make_cast
from sumber.statements.channels import find_via
from sumber.statements.continued import continue_statements
from sumber.statements.drafts import GAP, Draft, draft_quotations
from sumber.statements.fronts import Turn, settle_speakers
from sumber.statements.indirect import Saying, find_indirect
from sumber.statements.paragraphs import find_paragraphs
from sumber.statements.speakers import Speaker

DEEPEST = 6  # pieces before a cue that may hold it
UNNUMBERED = ""  # the id of a statement before all are in order


def find_statements(article: Article, actors: Sequence[Actor]) -> tuple[Statement, ...]:
    """The statements of an article in order of the text, with ids from `s1` on.

    `speakers` are ids of `actors`; a statement whose speaker the text leaves open has none.

    >>> from sumber.actors import find_actors
    >>> from sumber.language.pipeline import parse
    >>> text = 'Menteri Energi Rina Hartati hadir. "Stok cukup," ujarnya kepada AFP.'
    >>> article = Article("1", None, None, None, None, None, (), "id", text)
    >>> actors = find_actors(article, parse(text))
    >>> statement = find_statements(article, actors)[0]
    >>> actors[0].name, statement.speakers, statement.via
    ('Rina Hartati', ('a1',), ('AFP',))
    """
    cued = find_cued(article, actors)
    paragraphs = list(find_paragraphs(article))
    more = continue_statements(article.text, paragraphs, cued)
    return tuple(_number([*cued, *more]))


def find_cued(article: Article, actors: Sequence[Actor]) -> tuple[Statement, ...]:
    """The statements that quotation marks or a cue tell, in order of the text."""
    text = article.text
    cast = make_cast(actors)
    paragraphs = list(find_paragraphs(article))
    drafts = list(draft_quotations(text, paragraphs, cast))
    quoted = [piece for draft in drafts for piece in draft.content]
    sayings = list(find_indirect(text, paragraphs, quoted, cast))
    said = sorted((c.start, c.stop) for saying in sayings for c in saying.content)
    turns = [*map(_turn_of_draft, drafts), *(_turn_of_saying(s, said) for s in sayings)]
    speakers = settle_speakers(text, paragraphs, quoted, turns, cast)
    direct = [_direct(article, draft, who) for draft, who in zip(drafts, speakers, strict=False)]
    told = zip(sayings, speakers[len(drafts) :], strict=True)
    statements = [
        *_told_by_the_next(text, direct),
        *(_indirect(article, saying, who, cast) for saying, who in told),
    ]
    credited = _credited(article)
    passed_on = (s if s.via else replace(s, via=_others(credited, s, cast)) for s in statements)
    return tuple(_number(list(passed_on)))


def _credited(article: Article) -> tuple[str, ...]:
    """The sources of the whole article: those of a credit line (`Sumber: Antara`).

    A source credited in mid-text passes on what stands beside it, not all that the article tells.
    """
    lines = [(p.start, p.stop) for p in article.parts if p.kind == "credit"]
    return tuple(
        credit.source
        for credit in article.credits
        if any(start <= credit.start < stop for start, stop in lines)
    )


def _others(credited: Sequence[str], statement: Statement, cast: Cast) -> tuple[str, ...]:
    """Nobody passes on what he says himself."""
    own = {cast.by_id[i].name for i in statement.speakers}
    return tuple(name for name in credited if name not in own)


def _turn_of_draft(draft: Draft) -> Turn:
    found = draft.attribution
    cue = found.cue if found else None
    return Turn(
        at=draft.start,
        cue=cue.start if cue else draft.content[0].start,
        speaker=found.speaker if found else None,
        continues=found is not None and found.continues,
    )


def _turn_of_saying(saying: Saying, said: Sequence[tuple[int, int]]) -> Turn:
    """The turn of a saying; `said` are the pieces of all of them, in order."""
    cue = saying.cue.start
    near = said[max(0, bisect_right(said, (cue, cue)) - DEEPEST) : bisect_right(said, (cue, cue))]
    within = any(start <= cue < stop for start, stop in near)
    speaker = Speaker(saying.speaker, later=saying.later, definite=saying.definite)
    return Turn(saying.start, cue, speaker, saying.actors, saying.continues, within)


def _direct(article: Article, draft: Draft, speakers: tuple[str, ...]) -> Statement:
    found = draft.attribution
    stretch = Span(found.start, found.stop) if found else None
    speaker = found.speaker if found else None
    return Statement(
        id=UNNUMBERED,
        kind="direct",
        content=draft.content,
        cue=found.cue if found else None,
        speaker=speaker.words if speaker else None,
        speakers=speakers,
        via=find_via(article.text, stretch, article.outlet) if stretch else (),
    )


def _told_by_the_next(text: str, statements: list[Statement]) -> list[Statement]:
    """A quotation that nobody is in front for belongs to the speaker of the one right behind it."""
    for at in range(len(statements) - 2, -1, -1):
        this, following = statements[at], statements[at + 1]
        if this.speakers or this.speaker or not following.speakers:
            continue
        gap = text[this.content[-1].stop : following.content[0].start]
        if len(gap) <= GAP and not any(letter.isalnum() for letter in gap):
            statements[at] = replace(this, speakers=following.speakers)
    return statements


def _indirect(article: Article, saying: Saying, speakers: tuple[str, ...], cast: Cast) -> Statement:
    stretches = (find_via(article.text, stretch, article.outlet) for stretch in saying.beside)
    via = chain(saying.through, *stretches)
    own = {cast.by_id[i].name for i in speakers}
    return Statement(
        id=UNNUMBERED,
        kind="indirect",
        content=saying.content,
        cue=saying.cue,
        speaker=saying.speaker,
        speakers=speakers,
        via=tuple(name for name in dict.fromkeys(via) if name not in own),
        certainty=saying.certainty,
    )


def _number(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements in order of the text, each with its id and that of the one around it."""
    ordered = sorted(statements, key=lambda s: (s.content[0].start, -s.content[-1].stop))
    around: list[Statement] = []
    for number, statement in enumerate(ordered, 1):
        while around and not _holds(around[-1], statement):
            around.pop()
        outer = around[-1].id if around else None
        numbered = replace(statement, id=f"s{number}", part_of=outer)
        around.append(numbered)
        yield numbered


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether one piece of a statement holds all of another."""
    start, stop = inner.content[0].start, inner.content[-1].stop
    return any(piece.start <= start and stop <= piece.stop for piece in outer.content)
