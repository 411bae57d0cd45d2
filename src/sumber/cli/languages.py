"""Which language users see: labels by `--lang`, messages as well.

Used by `options` and `speaking`.
"""

from __future__ import annotations

import os

from sumber.web.labels import Language

ASKED = "SUMBER_LANG"  # before the variables of the locale; what `--lang` says is kept there


def language_asked() -> Language:
    """The language that the environment asks for, English where it asks for none of ours."""
    names = (ASKED, "LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "id" if asked.partition("_")[0] == "id" else "en"


def ask_for(language: str) -> None:
    """Let this process and those that it starts speak a language."""
    os.environ[ASKED] = language
