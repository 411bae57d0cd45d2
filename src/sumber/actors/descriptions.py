"""Descriptions: those who are named by what they are: `menlu itu`, `seorang pejabat AS`.

In: the text, its names and identities. Out: the identities with their descriptions as mentions, and
new ones for sources without a name and for offices whose holder is never named. Used by `find`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sumber.actors.fields import country_within
from sumber.actors.identities import Identity
from sumber.actors.names import LAST_WORDS, Name, role_start
from sumber.actors.phrases import plain_phrase
from sumber.lexicon.cues import load_cues
from sumber.lexicon.offices import read_office
from sumber.lexicon.titles import load_titles
from sumber.records import Span

DEFINITE = re.compile(r"\s(?:itu|tersebut|ini)\b")
CROWD = re.compile(r"\b[a-z]{4,12} (?P<noun>[a-z]{5,9})\b")
SPOKEN = re.compile(
    r"\b(?P<cue>[a-z]{4,8}) (?P<noun>[a-z]{4,16})\b(?=(?P<more>(?: [^\W\d_][\w-]*){0,7}))"
)
POINTS = re.compile(r"\b(?:itu|ini|tersebut|tadi|yang)\b")
POINTS_LOOK = 70  # characters behind a noun in which a word can point back: `pelatih asal Bali itu`
PLURALS = frozenset({"sejumlah", "beberapa"})  # `beberapa kali` is nobody
HEAD_WORDS = 3  # words before `itu` among which the head stands: `politikus Partai Amanat itu`
HEAD_LOOK = 48  # characters that so many words can take
INDEFINITE = re.compile(
    r"\b(?P<article>[Ss]eorang|[Ss]ejumlah|[Bb]eberapa|[Ss]alah (?:seorang|satu)) "
    r"(?P<noun>[^\W\d_][\w-]*)(?=(?P<more>(?: [^\W\d_][\w-]*){0,4}))"
)


def find_descriptions(
    text: str,
    stretches: Iterable[tuple[int, int]],
    names: Sequence[Name],
    identities: list[Identity],
) -> list[Identity]:
    """The identities with their descriptions, in order of first mention."""
    offices = [name for name in names if not name.keys and name.role]
    found = identities + _offices(text, offices, identities)
    stretches = list(stretches)
    for start, stop in stretches:
        found += _unnamed(text, start, stop)
    found = _merged(found)
    holders = _Holders(found)
    named = sorted(at for name in names if name.keys for at in (name.start, role_start(text, name)))
    spoken = [i for start, stop in stretches for i in _spoken(text, start, stop, named, holders)]
    for start, stop in stretches:
        _definite(text, start, stop, holders)
    found = _merged([*found, *spoken])
    return sorted(found, key=lambda identity: identity.mentions[0].start)


def _spoken(
    text: str, start: int, stop: int, named: Sequence[int], holders: _Holders
) -> Iterator[Identity]:
    """`kata petugas bandara`: those who speak by what they are, where nothing points back."""
    cues, titles = load_cues(), load_titles()
    for match in SPOKEN.finditer(text, start, stop):
        cue = cues.find(match["cue"])
        if match["noun"] not in titles.heads or not cue or cue[0].voice != "bare" or cue[0].loose:
            continue
        if bisect_left(named, match.start()) != bisect_left(named, match.end() + 1):
            continue
        if owner := holders.last(match["noun"], match.start()):
            owner.mentions.append(Span(*match.span("noun")))
        elif not POINTS.search(text, match.end("noun"), min(stop, match.end() + POINTS_LOOK)):
            span = _noun_phrase(text, match)
            name = text[match.start("noun") : span.stop]
            words = Span(match.start("noun"), span.stop)
            yield Identity(frozenset(name.split()), name, "unnamed", True, [], [words])


def _merged(identities: Iterable[Identity]) -> list[Identity]:
    """Those without a name but the same words are one: `warganet` … `warganet`."""
    kept: list[Identity] = []
    crowds: dict[str, Identity] = {}
    for identity in identities:
        key = identity.name.casefold()
        if identity.kind == "unnamed" and " " not in key and key in crowds:
            crowds[key].mentions += identity.mentions
        else:
            kept.append(identity)
            if identity.kind == "unnamed":
                crowds[key] = identity
    return kept


def _offices(text: str, offices: Sequence[Name], identities: Sequence[Identity]) -> list[Identity]:
    """Offices without a name: a mention of their holder, or an actor by office beside a cue."""
    made: dict[str, Identity] = {}
    for office in offices:
        role = office.role or ""
        span = Span(office.start, office.stop)
        if holder := _holder(role, identities, office.start):
            holder.mentions.append(span)
        elif role.casefold() in made:
            made[role.casefold()].mentions.append(span)
        elif _speaks(text, 0, span):
            keys = frozenset(role.casefold().split())
            head = role.casefold().partition(" ")[0]
            if head in load_titles().unnamed:
                made[role.casefold()] = Identity(keys, role, "unnamed", True, [role], [span])
            else:
                made[role.casefold()] = Identity(keys, role, "person", True, [role], [span])
    return list(made.values())


def _holder(role: str, identities: Sequence[Identity], at: int) -> Identity | None:
    """The one person whose office has all words of this one; None if there is none or several."""
    holding = [i for i in identities if any(_same_office(role, r) for r in i.roles)]
    if len(holding) == 1 and holding[0].mentions[0].start < at:
        return holding[0]
    return _known_holder(role, identities) if not holding else None


def _known_holder(role: str, identities: Sequence[Identity]) -> Identity | None:
    """Who of the article is known to hold the office on its day: `Gubernur Jawa Barat` … `Rina`."""
    held = [
        i for i in identities if i.known and i.known.role and _is_known_office(role, i.known.role)
    ]
    return held[0] if len(held) == 1 else None


@lru_cache(maxsize=4096)
def _is_known_office(role: str, known: str) -> bool:
    """Whether an office as the article has it is one that the lexicon knows of somebody."""
    return _same_office(role, known) or (role, known) == ("Kepala Negara", "Presiden")


@lru_cache(maxsize=4096)
def _same_office(short: str, full: str) -> bool:
    """Whether an office can be a shorter or other form of another: `Menlu Rusia`, `Menlu`."""
    one, other = read_office(short), read_office(full)
    within = _role_words(short) <= _role_words(full)
    if within and one and other:  # `Sekretaris Menpora` is no `Menpora`, nor `Wakil Ketua` `Ketua`
        return (one.office, one.effects) == (other.office, other.effects)
    if within:
        return True
    if one is None or other is None or (one.office, one.effects) != (other.office, other.effects):
        return False
    countries = {country_within(short), country_within(full)}
    if countries == {None}:
        return not one.of and not other.of  # `Menhub`, `Menteri Perhubungan`
    return len(countries) == 1 and bool(countries - {None})


def _unnamed(text: str, start: int, stop: int) -> list[Identity]:
    """Sources that the article leaves without a name, where they speak."""
    titles = load_titles()
    found = [
        _noun_phrase(text, match)
        for match in INDEFINITE.finditer(text, start, stop)
        if match["article"].casefold() not in PLURALS or match["noun"] in titles.heads
    ]
    spoken = {span.start for span in found}
    found += [
        Span(*word.span("noun"))
        for word in CROWD.finditer(text, start, stop)
        if word["noun"] in titles.crowds and word.start("noun") not in spoken
    ]
    return [
        Identity(frozenset(name.casefold().split()), name, "unnamed", True, [], [span])
        for span in found
        if _speaks(text, start, span)
        for name in [plain_phrase(text[span.start : span.stop])]
    ]


def _speaks(text: str, floor: int, span: Span) -> bool:
    """Whether a cue stands beside the words."""
    cues = load_cues()
    after = LAST_WORDS.findall(text[span.stop : span.stop + 30])[:2]
    before = LAST_WORDS.findall(text[max(floor, span.start - 20) : span.start])[-1:]
    return any((f := cues.find(w)) and f[0].voice == "active" for w in after) or any(
        (f := cues.find(w)) and f[0].voice in {"bare", "source", "passive"} for w in before
    )


def _noun_phrase(text: str, match: re.Match[str]) -> Span:
    """The article, the noun and the words behind it that belong to it."""
    cues, titles = load_cues(), load_titles()
    stop = match.end("noun")
    for word in LAST_WORDS.finditer(text, stop, match.end("more")):
        small = word[0].casefold()
        if cues.find(word[0]) or small in cues.speaker_ends or small in titles.apart:
            break
        if not (word[0].isupper() or small in titles.material or small in titles.heads):
            break
        stop = word.end()
    return Span(match.start(), stop)


@lru_cache(maxsize=2048)
def _role_words(role: str) -> frozenset[str]:
    """The words of an office, those in brackets without them: `Menteri Keuangan (Menkeu)`."""
    return frozenset(role.casefold().replace("(", " ").replace(")", " ").split())


class _Holders:
    """Who was named last before an offset, by a word of his office."""

    def __init__(self, identities: Sequence[Identity]) -> None:
        """Take the identities with their mentions so far."""
        self.identities = identities
        self.places: dict[str, list[tuple[int, int]]] = {}

    def last(self, word: str, at: int) -> Identity | None:
        """The identity with that word in its office that was named last before an offset."""
        if word not in self.places:
            self.places[word] = sorted(
                (mention.start, number)
                for number, identity in enumerate(self.identities)
                if any(word in _role_words(role) for role in identity.roles)
                for mention in identity.mentions
            )
        place = bisect_left(self.places[word], (at, -1)) - 1
        return self.identities[self.places[word][place][1]] if place >= 0 else None


def _definite(text: str, start: int, stop: int, holders: _Holders) -> None:
    """`menteri itu`, `politikus PDIP itu`: the person named last whose office has that word."""
    heads = load_titles().heads
    for match in DEFINITE.finditer(text, start, stop):
        floor = max(start, match.start() - HEAD_LOOK)
        before = list(LAST_WORDS.finditer(text, floor, match.start()))[-HEAD_WORDS:]
        head = next((w for w in reversed(before) if w[0].casefold() in heads), None)
        if head and (owner := holders.last(head[0].casefold(), match.start())):
            owner.mentions.append(Span(head.start(), match.end()))
