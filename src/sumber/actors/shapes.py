"""Shapes: whether words have the form of a person's name, whatever stands around them.

In: a name. Out: yes or no. Used by `entities` and `showing`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sumber.actors.heads import is_material
from sumber.lexicon.countries import country_by_name, seat_of
from sumber.lexicon.institutions import institutions_by_name
from sumber.lexicon.titles import load_titles

INITIALS = 3  # letters in capitals that a person's name may hold: `BJ`, `HM`, `SBY`
NO_NAME = re.compile(r"[\d/@#&]|\b(?:dan|untuk|bagi)\b")
# `MotoGP`, `NovelMe`; not `McDonald`, `DeVito`, `O'Brien`
INNER_CAPITAL = re.compile(r"^(?!Mc|Mac|De|Di|La|Le|O['’]|D['’])[A-Z]?[a-z]+[A-Z]")
ARABIC = re.compile(r"(?:al|as|ash)-[A-Z]|bin$")
LONE_PART = re.compile(r"^[A-Z]-|-[A-Z]$")  # `X-Trail`, `Captiva-X`


@lru_cache(maxsize=8192)
def is_person_shaped(name: str) -> bool:
    """Whether no word of a name is a place, body, office, number or part of a trade name.

    >>> is_person_shaped("Rina Hartati"), is_person_shaped("Dewan Susu")
    (True, False)
    """
    words = [word.strip(".,()\"'“”‘’") for word in name.split()]
    if name.casefold() in load_titles().clubs:
        return False
    if len(words) > 1 and ARABIC.match(words[1]):
        words = words[1:]  # `Turki al-Fahd`
    return not NO_NAME.search(name) and not any(_is_no_name(word) for word in words if word)


def _is_no_name(word: str) -> bool:
    titles = load_titles()
    key = word.casefold()
    if word.isupper() and len(word) > INITIALS and "." not in word:
        return True
    if key in titles.trade or INNER_CAPITAL.match(word) or LONE_PART.search(word):
        return True
    if key in titles.nameless and key not in titles.honorifics:
        return True
    if country_by_name(word) or seat_of(word) or (word.isupper() and institutions_by_name(word)):
        return True
    return is_material(key) and key in titles.ordinary and key not in titles.honorifics
