"""PLOVER, the ontology that events are coded in: types, modes, contexts, quad classes, scores.

In: `data/plover.toml` and `data/contexts.toml`. Out: a frozen `Plover`. What holds where the
manual contradicts itself is settled in these files and in docs/plover.md. Used by the codebook,
`events/` and `cli/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, TypeVar

from sumber.errors import LexiconError
from sumber.lexicon.entries import read_data, read_entry, read_table

PLOVER = "plover.toml"
CONTEXTS = "contexts.toml"
MOST = 10.0  # scores run from -10 to +10
COOPERATION = (1, 2)  # quad classes; 3 and 4 are conflict

Quad = Literal[1, 2, 3, 4]
Named = TypeVar("Named", "Mode", "EventType", "Context")


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act of a type is done. `score` None: that of its type; `cameo` likewise."""

    name: str
    definition: str
    score: float | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One of the 16 types. `recipient`: complete only with one who receives."""

    name: str
    quad: Quad
    score: float
    recipient: bool
    cameo: str
    definition: str
    modes: tuple[Mode, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about; `words` show it, beside those in `unless` it is left out."""

    name: str
    definition: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plover:
    """The ontology; types in the manual's order."""

    types: Mapping[str, EventType]
    contexts: tuple[Context, ...]

    def mode(self, kind: str, mode: str | None) -> Mode | None:
        """A mode of a type by name; None where there is none. Raises: KeyError for no type."""
        return next((m for m in self.types[kind].modes if m.name == mode), None)

    def score(self, kind: str, mode: str | None = None) -> float:
        """From -10, conflict, to +10, cooperation; the mode's where it has one.

        >>> load_plover().score("CONSULT"), load_plover().score("CONSULT", "phone")
        (2.5, 1.5)
        """
        found = self.mode(kind, mode)
        return self.types[kind].score if found is None or found.score is None else found.score

    def cameo_root(self, kind: str, mode: str | None = None) -> str:
        """The root of CAMEO that the published table maps to this type and mode.

        >>> load_plover().cameo_root("ASSAULT"), load_plover().cameo_root("ASSAULT", "aerial")
        ('18', '19')
        """
        found = self.mode(kind, mode)
        return (found and found.cameo) or self.types[kind].cameo


@cache
def load_plover() -> Plover:
    """The ontology as shipped. Raises: LexiconError if a file is broken."""
    return parse_plover(read_data(PLOVER), read_data(CONTEXTS))


def parse_plover(types: str, contexts: str) -> Plover:
    """Read and check both files. Raises: LexiconError naming the file, the entry and its fault."""
    rows = read_table(types, file=PLOVER).get("type", ())
    kinds = tuple(_type(row) for row in rows)
    about = tuple(
        read_entry(row, Context, file=CONTEXTS)
        for row in read_table(contexts, file=CONTEXTS).get("context", ())
    )
    _check_types(kinds)
    _check_contexts(about)
    return Plover({kind.name: kind for kind in kinds}, about)


def _type(row: Mapping[str, Any]) -> EventType:
    modes = tuple(read_entry(mode, Mode, file=PLOVER) for mode in row.get("modes", ()))
    plain = {key: value for key, value in row.items() if key != "modes"}
    return replace(read_entry(plain, EventType, file=PLOVER), modes=modes)


def _check_types(kinds: Iterable[EventType]) -> None:
    _check_once(kinds, PLOVER)
    for kind in kinds:
        _check_once(kind.modes, f"{PLOVER}: {kind.name}")
        for name, score in _scores(kind):
            _check_score(kind, name, score)
        roots = (kind.cameo, *(mode.cameo for mode in kind.modes))
        if odd := [r for r in roots if r is not None and not ("01" <= r <= "20" and len(r) == 2)]:
            raise LexiconError(f"{PLOVER}: {kind.name} has {odd}; CAMEO's roots are 01 to 20")


def _scores(kind: EventType) -> Iterator[tuple[str, float]]:
    yield kind.name, kind.score
    yield from ((m.name, m.score) for m in kind.modes if m.score is not None)


def _check_score(kind: EventType, name: str, score: float) -> None:
    """Cooperation is positive and conflict negative; only a REQUEST may lie about nought."""
    low, high = (0.0, MOST) if kind.quad in COOPERATION else (-MOST, 0.0)
    if kind.name == "REQUEST":
        high = 1.0
    if not low <= score <= high:
        raise LexiconError(
            f"{PLOVER}: {kind.name} {name} has score {score}; quad class {kind.quad} has "
            f"{low:g} to {high:g}"
        )


def _check_contexts(contexts: Iterable[Context]) -> None:
    _check_once(contexts, CONTEXTS)
    names = {context.name for context in contexts}
    for context in contexts:
        if odd := [w for w in context.words if w != " ".join(w.lower().split())]:
            raise LexiconError(f"{CONTEXTS}: {context.name} has {odd}; write small letters")
        if twice := sorted({w for w in context.words if context.words.count(w) > 1}):
            raise LexiconError(f"{CONTEXTS}: {context.name} has {twice} twice")
        if not context.words or (strange := sorted(set(context.unless) - names)):
            met = f"unless {strange}, no contexts" if context.words else "no words"
            raise LexiconError(f"{CONTEXTS}: {context.name} has {met}")


def _check_once(entries: Iterable[Named], where: str) -> None:
    names = [entry.name for entry in entries]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise LexiconError(f"{where}: {twice} given more than once")
