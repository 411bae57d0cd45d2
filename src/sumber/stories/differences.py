"""Where accounts differ: numbers, dates, places, who did it, who denies.

In: what the articles of a story say of the same things. Out: `Difference`s with a version for each
thing said, whose it is, and which articles say nothing of it. Silence is shown and never read as a
claim. Used by `accounts`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sumber.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Origin,
    Place,
    Reading,
    SharedActor,
    Version,
)
from sumber.stories.acts import Act, act_evidence, days_agree, is_same_deed, parties_agree
from sumber.stories.cast import Cast
from sumber.stories.numbers import MOST, Number, agree, disagree
from sumber.stories.sayings import SAME, Saying, containment, evidence_of

DAY = 10  # characters of an ISO date
MOST_TIMES = 3  # how many times as large a number of the same thing is told at most
# Deeds of which accounts say who is to blame; many can ask, refuse or promise the same at once.
BLAMED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What all rules look at: a story's articles in order, whose they are, and who is who."""

    articles: tuple[str, ...]
    readings: Mapping[str, Reading]
    origins: Mapping[str, Origin]
    cast: Cast

    def name(self, actor: str) -> str:
        """The name of one of the story's actors."""
        return self._actor(actor).name

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether two actors may be one, one part of the other, or one spoken of in general.

        `penyidik` may be those of the commission, `Wali Kota Garut` speaks for `Kota Garut`.
        """
        pair = (self._actor(one), self._actor(other))
        if one == other or any(a.name.islower() and " " not in a.name for a in pair):
            return True
        told = [{w for name in (*a.names, *a.roles) for w in name.casefold().split()} for a in pair]
        named = [{*a.name.casefold().split()} for a in pair]
        return named[0] <= told[1] or named[1] <= told[0]

    def _actor(self, actor: str) -> SharedActor:
        return next(a for a in self.cast.actors if a.id == actor)

    def describe(self, act: Act) -> str:
        """An act in a few words: who, the word of the deed, whom.

        The word stands apart where somebody receives: `ditahan`, passive, between the two would
        turn them round.
        """
        who = " dan ".join(self.name(a) for a in act.actors)
        whom = " dan ".join(self.name(a) for a in act.recipients)
        return f"{who or '?'} → {whom}: {act.trigger}" if whom else f"{who or '?'} {act.trigger}"


Said = tuple[str, Evidence]  # a version's value, and where it stands


def make(
    scene: Scene,
    kind: DifferenceKind,
    about: str,
    said: Sequence[Said],
    *,
    told_by: Collection[str] = (),
) -> Difference | None:
    """A difference from all that is said; `None` if all say the same.

    `told_by` are articles that tell of it too, though nothing of theirs is compared.
    """
    values: dict[str, list[Evidence]] = {}
    for value, evidence in said:
        values.setdefault(value, []).append(evidence)
    if len(values) < 2:
        return None
    told_by = {*told_by, *(evidence.article for _, evidence in said)}
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
        compared = comparable(group)
        if disagree(compared):
            said = [
                (shown(n), Evidence(n.article, n.quantity.start, n.quantity.stop)) for n in compared
            ]
            about = next((n.quantity.of for n in group if n.quantity.of), group[0].quantity.kind)
            told_by = {number.article for number in group}
            if found := make(scene, "number", about, said, told_by=told_by):
                yield found


def comparable(group: Sequence[Number]) -> list[Number]:
    """The numbers of articles that give one number of the thing, if they are of one size.

    An article with several (`2 tersangka` now, `23` in all) counts several things by one name, and
    numbers of quite another size are of another thing.
    """
    held: dict[str, list[Number]] = {}
    for number in group:
        held.setdefault(number.article, []).append(number)
    single = [
        number
        for numbers in held.values()
        if all(agree(a.quantity, b.quantity) for a, b in combinations(numbers[:MOST], 2))
        for number in numbers[:MOST]
    ]
    exact = [n.quantity.low for n in single if n.quantity.low and n.quantity.low == n.quantity.high]
    return single if not exact or max(exact) <= MOST_TIMES * min(exact) else []


def shown(number: Number) -> str:
    """A number as its range says, so that `12.000` and `12 ribu` are one version.

    >>> from sumber.records import Quantity
    >>> q = Quantity("q1", 0, 8, 12000.0, 12000.0, False)
    >>> shown(Number("", "", q, "12 ribu", frozenset()))
    '12.000'
    >>> shown(Number("", "", Quantity("q1", 0, 8, 1.94e10, 1.94e10, False), "", frozenset()))
    '19.400.000.000'
    """
    q = number.quantity
    if q.low is None or q.low != q.high or q.approximate:
        return " ".join(number.text.casefold().split())
    figures = f"{q.low:,.2f}".rstrip("0").rstrip(".")
    return figures.replace(",", "\0").replace(".", ",").replace("\0", ".")


def date_differences(scene: Scene, groups: Sequence[Sequence[Act]]) -> Iterator[Difference]:
    """The same act under different days."""
    yield from act_differences(
        scene,
        "date",
        groups,
        lambda act: day_of_time(act.event.time),
        lambda one, other: days_agree(one.event.time, other.event.time),
    )


def place_differences(scene: Scene, groups: Sequence[Sequence[Act]]) -> Iterator[Difference]:
    """The same act at different places."""
    yield from act_differences(
        scene,
        "place",
        groups,
        lambda act: act.event.place,
        lambda one, other: places_agree(place_of(scene, one), place_of(scene, other)),
    )


def act_differences(
    scene: Scene,
    kind: DifferenceKind,
    groups: Sequence[Sequence[Act]],
    value: Callable[[Act], str | None],
    same: Callable[[Act, Act], bool],
) -> Iterator[Difference]:
    """One field of the same act, where two articles give values that cannot be one.

    A group holds acts that each are one with some other of it. Two that differ are still one deed
    only if the same word tells of both and the same party meets both: else one of them may well be
    the act of another day.
    """
    for group in groups:
        said = [act for act in group if value(act)]
        apart = [
            pair
            for pair in combinations(said, 2)
            if pair[0].article != pair[1].article and not same(*pair) and is_one_deed(*pair)
        ]
        if not apart:
            continue
        deed = [act for act in said if any(is_one_deed(act, other) for other in apart[0])]
        evidence = [(value(act) or "", act_evidence(act)) for act in deed]
        told_by = {act.article for act in group}
        if found := make(scene, kind, scene.describe(group[0]), evidence, told_by=told_by):
            yield found


def is_one_deed(one: Act, other: Act) -> bool:
    """Whether one word tells of two acts with common recipients."""
    return one is other or (
        bool({*one.recipients} & {*other.recipients})
        and parties_agree(one, other)
        and is_same_deed(one, other)
    )


def place_of(scene: Scene, act: Act) -> Place | None:
    """Where an act happened, as its article places it."""
    places = scene.readings[act.article].places
    return next((place for place in places if place.name == act.event.place), None)


def places_agree(one: Place | None, other: Place | None) -> bool:
    """Whether two places can be one: the same, one within the other, or nothing is known of one.

    >>> riau = Place(0, 0, "Kepulauan Riau", "IDN", "Kepulauan Riau")
    >>> batam = Place(0, 0, "Batam", "IDN", "Kepulauan Riau")
    >>> blora = Place(0, 0, "Blora", "IDN", "Jawa Tengah")
    >>> places_agree(riau, batam), places_agree(batam, blora)
    (True, False)
    """
    if one is None or other is None or one.name == other.name:
        return True
    if one.country != other.country:
        return False
    return (
        None in (one.region, other.region) or one.region == other.name or other.region == one.name
    )


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
    """One deed, told of different doers; of deeds that many can do at once nobody is the doer."""
    deeds: dict[tuple[str, str], list[Act]] = {}
    for act in acts:
        if act.event.type in BLAMED and act.actors and act.event.status != "denied":
            deeds.setdefault((act.event.type, act.trigger.casefold()[:5]), []).append(act)
    for same in deeds.values():
        rivals = [
            pair
            for pair in combinations(same, 2)
            if pair[0].article != pair[1].article
            and is_same_deed(*pair)
            and days_agree(pair[0].event.time, pair[1].event.time)
            and not any(scene.may_be_one(a, b) for a in pair[0].actors for b in pair[1].actors)
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
        denied_deed = any(
            {one.event.status, other.event.status} == {"denied", "actual"}
            and is_one_deed(one, other)
            for one, other in combinations(acts, 2)
        )
        if denied_deed and (found := make(scene, "denial", scene.describe(acts[0]), said)):
            yield found
    for denied in (group for group in sayings if group[0].statement.certainty == "denied"):
        against = [
            group
            for group in sayings
            if group[0].statement.certainty != "denied" and is_denied(scene, denied[0], group[0])
        ]
        for group in against:
            both = [(speaker_of(scene, s), evidence_of(s)) for s in (*group, *denied)]
            if found := make(scene, "denial", group[0].text, both):
                yield found


def is_denied(scene: Scene, denial: Saying, claim: Saying) -> bool:
    """Whether a denial is of what another speaker claims; both must be known."""
    if not denial.speakers or not claim.speakers:
        return False
    if any(scene.may_be_one(a, b) for a in denial.speakers for b in claim.speakers):
        return False
    shared = denial.weights.keys() & claim.weights.keys()
    return len(shared) > 1 and containment(denial, claim) >= SAME


def speaker_of(scene: Scene, saying: Saying) -> str:
    """Who says it, and whether as a denial."""
    names = " dan ".join(scene.name(p) for p in saying.speakers) or "?"
    return f"{names}: {'membantah' if saying.statement.certainty == 'denied' else 'menyatakan'}"
