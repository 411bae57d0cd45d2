"""The dateline at the head of a story: `JAKARTA, KOMPAS.com -`, `Jakarta (ANTARA) -`.

In: the first line of the body. Out: a `Dateline` with the place and outlet that it names. The
forms of the outlets' own names come from the registry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sumber.lexicon.lists import any_of
from sumber.lexicon.outlets import Outlet, load_outlets, outlet_by_domain
from sumber.lexicon.pages import load_page_patterns

LONGEST = 90  # characters of a line that can be dateline
DASH = r"(?:\s*(?:--+|[–—―])\s*|\s+-+\s*|-\s+)"
DATE = r"(?:\s*,?\s*\(?\d[\d/ A-Za-z]{2,20}\)?)?"
PLACE = r"[A-Z][\w.'’/ -]{1,40}?"


@dataclass(frozen=True, slots=True)
class Dateline:
    """`size` characters with the dash; `outlet` the usual name; `place` None where none stands."""

    size: int
    place: str | None
    outlet: str | None


def read_dateline(line: str) -> Dateline | None:
    """The dateline that a line begins with.

    >>> read_dateline("JAKARTA, KOMPAS.com - Harga beras turun.")
    Dateline(size=22, place='Jakarta', outlet='Kompas.com')
    >>> read_dateline("Indonesia - Bulgaria sepakat bekerja sama.") is None
    True
    """
    head = line[:LONGEST]
    for form in _forms():
        if found := form.match(head):
            named = found.groupdict()
            place, name = named.get("place"), named.get("outlet")
            return Dateline(found.end(), _usual_place(place), _usual_name(name))
    return None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms, the fullest first."""
    outlet = rf"(?P<outlet>(?i:{any_of(_names())})|[A-Z][\w-]+\.(?:com|co\.id|co|id|net|org))"
    place = rf"(?P<place>{PLACE})"
    known = any_of(load_page_patterns().dateline_places)
    return tuple(
        re.compile(form)
        for form in (
            rf"{place},\s*{outlet}{DATE}{DASH}",  # JAKARTA, KOMPAS.com -
            rf"{place}\s*\({outlet}\){DATE}{DASH}",  # Jakarta (ANTARA) -
            rf"{outlet}\s*(?:[,|/]\s*|\s){place}{DATE}(?:{DASH}|:\s)",  # TEMPO.CO, Jakarta -
            rf"{outlet}{DATE}(?:{DASH}|:\s)",  # RADAR JABAR -
            rf"(?P<place>{known}){DATE}{DASH}",  # Jakarta -
            rf"(?P<place>[A-Z][A-Z .'’/]{{2,30}}){DATE}{DASH}",  # KOTA BANDUNG –
        )
    )


@cache
def _names() -> tuple[str, ...]:
    return tuple(_outlet_of_form())


@cache
def _outlet_of_form() -> dict[str, Outlet]:
    return {form: outlet for outlet in load_outlets() for form in outlet.datelines}


@cache
def _outlet_of_folded_form() -> dict[str, Outlet]:
    return {form.casefold(): outlet for form, outlet in _outlet_of_form().items()}


def _usual_name(name: str | None) -> str | None:
    if name is None:
        return None
    outlet = _outlet_of_folded_form().get(name.casefold()) or outlet_by_domain(name)
    return outlet.name if outlet else name


def _usual_place(place: str | None) -> str | None:
    if place is None:
        return None
    place = place.strip(" ,.-")
    return place.title() if place.isupper() and len(place) > 3 else place or None
