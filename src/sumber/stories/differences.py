"""Where accounts differ: numbers, dates, places, who did it, who denies.

In: what the articles of a story say of the same things. Out: `Difference`s with a version for each
thing said, whose it is, and which articles say nothing of it. Silence is shown and never read as a
claim. Used by `accounts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sumber.records import Difference, DifferenceKind, Evidence, Origin, Reading, Version
from sumber.stories.acts import Act, act_evidence, days_agree, is_same_deed
from sumber.stories.cast import Cast
from sumber.stories.numbers import Number, disagree
from sumber.stories.sayings import SAME, Saying, containment, evidence_of

DAY = 10  # characters of an ISO date


@dataclass(frozen=True, slots=True)
class Scene:
    """What all rules look at: a story's articles in order, whose they are, and who is who."""

    articles: tuple[str, ...]
    readings: Mapping[str, Reading]
    origins: Mapping[str, Origin]
    cast: Cast

    def name(self, actor: str) -> str:
        """The name of one of the story's actors."""
        return next(a.name for a in self.cast.actors if a.id == actor)

    def describe(self, act: Act) -> str:
        """An act in a few words: who, the word of the deed, whom.

        The word stands apart where somebody receives: `ditahan`, passive, between the two would
        turn them round.
        """
        who = " dan ".join(self.name(a) for a in act.actors)
        whom = " dan ".join(self.name(a) for a in act.recipients)
        return f"{who or '?'} → {whom}: {act.trigger}" if whom else f"{who or '?'} {act.trigger}"


Said = tuple[str, Evidence]  # a version's value, and where it stands


def make(scene: Scene, kind: DifferenceKind, about: str, said: Sequence[Said]) -> Difference | None:
    """A difference from all that is said; `None` if all say the same."""
    values: dict[str, list[Evidence]] = {}
    for value, evidence in said:
        values.setdefault(value, []).append(evidence)
    if len(values) < 2:
        return None
    told_by = {evidence.article for _, evidence in said}
    versions = tuple(version(scene, value, found) for value, found in values.items())
    missing = tuple(article for article in scene.articles if article not in told_by)
    return Difference(kind, about, versions, missing)


def version(scene: Scene, value: str, evidence: Sequence[Evidence]) -> Version:
    """One version with the names of its origins."""
    names = dict.fromkeys(scene.origins[e.article].name for e in evidence)
    return Version(value, tuple(evidence), tuple(names))


def number_differences(scene: Scene, groups: Sequence[Sequence[Number]]) -> Iterator[Difference]:
    """`10.000` here, `12.000` there, `ribuan` elsewhere."""
    for group in groups:
        if disagree(group):
            said = [
                (shown(n), Evidence(n.article, n.quantity.start, n.quantity.stop)) for n in group
            ]
            about = next((n.quantity.of for n in group if n.quantity.of), group[0].quantity.kind)
            if found := make(scene, "number", about, said):
                yield found


def shown(number: Number) -> str:
    """A number as its range says, so that `12.000` and `12 ribu` are one version.

    >>> from sumber.records import Quantity
    >>> q = Quantity("q1", 0, 8, 12000.0, 12000.0, False)
    >>> shown(Number("", "", q, "12 ribu", frozenset()))
    '12.000'
    """
    q = number.quantity
    if q.low is None or q.low != q.high or q.approximate:
        return " ".join(number.text.casefold().split())
    return f"{q.low:,.10g}".replace(",", "\0").replace(".", ",").replace("\0", ".")


def date_differences(scene: Scene, groups: Sequence[Sequence[Act]]) -> Iterator[Difference]:
    """The same act under different days."""
    yield from act_differences(
        scene, "date", groups, lambda act: day_of_time(act.event.time), days_agree
    )


def place_differences(scene: Scene, groups: Sequence[Sequence[Act]]) -> Iterator[Difference]:
    """The same act at different places."""
    yield from act_differences(
        scene, "place", groups, lambda act: act.event.place, lambda one, other: one == other
    )


def act_differences(
    scene: Scene,
    kind: DifferenceKind,
    groups: Sequence[Sequence[Act]],
    value: Callable[[Act], str | None],
    same: Callable[[str | None, str | None], bool],
) -> Iterator[Difference]:
    """One field of the same act, where two articles give values that cannot be one."""
    for group in groups:
        said = [(v, act) for act in group if (v := value(act))]
        if all(same(a, b) for (a, _), (b, _) in combinations(said, 2)):
            continue
        evidence = [(v, act_evidence(act)) for v, act in said]
        if found := make(scene, kind, scene.describe(group[0]), evidence):
            yield found


def saying_differences(scene: Scene, groups: Sequence[Sequence[Saying]]) -> Iterator[Difference]:
    """The same statement under different days: `Selasa (5/3)` here, `Rabu (6/3)` there."""
    for group in groups:
        said = [
            (day, evidence_of(saying))
            for saying in group
            if (day := day_beside(scene.readings[saying.article], saying))
        ]
        if found := make(scene, "date", group[0].text, said):
            yield found


def day_beside(reading: Reading, saying: Saying) -> str | None:
    """The day that the words around a statement's cue give it."""
    statement = saying.statement
    spans = [s for s in (statement.cue, statement.speaker) if s]
    if not spans:
        return None
    text = reading.article.text
    start = text.rfind("\n", 0, spans[0].start) + 1
    stop = text.find("\n", spans[-1].stop)
    for time in reading.times:
        within = start <= time.start and (stop < 0 or time.stop <= stop)
        quoted = any(s.start <= time.start < s.stop for s in statement.content)
        if within and not quoted and (day := day_of_time(time.value)):
            return day
    return None


def day_of_time(value: str | None) -> str | None:
    """The day of an ISO value that is as exact as a day."""
    return value[:DAY] if value and len(value) >= DAY else None


def actor_differences(scene: Scene, acts: Sequence[Act]) -> Iterator[Difference]:
    """One deed, told of different doers."""
    deeds: dict[tuple[str, str], list[Act]] = {}
    for act in acts:
        if act.actors and act.event.status != "denied":
            deeds.setdefault((act.event.type, act.trigger.casefold()[:5]), []).append(act)
    for same in deeds.values():
        rivals = [
            pair
            for pair in combinations(same, 2)
            if pair[0].article != pair[1].article
            and not {*pair[0].actors} & {*pair[1].actors}
            and is_same_deed(*pair)
            and days_agree(pair[0].event.time, pair[1].event.time)
        ]
        told = {act.key: act for pair in rivals for act in pair}
        said = [(scene.name(act.actors[0]), act_evidence(act)) for act in told.values()]
        if found := make(scene, "actor", same[0].trigger, said):
            yield found


def denials(
    scene: Scene, groups: Sequence[Sequence[Act]], sayings: Sequence[Sequence[Saying]]
) -> Iterator[Difference]:
    """What some tell or say, and others deny."""
    for acts in groups:
        said: list[Said] = [(act.event.status, act_evidence(act)) for act in acts]
        statuses = {status for status, _ in said}
        if {"denied", "actual"} <= statuses and (
            found := make(scene, "denial", scene.describe(acts[0]), said)
        ):
            yield found
    for denied in (group for group in sayings if group[0].statement.certainty == "denied"):
        against = [
            group
            for group in sayings
            if group[0].statement.certainty != "denied" and is_denied(denied[0], group[0])
        ]
        for group in against:
            both = [(speaker_of(scene, s), evidence_of(s)) for s in (*group, *denied)]
            if found := make(scene, "denial", group[0].text, both):
                yield found


def is_denied(denial: Saying, claim: Saying) -> bool:
    """Whether a denial is of what another speaker claims."""
    if {*denial.speakers} & {*claim.speakers}:
        return False
    shared = denial.weights.keys() & claim.weights.keys()
    return len(shared) > 1 and containment(denial, claim) >= SAME


def speaker_of(scene: Scene, saying: Saying) -> str:
    """Who says it, and whether as a denial."""
    names = " dan ".join(scene.name(p) for p in saying.speakers) or "?"
    return f"{names}: {'membantah' if saying.statement.certainty == 'denied' else 'menyatakan'}"
