"""Articles beside each other: copies, stories, the same statement elsewhere, accounts.

In: readings, or what an archive keeps of them. Out: frozen records that point back at articles.
Pure functions: this room holds no state and reads no archive; `filing` joins the two.
"""

from sumber.stories.copies import Text, find_copy, prepare_text
from sumber.stories.signatures import SCHEME, band_keys
from sumber.stories.words import Words, told_words

__all__ = ["SCHEME", "Text", "Words", "band_keys", "find_copy", "prepare_text", "told_words"]
