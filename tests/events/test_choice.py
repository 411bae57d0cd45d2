"""Who acts and who receives: the likeliest of all who might, by weights that are data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sumber.article import article_from_text
from sumber.events.choice import Choice, likeliest, load_choice
from sumber.events.fillers import Act, find_act, find_filler_facts
from sumber.events.parties import Parties, find_parties
from sumber.reading import find_acts

TEXT = "Rusia menyerang Ukraina, kata Turki. Polisi datang. Dua orang ditangkap pada Jumat."


@pytest.fixture(scope="module")
def attack() -> tuple[Act, Parties]:
    return _act("ASSAULT")


def _act(kind: str) -> tuple[Act, Parties]:
    scene = find_acts(article_from_text(TEXT, source="test"))
    trigger = next(t for t in scene.by_token.values() if t.entry.type == kind)
    rule = find_parties(scene.words, trigger, scene.cast, scene.by_token)
    return find_act(scene.words, trigger, scene.cast, scene.by_token, rule), rule


def _names(act: Act, ids: tuple[str, ...]) -> list[str]:
    return [act.cast.actors[i].name for i in ids]


def test_all_of_the_sentence_and_nobody_are_fillers(attack: tuple[Act, Parties]) -> None:
    act, _ = attack
    names = [_names(act, ids) for ids in act.evidence]
    assert [] in names
    assert {"Rusia", "Ukraina", "Turki"} <= {name for each in names for name in each}


def test_the_frame_is_evidence(attack: tuple[Act, Parties]) -> None:
    act, rule = attack
    assert _names(act, rule.actors) == ["Rusia"]
    assert {"rule actor", "frame actor 0"} <= act.evidence[rule.actors]
    assert "frame recipient 0" in act.evidence[rule.recipients]


def test_an_arrest_without_an_agent_may_be_of_the_police() -> None:
    act, _ = _act("COERCE")
    police = next(ids for ids, told in act.evidence.items() if "authority" in told)
    assert _names(act, police) == ["polisi"]


def test_the_greatest_sum_wins(attack: tuple[Act, Parties]) -> None:
    act, _ = attack
    nobody = likeliest({"nobody": 1.0}, act, "actor", act.evidence)
    framed = likeliest({"nobody": 1.0, "rule actor": 2.0}, act, "actor", act.evidence)
    assert (nobody, _names(act, framed)) == ((), ["Rusia"])


def test_nobody_is_on_both_sides_of_an_act(attack: tuple[Act, Parties]) -> None:
    act, rule = attack
    greedy = Choice({"rule actor": 1.0}, {"rule actor": 1.0})
    chosen = greedy.choose(act, rule)
    assert not set(chosen.actors) & set(chosen.recipients)


def test_parties_of_a_mutual_act_are_left(attack: tuple[Act, Parties]) -> None:
    act, rule = attack
    both = replace(rule, recipients=rule.actors)
    assert load_choice().choose(act, both) == both


def test_weights_are_of_facts_that_are_found(attack: tuple[Act, Parties]) -> None:
    act, _ = attack
    weights = load_choice()
    for side, known in (("actor", weights.actor), ("recipient", weights.recipient)):
        facts = {fact for ids in act.evidence for fact in find_filler_facts(act, ids, side)}
        assert len(facts & set(known)) > len(facts) / 2


def test_a_sentence_without_an_end_gives_no_more_fillers() -> None:
    def most(times: int) -> int:
        scene = find_acts(
            article_from_text("Rusia menyerang Ukraina dan Turki, " * times, source="t")
        )
        acts = (
            find_act(scene.words, t, scene.cast, scene.by_token, Parties())
            for t in scene.by_token.values()
        )
        return max(sum(map(len, act.evidence.values())) for act in acts)

    assert most(160) == most(80)
