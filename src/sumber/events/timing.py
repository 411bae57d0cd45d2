"""When an act happened, as far as its own sentence tells.

In: `Words`, a `Trigger`, the times of the article. Out: an ISO value. Used by `find`; where it
happened is for `sumber.places.event_place` to say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sumber.events.triggers import Trigger
from sumber.events.words import Words
from sumber.records import Time

FAR = 90  # characters between an act and the time that is its own
DAY = len("2024-11-02")


def find_time(words: Words, trigger: Trigger, times: Sequence[Time]) -> str | None:
    """When an act happened: the nearest time of its sentence that no other verb lies before."""
    near = _nearest(words, trigger, [t for t in _of_sentence(words, trigger, times) if t.value])
    return near.value[:DAY] if near and near.value else None


def _of_sentence(words: Words, trigger: Trigger, times: Sequence[Time]) -> Sequence[Time]:
    first, stop = words.sentence(trigger.at)
    low = bisect_left(times, words.start(first), key=lambda time: time.start)
    high = bisect_left(times, words.stop(stop - 1), key=lambda time: time.start)
    return times[low:high]


def _nearest(words: Words, trigger: Trigger, spans: Sequence[Time]) -> Time | None:
    begin, last = words.start(trigger.first), words.stop(trigger.last)

    def distance(span: Time) -> int:
        return max(span.start - last, begin - span.stop, 0)

    def is_own(span: Time) -> bool:
        return distance(span) <= FAR and same_clause(words, trigger, span)

    within = [span for span in spans if is_own(span)]
    return min(within, key=distance, default=None)


def same_clause(words: Words, trigger: Trigger, span: Time) -> bool:
    """Whether a span hangs under an act in the tree, or no other verb stands between them."""
    at = words.token_at(span.start)
    first, last = words.reach[trigger.at]
    if trigger.voice == "noun" and first <= at <= last:
        return True
    low, high = sorted((at, trigger.at))
    between = range(low + 1, high)
    return not any(
        words.tag(t) == "VERB" and not trigger.first <= t <= trigger.last for t in between
    )
