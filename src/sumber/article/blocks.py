"""The blocks of a page in page order: paragraphs, captions and boxes of links, with their links.

In: an element of a parsed page. Out: `Block`s: text with white space collapsed, a kind where the
markup settles it, links with offsets in the text. Scripts, advertisements, share bars and
comments are left out by the names in `lexicon/data/page.toml`. Used by `story`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lxml.html import HtmlElement

from sumber.article.anatomy import Link
from sumber.lexicon.pages import load_page_patterns
from sumber.records import PartKind

BREAKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
     "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u3000]+")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `inside` says that it stands in the element that holds the story."""

    text: str
    kind: PartKind | None = None
    links: tuple[Link, ...] = ()
    inside: bool = True


def find_blocks(root: HtmlElement, story: HtmlElement | None = None) -> list[Block]:
    """Give the blocks below `root`; those below `story` (default: `root`) are `inside`."""
    gatherer = _Gatherer(root if story is None else story)
    for event, element in _walk(root):
        if event == "start":
            gatherer.start(element)
        else:
            gatherer.end(element)
            if element is not root:
                gatherer.add(element.tail)
    gatherer.cut()
    return gatherer.blocks


def names_of(element: HtmlElement) -> frozenset[str]:
    """The class names, id and itemprop of an element."""
    words = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
    return frozenset(words.split())


def is_skipped(element: HtmlElement) -> bool:
    """True for an element that is no part of the story, whatever it holds."""
    if element.tag in _skip_tags() or element.get("hidden") is not None:
        return True
    if HIDDEN.search(element.get("style", "")):
        return True
    return any(_is_skip_name(name) for name in names_of(element))


class _Gatherer:
    """Puts the words of a walk together to blocks."""

    def __init__(self, story: HtmlElement) -> None:
        self.blocks: list[Block] = []
        self._story = story
        self._inside = False
        self._kinds: list[tuple[HtmlElement, PartKind]] = []
        self._pieces: list[str] = []
        self._size = 0
        self._links: list[Link] = []
        self._link: tuple[int, str] | None = None

    def start(self, element: HtmlElement) -> None:
        kind = _kind_of(element)
        if element.tag == "br":
            self._break()
        elif element.tag in BREAKS or kind or element is self._story:
            self.cut()
        if kind:
            self._kinds.append((element, kind))
        self._inside = self._inside or element is self._story
        if element.tag == "a" and element.get("href"):
            self._link = (self._size, element.get("href").strip())
        self.add(element.text)

    def end(self, element: HtmlElement) -> None:
        if element.tag == "a":
            self._close_link()
        ends_kind = bool(self._kinds) and self._kinds[-1][0] is element
        if element.tag in BREAKS or ends_kind or element is self._story:
            self.cut()
        if ends_kind:
            self._kinds.pop()
        if element is self._story:
            self._inside = False

    def add(self, words: str | None) -> None:
        text = SPACE.sub(" ", words or "")
        if not self._pieces or self._pieces[-1][-1] in " \n":
            text = text.lstrip(" ")
        self._append(text)

    def cut(self) -> None:
        """End the block; a link that is open goes on in the next one."""
        url = self._link[1] if self._link else None
        self._close_link()
        text = "".join(self._pieces).rstrip()
        if text:
            kind = self._kinds[-1][1] if self._kinds else None
            links = (Link(k.start, min(k.stop, len(text)), k.url) for k in self._links)
            found = tuple(k for k in links if text[k.start : k.stop].strip())
            self.blocks.append(Block(text, kind, found, self._inside))
        self._pieces, self._size, self._links = [], 0, []
        self._link = (0, url) if url else None

    def _append(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._size += len(text)

    def _break(self) -> None:
        """`<br>`: a new line; two of them: a new paragraph."""
        if self._pieces and self._pieces[-1] == "\n":
            self.cut()
        elif self._pieces:
            self._append("\n")

    def _close_link(self) -> None:
        if self._link and self._size > self._link[0]:
            self._links.append(Link(self._link[0], self._size, self._link[1]))
        self._link = None


def _walk(root: HtmlElement) -> Iterator[tuple[Literal["start", "end"], HtmlElement]]:
    """Starts and ends of elements, without recursion; skipped ones only end (for their tail)."""
    stack = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif not isinstance(child.tag, str) or is_skipped(child):
            yield "end", child
        else:
            yield "start", child
            stack.append((child, iter(child)))


def _kind_of(element: HtmlElement) -> PartKind | None:
    if element.tag == "figcaption":
        return "caption"
    if element.tag == "a":
        return None
    names = names_of(element)
    if names & _caption_names():
        return "caption"
    return "related" if names & _related_names() else None


@cache
def _is_skip_name(name: str) -> bool:
    """A skip name, or one that begins with it before `-` or `_` (`ads-middle`, not `address`)."""
    known = _skip_names()
    name = name.lower()
    return name in known or re.split(r"[-_\d]", name)[0] in _FIRST_WORDS & known


_FIRST_WORDS = frozenset(
    {"ads", "ad", "iklan", "advertisement", "parallax", "share", "sharing", "banner", "taboola"}
)


@cache
def _skip_tags() -> frozenset[str]:
    return frozenset(load_page_patterns().html_skip_tags)


@cache
def _skip_names() -> frozenset[str]:
    return frozenset(load_page_patterns().html_skip_names)


@cache
def _related_names() -> frozenset[str]:
    return frozenset(load_page_patterns().html_related_names)


@cache
def _caption_names() -> frozenset[str]:
    return frozenset(load_page_patterns().html_caption_names)
