"""Every sentence that the program can say on standard error, read from its source.

In: the source. Out: templates, `{0}` where something is filled in. Used by the test of the
catalogue `sumber/cli/messages.po`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "sumber"
# Data files that ship with the package are checked by its makers: they read English.
ROOMS = ("article", "archive", "tables", "cli", "language")
FILES = ("errors.py", "joining.py", "telling.py", "reading.py", "lexicon/codebook.py")
SAYING = frozenset({"complain", "say", "BadParameter", "ending", "__init__"})
PARTS = frozenset({"met", "do", "reason", "hint", "interrupted", "advice"})


def find_spoken() -> set[str]:
    """All templates."""
    files = [SOURCE / name for name in FILES]
    files += [file for room in ROOMS for file in sorted((SOURCE / room).glob("*.py"))]
    return {template for file in files for template in _in_file(ast.parse(file.read_text("utf-8")))}


def _in_file(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _says(node.func):
            for value in (*node.args, *(k.value for k in node.keywords if k.arg in PARTS)):
                yield from _templates(value)
        elif isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id in PARTS for target in node.targets
        ):
            yield from _templates(node.value)


def _says(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    errors = name.endswith("Error") or name.startswith(("Not", "Too", "NoSuch", "Broken"))
    return name in SAYING or errors


def _templates(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.IfExp):
        yield from _templates(value.body)
        yield from _templates(value.orelse)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        if " " in value.value:
            yield value.value
    elif isinstance(value, ast.JoinedStr):
        count, words = 0, ""
        for part in value.values:
            if isinstance(part, ast.Constant):
                words += str(part.value)
            else:
                words += f"{{{count}}}"
                count += 1
        if " " in words:
            yield words
