"""Actors: who is named in an article, one record for each identity.

In: an `Article`. Out: `Actor`s. A first version by rule; it knows nothing of statements.
"""

from sumber.actors.find import find_actors

__all__ = ["find_actors"]
