"""Places: names to positions, and the place where an act happened.

In: an `Article` and its `Parse`. Out: `Place`s. Knows the gazetteer; knows no actors.
"""

from sumber.places.find import find_places
from sumber.places.where import event_place

__all__ = ["event_place", "find_places"]
