"""The columns of a table of events: their names, types and meaning, in order.

The first forty are those of POLECAT's weekly files, in its order; the others are ours. Used by
`rows` and `files`; the data dictionary (docs/events-table.md) is held to this list by a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "integer", "number"]
SEPARATOR = "; "  # between several values in one cell


@dataclass(frozen=True, slots=True)
class Column:
    """One column. An empty cell means unknown, or none."""

    name: str
    meaning: str
    type: ColumnType = "text"
    written: bool = False  # its words come from an article, and a spreadsheet might run them


POLECAT = (
    Column("Event ID", "the article's id and the event's within it: `…-e3`"),
    Column("Event Date", "of the act, ISO 8601, as exact as the text: day, month, year or week"),
    Column("Event Type", "one of the 16 types"),
    Column("Event Mode", "one of the type's modes"),
    Column("Intensity", "score from -10 (conflict) to +10 (cooperation)", "number"),
    Column("Quad Code", "VERBAL COOPERATION, MATERIAL COOPERATION, VERBAL or MATERIAL CONFLICT"),
    Column("Contexts", "what the act is about; any of 37"),
    Column("Actor Name", "who acts: fullest names in the article", written=True),
    Column("Actor Country", "their countries, ISO 3166 alpha-3"),
    Column("Actor COW", "their countries' numbers in the Correlates of War list"),
    Column("Primary Actor Sector", "the first actor's sector, a code of PLOVER"),
    Column("Actor Sectors", "the sectors of all of them"),
    Column("Actor Title", "their offices", written=True),
    Column("Actor Name Raw", "the words nearest to the act that name them", written=True),
    Column("Wikipedia Actor ID", "identifiers of theirs, where known"),
    Column("Recipient Name", "whom it is done to: fullest names in the article", written=True),
    Column("Recipient Country", "their countries, ISO 3166 alpha-3"),
    Column("Recipient COW", "their countries' numbers in the Correlates of War list"),
    Column("Primary Recipient Sector", "the first recipient's sector, a code of PLOVER"),
    Column("Recipient Sectors", "the sectors of all of them"),
    Column("Recipient Title", "their offices", written=True),
    Column("Recipient Name Raw", "the words nearest to the act that name them", written=True),
    Column("Wikipedia Recipient ID", "identifiers of theirs, where known"),
    Column("Placename", "usual Indonesian name of the place of the act", written=True),
    Column("City", "always empty: a reading does not say what class a place is"),
    Column("District", "always empty, for the same reason"),
    Column("Province", "first-order unit that the place lies in", written=True),
    Column("Country", "country that the place lies in, ISO 3166 alpha-3"),
    Column("Latitude", "of the place, WGS 84, degrees north", "number"),
    Column("Longitude", "of the place, WGS 84, degrees east", "number"),
    Column("GeoNames ID", "of the place"),
    Column("Raw Placename", "the place as the article writes it", written=True),
    Column("Feature Type", "always empty, as City is"),
    Column("Source", "outlet that printed the article", written=True),
    Column("Publication Date", "of the article, ISO 8601"),
    Column("Story People", "all persons that the article names", written=True),
    Column("Story Organizations", "all organisations that it names", written=True),
    Column("Story Locations", "all places that it names", written=True),
    Column("Language", "of the article, ISO 639-1"),
    Column("Version", "of Sumber that read it"),
)
OURS = (
    Column("Status", "actual, planned, denied or hypothetical"),
    Column("According To", "on whose word; empty: the outlet tells it itself", written=True),
    Column("According To Country", "countries of those on whose word, ISO 3166 alpha-3"),
    Column("Via", "agencies and media through which that word came, nearest first", written=True),
    Column("Statement ID", "of the statement that the act is told in: `…-s2`"),
    Column("Trigger Start", "first character of the words that tell the act", "integer"),
    Column("Trigger Stop", "the character after their last", "integer"),
    Column("Mentions", "how many times the article tells the act", "integer"),
    Column("Rule", "entry of the codebook and frame that fired"),
    Column(
        "Quantities", "counts in the same paragraph: `dead 12`, `troops ~10000`, `money 5+ USD`"
    ),
    Column("CAMEO Root", "two-digit root by the published mapping"),
    Column("Article ID", "of the article; offsets are those of its text"),
    Column("Headline", "of the article", written=True),
    Column("URL", "of the article", written=True),
)
COLUMNS = POLECAT + OURS
NAMES = tuple(column.name for column in COLUMNS)
