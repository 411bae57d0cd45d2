"""Places: names to positions, and the place where an act happened.

In: an `Article` and its `Parse`. Out: `Place`s. Knows the gazetteer; knows no actors.
"""

from sumber.places.find import find_places

__all__ = ["find_places"]
