"""The codebook of events: which words tell of an act, of which type, and who stands where.

In: `data/codebook/*.toml`, one file a type, and a user's own files of the same form. Out: a
frozen `Codebook`, in which forms are found by their first word. Used by `events/` and `cli/`.
`docs/codebook.md` teaches how entries are written; nothing here knows of sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec

from sumber.errors import LexiconError
from sumber.lexicon.entries import read_table
from sumber.lexicon.morphology import attach, is_pattern, split_stem, verb_forms
from sumber.lexicon.plover import load_plover
from sumber.records import EventStatus

FOLDER = "codebook"
GAP = "..."  # in a phrase: other words may stand here (menetapkan ... tersangka)
LISTS = ("verb", "word", "passive", "noun", "object", "near", "unless", "actor", "recipient")

Voice = Literal["active", "passive", "bare", "noun"]
Who = Literal["political", "anyone"]
Genitive = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the codebook, its forms written out.

    `actor` and `recipient` name the places where the parties stand, the first that is filled
    counts: `subject`, `object`, `genitive`, a preposition, or `none`; empty means the usual places
    of each form. `object` and `near` are words of which one must stand there, `unless` words of
    which none may stand near.
    """

    name: str
    type: str
    mode: str | None
    forms: tuple[Form, ...]
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    genitive: Genitive | None = None
    reciprocal: bool = False
    who: Who = "political"
    loose: bool = False
    status: EventStatus | None = None
    example: str
    counter: str | None = None
    file: str

    @property
    def conditions(self) -> int:
        """How many kinds of words must stand beside a form: the more, the surer the entry."""
        return bool(self.object) + bool(self.near)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entry: its words in lower case, and in which voice it stands.

    A word `...` stands for a few others.
    """

    words: tuple[str, ...]
    voice: Voice

    def __str__(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class ModeWords:
    """Words that, beside any form of a type, say its mode where the entry leaves it open."""

    type: str
    mode: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All entries, and their forms by first word: the longest and most particular first."""

    entries: tuple[Entry, ...]
    by_word: Mapping[str, tuple[tuple[Form, Entry], ...]]
    modes: tuple[ModeWords, ...]

    def find(self, word: str) -> tuple[tuple[Form, Entry], ...]:
        """The forms that begin with a word, in any capitals.

        >>> [(str(form), entry.type) for form, entry in load_codebook().find("Menuduh")]
        [('menuduh', 'ACCUSE')]
        """
        return self.by_word.get(word.casefold(), ())

    def of_type(self, name: str) -> tuple[ModeWords, ...]:
        """The words that say the modes of a type."""
        return tuple(words for words in self.modes if words.type == name)


def load_codebook(more: Iterable[Path] = ()) -> Codebook:
    """The codebook as shipped; the entries of a user's own files go before its own.

    Raises: LexiconError naming the file and the entry that breaks the rules.
    """
    paths = tuple(more)
    return _joined(paths) if paths else _shipped()


@cache
def _shipped() -> Codebook:
    return parse_codebook(_shipped_texts())


@cache
def _joined(paths: tuple[Path, ...]) -> Codebook:
    return parse_codebook({**{str(p): _read(p) for p in paths}, **_shipped_texts()})


def _shipped_texts() -> dict[str, str]:
    folder = files("sumber.lexicon") / "data" / FOLDER
    found = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return {f"{FOLDER}/{name}": (folder / name).read_text("utf-8") for name in found}


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"codebook {path} cannot be read ({error}); give a TOML file") from error


def parse_codebook(texts: Mapping[str, str]) -> Codebook:
    """The codebook of TOML texts by file name; of two equal forms an earlier file's is tried first.

    Raises: LexiconError naming the file and the entry that breaks the rules.
    """
    tables = {file: read_table(text, file=file) for file, text in texts.items()}
    rows = [row for file, table in tables.items() for row in _rows(table, file)]
    entries = tuple(_without(tuple(_number(rows)), tables))
    modes = tuple(words for file, table in tables.items() for words in _modes(table, file))
    return Codebook(entries, _by_word(entries), modes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """An entry as it is written; every list may be one word without brackets."""

    type: str
    example: str
    mode: str | None = None
    verb: tuple[str, ...] = ()
    word: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    genitive: Genitive | None = None
    reciprocal: bool = False
    who: Who = "political"
    loose: bool = False
    status: EventStatus | None = None
    counter: str | None = None


KNOWN = frozenset(field.name for field in fields(_Row))


def _rows(table: Mapping[str, Any], file: str) -> Iterator[Entry]:
    """The entries of one file, each with what its group says for all."""
    if odd := table.keys() - {"group", "modes", "without"}:
        raise LexiconError(
            f"{file}: has {sorted(odd)}; it may have [[group]], [[modes]] and without = [...]"
        )
    for group in table.get("group", ()):
        shared = {key: value for key, value in group.items() if key != "entries"}
        for row in group.get("entries", ()):
            yield _entry(_convert({**shared, **row}, file), file)


def _convert(row: Mapping[str, Any], file: str) -> _Row:
    head = row.get("verb") or row.get("word") or row.get("passive") or row.get("noun")
    where = f"{file}: entry {head!r}"
    for key in row.keys() - KNOWN:
        near = get_close_matches(key, KNOWN, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(KNOWN))}"
        raise LexiconError(f"{where} has a field {key!r}, which no entry has; {hint}")
    if not head:
        raise LexiconError(f"{where} has no words; give it a verb, word, passive or noun")
    if not row.get("example"):
        raise LexiconError(f"{where} has no example; give it a sentence that codes as it says")
    listed = {k: (v,) if k in LISTS and isinstance(v, str) else v for k, v in row.items()}
    try:
        made = msgspec.convert(listed, _Row)
    except msgspec.ValidationError as wrong:
        raise LexiconError(f"{where}: {wrong}") from wrong
    _check_code(made.type, made.mode, where)
    _check_words(made, where)
    return made


def _check_code(kind: str, mode: str | None, where: str) -> None:
    """Raise LexiconError for a type or mode that PLOVER does not have."""
    types = load_plover().types
    if kind not in types:
        raise LexiconError(f"{where} has type {kind!r}; PLOVER has {', '.join(types)}")
    if mode is not None and load_plover().mode(kind, mode) is None:
        modes = ", ".join(each.name for each in types[kind].modes) or "none"
        raise LexiconError(f"{where} has mode {mode!r}; those of {kind} are: {modes}")


def _check_words(row: _Row, where: str) -> None:
    """Raise LexiconError for words in capitals or with loose blanks, and patterns without root."""
    written = (*row.verb, *row.word, *row.passive, *row.noun)
    for words in (*written, *row.object, *row.near, *row.unless):
        plain = words if is_pattern(words) else words.lower()
        if not words or words != " ".join(plain.split()):
            raise LexiconError(
                f"{where}: {words!r} must be words in small letters with one blank between"
            )
    if not row.verb and (bare := [w for w in written if is_pattern(w)]):
        raise LexiconError(f"{where}: {bare[0]!r} is a pattern for a root, and there is no verb")


def _entry(row: _Row, file: str) -> Entry:
    forms = tuple(dict.fromkeys(_forms(row)))
    head = row.verb[0] if row.verb else str(forms[0])
    mode = f".{row.mode}" if row.mode else ""
    return Entry(
        name=f"{row.type}{mode}/{head}",
        type=row.type,
        mode=row.mode,
        forms=forms,
        object=row.object,
        near=row.near,
        unless=row.unless,
        actor=row.actor,
        recipient=row.recipient,
        genitive=row.genitive,
        reciprocal=row.reciprocal,
        who=row.who,
        loose=row.loose,
        status=row.status,
        example=row.example,
        counter=row.counter,
        file=file,
    )


def _forms(row: _Row) -> Iterator[Form]:
    """Every way to write the entry: those made of its roots, then those listed."""
    for verb in row.verb:
        stem, *rest = verb.split()
        active, passive, bare = verb_forms(stem)
        yield Form((active, *rest), "active")
        yield Form((passive, *rest), "passive")
        yield Form((bare, *rest), "bare")
    listed: tuple[tuple[Voice, tuple[str, ...]], ...] = (
        ("active", row.word),
        ("passive", row.passive),
        ("noun", row.noun),
    )
    root = split_stem(row.verb[0].split()[0])[1] if row.verb else ""
    for voice, words in listed:
        for written in words:
            whole = attach(written, root) if is_pattern(written) else written
            yield Form(tuple(whole.split()), voice)


def _number(rows: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with names that differ: the second of a name is `…#2`."""
    seen: dict[str, int] = {}
    for entry in rows:
        seen[entry.name] = count = seen.get(entry.name, 0) + 1
        yield entry if count == 1 else replace(entry, name=f"{entry.name}#{count}")


def _without(entries: Sequence[Entry], tables: Mapping[str, Any]) -> Iterator[Entry]:
    """The entries but those that a file takes out by name."""
    names = {entry.name for entry in entries}
    out = {name: file for file, table in tables.items() for name in table.get("without", ())}
    for name in out.keys() - names:
        near = get_close_matches(name, names, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "`sumber codebook list` shows the names"
        raise LexiconError(f"{out[name]}: without {name!r}, which is no entry; {hint}")
    return (entry for entry in entries if entry.name not in out)


def _by_word(entries: Iterable[Entry]) -> dict[str, tuple[tuple[Form, Entry], ...]]:
    found: dict[str, list[tuple[Form, Entry]]] = {}
    for entry in entries:
        for form in entry.forms:
            found.setdefault(form.words[0], []).append((form, entry))
    return {word: tuple(sorted(pairs, key=_rank)) for word, pairs in found.items()}


def _rank(pair: tuple[Form, Entry]) -> tuple[int, int]:
    """Longer forms and more conditions first; the sort keeps the files' order among equals."""
    form, entry = pair
    return -len(form.words), -entry.conditions


def _modes(table: Mapping[str, Any], file: str) -> Iterator[ModeWords]:
    for row in table.get("modes", ()):
        where = f"{file}: [[modes]] of {row.get('mode')!r}"
        try:
            made = msgspec.convert(row, ModeWords)
        except msgspec.ValidationError as wrong:
            raise LexiconError(f"{where}: {wrong}") from wrong
        _check_code(made.type, made.mode, where)
        yield made
