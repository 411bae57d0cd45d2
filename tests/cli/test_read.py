"""`sumber read` as a shell runs it: what it prints, where, with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Protocol, get_args

import pytest
import typer

from sumber import load, records
from sumber.cli import main
from sumber.cli.app import app
from sumber.web.page import GENERATOR

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(str(path) for path in (ROOT / "examples").iterdir())
ASKED = ("LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")


KINDS = ("PartKind", "ActorKind", "WrongDate", "StatementKind", "Certainty", "EventStatus",
         "FindingKind", "QuantityKind")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Done:
    """What a run left behind."""

    status: int
    out: str
    err: str


class Run(Protocol):
    """Runs the command with these arguments and this environment."""

    def __call__(self, *arguments: str, **env: str) -> Done:  # noqa: D102 - said above
        ...


@pytest.fixture
def sumber(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """The command, run in this process: starting Python anew for each test takes too long."""

    def run(*arguments: str, **env: str) -> Done:
        for name in ASKED:
            monkeypatch.delenv(name, raising=False)
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["sumber", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return Done(int(ended.value.code or 0), out, err)

    return run


def in_shell(*arguments: str, tail: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user's shell does; `tail` is put after it (`| head`, `>&-`)."""
    command = [sys.executable, "-c", "from sumber.cli import main; main()", *arguments]
    done = subprocess.run(
        ["bash", "-c", f'"$@" {tail}', "bash", *command],  # noqa: S607
        env={**{k: v for k, v in os.environ.items() if k not in ASKED}, **env},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    return done


TEXT = "Harga beras naik pada Senin (4/11). “Stok cukup,” kata Kepala Dinas Euis Komariah."


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "berita.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_the_examples_are_read_without_a_complaint(sumber: Run) -> None:
    done = sumber("read", *EXAMPLES)
    assert (done.status, done.err) == (0, "")
    assert "Kereta Barang ke Patimban" in done.out


def test_json_is_one_reading_a_line_in_utf8_whatever_the_locale() -> None:
    done = in_shell("read", "--json", *EXAMPLES, PYTHONIOENCODING="ascii")
    readings = [load(line) for line in done.stdout.splitlines()]
    assert len(readings) == 4
    for reading in readings:
        for time in reading.times:
            assert reading.article.text[time.start : time.stop] == time.text


def test_a_page_is_written_and_standard_output_kept_free(
    sumber: Run, article: str, tmp_path: Path
) -> None:
    page = tmp_path / "out.html"
    done = sumber("read", article, "--html", str(page))
    assert (done.status, done.out) == (0, "")
    assert GENERATOR in page.read_text("utf-8")
    assert sumber("read", article, "--html", str(page)).status == 0


def test_json_and_a_page_go_together(sumber: Run, article: str, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    done = sumber("read", article, "--json", "--html", str(page))
    assert json.loads(done.out)["article"]["text"] == TEXT
    assert page.exists()


def test_a_failed_input_does_not_keep_the_others_from_being_read(sumber: Run, article: str) -> None:
    done = sumber("read", "tidak-ada.html", article, "--json")
    assert done.status == 1
    assert len(done.out.splitlines()) == 1
    assert done.err.startswith("sumber: tidak-ada.html: met ")
    assert len(done.err.splitlines()) == 1


def test_a_name_cannot_command_the_terminal(sumber: Run) -> None:
    done = sumber("read", "\x1b[31mmerah\n.html")
    assert done.status == 1
    assert "\x1b" not in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["read"], "INPUTS"),
        (["read", "--foo", "x"], "--foo"),
        (["reed"], "reed"),
        (["read", "x", "--published", "2024-13-01"], "2024-11-02"),
        (["read", "x", "--published", "kemarin"], "kemarin"),
        (["read", EXAMPLES[1], "--encoding", "klingon"], "klingon"),
        (["read", "x", "--lang", "fr"], "lang"),
        (["read", "x", "--max-bytes", "0"], "max-bytes"),
        (["read", "x", "--timeout", "0"], "timeout"),
        (["read", "x", "--html", "/tidak/ada/x.html"], "no directory"),
        (["read", "x", "--html", "/"], "directory"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(sumber: Run, arguments: list[str], word: str) -> None:
    done = sumber(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert word in done.err


def test_a_page_never_overwrites_what_is_not_ours(sumber: Run, article: str) -> None:
    """`--html a.txt b.txt` forgets the page's name; a.txt stays as it is."""
    assert sumber("read", "--html", article, article).status == 2
    assert Path(article).read_text("utf-8") == TEXT


def test_a_pipe_nobody_reads_is_refused_and_not_waited_for(
    sumber: Run, article: str, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    done = sumber("read", article, "--html", str(pipe))
    assert done.status == 2
    assert "is a pipe" in " ".join(done.err.replace("│", " ").split())


def test_no_page_is_written_where_nothing_was_read(sumber: Run, tmp_path: Path) -> None:
    assert sumber("read", "tidak-ada", "--html", str(tmp_path / "out.html")).status == 1
    assert not (tmp_path / "out.html").exists()


@pytest.mark.parametrize("form", [[], ["--json"]])
@pytest.mark.parametrize(
    ("tail", "complaint"),
    [
        ("| head -c 20", ""),
        (">&-", "standard output is closed"),
        ("> /dev/full", "no space left"),
    ],
)
def test_an_output_that_takes_nothing_is_no_traceback(
    form: list[str], tail: str, complaint: str
) -> None:
    if "full" in tail and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = in_shell("read", *form, *EXAMPLES, *EXAMPLES, tail=tail)
    assert complaint in done.stderr.decode()
    assert len(done.stderr.splitlines()) == bool(complaint)


def test_an_ascii_terminal_gets_plain_signs(article: str) -> None:
    done = in_shell("read", article, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert '"Stok cukup,"' in done.stdout.decode("ascii")


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ([], {}, False),
        (["--color"], {}, True),
        (["--color"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--no-color"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_or_on_request(
    sumber: Run, article: str, arguments: list[str], env: dict[str, str], *, coloured: bool
) -> None:
    assert ("\x1b[" in sumber("read", article, *arguments, **env).out) == coloured


@pytest.mark.parametrize(
    ("arguments", "env", "title"),
    [
        ([], {}, "WHO SAID WHAT"),
        ([], {"LANG": "id_ID.UTF-8"}, "SIAPA BERKATA APA"),
        ([], {"LANG": "id_ID.UTF-8", "LC_ALL": "C.UTF-8"}, "WHO SAID WHAT"),
        (["--lang", "id"], {}, "SIAPA BERKATA APA"),
        (["--lang", "en"], {"LANG": "id_ID.UTF-8"}, "WHO SAID WHAT"),
    ],
)
def test_labels_speak_the_language_of_the_user(
    sumber: Run, article: str, arguments: list[str], env: dict[str, str], title: str
) -> None:
    assert title in sumber("read", article, *arguments, **env).out


def test_published_dates_a_bare_text(sumber: Run, article: str) -> None:
    done = sumber("read", article, "--json", "--published", "2024-11-06")
    assert load(done.out).times[0].value == "2024-11-04"


def test_verbose_tells_what_was_read(sumber: Run, article: str) -> None:
    assert "1 read, 0 failed" in sumber("read", "-v", article, "--json").err


def test_help_teaches_and_the_version_is_told(sumber: Run) -> None:
    assert "sumber read berita.html" in sumber("--help").out
    assert "Examples" in sumber("read", "--help").out
    assert sumber("--version").out.startswith("sumber 0.")


def test_every_option_is_documented() -> None:
    reference = (ROOT / "docs" / "reference.md").read_text("utf-8")
    commands = typer.main.get_command(app)
    options = {
        option
        for command in (commands, *getattr(commands, "commands", {}).values())
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("--")
    }
    assert {"--json", "--html", "--no-color"} <= options
    assert [option for option in sorted(options) if f"`{option}" not in reference] == []


def test_every_field_and_kind_of_the_contract_is_documented() -> None:
    reference = (ROOT / "docs" / "reference.md").read_text("utf-8")
    classes = [c for c in vars(records).values() if is_dataclass(c)]
    names = {field.name for one in classes for field in fields(one)}
    kinds = {k for name in KINDS for k in get_args(getattr(records, name))}
    missing = [name for name in sorted(names | kinds) if f"`{name}`" not in reference]
    assert missing == []


@pytest.mark.parametrize("command", ["read", "code", "add"])
def test_missing_weights_are_told_once(command: str, article: str, tmp_path: Path) -> None:
    other = tmp_path / "lain.txt"
    other.write_text("Kata Bupati Euis Komariah, panen raya dimulai besok.", "utf-8")
    where = {"code": ["-o", str(tmp_path / "x.csv")], "add": ["--to", str(tmp_path / "x.db")]}
    program = (
        "from pathlib import Path; from sumber.language import pipeline; "
        f"pipeline.MODEL = Path({str(tmp_path)!r}); from sumber.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, command, article, str(other), *where.get(command, [])],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr.count(b"no weights in") == 1, done.stderr
    assert b"fault in Sumber" not in done.stderr
