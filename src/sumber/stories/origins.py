"""Whose texts a story is made of: its readings and copies in, tellings and origins out.

Articles that print one text count once, and texts of one agency or one release come from one origin
however many outlets rewrite them. An origin is the agency that is credited, the institution whose
written statement it is, else the outlet that printed the text first. Used by `accounts`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sumber.lexicon.credit_cues import load_credit_cues
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.offices import read_office
from sumber.lexicon.outlets import outlet_by_name
from sumber.records import Actor, Copy, Origin, OriginKind, Reading, Telling
from sumber.stories.groups import find_leader, join_groups

HALF = 0.5  # share from which on a partial copy has no origin of its own
ADVERTISED = ("adv", "advertorial", "advetorial", "pariwara", "rls", "rilis")
HEAD = "kepala "  # `Kepala Dinas Perhubungan` speaks for `Dinas Perhubungan`


@dataclass(frozen=True, slots=True)
class Source:
    """An origin before its articles are known."""

    kind: OriginKind
    name: str
    owner: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes two sources one."""
        return self.kind, self.name.casefold()


def by_publication(readings: Sequence[Reading]) -> list[Reading]:
    """In order of publication, those without a date last."""
    return sorted(readings, key=lambda r: (r.article.published or "~", r.article.id))


def find_tellings(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[Telling, ...]:
    """Each article with its text's number, in order of publication."""
    ordered = by_publication(readings)
    texts = number_texts([r.article.id for r in ordered], copies)
    rank = {r.article.id: n for n, r in enumerate(ordered)}
    tellings = []
    for reading in ordered:
        article = reading.article
        earlier = [
            c
            for c in copies_of(article.id, copies)
            if rank[other(c, article.id)] < rank[article.id]
        ]
        best = max(earlier, key=lambda c: (c.share, -rank[other(c, article.id)]), default=None)
        tellings.append(
            Telling(
                article=article.id,
                outlet=article.outlet,
                owner=owner_of(article.outlet),
                published=article.published,
                headline=article.headline,
                text=texts[article.id],
                source=other(best, article.id) if best else None,
                share=best.share if best else None,
            )
        )
    return tuple(tellings)


def copies_of(article: str, copies: Sequence[Copy]) -> Iterator[Copy]:
    """The copies that an article takes part in, without shared quotations."""
    return (c for c in copies if c.kind != "shared-quotation" and article in (c.first, c.second))


def other(copy: Copy, article: str) -> str:
    """The other article of a copy."""
    return copy.second if copy.first == article else copy.first


def number_texts(ordered: Sequence[str], copies: Sequence[Copy]) -> dict[str, int]:
    """The number of each article's text: 1 for that of the first article, and so on."""
    leaders = {i: i for i in ordered}
    for copy in copies:
        whole = copy.kind == "copy" or (copy.kind == "partial" and copy.share >= HALF)
        if whole and copy.first in leaders and copy.second in leaders:
            join_groups(leaders, copy.first, copy.second)
    numbers: dict[str, int] = {}
    return {i: numbers.setdefault(find_leader(leaders, i), len(numbers) + 1) for i in ordered}


def find_origins(readings: Sequence[Reading], tellings: Sequence[Telling]) -> tuple[Origin, ...]:
    """The independent origins of a story, in order of their first article."""
    held = {r.article.id: r for r in readings}
    texts: dict[int, list[Reading]] = {}
    for telling in tellings:
        texts.setdefault(telling.text, []).append(held[telling.article])
    found: dict[tuple[str, str], tuple[Source, list[str]]] = {}
    for telling in tellings:
        source = source_of(texts[telling.text])
        found.setdefault(source.key, (source, []))[1].append(telling.article)
    return tuple(Origin(s.kind, s.name, s.owner, tuple(ids)) for s, ids in found.values())


def source_of(prints: Sequence[Reading]) -> Source:
    """Where a text comes from, told by all that print it, in order of publication."""
    agencies = Counter(name for reading in prints for name in agencies_of(reading))
    if agencies:
        return Source("agency", min(agencies, key=lambda name: (-agencies[name], name)))
    if is_release(prints) and (body := institution_of(prints)):
        return Source("release", body)
    first = prints[0].article
    return Source("outlet", first.outlet or first.id, owner_of(first.outlet))


def agencies_of(reading: Reading) -> Iterator[str]:
    """The agency that an article credits first; itself, if it is one."""
    article = reading.article
    names = [article.outlet, *(credit.source for credit in article.credits)]
    known = (outlet_by_name(name) for name in names if name)
    agency = next((outlet for outlet in known if outlet and outlet.kind == "agency"), None)
    if agency:
        yield agency.name


def is_release(prints: Sequence[Reading]) -> bool:
    """Whether a text is somebody's release.

    So it is if one that prints it says so at its end, or if outlets of different owners print the
    same written statement.
    """
    if any(is_advertised(reading) for reading in prints):
        return True
    houses = {owner_of(r.article.outlet) or r.article.outlet for r in prints}
    return len(houses) > 1 and any(is_written(reading) for reading in prints)


def is_advertised(reading: Reading) -> bool:
    """Whether an article ends with `(adv)` or the like."""
    article = reading.article
    marks = (article.text[p.start : p.stop] for p in article.parts if p.kind == "credit")
    return any(mark.strip(" ()[]./*-").casefold() in ADVERTISED for mark in marks)


def is_written(reading: Reading) -> bool:
    """Whether an article names a written statement as its source."""
    written = load_credit_cues().document_written
    return any(credit.source.casefold() in written for credit in reading.article.credits)


def institution_of(prints: Sequence[Reading]) -> str | None:
    """For whom the first speaker of a release speaks."""
    for reading in prints:
        actors = {actor.id: actor for actor in reading.actors}
        for statement in reading.statements:
            for speaker in statement.speakers:
                return name_institution(actors[speaker])
    return None


def name_institution(actor: Actor) -> str:
    """The body that somebody speaks for, else the office, else the name."""
    if actor.kind == "organisation" or not actor.role:
        return actor.name
    held = read_office(actor.role)
    if held and held.of and (institutions_by_name(held.of) or held.office.sector in (None, "BUS")):
        return held.of
    return actor.role[len(HEAD) :] if actor.role.casefold().startswith(HEAD) else actor.role


def owner_of(outlet: str | None) -> str | None:
    """The group that an outlet belongs to, as the lexicon has it."""
    known = outlet_by_name(outlet) if outlet else None
    return known.owner if known else None


def count_origins(articles: Sequence[str], origins: Mapping[str, Origin]) -> int:
    """How many independent origins some articles have between them."""
    return len({origins[i].kind + origins[i].name for i in articles})
