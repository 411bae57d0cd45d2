"""How many independent origins stand behind each statement and event of a story.

In: the readings of a story and the copies among them. Out: a count for each statement or event of
each article: that of its account, without the rest of it. Used by `telling` for results of a
search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sumber.records import Copy, Origin, Reading
from sumber.stories.acts import find_acts, group_acts
from sumber.stories.cast import find_cast
from sumber.stories.origins import by_publication, count_origins, find_origins, find_tellings
from sumber.stories.sayings import find_sayings, group_sayings

Local = tuple[str, str]  # an article, and the id of a statement or event in it


def story_origins(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """The independent origins of a story, in order of their first article."""
    ordered = by_publication(readings)
    return find_origins(ordered, find_tellings(ordered, copies))


def count_behind_statements(
    readings: Sequence[Reading], copies: Sequence[Copy]
) -> dict[Local, int]:
    """How many origins tell each statement, or the same one elsewhere."""
    return _count(readings, copies, _statements)


def count_behind_events(readings: Sequence[Reading], copies: Sequence[Copy]) -> dict[Local, int]:
    """How many origins tell each event, or the same one elsewhere."""
    return _count(readings, copies, _events)


def _count(
    readings: Sequence[Reading],
    copies: Sequence[Copy],
    find_groups: Callable[[Sequence[Reading]], Iterator[list[Local]]],
) -> dict[Local, int]:
    origins = {i: origin for origin in story_origins(readings, copies) for i in origin.articles}
    counts: dict[Local, int] = {}
    for group in find_groups(by_publication(readings)):
        counts |= dict.fromkeys(group, count_origins([article for article, _ in group], origins))
    return counts


def _statements(ordered: Sequence[Reading]) -> Iterator[list[Local]]:
    for group in group_sayings(find_sayings(ordered, find_cast(ordered))):
        yield [(saying.article, saying.statement.id) for saying in group]


def _events(ordered: Sequence[Reading]) -> Iterator[list[Local]]:
    for group in group_acts(find_acts(ordered, find_cast(ordered))):
        yield [(act.article, act.event.id) for act in group]
