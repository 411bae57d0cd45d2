"""What knows the language: text to sentences and words by rule, and the trained pipeline.

`sumber.language.pipeline` gives parses; it loads spaCy and the weights, and so stays out of here.
"""

from sumber.language.parse import Entity, Parse
from sumber.language.sentences import Sentence, Word, find_sentences, find_words

__all__ = ["Entity", "Parse", "Sentence", "Word", "find_sentences", "find_words"]
