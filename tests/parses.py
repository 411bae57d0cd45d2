"""The parse of a text, made once however often a test reads it.

What a test of cost repeats is then the step that it is about, and not the parse before it.
"""

from __future__ import annotations

from functools import lru_cache

from sumber.language import pipeline

parse = lru_cache(maxsize=16)(pipeline.parse)
