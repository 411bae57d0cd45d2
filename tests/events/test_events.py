"""Who did what to whom: text and gold in one line.

`[act=TYPE.mode.status:words]` marks a trigger, `[actor:…]` and `[recipient:…]` its parties.
"""

from __future__ import annotations

import pytest

from marks import unmark
from sumber.article import article_from_text
from sumber.reading import find_acts

SENTENCES = [
    # active, passive, passive without an agent
    "[actor:Rusia] [act=ASSAULT:menyerang] [recipient:Ukraina].",
    "[recipient:Ukraina] [act=ASSAULT:diserang] oleh [actor:Rusia].",
    "[recipient:Ukraina] [act=ASSAULT:diserang] pada Senin malam.",
    # nouns: whose act, and against whom
    "[act=ASSAULT:Serangan] [actor:Rusia] terhadap [recipient:Ukraina] berlanjut.",
    "[actor:Amerika Serikat] [act=SANCTION:menjatuhkan sanksi] kepada [recipient:Iran].",
    "[recipient:Israel] [act=ACCUSE:mendapat kecaman] dari [actor:PBB].",
    # reciprocal acts: all who take part act
    "[actor:Indonesia] dan [actor:Malaysia] [act=AGREE:sepakat] meningkatkan perdagangan.",
    "[actor:Rusia] [act=CONSULT:bertemu] dengan [actor:Turki] di Moskow.",
    # clauses: relative, control, complement
    "[actor:Malaysia], yang [act=SUPPORT:mendukung] [recipient:Palestina], mengirim utusan.",
    "[actor:PBB] [act=REQUEST:meminta] agar [recipient:Israel] menghentikan operasi itu.",
    # status
    "[actor:Cina] akan [act=SANCTION.planned:menjatuhkan sanksi] kepada [recipient:Iran].",
    "[actor:Rusia] tidak [act=ASSAULT.denied:menyerang] [recipient:Ukraina].",
    "Jika [actor:Rusia] [act=ASSAULT.hypothetical:menyerang] [recipient:Ukraina], perang meluas.",
    # each other
    "[actor:Rusia] dan [actor:Ukraina] saling [act=ACCUSE:menuduh].",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_parties_and_status_of_an_act(marked: str) -> None:
    text, marks = unmark(marked)
    scene = find_acts(article_from_text(text, source="test"))
    trigger = next(m for m in marks if m.label == "act")
    kind, _, status = (trigger.note or "").partition(".")
    event = next(d.event for d in scene.drafts if d.event.type == kind)

    def named(label: str) -> list[str]:
        return sorted(text[m.start : m.stop] for m in marks if m.label == label)

    def found(ids: tuple[str, ...]) -> list[str]:
        return sorted(scene.cast.actors[i].name for i in ids)

    assert text[event.trigger.start : event.trigger.stop] == text[trigger.start : trigger.stop]
    assert event.status == (status or "actual")
    assert found(event.actors) == named("actor")
    if "saling" not in text:
        assert found(event.recipients) == named("recipient")
