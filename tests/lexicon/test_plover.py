"""The ontology: what the manual has, and what a broken file is told."""

import pytest

from sumber.errors import LexiconError
from sumber.lexicon.plover import COOPERATION, load_plover, parse_plover

TYPE = '[[type]]\nname = "AGREE"\nquad = 1\nscore = {score}\nrecipient = false\ncameo = "{cameo}"\n'


def test_the_ontology_is_complete() -> None:
    plover = load_plover()
    modes = {kind.name: len(kind.modes) for kind in plover.types.values() if kind.modes}
    assert len(plover.types) == 16
    assert sum(modes.values()) == 67
    assert modes == {
        "CONSULT": 4, "RETREAT": 6, "REQUEST": 4, "ACCUSE": 3, "REJECT": 4, "THREATEN": 6,
        "PROTEST": 7, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 10, "ASSAULT": 15,
    }  # fmt: skip
    assert len(plover.contexts) == 37


@pytest.mark.parametrize(
    ("kind", "mode", "score"),
    [
        ("AID", None, 10.0),
        ("RETREAT", "disarm", 10.0),
        ("REQUEST", "assist", 0.5),
        ("ACCUSE", None, -3.0),  # printed as 3
        ("PROTEST", "vandalize", -5.0),  # has none of its own
        ("ASSAULT", "unconventional", -10.0),
    ],
)
def test_scores_are_the_published_ones(kind: str, mode: str | None, score: float) -> None:
    assert load_plover().score(kind, mode) == score


def test_what_needs_a_recipient_is_what_the_manual_says_in_its_sections() -> None:
    needs = {kind.name for kind in load_plover().types.values() if kind.recipient}
    assert needs == {"COOPERATE", "AID", "SANCTION"}


def test_quad_classes_part_words_from_deeds() -> None:
    quads = {kind.name: kind.quad for kind in load_plover().types.values()}
    assert {name for name, quad in quads.items() if quad in COOPERATION} == {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
    }  # fmt: skip
    assert {name for name, quad in quads.items() if quad == 3} == {
        "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "mode", "root"),
    [
        ("AGREE", None, "03"),
        ("RETREAT", "release", "08"),
        ("ACCUSE", "investigate", "09"),
        ("ACCUSE", "allege", "11"),
        ("ASSAULT", "beat", "18"),
        ("ASSAULT", "heavy-weapons", "19"),
        ("ASSAULT", "unconventional", "20"),
    ],
)
def test_roots_of_cameo_follow_the_published_table(kind: str, mode: str | None, root: str) -> None:
    assert load_plover().cameo_root(kind, mode) == root


@pytest.mark.parametrize(
    ("types", "contexts", "told"),
    [
        (TYPE.format(score=-2, cameo="03"), "", "quad class 1 has 0 to 10"),
        (TYPE.format(score=2, cameo="21"), "", "roots are 01 to 20"),
        (TYPE.format(score=2, cameo="03") * 2, "", "more than once"),
        ("", '[[context]]\nname = "a"\ndefinition = "b"\nwords = ["B"]', "small letters"),
        ("", '[[context]]\nname = "a"\ndefinition = "b"\nwords = []', "no words"),
        (
            "",
            '[[context]]\nname = "a"\ndefinition = "b"\nwords = ["c"]\nunless = ["d"]',
            "no contexts",
        ),
    ],
)
def test_a_broken_file_is_told_what_is_wrong(types: str, contexts: str, told: str) -> None:
    types = types.replace("cameo", 'definition = "a"\ncameo')
    with pytest.raises(LexiconError, match=told):
        parse_plover(types, contexts)
