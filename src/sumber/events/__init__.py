"""Events: who did what to whom, on whose word, in PLOVER's terms.

In: an article, its parse, actors, places, times, statements. Out: `Event`s. The codebook says what
is an act, rules say who takes part, and a small regression which acts are worth an event.
"""

from sumber.events.drafts import Draft
from sumber.events.find import Found, find_drafts, find_events
from sumber.events.salience import Scene, find_facts, load_salience

__all__ = ["Draft", "Found", "Scene", "find_drafts", "find_events", "find_facts", "load_salience"]
