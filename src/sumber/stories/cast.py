"""Who is who across a story: the actors of its readings in, one `SharedActor` each out.

Two actors are one if a register says so, if the lexicon knows both names as one (Indonesian and
foreign spellings; a holder of office under the title, by the day of the article), or if one name is
part of the other and nobody else in the story is called so. Used by `accounts`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sumber.lexicon.countries import country_by_name
from sumber.lexicon.entries import plain_words
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.officials import official_by_name
from sumber.records import Actor, ActorKind, Reading, SharedActor
from sumber.stories.groups import find_leader, join_groups

# Letters that spellings of one name exchange: Sergei, Sergey; Soekarno, Sukarno; Zelenskyy.
SPELLINGS = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("kh", "h"), ("y", "i"), ("v", "w"))
MOST = 1000  # names of a story that are told apart by their words
TWICE = re.compile(r"(.)\1+")
Key = tuple[str, str]  # article, actor


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a story, and which of them each article's actor is."""

    actors: tuple[SharedActor, ...]
    ids: Mapping[Key, str]

    def find(self, article: str, actors: Sequence[str]) -> tuple[str, ...]:
        """The story's actors that some actors of an article are, each once."""
        return tuple(dict.fromkeys(self.ids[article, actor] for actor in actors))


def find_cast(readings: Sequence[Reading]) -> Cast:
    """All actors of a story, in order of their first mention."""
    named = {(r.article.id, a.id): a for r in readings for a in r.actors}
    days = {r.article.id: day_of(r.article.published) for r in readings}
    leaders = {key_id(key): key_id(key) for key in named}
    for one, same in same_names(named, days):
        join_groups(leaders, key_id(one), key_id(same))
    groups: dict[str, list[Key]] = {}
    for key in named:
        groups.setdefault(find_leader(leaders, key_id(key)), []).append(key)
    shared = [
        share(f"p{n}", [(k, named[k]) for k in keys]) for n, keys in enumerate(groups.values(), 1)
    ]
    ids = {k: actor.id for actor, keys in zip(shared, groups.values(), strict=True) for k in keys}
    return Cast(tuple(shared), ids)


def same_names(
    named: Mapping[Key, Actor], days: Mapping[str, dt.date | None]
) -> Iterator[tuple[Key, Key]]:
    """Pairs of actors that are one."""
    first: dict[str, Key] = {}
    for key, actor in named.items():
        for sign in signs_of(actor, days[key[0]]):
            if sign in first:
                yield first[sign], key
            first.setdefault(sign, key)
    yield from short_names(named, "person")
    yield from short_names(named, "group")


def signs_of(actor: Actor, on: dt.date | None) -> Iterator[str]:
    """What an actor shares with nobody but itself."""
    kind = "person" if actor.kind in (None, "person") else actor.kind
    if kind == "unnamed":
        return
    if actor.identifier:
        yield f"identifier {actor.identifier}"
    yield f"{kind} {spelling(actor.name)}"
    if kind == "state" and (code := country_by_name(actor.name) or actor.country):
        yield f"state {code}"
    if kind == "organisation" and (bodies := institutions_by_name(actor.name)):
        yield f"body {bodies[0].name}"
    person = official_by_name(actor.name, on) if kind == "person" else None
    if person and (actor.role or not person.needs_title(actor.name)):
        yield f"official {person.name}"


def short_names(named: Mapping[Key, Actor], kind: ActorKind) -> Iterator[tuple[Key, Key]]:
    """Names that are part of a fuller one which only one actor of the kind has in the story."""
    actors = [
        (key, frozenset(spelling(actor.name).split()))
        for key, actor in named.items()
        if actor.kind == kind
    ][:MOST]
    bearers: dict[str, set[frozenset[str]]] = {}
    for _, words in actors:
        for word in words:
            bearers.setdefault(word, set()).add(words)
    full = {words: key for key, words in reversed(actors)}
    for key, words in actors:
        fuller = {w for word in words for w in bearers[word] if words < w}
        longest = max(fuller, key=lambda w: (len(w), sorted(w)), default=None)
        if longest and all(w <= longest for w in fuller):
            yield full[longest], key


@lru_cache(maxsize=1 << 14)
def spelling(name: str) -> str:
    """A name as all its spellings have it.

    >>> spelling("Sergei Lavrov") == spelling("SERGEY LAVROW")
    True
    """
    plain = plain_words(name).casefold()
    for one, same in SPELLINGS:
        plain = plain.replace(one, same)
    return TWICE.sub(r"\1", plain)


def share(id: str, group: Sequence[tuple[Key, Actor]]) -> SharedActor:  # noqa: A002 - its id
    """One identity from all that name it; the fullest name first."""
    actors = [actor for _, actor in group]
    names = dict.fromkeys(actor.name for actor in actors)
    ordered = sorted(names, key=lambda name: (-len(name.split()), -len(name), name))
    return SharedActor(
        id=id,
        name=ordered[0],
        kind=next((a.kind for a in actors if a.kind), None),
        country=next((a.country for a in actors if a.country), None),
        names=tuple(ordered),
        roles=tuple(dict.fromkeys(actor.role for actor in actors if actor.role)),
        articles=tuple(dict.fromkeys(article for (article, _), _ in group)),
    )


def key_id(key: Key) -> str:
    """A key as one string; NUL stands in no id."""
    return "\0".join(key)


def day_of(published: str | None) -> dt.date | None:
    """The day of an article, if it has one."""
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
