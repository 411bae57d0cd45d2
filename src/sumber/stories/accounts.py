"""What a story tells, by whom, on how many independent origins: readings in, an `Account` out.

The one list of steps: texts and origins, who is who, the same statements, the same events, where
accounts differ, when what became known. Used by `filing`, which brings what an archive holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sumber.records import (
    Account,
    Copy,
    Evidence,
    Milestone,
    MilestoneKind,
    Reading,
    SharedEvent,
    SharedStatement,
    Story,
)
from sumber.stories.acts import Act, find_acts, group_acts, share_events
from sumber.stories.cast import find_cast
from sumber.stories.differences import (
    Scene,
    actor_differences,
    date_differences,
    denials,
    number_differences,
    place_differences,
    saying_differences,
    shown,
)
from sumber.stories.numbers import Number, find_numbers_told, group_numbers
from sumber.stories.origins import by_publication, find_origins, find_tellings
from sumber.stories.sayings import find_sayings, group_sayings, share_statements


def give_account(
    story: Story,
    readings: Sequence[Reading],
    copies: Sequence[Copy] = (),
    *,
    related: Sequence[str] = (),
) -> Account:
    """The account of a story from the readings of its articles and the copies among them."""
    ordered = by_publication(readings)
    articles = tuple(r.article.id for r in ordered)
    tellings = find_tellings(ordered, copies)
    origins = find_origins(ordered, tellings)
    cast = find_cast(ordered)
    scene = Scene(
        articles=articles,
        readings={r.article.id: r for r in ordered},
        origins={i: origin for origin in origins for i in origin.articles},
        cast=cast,
    )
    sayings = group_sayings(find_sayings(ordered, cast))
    acts = find_acts(ordered, cast)
    events = group_acts(acts)
    numbers = group_numbers(find_numbers_told(ordered))
    statements = share_statements(sayings, articles, scene.origins)
    shared = share_events(events, scene.origins)
    return Account(
        story=story,
        tellings=tellings,
        texts=len({telling.text for telling in tellings}),
        origins=origins,
        actors=cast.actors,
        statements=statements,
        events=shared,
        differences=(
            *number_differences(scene, numbers),
            *date_differences(scene, events),
            *saying_differences(scene, sayings),
            *place_differences(scene, events),
            *actor_differences(scene, acts),
            *denials(scene, events, sayings),
        ),
        timeline=tuple(find_milestones(scene, statements, shared, events, numbers)),
        related=tuple(related),
    )


def find_milestones(
    scene: Scene,
    statements: Sequence[SharedStatement],
    events: Sequence[SharedEvent],
    acts: Sequence[Sequence[Act]],
    numbers: Sequence[Sequence[Number]],
) -> Iterator[Milestone]:
    """What became known, in order of publication: the first article, then what each adds."""
    found = [
        *first_report(scene),
        *(milestone(scene, "statement", s.text, s.evidence[0]) for s in statements),
        *(
            milestone(scene, "event", scene.describe(group[0]), event.evidence[0])
            for event, group in zip(events, acts, strict=True)
        ),
        *new_numbers(scene, numbers),
    ]
    rank = {article: n for n, article in enumerate(scene.articles)}
    yield from sorted(found, key=lambda m: (rank[m.evidence.article], m.evidence.start))


def first_report(scene: Scene) -> Iterator[Milestone]:
    """The article that was there first, under its headline."""
    for article in scene.articles[:1]:
        headline = scene.readings[article].article.headline or ""
        yield milestone(scene, "first-report", headline, Evidence(article, 0, 0))


def new_numbers(scene: Scene, groups: Sequence[Sequence[Number]]) -> Iterator[Milestone]:
    """Each number where it stands first; of what is told by one article alone, none."""
    for group in groups:
        if len({number.article for number in group}) == 1:
            continue
        said = set[str]()
        for number in group:
            value = shown(number)
            if value not in said:
                said.add(value)
                q = number.quantity
                words = name_number(value, q.of)
                yield milestone(scene, "number", words, Evidence(number.article, q.start, q.stop))


def name_number(value: str, of: str | None) -> str:
    """A number with what it counts, which the words of an approximate one may have already.

    >>> name_number("12.000", "buruh"), name_number("ribuan", "buruh")
    ('12.000 buruh', 'ribuan buruh')
    >>> name_number("sekitar delapan orang", "orang"), name_number("23", None)
    ('sekitar delapan orang', '23')
    """
    return value if not of or value.endswith(of.casefold()) else f"{value} {of}"


def milestone(scene: Scene, kind: MilestoneKind, text: str, evidence: Evidence) -> Milestone:
    """One step of a timeline, at the moment of its article."""
    published = scene.readings[evidence.article].article.published
    return Milestone(published, kind, text, evidence)
