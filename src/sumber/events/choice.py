"""Choice: who acts and who receives, the likeliest of all who might.

The frames of the codebook say where the parties of an act stand; the parser is wrong in one
relation of four, and much is told only by the kind of the parties. So a multinomial logistic
regression weighs what `fillers` collects, the frame's own answer among it: first who acts, then who
receives, given that. Its weights are data (`choice.json`), learnt from hand-marked articles by
`training/choice.py`. Used by `find`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sumber.events.fillers import Act, Side, find_filler_facts
from sumber.events.parties import Parties
from sumber.events.phrases import Ids

WEIGHTS = "choice.json"


@dataclass(frozen=True, slots=True)
class Choice:
    """The weights of the facts, for each side."""

    actor: Mapping[str, float]
    recipient: Mapping[str, float]

    def choose(self, act: Act, rule: Parties) -> Parties:
        """The likeliest parties of an act; those of a mutual act as the frame gives them."""
        if act.trigger.entry.reciprocal and len(rule.actors) > 1:
            return rule
        actors = likeliest(self.actor, act, "actor", act.evidence)
        if act.trigger.entry.reciprocal:
            return Parties(actors, rule.recipients)
        if rule.actors and rule.actors == rule.recipients:
            return rule
        others = (ids for ids in act.evidence if not set(ids) & set(actors))
        return Parties(actors, likeliest(self.recipient, act, "recipient", others, actors))


def likeliest(
    weights: Mapping[str, float], act: Act, side: Side, among: Iterable[Ids], actors: Ids = ()
) -> Ids:
    """The filler with the greatest sum of weights; the first of those that tie."""

    def score(ids: Ids) -> float:
        facts = set(find_filler_facts(act, ids, side, actors))
        # Exactly rounded: a set has another order in every process, and ties must fall alike.
        return math.fsum(weights.get(fact, 0.0) for fact in facts)

    return max(among, key=score)


@cache
def load_choice() -> Choice:
    """The weights as shipped."""
    read = json.loads((files("sumber.events") / WEIGHTS).read_text("utf-8"))
    return Choice(read["actor"], read["recipient"])
