"""Events: who did what to whom, on whose word, in PLOVER's terms.

In: an article, its parse, actors, places, times, statements. Out: `Event`s. By codebook and rule.
"""

from sumber.events.find import Found, find_events

__all__ = ["Found", "find_events"]
