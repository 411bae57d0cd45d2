"""Actors: who is named in an article, one record for each identity.

In: an `Article` and its parse. Out: `Actor`s. It knows nothing of statements.
"""

from sumber.actors.collectives import members_of
from sumber.actors.find import find_actors
from sumber.actors.showing import is_certain

__all__ = ["find_actors", "is_certain", "members_of"]
