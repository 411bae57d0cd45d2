"""Where an act happened, kept apart from places that are merely mentioned.

In: the `Parse`, the article's `Place`s, and the span of the words that name the act. Out: the
place that a locative phrase of the act's clause names (`ditangkap di Nunukan, Kalimantan Utara`),
or None: that a state acts or is spoken of does not say where. Used by `events/`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sumber.language import Parse
from sumber.records import Place

# Between the preposition and the place stands at most a common noun, or the name of a building or
# street: `di kawasan Menteng`, `di Pengadilan Tipikor Jakarta`, `di Jalan Thamrin, Jakarta`.
LINK = r"(?:di|ke|dari|yang|dan|untuk|oleh|pada|bahwa|dengan|atas|akan|telah|kata|ujar)\b"
NAMES = r"(?:\(?[A-Z0-9][\w./'’-]*\)?(?:,? | \(|-))*"
LOCATIVE = re.compile(rf"\b(?:[Dd]i|[Kk]e) (?:(?!{LINK})[a-z'-]+ ){{0,3}}{NAMES}$")
LONGEST_PHRASE = 80  # characters from the preposition to the place
FAR = 120  # characters between an act and a phrase of its clause: `benchmarks/event_places.py`
STEPS = 15  # up a tree; a longer chain is a parser's fault


@dataclass(frozen=True, slots=True)
class Phrase:
    """A locative phrase: where it starts, and the first place that it names."""

    start: int
    place: Place


def event_place(parsed: Parse, places: Sequence[Place], start: int, stop: int) -> Place | None:
    """The place where the act that stands at `start` to `stop` happened, if its clause says so.

    Of several units in one phrase (`di Nunukan, Kalimantan Utara`) it is the first, the smallest;
    where an act goes (`berkunjung ke Moskow`) counts as where it happens. None where no phrase of
    the act's clause names a place.

    >>> from sumber.article import article_from_text
    >>> from sumber.language.pipeline import parse
    >>> from sumber.places import find_places
    >>> text = "Warga Garut itu ditangkap di Nunukan, Kalimantan Utara."
    >>> parsed = parse(text)
    >>> places = find_places(article_from_text(text, source="contoh"), parsed)
    >>> event_place(parsed, places, 16, 25).name
    'Kabupaten Nunukan'
    """
    act = tokens_of(parsed, start, stop)
    ranked = []
    for phrase in phrases_near(parsed, places, start, stop):
        closeness = attachment(parsed, act, phrase.place)
        if closeness is not None:
            ranked.append((closeness, gap(phrase, start, stop), phrase.start, phrase.place))
    return min(ranked, key=lambda row: row[:3])[-1] if ranked else None


def phrases_near(parsed: Parse, places: Sequence[Place], start: int, stop: int) -> Iterator[Phrase]:
    """The locative phrases in the act's sentence that lie near it."""
    first, last = sentence_around(parsed, start)
    taken = -1
    for place in places:
        if not first <= place.start < last:
            continue
        floor = max(first, place.start - LONGEST_PHRASE)
        match = LOCATIVE.search(parsed.text, floor, place.start)
        if match and match.start() != taken:
            taken = match.start()
            if gap(phrase := Phrase(taken, place), start, stop) <= FAR:
                yield phrase


def attachment(parsed: Parse, act: range, place: Place) -> int | None:
    """How a place hangs on an act: 0 on its own words, 1 on the verb of its clause, None apart.

    The verb of a clause that describes a noun of the act counts as its own: `dialog yang
    berlangsung di Moskow`.
    """
    chain = heads_of(parsed, token_at(parsed, place.start))
    on_act = next((n for n, token in enumerate(chain) if token in act), None)
    if on_act is not None and not any(is_verb(parsed, token) for token in chain[1:on_act]):
        return 0
    verb = next((token for token in chain[1:] if is_verb(parsed, token)), None)
    own = next((token for token in heads_of(parsed, act[-1]) if is_verb(parsed, token)), None)
    if verb is None:
        return None
    described = parsed.relations[verb].startswith("acl") and parsed.heads[verb] in act
    return 1 if verb == own or verb in act or described else None


def heads_of(parsed: Parse, token: int) -> list[int]:
    """A token and those above it in its tree."""
    chain = [token]
    while parsed.heads[chain[-1]] != chain[-1] and len(chain) < STEPS:
        chain.append(parsed.heads[chain[-1]])
    return chain


def is_verb(parsed: Parse, token: int) -> bool:
    """Whether a token is a verb."""
    return parsed.tags[token] == "VERB"


def tokens_of(parsed: Parse, start: int, stop: int) -> range:
    """The tokens of a stretch, at least one."""
    return range(token_at(parsed, start), token_at(parsed, max(start, stop - 1)) + 1)


def token_at(parsed: Parse, at: int) -> int:
    """The token that holds an offset, or the last before it."""
    return max(0, bisect_right(parsed.starts, at) - 1)


def sentence_around(parsed: Parse, at: int) -> tuple[int, int]:
    """The sentence that holds an offset."""
    before = bisect_right(parsed.sentences, (at, len(parsed.text) + 1))
    return parsed.sentences[max(0, before - 1)]


def gap(phrase: Phrase, start: int, stop: int) -> int:
    """Characters between an act and a phrase."""
    return max(phrase.start - stop, start - phrase.start, 0)
