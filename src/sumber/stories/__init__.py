"""Articles beside each other: copies, stories, the same statement elsewhere, accounts.

In: readings, or what an archive keeps of them. Out: frozen records that point back at articles.
Pure functions: this room holds no state and reads no archive; `filing` joins the two.
"""

from sumber.stories.accounts import give_account
from sumber.stories.behind import count_behind_events, count_behind_statements, story_origins
from sumber.stories.copies import Text, find_copy, prepare_text
from sumber.stories.features import Sketch, sketch_reading
from sumber.stories.groups import LIKELY, SURE, Link, bound_by, group_links
from sumber.stories.links import SHARED_KEYS, WINDOW, days_between, link_score
from sumber.stories.signatures import SCHEME, band_keys
from sumber.stories.words import Words, told_words

__all__ = [
    "LIKELY",
    "SCHEME",
    "SHARED_KEYS",
    "SURE",
    "WINDOW",
    "Link",
    "Sketch",
    "Text",
    "Words",
    "band_keys",
    "bound_by",
    "count_behind_events",
    "count_behind_statements",
    "days_between",
    "find_copy",
    "give_account",
    "group_links",
    "link_score",
    "prepare_text",
    "sketch_reading",
    "story_origins",
    "told_words",
]
