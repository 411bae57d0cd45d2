"""Spellings: one person whose name the article writes in two ways (`Rahmawati`, `Rachmawati`).

In: the names of persons in order of mention. Out: which are an earlier one: those that differ by
one letter or by blanks and hyphens alone, by initials, or that begin its first word (`Alex`). Used
by `identities`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

FEWEST_LETTERS = 9  # of a name; shorter ones may differ by a letter and be two persons
MOST_LETTERS = 40
LONGEST_INITIAL = 4  # letters that no initial has: `M`, `Moh`
MOST_ALIKE = 8  # names with one last word that are compared
FEWEST_OF_NICKNAME = 4  # letters; `Ani` may be another than `Anies`


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


def same_initials(names: Sequence[str]) -> dict[int, int]:
    """Which names are an earlier one, some words of either cut to initials: its place by theirs.

    >>> same_initials(["Laode Muhammad Syarif", "Laode M Syarif", "M. Noer", "Muhammad Noer"])
    {1: 0, 3: 2}
    """
    same: dict[int, int] = {}
    by_frame: dict[tuple[int, str], list[int]] = {}
    for place, name in enumerate(names):
        words = _words(name)
        if len(words) < 2 or len(words[-1]) < LONGEST_INITIAL:
            continue
        earlier = by_frame.setdefault((len(words), words[-1]), [])
        fits = (one for one in earlier if _are_initials(_words(names[one]), words))
        if (found := next(fits, None)) is not None:
            same[place] = same.get(found, found)
        if len(earlier) < MOST_ALIKE:
            earlier.append(place)
    return same


def nicknames(names: Sequence[str]) -> dict[int, int]:
    """Which single names only begin the first word of one earlier name: its place by theirs.

    >>> nicknames(["Alexander Marwata", "Alex", "Sri Hartati", "Hartatiningsih"])
    {1: 0}
    """
    owners: dict[str, set[int]] = {}
    same: dict[int, int] = {}
    for place, name in enumerate(names):
        words = _words(name)
        if len(words) == 1:
            found = owners.get(words[0], set())
            if len(found) == 1:
                same[place] = next(iter(found))
            continue
        for size in range(FEWEST_OF_NICKNAME, min(len(words[0]), MOST_LETTERS)):
            owners.setdefault(words[0][:size], set()).add(place)
    return same


def _words(name: str) -> list[str]:
    return [word.rstrip(".") for word in name.casefold().split()]


def _are_initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same but for some that are the initial of their counterpart."""
    pairs = list(zip(one, other, strict=True))
    return one != other and all(
        a == b or (min(len(a), len(b)) < LONGEST_INITIAL and (a.startswith(b) or b.startswith(a)))
        for a, b in pairs
    )


def _shortened(letters: str) -> Iterator[str]:
    """The letters with one left out."""
    return (letters[:at] + letters[at + 1 :] for at in range(len(letters)))
