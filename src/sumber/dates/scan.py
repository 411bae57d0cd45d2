"""From text to expressions: one walk over the words, rules tried only where a word opens them.

What stands side by side and speaks of one day becomes one expression (`grow`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sumber.dates.expression import Expression, join
from sumber.dates.pieces import (
    END,
    FUTURE,
    GAP,
    LOCAL,
    PART,
    PAST,
    SPACE,
    WORDS,
    ZONE,
    fold,
)
from sumber.dates.rules import DIGIT, Rule, by_opener
from sumber.lexicon.calendar_words import Unit
from sumber.records import Span

OPENERS = by_opener()
TOKEN = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
TAIL = re.compile(
    rf"{SPACE}(?:(?P<unit>pekan|minggu|bulan|tahun){SPACE}(?:(?P<unit_past>lalu|kemarin|silam)"
    rf"|(?P<unit_this>ini)|(?P<unit_future>depan|mendatang))"
    rf"|(?P<past>(?:yang{SPACE})?{PAST})(?!{SPACE}lintas)"
    rf"|(?P<future>{FUTURE}(?:{SPACE}hari(?:nya)?)?|yang{SPACE}akan{SPACE}datang)"
    rf"|(?P<this>ini)){END}"
    rf"|,?{GAP}(?P<part>{PART})(?:{SPACE}hari(?!{SPACE}(?:ini|kemarin)))?{END}"
    rf"|{SPACE}(?P<noon>am|pm){END}"
    rf"|{GAP}\(?(?:{ZONE}{END}|{LOCAL}){END}\)?",
    re.IGNORECASE,
)
NEAR = rf"(?:sekitar|sekira|sekiranya|kira-kira|kurang lebih|tepat|tepatnya){SPACE}"
FROM = rf"(?P<since>(?:mulai|sejak|jelang){SPACE})"
GLUE = re.compile(
    rf"{GAP},?{GAP}(?P<open>[(\[])?{GAP}(?:(?:pada|di){SPACE})?"
    rf"(?:(?:hari|tanggal|tgl\.?){SPACE})?(?:{NEAR}|{FROM})?(?=\w)",
    re.IGNORECASE,
)
CLOSE = re.compile(rf"{GAP}/?[)\]]")
PREFIX = re.compile(
    rf"(?<!\w)(?:(?:hari|tanggal|tgl\.?|bulan|tahun(?:{SPACE}(?:anggaran|ajaran|akademik|buku))?|thn|akhir|awal"
    rf"|pertengahan|medio|penghujung|tengah|masa){SPACE}){{1,3}}$",
    re.IGNORECASE,
)
PART_PREFIX = re.compile(rf"(?<!\w){PART}{SPACE}$", re.IGNORECASE)
MAX_PIECES = 10
HINTS = {"kemarin": -1, "kemaren": -1, "besok": 1, "esok": 1}


def find_expressions(text: str, skip: Sequence[Span] = ()) -> Iterator[Expression]:
    """Every expression in order; none overlaps another or a stretch of `skip`."""
    stretches = sorted((span.start, span.stop) for span in skip)
    done, at = 0, 0
    for token in TOKEN.finditer(text):
        start = token.start()
        if start < done:
            continue
        rules = rules_at(token[0])
        if not rules:
            continue
        while at < len(stretches) and stretches[at][1] <= start:
            at += 1
        if at < len(stretches) and stretches[at][0] <= start:
            continue
        found = first_match(rules, text, start)
        if found is None:
            continue
        grown = grow(text, found, done)
        done = grown.stop
        if counts(grown):
            yield grown


def rules_at(token: str) -> tuple[Rule, ...]:
    """The rules that a token can open."""
    if token[0].isdigit():
        return OPENERS[DIGIT]
    if len(token) > 16:
        return ()
    return OPENERS.get(fold(token) if not token.isalpha() else token.lower(), ())


def first_match(rules: tuple[Rule, ...], text: str, at: int) -> Expression | None:
    """What the first rule that fits takes at a place."""
    for rule in rules:
        match = rule.pattern.match(text, at)
        if match:
            said = rule.read(match, rule.name)
            if said is not None:
                return said
    return None


def grow(text: str, first: Expression, floor: int) -> Expression:
    """An expression with all that belongs to it: words after it, neighbours, brackets, prefix."""
    said, opened = first, False
    for _ in range(MAX_PIECES):
        close = CLOSE.match(text, said.stop) if opened else None
        if close:
            said, opened = replace(said, stop=close.end()), False
            continue
        bracketed = unbracket(text, said)
        said = bracketed or said
        tail = TAIL.match(text, said.stop)
        if tail and takes_tail(said, tail):
            said = with_tail(said, tail)
            continue
        if bracketed:
            continue
        joined, glue_opens = neighbour(text, said)
        if joined is None:
            break
        said, opened = joined, opened or glue_opens
    return with_prefix(text, said, floor)


def unbracket(text: str, said: Expression) -> Expression | None:
    """`(11/9) kemarin`: the brackets belong to it when more of it follows them."""
    if text[said.start - 1 : said.start] != "(" or text[said.stop : said.stop + 1] != ")":
        return None
    tail = TAIL.match(text, said.stop + 1)
    if not tail or not takes_tail(said, tail):
        return None
    return replace(said, start=said.start - 1, stop=said.stop + 1)


def takes_tail(said: Expression, tail: re.Match[str]) -> bool:
    """Whether the words can belong to it: `2018 lalu`, but not `2018 malam`."""
    if said.unit is not None:
        return bool(tail["part"] and said.unit == "day")
    if tail["part"] and said.part and "," in tail[0]:
        return False
    if said.kind == "O":
        return bool(tail["past"] or tail["future"] or tail["this"] or (tail["unit"] and said.month))
    return not (tail["unit"] and said.kind in {"C", "R"})


def with_tail(said: Expression, tail: re.Match[str]) -> Expression:
    """An expression and the words after it."""
    stop = tail.end()
    if tail["unit"]:
        count = -1 if tail["unit_past"] else 1 if tail["unit_future"] else 0
        unit: Unit = WORDS.units[fold(tail["unit"])]
        return replace(said, stop=stop, shift=(unit, count))
    if tail["part"] or tail["noon"]:
        named = WORDS.day_parts[fold(tail["part"])] if tail["part"] else None
        part = named or ("pm" if fold(tail["noon"]) == "pm" else "am")
        return replace(said, stop=stop, part=said.part or part)
    direction = -1 if tail["past"] else 1 if tail["future"] else 0 if tail["this"] else None
    word = fold(tail["past"] or tail["future"] or "").removesuffix(" hari")
    if word in HINTS and said.hint is None:
        said = replace(said, hint=HINTS[word])
    if said.direction is None and direction is not None:
        said = replace(said, direction=direction)
    if said.kind == "C" and said.hint is not None:
        said = replace(said, offset=said.hint)
    return replace(said, stop=stop)


def neighbour(text: str, said: Expression) -> tuple[Expression | None, bool]:
    """The expression joined with the one right after it, and whether a bracket opened between."""
    glue = GLUE.match(text, said.stop)
    if not glue:
        return None, False
    token = TOKEN.match(text, glue.end())
    if not token:
        return None, False
    following = first_match(rules_at(token[0]), text, glue.end())
    if following is None or not may_follow(said, following, glue):
        return None, False
    return join(said, following), bool(glue["open"])


def may_follow(said: Expression, following: Expression, glue: re.Match[str]) -> bool:
    """Whether a comma between the two still lets them be one: `Rabu, 11 September`, yes."""
    if following.kind == "D" and following.month is None and said.kind != "W":
        return False
    if glue["since"] and following.kind != "C":
        return False
    comma, bracket = "," in glue[0], glue["open"]
    if not comma or bracket:
        return True
    return following.kind == "C" or said.kind != "D"


def with_prefix(text: str, said: Expression, floor: int) -> Expression:
    """The expression with the words before it that belong to it: `hari`, `akhir`, `bulan`."""
    left = text[max(floor, said.start - 48) : said.start]
    prefix = PREFIX.search(left)
    if prefix is None and said.rules[0] == "day-word" and said.offset == 0:
        prefix = PART_PREFIX.search(left)
    if prefix is None or said.kind == "C":
        return said
    return replace(said, start=said.start - len(prefix[0]))


def counts(said: Expression) -> bool:
    """Whether it stands on its own feet."""
    if said.loose:
        return said.kind == "W" and said.to_weekday is None and said.part is not None
    return True
