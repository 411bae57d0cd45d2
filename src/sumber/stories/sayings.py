"""The same statement elsewhere: the statements of a story in, `SharedStatement`s out.

Two statements are one if one person makes both and the shorter says little that the longer does
not: by weight, `SAME` of its words. So a quotation here and indirect speech there meet, also under
another date. Used by `accounts`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sumber.records import Evidence, Origin, Reading, SharedStatement, Statement
from sumber.stories.background import load_rarities
from sumber.stories.cast import Cast
from sumber.stories.features import PLAIN
from sumber.stories.groups import draw_group, find_leader, join_groups
from sumber.stories.origins import count_origins
from sumber.stories.words import WORD

SAME = 0.6
SURELY = 0.85  # where one of the two names no speaker
MOST = 500  # statements of one article that are compared: the longest interviews have fewer
FEWEST = 3  # heavy words that both have


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement in one article, as it is compared."""

    key: str
    article: str
    statement: Statement
    text: str
    speakers: tuple[str, ...]
    weights: Mapping[str, float]


def find_sayings(readings: Sequence[Reading], cast: Cast) -> list[Saying]:
    """All statements of a story, in the order of its articles."""
    return [
        Saying(
            key=f"{reading.article.id}\0{statement.id}",
            article=reading.article.id,
            statement=statement,
            text=text,
            speakers=cast.find(reading.article.id, statement.speakers),
            weights=heavy_words(text),
        )
        for reading in readings
        for statement in reading.statements[:MOST]
        if statement.content
        for text in [content_of(reading, statement)]
    ]


def content_of(reading: Reading, statement: Statement) -> str:
    """The words of a statement."""
    return " ".join(
        " ".join(reading.article.text[s.start : s.stop].split()) for s in statement.content
    )


def heavy_words(text: str) -> dict[str, float]:
    """The words of a text that tell something, with how rare they are; no numbers."""
    unknown, rarities = load_rarities()
    rare = ((w, rarities.get(w, unknown)) for w in sorted(set(WORD.findall(text.casefold()))))
    return {word: r for word, r in rare if r > PLAIN and not word[0].isdigit()}


def group_sayings(sayings: Sequence[Saying]) -> list[list[Saying]]:
    """Those that are one, in the order of the first of each."""
    leaders = {saying.key: saying.key for saying in sayings}
    for one, other in likely_pairs(sayings):
        if is_same(one, other):
            join_groups(leaders, one.key, other.key)
    groups: dict[str, list[Saying]] = {}
    for saying in sayings:
        groups.setdefault(find_leader(leaders, saying.key), []).append(saying)
    return list(groups.values())


def likely_pairs(sayings: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Pairs of different articles that share a heavy word: few of all pairs."""
    held: dict[str, list[int]] = {}
    for n, saying in enumerate(sayings):
        beside = {m for word in saying.weights for m in held.get(word, ())}
        yield from (
            (sayings[m], saying) for m in sorted(beside) if sayings[m].article != saying.article
        )
        for word in saying.weights:
            held.setdefault(word, []).append(n)


def sayings_around(sayings: Sequence[Saying], wanted: Collection[str]) -> Iterator[list[Saying]]:
    """The groups of `group_sayings` in which statements with these keys are; the others uncompared.

    Statements that share fewer than two heavy words are never one.
    """
    held: dict[str, list[int]] = {}
    for n, saying in enumerate(sayings):
        for word in saying.weights:
            held.setdefault(word, []).append(n)
    left = set(range(len(sayings)))

    def beside(n: int) -> Iterator[int]:
        one = sayings[n]
        shared = Counter(m for word in one.weights for m in held[word])
        for m, words in shared.items():
            other = sayings[m]
            if words > 1 and m in left and one.article != other.article and is_same(one, other):
                yield m

    for n, saying in enumerate(sayings):
        if saying.key in wanted and n in left:
            yield [sayings[m] for m in draw_group(n, left, beside)]


def is_same(one: Saying, other: Saying) -> bool:
    """Whether two statements are one act of saying, printed twice."""
    if (one.statement.certainty == "denied") is not (other.statement.certainty == "denied"):
        return False
    known = bool(one.speakers and other.speakers)
    if known and not {*one.speakers} & {*other.speakers}:
        return False
    shared = one.weights.keys() & other.weights.keys()
    fewest = min(FEWEST, len(one.weights), len(other.weights))
    return len(shared) >= max(2, fewest) and containment(one, other) >= (SAME if known else SURELY)


def containment(one: Saying, other: Saying) -> float:
    """How much of the shorter statement the longer one says, by weight of words, 0 to 1."""
    shorter, longer = sorted((one, other), key=lambda s: sum(s.weights.values()))
    weight = sum(shorter.weights.values())
    said = sum(w for word, w in shorter.weights.items() if word in longer.weights)
    return said / weight if weight else 0.0


def share_statements(
    groups: Sequence[Sequence[Saying]], articles: Sequence[str], origins: Mapping[str, Origin]
) -> tuple[SharedStatement, ...]:
    """The statements of a story, each once."""
    return tuple(
        share_statement(f"u{n}", group, articles, origins) for n, group in enumerate(groups, 1)
    )


def share_statement(
    id: str,  # noqa: A002 - its id
    group: Sequence[Saying],
    articles: Sequence[str],
    origins: Mapping[str, Origin],
) -> SharedStatement:
    """One statement from all that print it."""
    direct = [s for s in group if s.statement.kind == "direct"]
    fullest = max(direct or group[:1], key=lambda s: len(s.text))
    told_by = tuple(dict.fromkeys(saying.article for saying in group))
    return SharedStatement(
        id=id,
        text=fullest.text,
        speakers=tuple(dict.fromkeys(p for saying in group for p in saying.speakers)),
        certainty=group[0].statement.certainty,
        evidence=tuple(evidence_of(saying) for saying in group),
        via=tuple(dict.fromkeys(v for saying in group for v in saying.statement.via)),
        origins=count_origins(told_by, origins),
        missing=tuple(article for article in articles if article not in told_by),
    )


def evidence_of(saying: Saying) -> Evidence:
    """Where a statement stands, from its first word to its last."""
    content = saying.statement.content
    return Evidence(saying.article, min(s.start for s in content), max(s.stop for s in content))
