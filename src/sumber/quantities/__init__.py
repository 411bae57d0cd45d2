"""Quantities: how many of what, how sure, part of what, and on whose word.

In: an `Article`, its `Parse`, its `Statement`s. Out: `Quantity` records. Knows no actors.
"""

from sumber.quantities.find import find_quantities

__all__ = ["find_quantities"]
