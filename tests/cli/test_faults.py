"""A fault of ours on one article costs that article, in one line, and no other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from sample import sample_reading
from sumber.cli.read import Show, Tally, attempt, take, to_the_end
from sumber.cli.sinks import PageSink, Sink, TerminalSink
from sumber.errors import InputError, UsageError
from sumber.records import Article, Finding, Reading, Span, Statement, Time
from sumber.web.labels import load_labels
from sumber.web.page import Page

BROKEN = replace(sample_reading().article, text=None)  # type: ignore[arg-type]


class Shown:
    """A sink that shows the text of each reading in capitals."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def write(self, reading: Reading) -> None:
        """Take one reading."""
        self.texts.append(reading.article.text.upper())

    def finish(self) -> None:
        """Nothing is left."""


def test_a_fault_in_reading_names_the_article_and_the_place() -> None:
    outcome = attempt(BROKEN, Show())
    assert isinstance(outcome, InputError)
    assert str(outcome).startswith("https://lentera.example/beras: met a fault in Sumber itself (")
    assert "please report it" in str(outcome)


def test_a_fault_in_showing_is_one_line_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    sink, tally = Shown(), Tally()
    take(replace(sample_reading(), article=BROKEN), [sink], tally)
    take(sample_reading(), [sink], tally)
    assert (tally.read, tally.failed, len(sink.texts)) == (1, 1, 1)
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_fault_in_finding_inputs_is_the_last_outcome() -> None:
    def outcomes() -> Iterator[Article | InputError]:
        yield sample_reading().article
        yield replace(sample_reading().article, id=str(1 // 0))

    first, last = to_the_end(outcomes())
    assert isinstance(first, Article)
    assert isinstance(last, InputError)
    assert "ZeroDivisionError" in str(last)


def test_wrong_use_is_no_fault() -> None:
    def outcomes() -> Iterator[Article | InputError]:
        yield sample_reading().article
        raise UsageError("no such encoding")

    with pytest.raises(UsageError, match="no such encoding"):
        list(to_the_end(outcomes()))


def test_an_output_that_takes_no_more_ends_the_run() -> None:
    class Full(Shown):
        def write(self, reading: Reading) -> None:
            raise OSError(28, f"no space for {reading.article.id}")

    with pytest.raises(OSError, match="no space"):
        take(sample_reading(), [Full()], Tally())


@pytest.mark.parametrize("start", [-1, 9_000])
def test_spans_outside_the_text_are_left_out(start: int, tmp_path: Path) -> None:
    """Records may come from elsewhere: what they point at wrongly is not shown."""
    span = Span(start, 9_010)
    reading = replace(
        sample_reading(),
        times=(Time(start, 9_010, "kemarin", None),),
        statements=(Statement("s1", "direct", (span,), span, span),),
        findings=(Finding("date-year", start, 9_010, "Pesan."),),
    )
    console = Console(file=io.StringIO(), width=80)
    tally = Tally()
    with Page("en") as page:
        sinks: list[Sink] = [
            TerminalSink(console, load_labels("en")),
            PageSink(tmp_path / "x.html", page),
        ]
        take(reading, sinks, tally)
    assert (tally.read, tally.failed) == (1, 0)
