"""The story of a page: which element holds it, and the blocks that belong to it.

In: a parsed page. Out: its blocks in page order: caption, body with links in mid-text, closing
credits. The element is known by its name (`lexicon/data/page.toml`), else found where trafilatura
finds the main text. trafilatura's own text is not used: it drops captions and most links to other
articles, and glues what stands beside them.
"""

from __future__ import annotations

import copy
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from sumber.article.blocks import Block, find_blocks, is_skipped, names_of
from sumber.article.lines import CREDIT_LABEL, LONGEST_LABEL, RELATED, looks_like_title
from sumber.lexicon.lists import any_of
from sumber.lexicon.pages import load_page_patterns

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it warns of empty pages
SHORTEST_STORY = 250  # characters of plain paragraphs; trafilatura's own bound
SHORTEST_PARAGRAPH = 40
MOST_OF_TEXT = 0.8  # of trafilatura's text must lie in the element that is taken
MAKES_ROOM = re.compile(
    rf"{any_of(load_page_patterns().html_skip_lines)}[^\n]{{0,150}}$", re.IGNORECASE
)
MOST_ELEMENTS = 30_000  # of a page; real ones have fewer than 5,000
SCOPES = frozenset({"article", "main"})
HIGHEST_SCOPE = 4  # elements above the story in which its caption and credits may stand


def find_story(page: HtmlElement) -> list[Block]:
    """Give the blocks of the story; empty if the page has none."""
    story = _known_story(page)
    if story is None:
        story = _located_story(page)
    if story is None:
        return []
    return list(_belonging(find_blocks(_scope(story), story)))


def _known_story(page: HtmlElement) -> HtmlElement | None:
    """The element whose name says that it holds the story, if enough stands in it."""
    ranks = _story_ranks()
    named = []
    for element in page.iter("div", "article", "section", "main", "td"):
        rank = min((ranks[n] for n in names_of(element) if n in ranks), default=None)
        if rank is not None:
            named.append((rank, element))
    found = sorted(
        ((rank, -_plain_size(e), i, e) for i, (rank, e) in enumerate(named[:12])),
        key=lambda f: f[:3],
    )
    return next((e for _, size, _, e in found if -size >= SHORTEST_STORY), None)


@cache
def _story_ranks() -> dict[str, int]:
    return {name: rank for rank, name in enumerate(load_page_patterns().html_stories)}


def _plain_size(element: HtmlElement) -> int:
    """Characters of its paragraphs that are not links."""
    return sum(_unlinked(block) for block in find_blocks(element) if block.kind is None)


def _unlinked(block: Block) -> int:
    return len(block.text) - sum(link.stop - link.start for link in block.links)


def _located_story(page: HtmlElement) -> HtmlElement | None:
    """The lowest element that holds most of the text that trafilatura takes."""
    body = page.find("body")
    top = page if body is None else body
    wanted = "" if _is_huge(page) else _key(_main_text(page))
    held: Counter[HtmlElement] = Counter()
    total = 0
    for element, words in _long_texts(top):
        if words in wanted:
            total += len(words)
            held.update(dict.fromkeys((element, *element.iterancestors()), len(words)))
    if not total:
        return top if _plain_size(top) >= SHORTEST_PARAGRAPH else None
    most = [e for e, size in held.items() if size >= MOST_OF_TEXT * total]
    return max(most, key=lambda e: sum(1 for _ in e.iterancestors()))


def _is_huge(page: HtmlElement) -> bool:
    """True for a page on which trafilatura's time would grow out of hand."""
    return sum(1 for _ in page.iter()) > MOST_ELEMENTS


def _long_texts(top: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The longer stretches of text and the element that each stands in."""
    for element in top.iter():
        if isinstance(element.tag, str) and not is_skipped(element):
            yield from ((element, key) for key in _keys(element.text))
        above = element.getparent()
        if above is not None and element is not top:
            yield from ((above, key) for key in _keys(element.tail))


def _keys(text: str | None) -> Iterator[str]:
    if text and len(text) >= SHORTEST_PARAGRAPH and len(key := _key(text)) >= SHORTEST_PARAGRAPH:
        yield key


def _main_text(page: HtmlElement) -> str:
    try:
        found = trafilatura.bare_extraction(
            copy.deepcopy(page), fast=True, include_comments=False, include_tables=False
        )
    except (ValueError, TypeError, AttributeError, LookupError, etree.LxmlError):
        return ""
    text: str | None = getattr(found, "text", None)
    return text or ""


def _key(words: str) -> str:
    return "".join(words.split())


def _scope(story: HtmlElement) -> HtmlElement:
    """The element around the story in which its photo's caption and its credits stand."""
    around = story
    for above, _ in zip(story.iterancestors(), range(HIGHEST_SCOPE), strict=False):
        if above.tag in ("body", "html") or is_skipped(above):
            break
        around = above
        if above.tag in SCOPES:
            break
    return around


def _belonging(blocks: Sequence[Block]) -> Iterator[Block]:
    """The story's blocks, the nearest caption before it, the credits after it."""
    first = next((i for i, b in enumerate(blocks) if b.inside), len(blocks))
    last = max((i for i, b in enumerate(blocks) if b.inside), default=-1)
    captions = [b for b in blocks[:first] if b.kind == "caption"]
    yield from captions[-1:]
    for block in blocks[first : last + 1]:
        if block.inside and not MAKES_ROOM.match(block.text):
            yield _with_kind(block)
    for block in blocks[last + 1 :]:
        if (
            block.kind is None
            and len(block.text) <= LONGEST_LABEL
            and CREDIT_LABEL.match(block.text)
        ):
            yield Block(block.text, "credit", block.links)


def _with_kind(block: Block) -> Block:
    """A paragraph that is nothing but a link to an article is related."""
    if block.kind is not None or not block.links:
        return block
    only_link = _unlinked(block) <= 3 and len(block.text) > 25 and looks_like_title(block.text)
    lead = RELATED.match(block.text)
    return Block(block.text, "related", block.links) if only_link and not lead else block
