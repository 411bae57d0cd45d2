"""The text is cut at every edge of a mark, and nothing of it is lost or shown twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sample import sample_reading
from sumber.records import Article, Reading, Span, Statement, Time
from sumber.web.marking import find_blocks, find_marks

TEXTS = st.text(alphabet='ab \n"“', min_size=1, max_size=60)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings whose spans overlap, nest, touch, are empty or reach over the end."""
    text = draw(TEXTS)
    spans = st.builds(Span, st.integers(-2, len(text) + 3), st.integers(-2, len(text) + 3))
    article = Article("x", None, None, None, None, None, (), "id", text)
    pieces = draw(st.lists(st.lists(spans, min_size=1, max_size=3), max_size=4))
    times = draw(st.lists(spans, max_size=4))
    return Reading(
        "0",
        article,
        times=tuple(Time(s.start, s.stop, "", None) for s in times),
        statements=tuple(
            Statement(f"s{n}", "direct", tuple(content)) for n, content in enumerate(pieces, 1)
        ),
    )


@given(readings())
def test_segments_cover_each_line_once_and_know_their_marks(reading: Reading) -> None:
    text = reading.article.text
    marks = find_marks(reading)
    shown = []
    for block in find_blocks(reading):
        assert block.segments[0].start == block.start
        assert block.segments[-1].stop == block.stop
        for before, after in zip(block.segments, block.segments[1:], strict=False):
            assert before.stop == after.start
        for segment in block.segments:
            over = {m for m in marks if m.start <= segment.start and segment.stop <= m.stop}
            partly = {m for m in marks if m.start < segment.stop and segment.start < m.stop}
            assert set(segment.marks) == over == partly
        shown.append(text[block.start : block.stop])
    assert shown == [line.strip() for line in text.split("\n") if line.strip()]


def test_words_of_a_time_know_its_finding_first() -> None:
    reading = sample_reading()
    time = next(mark for mark in find_marks(reading) if mark.kind == "time")
    assert time.ids == ("f1", "t1")


def test_words_of_a_statement_know_who_said_it_and_through_whom() -> None:
    said = [mark for mark in find_marks(sample_reading()) if mark.kind == "quoted"]
    assert said[0].ids == said[1].ids == ("s1", "a1", "c1")


def test_lines_know_the_part_they_play() -> None:
    kinds = [block.kind for block in find_blocks(sample_reading())]
    assert kinds == ["headline", "caption", "body", "body", "related", "body", "credit"]


def test_a_text_without_marks_is_one_segment_a_line() -> None:
    reading = sample_reading()
    bare = Reading("0", replace(reading.article, parts=(), related=(), credits=()))
    assert all(len(block.segments) == 1 for block in find_blocks(bare))
