"""Spellings: one person whose name the article writes in two ways (`Rahmawati`, `Rachmawati`).

In: the identities behind the names. Out: the same, those joined whose names differ by one letter
or by blanks and hyphens alone. Used by `identities`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

FEWEST_LETTERS = 9  # of a name; shorter ones may differ by a letter and be two persons
MOST_LETTERS = 40


def same_spellings(names: Sequence[str]) -> dict[int, int]:
    """Which names are written like an earlier one: its place by theirs.

    Cost grows with the length of all names, not with the number of pairs: two names a letter apart
    share what is left of them without that letter.

    >>> same_spellings(["Laode Muhammad", "Rina Hartati", "La Ode Muhamad", "Rino Hartati"])
    {2: 0, 3: 1}
    """
    first: dict[str, int] = {}
    same: dict[int, int] = {}
    for place, name in enumerate(names):
        letters = "".join(filter(str.isalpha, name.casefold()))
        if " " not in name or not FEWEST_LETTERS <= len(letters) <= MOST_LETTERS:
            continue
        forms = [letters, *_shortened(letters)]
        found = next((first[form] for form in forms if form in first), None)
        if found is not None:
            same[place] = found
        for form in forms:
            first.setdefault(form, place if found is None else found)
    return same


def _shortened(letters: str) -> Iterator[str]:
    """The letters with one left out."""
    return (letters[:at] + letters[at + 1 :] for at in range(len(letters)))
