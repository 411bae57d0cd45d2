"""What a number counts, and what became of it.

In: a `Number` and the `Parse`. Out: `Counted`: the noun phrase behind the number (or in front of
it: `korban tewas mencapai 12`), the kind of quantity, the unit. None where the number counts
nothing that is asked for: a date, an hour, an age, an article of law, a result, a length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from sumber.language import Parse
from sumber.lexicon.lists import any_of
from sumber.lexicon.quantity_words import AREAS, CURRENCIES, kinds_of, load_quantity_words
from sumber.lexicon.titles import load_titles
from sumber.quantities.numbers import Number
from sumber.records import QuantityKind

LONGEST_PHRASE = 5  # tokens of what is counted: `tentara Korea Utara`
BEHIND = 6  # tokens behind the phrase in which its fate is told: `12 orang, satu di antaranya …`
BEFORE = 8  # tokens in front of a number that may name an act: `menewaskan sedikitnya 12 orang`
IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ"})
PERSONS = frozenset({"people", "troops", "dead", "wounded", "missing", "displaced", "arrested"})
LAW = re.compile(r"\b[Pp]asal [\d, ]+(?:(?:dan|atau|ayat|jo|huruf \w) [\d(, )]*)*$")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: `stop` is where the number with its unit and counter ends."""

    kind: QuantityKind
    stop: int
    of: str | None = None
    unit: str | None = None


def read_counted(parsed: Parse, number: Number) -> Counted | None:
    """What a number counts; None if it is no quantity."""
    text = parsed.text
    if number.symbol:
        return Counted("money", number.stop, unit=number.symbol)
    for kind, pattern, units in _units():
        if match := pattern.match(text, number.stop):
            unit = units[" ".join(match[1].casefold().split())]
            return Counted(cast("QuantityKind", kind), match.end(), unit=unit)
    if stands_apart(text, number) or ends_name(parsed, number):
        return None
    if share := _share().match(text, number.stop):
        return count_share(parsed, number, share.end())
    return count_nouns(parsed, number) or count_sum(parsed, number)


def count_share(parsed: Parse, number: Number, stop: int) -> Counted | None:
    """`25 persen warga`: a share counts if it is one of people."""
    counted = count_nouns(parsed, replace(number, stop=stop))
    if counted is None or counted.kind not in PERSONS:
        return None
    return replace(counted, stop=stop, unit="%")


def stands_apart(text: str, number: Number) -> bool:
    """Whether the words beside a number make it a date, an age, a rate, a place in a row."""
    around = text[max(0, number.start - 8) : number.stop + 10]
    if _phrases().search(around):
        return True
    return bool(
        LAW.search(text, max(0, number.start - 40), number.start)
        or _apart_before().search(text, max(0, number.start - 20), number.start)
        or _apart_behind().match(text, number.stop)
    )


def ends_name(parsed: Parse, number: Number) -> bool:
    """`SMAN 3`, `Produce 101`: figures right behind a name belong to it."""
    if not parsed.text[number.start].isdigit():
        return False
    before = bisect_left(parsed.starts, number.start) - 1
    if before < sentence_start(parsed, number.start) or parsed.tags[before] != "PROPN":
        return False
    return parsed.text[parsed.stops[before] : number.start] == " "


def count_nouns(parsed: Parse, number: Number) -> Counted | None:
    """The noun phrase right behind a number: `12 orang warga`, `10.000 tentara Korea Utara`."""
    first = bisect_left(parsed.starts, number.stop)
    last = sentence_stop(parsed, number.start)
    at, counter = first, ""
    if at < last and word(parsed, at) in _counters():
        counter, at = word(parsed, at), at + 1
    stop = phrase_stop(parsed, at, last)
    if stop == at and not counter:
        return fate_behind(parsed, number, first, last)
    of = phrase(parsed, at if stop > at else first, stop)
    words = [word(parsed, token) for token in range(first, stop)]
    kind = kind_of_nouns(words, counter)
    if kind in PERSONS:
        kind = fate(parsed, number, words, stop, last) or kind
    end = parsed.stops[first] if counter else number.stop
    return Counted(kind, end, of=of)


def phrase_stop(parsed: Parse, at: int, last: int) -> int:
    """Where the noun phrase that begins at a token ends."""
    stop = at
    while stop < last and stop - at < LONGEST_PHRASE and parsed.tags[stop] in IN_PHRASE:
        if stop > at and parsed.text[parsed.stops[stop - 1] : parsed.starts[stop]] not in {"", " "}:
            break
        each = word(parsed, stop)
        if each in kinds_of("states") or not each[0].isalnum():
            break
        stop += 1
    nouns = [token for token in range(at, stop) if parsed.tags[token] != "ADJ"]
    return stop if nouns else at


def kind_of_nouns(words: list[str], counter: str) -> QuantityKind:
    """The kind that the counted words tell by themselves; the more exact noun decides."""
    kinds = [kinds_of("nouns")[each] for each in words if each in kinds_of("nouns")]
    exact = [kind for kind in kinds if kind != "people"]
    if exact and kinds[0] in {exact[0], "people"}:
        return cast("QuantityKind", exact[0])
    head = words[0] if words else ""
    if counter in _persons() or head in kinds_of("nouns") or _is_person(head):
        return "people"
    return "other"


def _is_person(noun: str) -> bool:
    """Whether a noun is an office or relation of a person: `tiga pimpinan`, `dua wakil`."""
    titles = load_titles()
    return noun in titles.offices or (noun in titles.relations and noun not in titles.bodies)


def fate(
    parsed: Parse, number: Number, words: list[str], stop: int, last: int
) -> QuantityKind | None:
    """What became of the people: in their own words, right behind, or by the act in front."""
    states = kinds_of("states")
    told = next((states[each] for each in words if each in states and each != "jiwa"), None)
    if told is None and {"korban", "jiwa"} <= set(words):
        told = "dead"
    return cast(
        "QuantityKind | None",
        told or state_behind(parsed, stop, last) or act_before(parsed, number),
    )


def state_behind(parsed: Parse, at: int, last: int) -> str | None:
    """`12 orang dilaporkan tewas`: the first state that nothing but helping words part from."""
    states = kinds_of("states")
    for token in range(at, min(last, at + BEHIND)):
        each = word(parsed, token)
        if each in states and each != "jiwa":
            return states[each]
        if each in STOPS or each in kinds_of("nouns"):
            return None
    return None


def act_before(parsed: Parse, number: Number) -> str | None:
    """`menewaskan sedikitnya 12 orang`: the nearest act in front, with no clause between."""
    acts, states = kinds_of("acts"), kinds_of("states")
    at = bisect_left(parsed.starts, number.start) - 1
    floor = max(sentence_start(parsed, number.start), at - BEFORE)
    for token in range(at, floor - 1, -1):
        each = word(parsed, token)
        if each in acts:
            return acts[each]
        if each in states and token >= at - 2:  # `tewas 12 orang`, `korban luka 30 orang`
            return states[each]
        if each in STOPS and each != ",":
            return None
    return None


def fate_behind(parsed: Parse, number: Number, at: int, last: int) -> Counted | None:
    """`12 tewas, melukai 30 lainnya`: a number whose people are only told by their fate."""
    states, each = kinds_of("states"), word(parsed, at) if at < last else ""
    kind = states.get(each)
    if each in load_quantity_words().apart_others:
        kind = state_behind(parsed, at + 1, last) or act_before(parsed, number)
    return Counted(cast("QuantityKind", kind), number.stop) if kind else None


def count_sum(parsed: Parse, number: Number) -> Counted | None:
    """`Korban tewas mencapai 12`: what is counted stands in front of a verb of sums."""
    first = sentence_start(parsed, number.start)
    at = bisect_left(parsed.starts, number.start) - 1
    while at >= first and word(parsed, at) in _bounding():
        at -= 1
    if at <= first or word(parsed, at) not in _sums():
        return None
    start = at
    while start > first and at - start < LONGEST_PHRASE:
        inside = parsed.tags[start - 1] in IN_PHRASE or word(parsed, start - 1) in kinds_of(
            "states"
        )
        if not inside:
            break
        start -= 1
    words = [word(parsed, token) for token in range(start, at)]
    kind = kind_of_nouns(words, "")
    if not words or kind == "other":
        return None
    told = next((kinds_of("states")[w] for w in words if w in kinds_of("states")), None)
    return Counted(cast("QuantityKind", told or kind), number.stop, of=phrase(parsed, start, at))


def word(parsed: Parse, token: int) -> str:
    """A token in small letters, without the comma that may be left on it."""
    return parsed.word(token).casefold().rstrip(",.") or parsed.word(token)


def phrase(parsed: Parse, first: int, stop: int) -> str | None:
    """The text of tokens; None for none."""
    return parsed.text[parsed.starts[first] : parsed.stops[stop - 1]] if stop > first else None


def sentence_start(parsed: Parse, at: int) -> int:
    """The first token of the sentence around an offset."""
    number = bisect_right(parsed.sentences, (at, len(parsed.text) + 1)) - 1
    return parsed.sentence_tokens[max(0, number)]


def sentence_stop(parsed: Parse, at: int) -> int:
    """The token behind the sentence around an offset."""
    number = bisect_right(parsed.sentences, (at, len(parsed.text) + 1))
    return parsed.sentence_tokens[number] if number < len(parsed.sentence_tokens) else len(parsed)


STOPS = frozenset(
    {".", ";", ":", ",", "dan", "serta", "sementara", "sedangkan", "yang", "tetapi", "di", "ke"}
)
STOPS |= {"dari", "oleh", "untuk", "karena", "setelah"}


@cache
def _units() -> tuple[tuple[str, re.Pattern[str], Mapping[str, str]], ...]:
    return tuple(
        (kind, re.compile(rf"\s?({any_of(units)})(?!\w)", re.IGNORECASE), units)
        for kind, units in (("money", CURRENCIES), ("area", AREAS))
    )


@cache
def _share() -> re.Pattern[str]:
    return re.compile(r"\s?(?:persen\b|%)(?:\sdari)?", re.IGNORECASE)


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(load_quantity_words().apart_phrases)}\b", re.IGNORECASE)


@cache
def _apart_before() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(load_quantity_words().apart_before)}[ .-]*\(?$", re.IGNORECASE)


@cache
def _apart_behind() -> re.Pattern[str]:
    return re.compile(rf"[ -]?{any_of(load_quantity_words().apart_behind)}(?!\w)", re.IGNORECASE)


@cache
def _counters() -> frozenset[str]:
    words = load_quantity_words()
    return frozenset(words.counters_persons) | frozenset(words.counters_things)


@cache
def _persons() -> frozenset[str]:
    return frozenset(load_quantity_words().counters_persons)


@cache
def _sums() -> frozenset[str]:
    return frozenset(load_quantity_words().sums_verbs)


@cache
def _bounding() -> frozenset[str]:
    words = load_quantity_words()
    lists = (words.bounds_at_least, words.bounds_at_most, words.bounds_nearly, words.bounds_about)
    return frozenset(each for phrases in lists for phrase in phrases for each in phrase.split())
