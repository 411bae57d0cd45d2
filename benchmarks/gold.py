"""Gold of our own as stand-off marks: offsets into articles that the project does not hold.

`../shared/gold` quotes the pieces that it marks; a project that holds no article of anybody else's
cannot. So our gold stores where a piece stands, and this script turns the one form into the other:

    gold.py import QUOTED_DIR MARKS_DIR    quoted pieces -> offsets (after a reader has marked)
    gold.py expand MARKS_DIR QUOTED_DIR    offsets -> quoted pieces (what score.py reads)

Both need the texts in ../shared/corpora/click-id. Offsets are code points of the article's text.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CLICK_ID = SHARED / "corpora/click-id/click-id.jsonl.gz"

Marks = dict[str, Any]


def articles_of(ids: set[str]) -> dict[str, Marks]:
    """The click-id records of these ids."""
    with gzip.open(CLICK_ID, "rt", encoding="utf-8") as lines:
        return {a["id"]: a for a in map(json.loads, lines) if a["id"] in ids}


def load_marks(folder: Path) -> Iterator[Marks]:
    """Every gold file of a folder, in order of name."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


class Paragraphs:
    """The paragraphs of a text (an empty line between them), and the way between the two forms."""

    def __init__(self, text: str) -> None:
        """Note where each paragraph starts."""
        self.text = text
        self.starts, at = [], 0
        for paragraph in text.split("\n\n"):
            self.starts.append(at)
            at += len(paragraph) + 2

    def locate(self, p: int, piece: str, near: int | None = None) -> list[int]:
        """Where a quoted piece of paragraph `p` stands; the occurrence nearest to `near`, if given.

        Raises: ValueError if the paragraph does not hold it.
        """
        start = self.starts[p]
        stop = self.starts[p + 1] if p + 1 < len(self.starts) else len(self.text)
        found, at = [], self.text.find(piece, start, stop)
        while at >= 0:
            found.append(at)
            at = self.text.find(piece, at + 1, stop)
        if not found:
            raise ValueError(f"paragraph {p} does not hold {piece!r}")
        at = found[0] if near is None else min(found, key=lambda f: abs(f - near))
        return [at, at + len(piece)]

    def paragraph_of(self, at: int) -> int:
        """The number of the paragraph that holds a code point."""
        return max(p for p, start in enumerate(self.starts) if start <= at)

    def quote(self, span: list[int]) -> str:
        """The words of a span."""
        return self.text[span[0] : span[1]]

    def form(self, name: str) -> list[int] | str:
        """A name as a span of its first mention, or itself where the text has it only in parts."""
        at = self.text.find(name)
        return [at, at + len(name)] if at >= 0 else name

    def name(self, form: list[int] | str) -> str:
        """The words of a form."""
        return form if isinstance(form, str) else self.quote(form)


def to_marks(gold: Marks, text: str) -> Marks:
    """A gold file of quoted pieces as offsets."""
    at = Paragraphs(text)

    def statement(s: Marks) -> Marks:
        content = [at.locate(s["p"], piece) for piece in s["content"]]

        def beside(words: str | None) -> list[int] | None:
            return words and at.locate(s["p"], words, near=content[0][1])  # type: ignore[return-value]

        return {
            "kind": s["kind"],
            "content": content,
            "cue": beside(s["cue"]),
            "speaker": beside(s["speaker"]),
            "speaker_is": [at.form(n) for n in s["speaker_is"]],
            "via": s["via"],
        }

    def event(e: Marks) -> Marks:
        kept = {k: e.get(k) for k in ("type", "mode", "place", "date", "status")}
        sides = {
            k: [[at.form(n) for n in forms] for forms in e[k]]
            for k in ("actors", "recipients", "according_to")
        }
        return {"trigger": at.locate(e["p"], e["trigger"]), **kept, **sides}

    times: list[Marks] = []
    after: dict[int, int] = {}
    for t in gold["times"]:
        # The same words may stand twice in a paragraph: gold lists them in order of the text.
        p = t["p"]
        start = at.text.find(t["text"], after.get(p, at.starts[p]))
        span = [start, start + len(t["text"])] if start >= 0 else at.locate(p, t["text"])
        after[p] = span[1]
        times.append({"span": span, "value": t["value"], "wrong": t["wrong"]})
    return {
        "id": gold["id"],
        "statements": [statement(s) for s in gold["statements"]],
        "events": [event(e) for e in gold["events"]],
        "times": times,
        "credits": gold["credits"],
    }


def to_quoted(marks: Marks, text: str) -> Marks:
    """A gold file of offsets as quoted pieces, in the form that score.py reads."""
    at = Paragraphs(text)

    def statement(s: Marks) -> Marks:
        return {
            "p": at.paragraph_of(s["content"][0][0]),
            "kind": s["kind"],
            "content": [at.quote(piece) for piece in s["content"]],
            "cue": s["cue"] and at.quote(s["cue"]),
            "speaker": s["speaker"] and at.quote(s["speaker"]),
            "speaker_is": [at.name(f) for f in s["speaker_is"]],
            "via": s["via"],
        }

    def event(e: Marks) -> Marks:
        sides = {
            k: [[at.name(f) for f in forms] for forms in e[k]]
            for k in ("actors", "recipients", "according_to")
        }
        trigger = {"p": at.paragraph_of(e["trigger"][0]), "trigger": at.quote(e["trigger"])}
        return {**e, **trigger, **sides}

    def time(t: Marks) -> Marks:
        words = {"p": at.paragraph_of(t["span"][0]), "text": at.quote(t["span"])}
        return words | {"value": t["value"], "wrong": t["wrong"]}

    return {
        "id": marks["id"],
        "statements": [statement(s) for s in marks["statements"]],
        "events": [event(e) for e in marks["events"]],
        "times": [time(t) for t in marks["times"]],
        "credits": marks["credits"],
    }


def convert(source: Path, target: Path, *, expand: bool) -> int:
    """Convert a folder of gold files; gives how many."""
    golds = list(load_marks(source))
    texts = {i: a["text"] for i, a in articles_of({g["id"] for g in golds}).items()}
    target.mkdir(parents=True, exist_ok=True)
    for gold in golds:
        text = texts[gold["id"]]
        made = to_quoted(gold, text) if expand else to_marks(gold, text)
        line = json.dumps(made, ensure_ascii=False)
        (target / f"{gold['id']}.json").write_text(line + "\n", encoding="utf-8")
    return len(golds)


def main() -> None:
    """Run the command line."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("way", choices=["import", "expand"])
    ask.add_argument("source", type=Path)
    ask.add_argument("target", type=Path)
    asked = ask.parse_args()
    count = convert(asked.source, asked.target, expand=asked.way == "expand")
    print(f"{count} files written to {asked.target}")


if __name__ == "__main__":
    main()
