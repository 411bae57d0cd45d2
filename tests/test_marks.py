"""The test notation itself: what it marks is what it says."""

from marks import unmark


def test_nested_marks_give_nested_spans() -> None:
    text, marks = unmark('[content:"Naik," [cue:kata] [speaker:Menkeu]]')
    assert text == '"Naik," kata Menkeu'
    assert {m.label: text[m.start : m.stop] for m in marks} == {
        "cue": "kata",
        "speaker": "Menkeu",
        "content": text,
    }


def test_a_bracket_that_opens_no_mark_is_text() -> None:
    assert unmark("harga [sic] naik") == ("harga [sic] naik", [])
