"""The list of rules: each reads its own example, and the documentation lists them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sumber.dates.rules import RULES, Rule
from sumber.dates.scan import rules_at

DOCS = Path(__file__).resolve().parents[2] / "docs/times.md"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_takes_the_whole_of_its_example(rule: Rule) -> None:
    match = rule.pattern.match(rule.example)
    assert match is not None
    assert rule.example.startswith(match[0])
    assert rule.read(match, rule.name) is not None
    assert rule in rules_at(rule.example.split()[0].split("/")[0].split("-")[0].split(".")[0])


def test_names_are_unique_and_documented_with_their_examples_in_order() -> None:
    rows = [f"| {rule.name} | `{rule.example}` |" for rule in RULES]
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert "\n".join(rows) in DOCS.read_text(encoding="utf-8")
