"""What knows the language: text to sentences and words, and the only room that loads a model."""

from sumber.language.sentences import Sentence, Word, find_sentences, find_words

__all__ = ["Sentence", "Word", "find_sentences", "find_words"]
