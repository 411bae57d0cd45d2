"""What the trained pipeline holds a name for counts where nothing surer tells."""

from __future__ import annotations

import pytest

from cost import is_linear
from sumber.actors import find_actors
from sumber.actors.entities import add_entities
from sumber.actors.names import Name
from sumber.actors.shapes import is_person_shaped
from sumber.actors.spellings import same_spellings
from sumber.language import Entity, Parse
from sumber.language.pipeline import parse
from sumber.records import Article


def parsed(text: str, *entities: tuple[str, str]) -> Parse:
    """A parse of which only the names matter here."""
    found = (Entity(text.index(w), text.index(w) + len(w), label) for w, label in entities)
    return Parse(text, (), (), (), (), (), (), (), (), (), tuple(found))


def name(text: str, words: str, **fields: object) -> Name:
    start = text.index(words)
    at = [start + words.index(word) for word in words.split()]
    kept = {"kind": None, "starts": tuple(at)} | fields
    return Name(start, start + len(words), tuple(words.lower().split()), **kept)  # type: ignore[arg-type]


def test_a_name_of_no_known_kind_has_that_of_its_entity() -> None:
    text = "Bupati menyurati Selasih dan menemui Rina Hartati."
    names = [name(text, "Selasih"), name(text, "Rina Hartati")]
    found = add_entities(parsed(text, ("Selasih", "ORG"), ("Rina Hartati", "PER")), names)
    assert [(n.kind, n.sure) for n in found] == [("organisation", True), ("person", True)]


def test_a_word_of_a_persons_name_is_no_body() -> None:
    text = "Rina Hartati tiba. Hartati pulang."
    names = [name(text, "Rina Hartati"), name(text[19:], "Hartati")]
    names[1] = Name(19, 26, ("hartati",), None, starts=(19,))
    entities = (Entity(0, 12, "PER"), Entity(19, 26, "ORG"))
    tree = Parse(text, (), (), (), (), (), (), (), (), (), entities)
    assert [n.kind for n in add_entities(tree, names)] == ["person", None]


def test_behind_an_office_a_team_is_no_person() -> None:
    text = "Pembalap Elang Racing, Rudi Hartawan, jatuh."
    team = name(text, "Elang Racing", kind="person", role="Pembalap", sure=True)
    (found,) = add_entities(parsed(text, ("Elang Racing", "ORG")), [team])
    assert (found.kind, found.role) == ("organisation", None)


def test_a_person_behind_an_office_and_its_firm_is_cut_free() -> None:
    text = "Vice President Selasih Motors Rina Hartati hadir."
    whole = name(text, "Selasih Motors Rina Hartati", kind="person", role="Vice President")
    (found,) = add_entities(parsed(text, ("Rina Hartati", "PER")), [whole])
    assert text[found.start : found.stop] == "Rina Hartati"


@pytest.mark.parametrize("words", ["Selasih X-Trail", "MotoGP Aragon", "Dewan Susu", "Harga Rp"])
def test_trade_names_and_places_have_no_persons_form(words: str) -> None:
    assert not is_person_shaped(words)


def test_two_spellings_of_one_name_are_one_actor() -> None:
    text = "Menteri Ayu Rahmawati tiba. Menurut Ayu Rachmawati, harga turun."
    article = Article("1", None, None, None, None, None, (), "id", text)
    assert [len(actor.mentions) for actor in find_actors(article, parse(text))] == [2]


def test_short_names_a_letter_apart_are_two() -> None:
    assert same_spellings(["Ani Budi", "Adi Budi"]) == {}


def test_spellings_cost_no_more_than_their_length() -> None:
    assert is_linear(lambda text: same_spellings(text.split("|")), "Rina Hartati Dewi|", 4000)


@pytest.mark.parametrize(
    "text",
    ["Ia tampil di televisi Kanada.", "Balapan itu digelar di Sirkuit Aragon, Spanyol."],
)
def test_a_country_that_tells_whose_or_where_is_no_actor(text: str) -> None:
    article = Article("1", None, None, None, None, None, (), "id", text)
    assert [a for a in find_actors(article, parse(text)) if a.kind == "state"] == []


@pytest.mark.parametrize(
    "text",
    ["Rina Hartati (Malaysia) menang.", "Balapan itu digelar di sirkuit ,, Italia, Minggu."],
)
def test_a_country_in_brackets_or_behind_lost_words_is_no_actor(text: str) -> None:
    article = Article("1", None, None, None, None, None, (), "id", text)
    assert [a for a in find_actors(article, parse(text)) if a.kind == "state"] == []


@pytest.mark.parametrize(("before", "after"), [("ke ", ""), ('film "', '"')])
def test_where_somebody_goes_and_what_stands_in_quotation_marks_is_nobody(
    before: str, after: str
) -> None:
    text = f"Ia lalu {before}Selasih Permai{after} lagi."
    (found,) = add_entities(parsed(text, ("Selasih Permai", "PER")), [name(text, "Selasih Permai")])
    assert found.kind is None
