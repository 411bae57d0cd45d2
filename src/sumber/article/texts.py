"""Plain texts and records to `Article`s. The text itself is never changed.

In: a text, or one object of JSON Lines (`id url outlet headline published text`). Out: an
`Article` whose `text` is exactly what was given. Used by `inputs` and by callers that hold texts.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping

from sumber.article.anatomy import Anatomy, find_anatomy
from sumber.article.cleaning import (
    clean_authors,
    clean_time,
    is_indonesian,
    outlet_of,
    tell_language,
    usual_outlet,
)
from sumber.article.credits import find_credits
from sumber.article.decoding import check_text
from sumber.article.lines import CREDIT_LABEL
from sumber.errors import NotAnArticle
from sumber.lexicon.pages import load_page_patterns
from sumber.records import Article

ID_DIGITS = 12
STRINGS = ("id", "url", "outlet", "headline", "published")
# The hour of publication beside its day (`"time": "16:23"`), by the clock of Jakarta.
LOCAL_TIME = re.compile(r"((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?")
HEAD_LINES = 8  # lines in which a line with the date can stand


def text_id(text: str) -> str:
    """The id of an article that has none of its own: the same for the same text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def article_from_text(
    text: str,
    *,
    source: str,
    published: dt.date | None = None,
    url: str | None = None,
    outlet: str | None = None,
) -> Article:
    """Give the article that a plain text is.

    `published` stands in where the text has no line with its date. Raises: NotAnArticle if the
    text is blank, NotText if it holds a lone surrogate.
    """
    check_text(text, source=source)
    anatomy = find_anatomy(text, guess_headline=True)
    own_outlet = usual_outlet(outlet) or outlet_of(url) or _outlet_in(anatomy)
    language = tell_language(text)
    printed = clean_time(anatomy.date_line, indonesian=is_indonesian(own_outlet, language))
    return Article(
        id=text_id(text),
        url=url,
        outlet=own_outlet,
        headline=anatomy.headline,
        published=printed or (published.isoformat() if published else None),
        dateline=anatomy.dateline.place if anatomy.dateline else None,
        authors=authors_in(text, anatomy),
        language=language,
        text=text,
        parts=anatomy.parts,
        related=anatomy.related,
        credits=find_credits(text, anatomy.parts, outlet=own_outlet),
    )


def article_from_record(
    record: Mapping[str, object], *, source: str, published: dt.date | None = None
) -> Article:
    """Give the article of one record.

    Its fields bind; `published` stands in where it has no date. Raises: NotAnArticle if `text` is
    missing or blank or a field is no string, NotText if the text holds a lone surrogate.
    """
    text = record.get("text")
    if not isinstance(text, str):
        met = (
            "no field 'text'"
            if text is None
            else f"a 'text' that is no string ({_json_type(text)})"
        )
        raise NotAnArticle(
            source, met=met, do="give each article as an object with a string 'text'"
        )
    given = {name: _string(record, name, source) for name in STRINGS}
    check_text(text, source=source)
    anatomy = find_anatomy(
        text, headline=given["headline"], guess_headline=given["headline"] is None
    )
    outlet = usual_outlet(given["outlet"]) or outlet_of(given["url"]) or _outlet_in(anatomy)
    language = tell_language(text)
    indonesian = is_indonesian(outlet, language)
    own_date = clean_time(given["published"] or anatomy.date_line, indonesian=indonesian)
    if own_date and indonesian and (hour := LOCAL_TIME.fullmatch(str(record.get("time", "")))):
        own_date = (
            f"{own_date[:10]}T{hour[1]}+07:00" if given["published"] == own_date else own_date
        )
    return Article(
        id=given["id"] or text_id(text),
        url=given["url"],
        outlet=outlet,
        headline=anatomy.headline,
        published=own_date or (published.isoformat() if published else None),
        dateline=anatomy.dateline.place if anatomy.dateline else None,
        authors=_authors(record, source) or authors_in(text, anatomy),
        language=language,
        text=text,
        parts=anatomy.parts,
        related=anatomy.related,
        credits=find_credits(text, anatomy.parts, outlet=outlet),
    )


def authors_in(text: str, anatomy: Anatomy) -> tuple[str, ...]:
    """The names behind `Reporter:`, `Penulis:` and the like."""
    names = []
    for part in anatomy.of_kind("credit"):
        label = CREDIT_LABEL.match(text[part.start : part.stop])
        if label and label["label"].casefold() in load_page_patterns().credit_authors:
            names.append(label["names"])
    return clean_authors(names)


def _outlet_in(anatomy: Anatomy) -> str | None:
    return anatomy.dateline.outlet if anatomy.dateline else None


def _string(record: Mapping[str, object], name: str, source: str) -> str | None:
    value = record.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        met = f"a {name!r} that is no string ({_json_type(value)})"
        raise NotAnArticle(source, met=met, do="give it as a string, or leave it out")
    if isinstance(value, str):
        value = value.strip()
        return check_text(value, source=source) if value else None
    return None


def _authors(record: Mapping[str, object], source: str) -> tuple[str, ...]:
    """The names in `authors`, one string or a list of them."""
    given = record.get("authors")
    names = [given] if isinstance(given, str) else given or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        met = f"'authors' that are no list of strings ({_json_type(given)})"
        raise NotAnArticle(source, met=met, do="give them as a list of names, or leave it out")
    return clean_authors(names)


def _json_type(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), type(value).__name__)
