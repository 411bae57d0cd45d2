"""Salience: learn from hand-marked articles which acts a careful reader marks as events.

Every act that the codebook sees in an article (`sumber.events.find.find_drafts`) is a sample; it
is an event if gold has one of its type at its words or in its sentence. A logistic regression over
the facts of `sumber.events.salience`, ridge penalty, written as JSON. Never sees held-out gold.

    salience.py            print F1 of `typed` in ten folds of articles, for several penalties
    salience.py --write    and train on all, and write src/sumber/events/salience.json
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))
