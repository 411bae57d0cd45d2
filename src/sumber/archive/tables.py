"""The archive's tables, as SQLAlchemy knows them: names, types, keys, and what each column holds.

The comments are the documented schema (`docs/archive.md`, held by a test). All but `editions`
hold an article's current edition; rows of one article lie together (`article_id` leads their
keys). `start`, `stop` are half-open code points of `articles.text`. Used by this room alone:
migrations make the tables, and `index_tables` the full-text indexes beside them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects import postgresql, sqlite

from sumber.errors import UsageError

metadata = MetaData()
Id = BigInteger().with_variant(sqlite.INTEGER(), "sqlite")
Json = JSON().with_variant(postgresql.JSONB(), "postgresql")


def _text(name: str, comment: str, *, required: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=not required, comment=comment)


def _integer(name: str, comment: str, *, required: bool = True, key: bool = False) -> Column[Any]:
    return Column(
        name, Integer, nullable=not required, primary_key=key, autoincrement=False, comment=comment
    )


def _span(prefix: str = "", *, required: bool = True) -> tuple[Column[Any], Column[Any]]:
    of = f" of the {prefix}" if prefix else ""
    lead = f"{prefix}_" if prefix else ""
    return (
        _integer(f"{lead}start", f"first code point{of}", required=required),
        _integer(f"{lead}stop", f"code point after the last{of}", required=required),
    )


def _key(name: str, comment: str) -> Column[Any]:
    return Column(name, Text, primary_key=True, comment=comment)


def _id(comment: str) -> Column[Any]:
    return Column("id", Id, primary_key=True, autoincrement=False, comment=comment)


def _article(*, key: bool = True) -> Column[Any]:
    return Column(
        "article_id",
        Id,
        ForeignKey("articles.id"),
        primary_key=key,
        nullable=False,
        autoincrement=False,
        comment="the article",
    )


def _of_article(name: str, comment: str, *columns: Column[Any]) -> Table:
    """A table whose rows lie beside the others of their article, without a second index."""
    return Table(name, metadata, _article(), *columns, comment=comment, sqlite_with_rowid=False)


articles = Table(
    "articles",
    metadata,
    _id("number of the article in this archive"),
    _text("key", "its identity: URL, else outlet and given id, else its text", required=True),
    _text("given_id", "`article.id` of the reading", required=True),
    _text("url", "canonical address"),
    _text("outlet", "who printed it"),
    _text("headline", "headline"),
    _text("published", "ISO date, or date and time with zone, as given"),
    _text("day", "ISO date of publication"),
    _text("dateline", "place that the dateline names"),
    _text("language", "ISO 639-1"),
    Column("authors", Json, nullable=False, comment="names, a JSON list"),
    _integer("edition", "number of the current edition, from 1"),
    Column(
        "entry", Id, nullable=False, comment="number in `article_index`; higher: published later"
    ),
    _text("text", "the text that all offsets count", required=True),
    Index("articles_key", "key", unique=True),
    Index("articles_entry", "entry", unique=True),
    Index("articles_day", "day"),
    comment="One row an article, as its current edition has it.",
)

editions = Table(
    "editions",
    metadata,
    _article(),
    _integer("number", "1 for the first edition that was filed", key=True),
    _text("sumber", "version that read it", required=True),
    _text("content", "digest of what the outlet printed", required=True),
    _text("filed", "when it was filed first, UTC", required=True),
    Column(
        "changes",
        Json,
        nullable=True,
        comment="fields that differ from the edition before, a JSON list",
    ),
    Column("announced", Boolean, comment="whether its text says that it was changed"),
    Column("reading", LargeBinary, nullable=False, comment="the reading without its text, zlib"),
    _text("text", "its text; null in the current edition, whose text is in `articles`"),
    comment="One row for each edition of each article that was filed.",
)

parts = _of_article(
    "parts",
    "Parts of the text.",
    _integer("number", "place in the text, from 1", key=True),
    _text("kind", "headline, caption, dateline, body, related, credit, boilerplate", required=True),
    *_span(),
)

names = Table(
    "names",
    metadata,
    _id("digest of `folded`"),
    _text("name", "as first met", required=True),
    _text("folded", "in small letters, without marks", required=True),
    comment="Each name of an actor, outlet, source or place once, however often it is printed.",
)

actors = _of_article(
    "actors",
    "Who is named in an article.",
    _key("actor", "`a1`, `a2`, … within the article"),
    Column("name_id", Id, ForeignKey("names.id"), nullable=False, comment="its fullest name"),
    _text("name", "its fullest name", required=True),
    _text("kind", "person, state, organisation, group, outlet, unnamed"),
    _text("country", "ISO 3166 alpha-3"),
    _text("sector", "PLOVER code"),
    _text("role", "office or description, as printed"),
    _text("identifier", "in an outside register"),
)
Index("actors_name", actors.c.name_id, actors.c.article_id)

mentions = _of_article(
    "mentions",
    "Where an actor is named.",
    _key("actor", "the actor"),
    _integer("number", "place in the text, from 1", key=True),
    *_span(),
)

statements = Table(
    "statements",
    metadata,
    _id("number of the statement; higher numbers were published later"),
    _article(key=False),
    _text("statement", "`s1`, `s2`, … within the article", required=True),
    _text("kind", "direct, indirect", required=True),
    *_span(),
    *_span("cue", required=False),
    *_span("speaker", required=False),
    Column("via", Json, nullable=False, comment="channels, nearest to the outlet first"),
    _text("certainty", "plain, hedged, denied", required=True),
    _text("part_of", "the statement around it"),
    Index("statements_article", "article_id", "statement", unique=True),
    comment="Who said what: one row a statement. `start`, `stop` are the ends of its content.",
)

contents = _of_article(
    "contents",
    "The stretches of text that are a statement's content.",
    _key("statement", "the statement"),
    _integer("number", "place in the text, from 1", key=True),
    *_span(),
)

speakers = _of_article(
    "speakers",
    "Whose words a statement is.",
    _key("statement", "the statement"),
    _integer("number", "place in the reading's list, from 1", key=True),
    _text("actor", "the actor", required=True),
)

events = Table(
    "events",
    metadata,
    _id("number of the event; higher numbers were published later"),
    _article(key=False),
    _text("event", "`e1`, `e2`, … within the article", required=True),
    _text("type", "PLOVER type", required=True),
    _text("mode", "PLOVER mode"),
    Column("contexts", Json, nullable=False, comment="PLOVER contexts, a JSON list"),
    *_span("trigger"),
    _text("place", "name of a place of the article"),
    _text("time", "ISO value, as exact as the text is"),
    _text("status", "actual, planned, denied, hypothetical", required=True),
    _text("statement", "the statement that it stands in"),
    _text("rule", "what found it", required=True),
    Index("events_article", "article_id", "event", unique=True),
    comment="Who did what to whom: one row an event in an article.",
)

participants = _of_article(
    "participants",
    "Who takes part in an event, and on whose word it is told.",
    _key("event", "the event"),
    _key("role", "actor, recipient, according_to"),
    _integer("number", "place in the reading's list, from 1", key=True),
    _text("actor", "the actor", required=True),
)

event_mentions = _of_article(
    "event_mentions",
    "All mentions of an event.",
    _key("event", "the event"),
    _integer("number", "place in the text, from 1", key=True),
    *_span(),
)

times = _of_article(
    "times",
    "Expressions that fix a day, month or year.",
    _integer("number", "place in the text, from 1", key=True),
    *_span(),
    _text("text", "as printed", required=True),
    _text("value", "ISO 8601, as exact as the text is"),
    _text("written", "the date as printed, where it cannot be right"),
    _text("wrong", "weekday, impossible, order, year, future"),
)

places = _of_article(
    "places",
    "Named places, one row a mention.",
    _integer("number", "place in the text, from 1", key=True),
    *_span(),
    _text("name", "its usual Indonesian name", required=True),
    _text("country", "ISO 3166 alpha-3"),
    _text("region", "its province or state"),
    Column("lat", Double, comment="degrees north, WGS 84"),
    Column("lon", Double, comment="degrees east, WGS 84"),
    _text("identifier", "in a gazetteer"),
)

quantities = _of_article(
    "quantities",
    "Counts and amounts.",
    _key("quantity", "`q1`, `q2`, … within the article"),
    *_span(),
    Column("low", Double, comment="at least"),
    Column("high", Double, comment="at most"),
    Column("approximate", Boolean, nullable=False, comment="whether the text says about"),
    _text("kind", "people, troops, dead, …, money, area, other", required=True),
    _text("of", "what is counted, as printed"),
    _text("unit", "ISO 4217, or a unit of area"),
    _text("statement", "the statement that it stands in"),
    _text("part_of", "the quantity that it is a share of"),
)

findings = _of_article(
    "findings",
    "What cannot be right in an article, or needs a second look.",
    _integer("number", "place in the text, from 1", key=True),
    _text("kind", "date-weekday, quote-unattributed, …", required=True),
    *_span(),
    _text("message", "one Indonesian sentence", required=True),
    _text("suggestion", "what must have been meant"),
)

credits_ = _of_article(
    "credits",
    "The sources that an article names for its facts.",
    _integer("number", "place in the text, from 1", key=True),
    _text("source", "its usual name", required=True),
    *_span(),
)

related = _of_article(
    "related",
    "Links to other articles in mid-text.",
    _integer("number", "place in the text, from 1", key=True),
    _text("title", "as printed", required=True),
    _text("url", "its address"),
    *_span(),
)
Index("related_url", related.c.url)

refused = Table(
    "refused",
    metadata,
    _id("number"),
    _text("source", "the input, and the line within it", required=True),
    _text("input", "the file or address to read again; null if `record` is kept"),
    _text("reason", "what was met, and what to do", required=True),
    _text("filed", "when it was last tried, UTC", required=True),
    _integer("tries", "how often"),
    Column("record", LargeBinary, comment="the article or reading that was refused: JSON, zlib"),
    Index("refused_source", "source", unique=True),
    comment="What could not be read or filed, with the reason: for `sumber add --retry`.",
)

keys = Table(
    "keys",
    metadata,
    Column(
        "place",
        Id,
        primary_key=True,
        autoincrement=False,
        comment="span of 64 days, what the key is of, 43 bits of its digest",
    ),
    _integer("day", "day of publication, from 1 on 1970-01-01; 0 if unknown", key=True),
    _article(),
    comment="Keys that like articles share, so that they find each other.",
    sqlite_with_rowid=False,
)

traces = Table(
    "traces",
    metadata,
    _article(),
    Column("traces", LargeBinary, nullable=False, comment="keys and sketch, MessagePack"),
    comment="By what an article is compared with others.",
)

copies = Table(
    "copies",
    metadata,
    Column("first_id", Id, ForeignKey("articles.id"), primary_key=True, comment="one article"),
    Column("second_id", Id, ForeignKey("articles.id"), primary_key=True, comment="the other"),
    _text("kind", "copy, partial, shared-quotation", required=True),
    Column("share", Double, nullable=False, comment="of the shorter text's words, 0 to 1"),
    Column("passages", Json, nullable=False, comment="start, stop in the first, in the second"),
    Index("copies_second", "second_id"),
    comment="Two articles that print the same words.",
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("first_id", Id, ForeignKey("articles.id"), primary_key=True, comment="one article"),
    Column("second_id", Id, ForeignKey("articles.id"), primary_key=True, comment="the other"),
    Column("score", Double, nullable=False, comment="probability of one event, 0 to 1"),
    Index("links_second", "second_id"),
    comment="Two articles that seem to tell of one event.",
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    _article(),
    _text("handle", "short name of the article, the same in every archive", required=True),
    _text("story", "the story: the first handle of its members", required=True),
    Index("members_handle", "handle"),
    Index("members_story", "story"),
    comment="Which story an article belongs to, if only its own.",
)

counters = Table(
    "counters",
    metadata,
    Column("name", Text, primary_key=True, comment="what is numbered"),
    Column("next", Id, nullable=False, comment="the next number"),
    comment="Numbers given out; the row that a writer holds while it files.",
)

# The tables whose rows belong to one edition: emptied and filled anew when an article changes.
EDITION_TABLES = (
    parts, actors, mentions, statements, contents, speakers, events, participants, event_mentions,
    times, places, quantities, findings, credits_, related,
)  # fmt: skip


def named_table(name: str) -> Table:
    """The table of that name. Raises: UsageError if there is none."""
    if name not in metadata.tables:
        raise UsageError(f"there is no table {name!r}; there are {', '.join(metadata.tables)}")
    return metadata.tables[name]
