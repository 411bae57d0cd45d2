"""The story of a page: which element holds it, and the blocks that belong to it.

In: a parsed page. Out: its blocks in page order: caption, body with links in mid-text, closing
credits. The element is known by its name (`lexicon/data/page.toml`), else found where trafilatura
finds the main text. trafilatura's own text is not used: it drops captions and most links to other
articles, and glues what stands beside them.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from sumber.article.blocks import Block, find_blocks, is_skipped, names_of
from sumber.article.lines import CREDIT_LABEL, LONGEST_LABEL, RELATED, looks_like_title
from sumber.lexicon.pages import load_page_patterns

SHORTEST_STORY = 250  # characters of plain paragraphs; trafilatura's own bound
SHORTEST_PARAGRAPH = 40
MOST_OF_TEXT = 0.8  # of trafilatura's text must lie in the element that is taken
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
    """The lowest element that holds most of the paragraphs that trafilatura takes."""
    wanted = set(_main_paragraphs(page))
    body = page.find("body")
    top = page if body is None else body
    held: Counter[HtmlElement] = Counter()
    total = 0
    for element in top.iter("p", "div", "td", "li", "blockquote", "section", "article"):
        size = _size_if_wanted(element, wanted)
        total += size
        if size:
            held.update(dict.fromkeys((element, *element.iterancestors()), size))
    if not total:
        return top if _plain_size(top) >= SHORTEST_PARAGRAPH else None
    most = [e for e, size in held.items() if size >= MOST_OF_TEXT * total]
    return max(most, key=lambda e: sum(1 for _ in e.iterancestors()))


def _size_if_wanted(element: HtmlElement, wanted: set[str]) -> int:
    if element.tag not in ("p", "blockquote", "li") and not (element.text or "").strip():
        return 0
    words = _key("".join(element.itertext()))
    return len(words) if words in wanted else 0


def _main_paragraphs(page: HtmlElement) -> Iterator[str]:
    try:
        found = trafilatura.bare_extraction(
            copy.deepcopy(page), fast=True, include_comments=False, include_tables=False
        )
    except (ValueError, TypeError, AttributeError, LookupError, etree.LxmlError):
        return
    text: str | None = getattr(found, "text", None)
    for line in (text or "").split("\n"):
        if len(line) >= SHORTEST_PARAGRAPH:
            yield _key(line)


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
    yield from (_with_kind(b) for b in blocks[first : last + 1] if b.inside)
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
