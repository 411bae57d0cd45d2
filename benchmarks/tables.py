"""Tables that scripts write into the documents, so that no figure there is typed by hand.

A document holds `<!-- table:NAME -->` and `<!-- end:NAME -->`; what stands between is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    lines = [
        "| " + " | ".join(head) + " |",
        "|" + "---|" + "---:|" * (len(head) - 1),
        *("| " + " | ".join(map(str, row)) + " |" for row in rows),
    ]
    return "\n".join(lines)


def write_table(name: str, table: str) -> list[Path]:
    """Put a table between its marks in every document that has them; gives those documents."""
    marks = re.compile(rf"(<!-- table:{name} -->\n).*?(<!-- end:{name} -->)", re.DOTALL)
    written = []
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        changed = marks.sub(lambda m: f"{m[1]}\n{table}\n\n{m[2]}", text)
        if changed != text:
            path.write_text(changed, encoding="utf-8")
            written.append(path)
    return written
