"""The codebook: forms made of roots, and errors that say what to do."""

from pathlib import Path

import pytest

from sumber.errors import LexiconError
from sumber.lexicon.codebook import load_codebook, parse_codebook
from sumber.lexicon.morphology import attach, verb_forms
from sumber.lexicon.plover import load_plover

GROUP = '[[group]]\ntype = "ACCUSE"\nentries = [{entry}]\n'


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("tuduh", "menuduh dituduh tuduh"),
        ("bebas+kan", "membebaskan dibebaskan bebaskan"),
        ("temu+i", "menemui ditemui temui"),
        ("per+ingat+kan", "memperingatkan diperingatkan peringatkan"),
        ("sah+kan", "mengesahkan disahkan sahkan"),
        ("khianat+i", "mengkhianati dikhianati khianati"),
        ("provokasi", "memprovokasi diprovokasi provokasi"),
        ("usir", "mengusir diusir usir"),
        ("nyata+kan", "menyatakan dinyatakan nyatakan"),
        ("syarat+kan", "mensyaratkan disyaratkan syaratkan"),
        ("veto", "memveto diveto veto"),
    ],
)
def test_a_root_gives_the_three_forms_of_its_verb(stem: str, forms: str) -> None:
    assert " ".join(verb_forms(stem)) == forms


@pytest.mark.parametrize(
    ("pattern", "root", "word"),
    [
        ("peN-an", "serang", "penyerangan"),
        ("peN-an", "bom", "pengeboman"),
        ("-an", "tuduh", "tuduhan"),
        ("per-an", "ingat", "peringatan"),
        ("ber-", "runding", "berunding"),
        ("ber-", "kerja", "bekerja"),
        ("ter-", "bunuh", "terbunuh"),
        ("ke-an", "sepakat", "kesepakatan"),
    ],
)
def test_a_pattern_is_filled_with_the_root(pattern: str, root: str, word: str) -> None:
    assert attach(pattern, root) == word


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('{ verb = "tuduh" }', "entry 'tuduh' has no example"),
        ('{ example = "Kyiv menuduh Moskow." }', "has no words"),
        ('{ verb = "tuduh", recipent = "object", example = "A." }', "did you mean 'recipient'?"),
        ('{ verb = "Tuduh", example = "A." }', "small letters"),
        ('{ word = "peN-an", example = "A." }', "there is no verb"),
        ('{ verb = "tuduh", genitive = "agent", example = "A." }', "genitive"),
        ('{ verb = "tuduh", mode = "demo", example = "A." }', "disapprove, investigate, allege"),
        ('{ verb = "tuduh", type = "BLAME", example = "A." }', "PLOVER has AGREE"),
        ('{ verb = "tuduh", example = "A."', "not valid TOML"),
        ('{ verb = "tuduh", mode = "demo", example = "A." }', "those of ACCUSE are: "),
        ('{ verb = "tuduh", type = "BLAME", example = "A." }', "PLOVER has AGREE,"),
    ],
)
def test_a_broken_entry_names_file_entry_and_remedy(entry: str, told: str) -> None:
    with pytest.raises(LexiconError, match=r"my\.toml") as raised:
        parse_codebook({"my.toml": GROUP.format(entry=entry)})
    assert told in str(raised.value)


def test_more_conditions_and_longer_forms_are_tried_first() -> None:
    entries = """
      { verb = "tarik", example = "A." },
      { verb = "tarik", object = "pasukan", example = "A." },
      { word = "menarik mundur", example = "A." }"""
    book = parse_codebook({"my.toml": GROUP.format(entry=entries)})
    order = [(str(form), entry.conditions) for form, entry in book.find("menarik")]
    assert order == [("menarik mundur", 0), ("menarik", 1), ("menarik", 0)]


def test_the_codebook_covers_every_type_and_mode() -> None:
    book = load_codebook()
    covered = {(entry.type, entry.mode) for entry in book.entries}
    covered |= {(words.type, words.mode) for words in book.modes}
    wanted = {(kind.name, m.name) for kind in load_plover().types.values() for m in kind.modes}
    assert wanted <= covered
    assert {kind for kind, _ in covered} == set(load_plover().types)
    assert len(book.entries) >= 900


def test_names_of_entries_differ() -> None:
    names = [entry.name for entry in load_codebook().entries]
    assert len(names) == len(set(names))


def test_a_users_file_goes_first_and_can_take_entries_out(tmp_path: Path) -> None:
    mine = tmp_path / "my.toml"
    entry = '{ verb = "tuduh", example = "Kyiv menuduh Moskow." }'
    mine.write_text('without = ["ACCUSE.disapprove/kecam"]\n' + GROUP.format(entry=entry))
    book = load_codebook([mine])
    assert book.find("menuduh")[0][1].file == str(mine)
    assert not book.find("mengecam")


def test_taking_out_what_is_not_there_is_told() -> None:
    text = GROUP.format(entry='{ verb = "tuduh", example = "A." }')
    with pytest.raises(LexiconError, match="did you mean 'ACCUSE/tuduh'"):
        parse_codebook({"my.toml": 'without = ["ACCUSE/tudu"]\n' + text})
