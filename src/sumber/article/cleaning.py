"""Names, headlines, dates and languages as they should be, from how pages print them.

In: strings of a page or record. Out: cleaned ones, None where nothing usable is left. Pure
functions, used by `pages`, `texts` and `rows`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

from sumber.dates import parse_timestamp
from sumber.lexicon.lists import any_of
from sumber.lexicon.outlets import outlet_by_domain, outlet_by_name
from sumber.lexicon.pages import load_page_patterns

WIB = dt.timezone(dt.timedelta(hours=7))
TAIL = re.compile(r"\s+(?:[-–—|:»•]|::)\s+(?P<tail>[^|]{2,40})$")
LABEL = re.compile(
    rf"\W*(?P<label>{any_of(load_page_patterns().credit_labels)})\b\s*[:：/-]*\s*", re.IGNORECASE
)
NO_PERSON = re.compile(r"[@/<>{}]|\d{3}|\.\w{2,3}$")
BETWEEN_NAMES = re.compile(r"\s*(?:[,;|/&]|\bdan\b|\band\b|\s-\s)\s*")
LANGUAGES = frozenset({"id", "en", "ms", "jv", "su", "ar", "zh"})
LONGEST_TITLE = 400  # characters; what stands behind is no headline
SAMPLE = 6000  # characters from which the language is told
FEWEST_WORDS = 3


def clean_headline(title: str | None, *, site: str | None) -> str | None:
    """The headline without the outlet's name behind it.

    >>> clean_headline("Harga Beras Turun Halaman all - Kompas.com", site=None)
    'Harga Beras Turun'
    """
    text = " ".join((title or "")[:LONGEST_TITLE].split())
    while (found := TAIL.search(text)) and _is_tail(found["tail"], site):
        text = text[: found.start()].rstrip()
    text = re.sub(r"(?i)\s+halaman (?:all|\d{1,2})$", "", text)
    return text or None


def _is_tail(tail: str, site: str | None) -> bool:
    words = tail.strip().casefold()
    known = outlet_by_name(words) is not None or words in load_page_patterns().html_title_tails
    return (
        known
        or bool(site and words == site.casefold())
        or bool(re.fullmatch(r"[\w-]+(\.\w+){1,2}", words))
    )


def clean_authors(names: Iterable[str]) -> tuple[str, ...]:
    """The persons among the names, each once; no desks, addresses or outlets.

    >>> clean_authors(["Reporter : SITI AMINAH, Redaksi"])
    ('Siti Aminah',)
    """
    return tuple(dict.fromkeys(name for given in names for name in _persons(given)))


def _persons(given: str) -> Iterator[str]:
    if given.startswith(("http:", "https:", "//", "@")):
        return
    for piece in BETWEEN_NAMES.split(given):
        label = LABEL.match(piece)
        name = " ".join(piece[label.end() if label else 0 :].split()).strip(" .:-")
        if _is_person(name) and (not label or _labels_author(label["label"])):
            yield name.title() if name.isupper() else name


def _labels_author(label: str) -> bool:
    return label.casefold() in load_page_patterns().credit_authors


def _is_person(name: str) -> bool:
    if not 3 <= len(name) <= 60 or NO_PERSON.search(name):
        return False
    if name[0].islower() and " " not in name:  # a desk: detikJabar
        return False
    return name.casefold() not in load_page_patterns().credit_nobody and not outlet_by_name(name)


def clean_time(text: str | None, *, indonesian: bool = False) -> str | None:
    """An ISO date, or date and time with zone to the minute; None if there is no date in it.

    A time without zone is dropped: only the date is sure. UTC becomes WIB for an Indonesian page,
    whose readers count days so.

    >>> clean_time("2024-11-01T18:30:00Z", indonesian=True)
    '2024-11-02T01:30+07:00'
    >>> clean_time("Sabtu, 2 November 2024 | 10:30 WIB")
    '2024-11-02T10:30+07:00'
    """
    if not text:
        return None
    moment = _iso(text.strip()) or parse_timestamp(text)
    if not isinstance(moment, dt.datetime):
        return moment.isoformat() if moment else None
    if moment.tzinfo is None:
        return moment.date().isoformat()
    if indonesian and not moment.utcoffset():
        moment = moment.astimezone(WIB)
    return moment.replace(second=0, microsecond=0).isoformat(timespec="minutes")


def best_time(given: Iterable[str], visible: str | None, *, indonesian: bool) -> str | None:
    """The first date among those given that is one; else, or for its time, the visible one.

    Some outlets stamp local time as UTC: where the visible line shows the same clock time with
    another zone, the visible line is right.
    """
    seen = clean_time(visible, indonesian=indonesian)
    for text in given:
        if best := clean_time(text, indonesian=indonesian):
            printed = clean_time(text)
            if seen and "T" in seen and (printed or "")[:16] == seen[:16]:
                return seen
            return seen if seen and "T" not in best and seen[:10] == best else best
    return seen


def _iso(text: str) -> dt.datetime | dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) <= 10 else dt.datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None


def outlet_of(url: str | None) -> str | None:
    """The usual name of the outlet that an address belongs to."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    outlet = outlet_by_domain(host) if host else None
    return outlet.name if outlet else None


def usual_outlet(name: str | None) -> str | None:
    """The registry's name for an outlet; the name itself where the registry lacks it."""
    name = " ".join((name or "").split())
    known = outlet_by_name(name) if name else None
    return known.name if known else name or None


def is_indonesian(outlet: str | None, language: str | None) -> bool:
    """True for a page whose clock is Indonesia's."""
    known = outlet_by_name(outlet) if outlet else None
    return known.country == "IDN" if known else language == "id"


def tell_language(text: str, *, declared: str | None = None) -> str | None:
    """ISO 639-1 code from function words; the declared one where the words do not tell.

    >>> tell_language("Harga beras di pasar itu turun dan warga tidak mengeluh.")
    'id'
    """
    words = re.findall(r"[a-z]+", text[:SAMPLE].lower())
    counts = {code: sum(w in known for w in words) for code, known in _function_words().items()}
    best = max(counts, key=lambda code: (counts[code], code == "id"))
    if counts[best] >= FEWEST_WORDS and counts[best] * 12 >= len(words):
        return best
    code = (declared or "").strip().lower()[:2]
    return code if code in LANGUAGES else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    page = load_page_patterns()
    return {
        "id": frozenset(page.language_id),
        "ms": frozenset(page.language_ms),
        "en": frozenset(page.language_en),
    }
