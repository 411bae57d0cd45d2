"""How many independent origins stand behind each statement and event of a story.

In: the readings of a story, the copies among them, and some of its statements or events. Out: a
count for each of these: that of its account, without the rest of it. Used by `telling` for results
of a search.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from sumber.records import Copy, Origin, Reading
from sumber.stories.acts import acts_around, find_acts
from sumber.stories.cast import find_cast, key_id
from sumber.stories.origins import by_publication, count_origins, find_origins, find_tellings
from sumber.stories.sayings import find_sayings, sayings_around

Local = tuple[str, str]  # an article, and the id of a statement or event in it


def story_origins(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """The independent origins of a story, in order of their first article."""
    ordered = by_publication(readings)
    return find_origins(ordered, find_tellings(ordered, copies))


def count_behind_statements(
    readings: Sequence[Reading], copies: Sequence[Copy], wanted: Collection[Local]
) -> dict[Local, int]:
    """How many origins tell each of some statements, or the same one elsewhere."""
    return _count(readings, copies, wanted, _statements)


def count_behind_events(
    readings: Sequence[Reading], copies: Sequence[Copy], wanted: Collection[Local]
) -> dict[Local, int]:
    """How many origins tell each of some events, or the same one elsewhere."""
    return _count(readings, copies, wanted, _events)


def _count(
    readings: Sequence[Reading],
    copies: Sequence[Copy],
    wanted: Collection[Local],
    find_groups: Callable[[Sequence[Reading], set[str]], Iterator[list[Local]]],
) -> dict[Local, int]:
    found = story_origins(readings, copies)
    if len(found) == 1:  # then nothing need be compared
        return dict.fromkeys(wanted, 1)
    origins = {article: origin for origin in found for article in origin.articles}
    counts: dict[Local, int] = {}
    for group in find_groups(by_publication(readings), {key_id(one) for one in wanted}):
        counts |= dict.fromkeys(group, count_origins([article for article, _ in group], origins))
    return counts


def _statements(ordered: Sequence[Reading], wanted: set[str]) -> Iterator[list[Local]]:
    for group in sayings_around(find_sayings(ordered, find_cast(ordered)), wanted):
        yield [(saying.article, saying.statement.id) for saying in group]


def _events(ordered: Sequence[Reading], wanted: set[str]) -> Iterator[list[Local]]:
    for group in acts_around(find_acts(ordered, find_cast(ordered)), wanted):
        yield [(act.article, act.event.id) for act in group]
