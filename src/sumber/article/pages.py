"""HTML pages to `Article`s; pages of one article are put together.

In: the bytes or text of a page. Out: an `Article` whose `text` is the headline, the caption, the
body with links in mid-text and the closing credits in page order, with an empty line between
paragraphs. Used by `inputs`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sumber.article.anatomy import Link, find_anatomy
from sumber.article.blocks import Block
from sumber.article.cleaning import (
    best_time,
    clean_authors,
    clean_headline,
    is_indonesian,
    outlet_of,
    tell_language,
    usual_outlet,
)
from sumber.article.credits import find_credits
from sumber.article.decoding import SURROGATE, decode
from sumber.article.lines import cut_lines
from sumber.article.metadata import Metadata, read_metadata
from sumber.article.story import find_story
from sumber.article.texts import authors_in, text_id
from sumber.errors import NotAnArticle
from sumber.records import Article, PartKind

PARAGRAPH = "\n\n"
PAGE_QUERIES = frozenset({"page", "halaman", "hal", "p", "pg"})
NESTING = re.compile(
    rb"</?(?:div|span|font|b|i|u|em|strong|small|big|section|center|table|tbody|tr|td|ul|ol|li|dl"
    rb"|dd|dt|blockquote)\b[^>]{0,2000}>",
    re.IGNORECASE,
)
UNWANTED = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")  # characters that XML forbids


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an article. `base` is its address without the page's number, where known."""

    source: str
    url: str | None
    base: str | None
    number: int
    meta: Metadata
    blocks: tuple[Block, ...]
    found_date: str | None


# libxml2 compares each attribute of an element with every other: 100,000 of them take minutes.
MOST_ATTRIBUTES = 5_000
LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")


def article_from_html(
    data: bytes | str, *, source: str, url: str | None = None, published: dt.date | None = None
) -> Article:
    """Give the article of one page.

    `url` is where it was fetched; its own canonical address binds. `published` stands in where the
    page has no date. Raises: NotAnArticle if there is no story in it, NotText if it is no text.

    >>> page = "<h1>Harga Beras Turun</h1><p>GARUT - Harga beras turun, kata Siti Aminah.</p>"
    >>> article_from_html(page, source="-").dateline
    'Garut'
    """
    return article_from_pages([read_page(data, source=source, url=url)], published=published)


def read_page(data: bytes | str, *, source: str, url: str | None = None) -> Page:
    """Read one page without making an article of it. Raises: NotAnArticle, NotText."""
    text = data if isinstance(data, str) else decode(data, source=source)
    tree = _parsed(text, source)
    meta = read_metadata(tree)
    blocks = tuple(b for b in map(_bare, find_story(tree)) if b.text)
    if not any(b.kind is None for b in blocks):
        raise NotAnArticle(
            source, met="a page without a story in it", do="give the address of one article"
        )
    address = _absolute(meta.url, url)
    base, number = _numbered(address or url)
    if number == 1 and url:
        number = _numbered(url)[1]
    return Page(
        source=source,
        url=address or url,
        base=base,
        number=_page_number(meta, number, url or address),
        meta=meta,
        blocks=blocks,
        found_date=_searched_date(tree, meta),
    )


def article_from_pages(pages: Sequence[Page], *, published: dt.date | None = None) -> Article:
    """Give the article that several pages make together, in the order of their numbers."""
    ordered = sorted(pages, key=lambda page: page.number)
    first = ordered[0]
    blocks = _joined_blocks(ordered)
    headline = clean_headline(first.meta.headline, site=first.meta.site)
    text, kinds, links = _laid_out(blocks, headline, first.url)
    anatomy = find_anatomy(text, headline=headline, known=kinds, links=links)
    dateline = anatomy.dateline
    outlet = (
        outlet_of(first.url)
        or usual_outlet(first.meta.site)
        or (dateline.outlet if dateline else None)
    )
    language = tell_language(text, declared=first.meta.language)
    indonesian = is_indonesian(outlet, language)
    moment = best_time(
        first.meta.published, first.meta.visible_date or anatomy.date_line, indonesian=indonesian
    )
    return Article(
        id=text_id(text),
        url=first.base if len(pages) > 1 else first.url,
        outlet=outlet,
        headline=headline,
        published=moment or first.found_date or (published.isoformat() if published else None),
        dateline=dateline.place if dateline else None,
        authors=_authors(first.meta) or authors_in(text, anatomy),
        language=language,
        text=text,
        parts=anatomy.parts,
        related=anatomy.related,
        credits=find_credits(text, anatomy.parts, outlet=outlet),
    )


def _authors(meta: Metadata) -> tuple[str, ...]:
    """The persons of the first place that names any."""
    return next((persons for names in meta.authors if (persons := clean_authors(names))), ())


def _searched_date(tree: HtmlElement, meta: Metadata) -> str | None:
    """A date found anywhere in the markup, for pages that say none where others do."""
    if meta.published or meta.visible_date:
        return None
    try:
        return find_date(
            tree, extensive_search=False, original_date=True, deferred_url_extractor=True
        )
    except (ValueError, TypeError, AttributeError, LookupError, etree.LxmlError):
        return None


def next_page(page: Page) -> str | None:
    """The address of the following page, if it has one on the same host."""
    address = _absolute(page.meta.next_url, page.url)
    if not address or not page.url or urlsplit(address).hostname != urlsplit(page.url).hostname:
        return None
    base, number = _numbered(address)
    return address if base == page.base and number == page.number + 1 else None


def continues(page: Page, other: Page) -> bool:
    """True if the two are different pages of one article."""
    return page.base is not None and page.base == other.base and page.number != other.number


def _parsed(text: str, source: str) -> HtmlElement:
    if any(tag[0].count("=") > MOST_ATTRIBUTES for tag in LONG_TAG.finditer(text)):
        raise NotAnArticle(
            source,
            met=f"an element with more than {MOST_ATTRIBUTES} attributes",
            do="give the page as a browser saves it",
        )
    data = UNWANTED.sub("", SURROGATE.sub("\ufffd", text)).encode()
    tree, too_deep = _tree(data)
    if too_deep:  # libxml2 drops what lies deeper than 256 elements: take the nesting away
        tree, _ = _tree(NESTING.sub(b" ", data))
    if tree is None:
        raise NotAnArticle(
            source, met="no HTML elements", do="give it as a .txt file if it is plain text"
        )
    return tree


def _tree(data: bytes) -> tuple[HtmlElement | None, bool]:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, False
    return tree, any("xcessive depth" in error.message for error in parser.error_log)


def _bare(block: Block) -> Block:
    """Control characters that came in as references are left out; so are invisible joiners."""
    return (
        block
        if not UNWANTED.search(block.text)
        else Block(UNWANTED.sub(" ", block.text), block.kind, block.links)
    )


def _absolute(address: str | None, base: str | None) -> str | None:
    try:
        whole = urljoin(base or "", (address or "").strip()) if address else None
        return whole if whole and urlsplit(whole).scheme in ("http", "https") else None
    except ValueError:
        return None


def _numbered(url: str | None) -> tuple[str | None, int]:
    """An address without the number of its page, and the number (1 where none stands)."""
    if not url:
        return None, 1
    try:
        parts = urlsplit(url)
    except ValueError:
        return None, 1
    query = parse_qsl(parts.query)
    numbers = [int(v) for k, v in query if _names_page(k, v) and v.isdecimal()]
    kept = [(k, v) for k, v in query if not _names_page(k, v)]
    path = parts.path.rstrip("/")
    if in_path := re.search(r"/(?:page|halaman)[/-]?(\d{1,2})$", path):
        numbers.append(int(in_path[1]))
        path = path[: in_path.start()]
    base = urlunsplit((parts.scheme, parts.netloc, path, urlencode(kept), ""))
    return base, max(numbers, default=1)


def _names_page(key: str, value: str) -> bool:
    """True for `page=2` and `page=all`."""
    return key.lower() in PAGE_QUERIES and bool(re.fullmatch(r"\d{1,3}|all", value))


def _page_number(meta: Metadata, in_url: int, url: str | None) -> int:
    """The page's number: from its address, its list of pages, or its neighbours'."""
    if in_url > 1:
        return in_url
    if meta.page_number:
        return meta.page_number
    if meta.previous_url:
        return _numbered(_absolute(meta.previous_url, url) or meta.previous_url)[1] + 1
    return 1


def _joined_blocks(pages: Sequence[Page]) -> list[Block]:
    """The blocks of all pages; what a later page repeats (caption, teaser) is left out."""
    seen: set[str] = set()
    blocks: list[Block] = []
    for page in pages:
        new = [b for b in page.blocks if page is pages[0] or b.text not in seen]
        blocks += new
        seen.update(b.text for b in page.blocks)
    closing = [b for b in blocks[:-1] if b.kind == "credit"]
    return [b for b in blocks if b not in closing] + closing if len(pages) > 1 else blocks


def _laid_out(
    blocks: Sequence[Block], headline: str | None, url: str | None
) -> tuple[str, dict[int, PartKind], list[Link]]:
    """The text, the kinds that the markup settles by their line's start, and the links."""
    pieces: list[str] = [headline] if headline else []
    at = len(headline) + len(PARAGRAPH) if headline else 0
    kinds: dict[int, PartKind] = {0: "headline"} if headline else {}
    links: list[Link] = []
    for block in blocks:
        if headline and len(pieces) == 1 and _same(block.text, headline):
            continue
        pieces.append(block.text)
        if block.kind:
            kinds |= dict.fromkeys(_line_starts(block.text, at), block.kind)
        links += (Link(at + k.start, at + k.stop, _absolute(k.url, url) or "") for k in block.links)
        at += len(block.text) + len(PARAGRAPH)
    return PARAGRAPH.join(pieces), kinds, links


def _line_starts(text: str, at: int) -> list[int]:
    """Where the lines of a block begin, in the whole text."""
    return [at + line.start for line in cut_lines(text)]


def _same(text: str, headline: str) -> bool:
    return "".join(text.split()).casefold() == "".join(headline.split()).casefold()
