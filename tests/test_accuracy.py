"""No change makes readings worse than the floors that benchmarks/floors.json sets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
FLOORS = json.loads((BENCHMARKS / "floors.json").read_text("utf-8"))["f1"]


@pytest.mark.corpora
@pytest.mark.parametrize("gold_set", FLOORS)
def test_accuracy_stays_above_its_floors(gold_set: str) -> None:
    command = [sys.executable, "accuracy.py", "--check", "--set", gold_set]
    ran = subprocess.run(command, cwd=BENCHMARKS, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
