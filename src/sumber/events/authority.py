"""Authority: who arrested, where the sentence leaves it out and the article does not.

`Dua orang ditangkap pada Jumat`: an arrest, search or inquiry is the work of the police, court or
agency that the article tells of. In: a trigger and the cast. Out: ids of actors. Used by `find`.
"""

from __future__ import annotations

from sumber.events.cast import Cast
from sumber.events.triggers import Trigger
from sumber.records import Actor

# Sectors that do such acts, by type and mode.
DOES = {
    ("COERCE", "arrest"): ("COP", "JUD"),
    ("COERCE", "seize"): ("COP", "JUD"),
    ("ACCUSE", "investigate"): ("COP", "JUD"),
}


def find_authority(trigger: Trigger, at: int, cast: Cast) -> tuple[str, ...]:
    """The body or officer that an act without an agent at an offset must be of; or ()."""
    entry = trigger.entry
    sectors = DOES.get((entry.type, entry.mode or ""), ())
    if not sectors:
        return ()
    fitting = {a.id for a in cast.actors.values() if _acts(a, sectors)}
    before = [m.actor for m in cast.mentions if m.actor in fitting and m.start < at]
    after = [m.actor for m in cast.mentions if m.actor in fitting and m.start >= at]
    return tuple(before[-1:] or after[:1])


def _acts(actor: Actor, sectors: tuple[str, ...]) -> bool:
    return actor.sector in sectors and actor.kind in {"organisation", "group"}
