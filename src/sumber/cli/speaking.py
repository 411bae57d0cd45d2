"""What the program says on standard error, in the language that the user asked for.

Errors speak English where they are raised: they travel between processes, stand in archives, and
are compared by programs. Here, where they are shown, they are put into Indonesian by the templates
of `messages.po`: `{0}` stands for what was filled in, itself a message where one fits. What has no
template is shown as it is. Used by `streams` and `ending`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO

from sumber.cli.languages import language_asked

DEEPEST = 3  # messages within messages
LONGEST = 4_000  # characters of a message that is compared with the templates
SHORT = 8  # characters of a template beside what is filled in
FILLED = re.compile(r"\{(\d)\}")


def say(message: str) -> str:
    """The message in the language that is asked for."""
    return in_indonesian(message) if language_asked() == "id" else message


def in_indonesian(message: str, depth: int = 0) -> str:
    """The message in Indonesian, with the messages that are filled into it.

    >>> in_indonesian("berita.html: met no file of that name; check the path")
    'berita.html: tidak ada berkas bernama itu; periksa jalurnya'
    """
    if depth > DEEPEST or len(message) > LONGEST:
        return message
    plain, patterns = catalogue()
    if message in plain:
        return plain[message]
    for pattern, order, words in patterns:
        if match := pattern.fullmatch(message):
            told = (in_indonesian(part, depth + 1) for part in match.groups())
            return words.format(*(part for _, part in sorted(zip(order, told, strict=True))))
    return message


@cache
def catalogue() -> tuple[dict[str, str], list[tuple[re.Pattern[str], list[str], str]]]:
    """Messages as they are, and those with places to fill, the most particular first."""
    told = dict(entries())
    filled = [one for one in told if FILLED.search(one)]
    filled.sort(key=lambda one: -len(FILLED.sub("", one)))
    return told, [(_pattern(one), FILLED.findall(one), told[one]) for one in filled]


def entries() -> Iterator[tuple[str, str]]:
    """English and Indonesian, as `messages.po` has them."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - English needs none

    data = (files("sumber.cli") / "messages.po").read_bytes()
    for message in read_po(BytesIO(data), locale="id"):
        if message.id:
            yield str(message.id), str(message.string)


def _pattern(template: str) -> re.Pattern[str]:
    """What a template matches; one of few words ends in one word, or it would match any text."""
    parts = FILLED.split(template)[::2]
    pattern = "(.*?)".join(map(re.escape, parts))
    if len("".join(parts)) < SHORT and template.endswith("}"):
        pattern = pattern.removesuffix("(.*?)") + r"(\S+)"
    return re.compile(pattern, re.DOTALL)
