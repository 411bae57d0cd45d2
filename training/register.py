"""What spaCy's commands load with ``--code``: the project's own language and components."""

from __future__ import annotations

from masked_words import register_objective
from sumber.language.sentence_ends import register_sentences
from sumber.language.tokenization import LANGUAGE, register_language

__all__ = ["LANGUAGE", "register_language"]

register_language()
register_sentences()
register_objective()
