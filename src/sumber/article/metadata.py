"""What a page says about itself: headline, outlet, authors, dates, address, language.

In: a parsed page. Out: `Metadata`, from JSON-LD first, then meta elements, then what readers see.
Broken JSON-LD is mended where only its commas or control characters are broken, else searched
for single fields. Used by `pages`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from sumber.article.blocks import names_of
from sumber.dates import parse_timestamp
from sumber.lexicon.pages import load_page_patterns

PAGE = load_page_patterns()
ARTICLE_TYPES = re.compile(r"\w*NewsArticle|Article|(?:Live)?BlogPosting")
LOOSE_COMMA = re.compile(r",\s*([}\]])")
FIELD = re.compile(r'"(headline|datePublished)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')
VISIBLE = ("div", "span", "p", "time", "b", "h4", "h5", "h6", "li", "a", "small", "td")
ZONE = re.compile(r"\bWI(?:B|TA|T)\b")
LONGEST_LINE = 120  # characters of a date line or byline
MOST_ELEMENTS = 8  # inside such a line
DEEPEST = 6  # levels of JSON-LD that are looked into


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says, as printed; `authors` and `published` from each place, surest first."""

    headline: str | None
    site: str | None
    url: str | None
    language: str | None
    authors: tuple[tuple[str, ...], ...]
    published: tuple[str, ...]
    visible_date: str | None
    next_url: str | None
    previous_url: str | None
    page_number: int | None


def read_metadata(page: HtmlElement) -> Metadata:
    """Give what a page says about itself."""
    meta = _meta(page)
    article = _article_object(page)
    links = _links(page)
    return Metadata(
        headline=_text(article.get("headline"))
        or _heading(page)
        or _first(meta, PAGE.meta_titles)
        or _title(page),
        site=_first(meta, PAGE.meta_sites) or _text(_named(article.get("publisher"))),
        url=links.get("canonical") or meta.get("og:url") or _address(article),
        language=page.get("lang")
        or page.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _text(article.get("inLanguage")),
        authors=tuple(_authors(article, meta, page)),
        published=tuple(_published(article, meta, page)),
        visible_date=_visible_date(page),
        next_url=links.get("next"),
        previous_url=links.get("prev"),
        page_number=_active_page(page),
    )


def _meta(page: HtmlElement) -> dict[str, str]:
    """The meta elements by lower-case name; the first of a name wins."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _links(page: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.iter("link", "a"):
        for word in (element.get("rel") or "").lower().split():
            if word in ("canonical", "next", "prev") and element.get("href"):
                found.setdefault(word, element.get("href").strip())
    return found


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _article_object(page: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object of the article; empty if there is none."""
    broken: dict[str, Any] = {}
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = "".join(script.itertext()).strip()
        for thing in _objects(_loaded(text), 0):
            if _is_article(thing):
                return thing
        broken = broken or dict(FIELD.findall(text))
    return {name: _text(value) for name, value in broken.items()}


def _loaded(text: str) -> Any:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text).strip().rstrip(";")
    for attempt in (text, LOOSE_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(thing: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(thing, list):
        for item in thing:
            yield from _objects(item, depth + 1)
    elif isinstance(thing, dict):
        yield thing
        for key in ("@graph", "mainEntity", "itemListElement"):
            yield from _objects(thing.get(key), depth + 1)


def _is_article(thing: Mapping[str, Any]) -> bool:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and ARTICLE_TYPES.fullmatch(k) for k in kinds)


def _text(value: Any) -> str | None:
    """A string without markup and needless white space; None for anything else."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), None)
    if not isinstance(value, str):
        return None
    return " ".join(_unescaped(value).split()) or None


def _unescaped(value: str) -> str:
    for entity, character in (
        ("&quot;", '"'),
        ("&#039;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
        ("&nbsp;", " "),
    ):
        value = value.replace(entity, character)
    return value


def _named(value: Any) -> Any:
    return value.get("name") if isinstance(value, dict) else value


def _address(article: Mapping[str, Any]) -> str | None:
    main = article.get("mainEntityOfPage")
    address = main.get("@id") if isinstance(main, dict) else main
    found = _text(address) or _text(article.get("url"))
    return found if found and found.startswith("http") else None


def _heading(page: HtmlElement) -> str | None:
    """The first level-one heading that holds words."""
    texts = (" ".join("".join(h.itertext()).split()) for h in page.iter("h1"))
    return next((text for text in texts if len(text) > 10), None)


def _title(page: HtmlElement) -> str | None:
    title = page.find(".//title")
    return " ".join((title.text or "").split()) or None if title is not None else None


def _authors(
    article: Mapping[str, Any], meta: Mapping[str, str], page: HtmlElement
) -> Iterator[tuple[str, ...]]:
    """Names as given, not cleaned, from each place that has any; the surest first."""
    given = article.get("author")
    names = [_text(_named(a)) for a in (given if isinstance(given, list) else [given])]
    yield tuple(name for name in names if name)
    if name := _first(meta, PAGE.meta_authors):
        yield (name,)
    if name := _visible_author(page):
        yield (name,)


def _published(
    article: Mapping[str, Any], meta: Mapping[str, str], page: HtmlElement
) -> Iterator[str]:
    for value in (article.get("datePublished"), article.get("dateCreated")):
        if text := _text(value):
            yield text
    yield from (meta[name] for name in PAGE.meta_published if name in meta)
    yield from (t.get("datetime") for t in page.iter("time") if t.get("datetime"))


def _visible_date(page: HtmlElement) -> str | None:
    """The first short line that is named a date, or shows one with its zone, and is one."""
    for words, text in _short_texts(page):
        named = not words.isdisjoint(PAGE.html_date_names)
        if (named or ZONE.search(text)) and re.search(r"\d{4}", text) and parse_timestamp(text):
            return text
    return None


def _visible_author(page: HtmlElement) -> str | None:
    """The first short line that is named a byline."""
    texts = (
        text for words, text in _short_texts(page) if not words.isdisjoint(PAGE.html_author_names)
    )
    return next((text for text in texts if any(c.isalpha() for c in text)), None)


def _short_texts(page: HtmlElement) -> Iterator[tuple[set[str], str]]:
    """The words of the class names, and the text, of elements with little text."""
    for element in page.iter(*VISIBLE):
        if sum(1 for _ in zip(element.iter(), range(MOST_ELEMENTS), strict=False)) < MOST_ELEMENTS:
            text = " ".join("".join(element.itertext()).split())
            if 3 < len(text) <= LONGEST_LINE:
                yield {w.lower() for n in names_of(element) for w in re.split(r"[-_]+", n)}, text


def _active_page(page: HtmlElement) -> int | None:
    """The number that the page's own list of pages shows as the current one."""
    for element in page.iter("a", "span", "strong", "li", "div"):
        words = (element.text or "").strip()
        if words.isdigit() and len(words) <= 2 and _is_current(element):
            return int(words)
    return None


def _is_current(element: HtmlElement) -> bool:
    names = " ".join(names_of(element)).lower()
    above = element.getparent()
    around = " ".join(names_of(above)).lower() if above is not None else ""
    current = any(
        word in names.replace("-", " ").replace("_", " ").split()
        for word in ("active", "current", "selected")
    )
    return current and any(word in names + " " + around for word in ("pag", "halaman"))
