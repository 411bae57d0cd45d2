"""A dyad's cooperation and conflict as a picture: PNG or SVG, by the name's ending.

In: a `Tension` and the words of a language. Out: a file. Needs matplotlib, from `sumber[data]`.
The two colours are of Okabe and Ito's set, told apart with any colour vision and by their
lightness; direction and hatching say the same without colour. Words of an SVG stay words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sumber.errors import UsageError
from sumber.tables.files import import_extra
from sumber.tables.tension import Period, Tension

ENDINGS = (".png", ".svg")
BLUE = "#0072B2"
VERMILLION = "#D55E00"
INK = "#222222"
SIZE = (9.0, 4.8)  # inches
DOTS = 160  # a PNG's dots an inch
LABELLED = 12  # dates on the axis at most
NARROWEST = 0.8  # of a period that a bar fills
SETTINGS = {
    "svg.fonttype": "none",
    "svg.hashsalt": "sumber",  # the same table gives the same file
    "font.family": "sans-serif",
    "font.size": 11,
    "hatch.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def check_plot(path: Path) -> None:
    """Refuse a picture that cannot be drawn. Raises: UsageError, SetupError."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"--plot {path}: the ending {path.suffix!r} names no picture; "
            f"write {' or '.join(ENDINGS)}"
        )
    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(f"--plot {path}: name a file in a directory that exists")
    import_extra("matplotlib")


def draw(found: Tension, path: Path, words: Mapping[str, str]) -> None:
    """Draw the picture; `words` are labels of one language. Raises: SetupError, OSError."""
    matplotlib = import_extra("matplotlib")
    figures = import_extra("matplotlib.figure")
    with matplotlib.rc_context(SETTINGS):
        figure = figures.Figure(figsize=SIZE, layout="constrained")
        _fill(figure.add_subplot(), found, words)
        ending = path.suffix.lower()[1:]
        quiet = {"Date": None} if ending == "svg" else {}
        figure.savefig(path, format=ending, dpi=DOTS, metadata=quiet)


def _fill(axes: Any, found: Tension, words: Mapping[str, str]) -> None:
    at = range(len(found.periods))
    up = [period.cooperation for period in found.periods]
    down = [period.conflict for period in found.periods]
    edge: dict[str, Any] = {"width": NARROWEST, "edgecolor": "white"}
    axes.bar(at, up, color=BLUE, label=words["cooperation"], **edge)
    axes.bar(at, down, color=VERMILLION, hatch="///", label=words["conflict"], **edge)
    net = [period.cooperation + period.conflict for period in found.periods]
    axes.plot(at, net, color=INK, marker="o", markersize=3, linewidth=1.2, label=words["net"])
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.set_title(f"{found.a.name} – {found.b.name}".replace("$", r"\$"), fontweight="bold")
    axes.set_ylabel(words["score_sum"])
    axes.set_xlabel(words[f"by_{found.by}"])
    step = max(1, -(-len(found.periods) // LABELLED))
    axes.set_xticks(list(at)[::step], [_date(p, found) for p in found.periods[::step]])
    axes.tick_params(axis="x", rotation=30 if len(found.periods) > LABELLED // 2 else 0)
    axes.margins(y=0.15)
    axes.grid(axis="y", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.legend(frameon=False, ncols=3, loc="best")


def _date(period: Period, found: Tension) -> str:
    return period.start.strftime("%Y-%m") if found.by == "month" else _iso(period.start)


def _iso(day: dt.date) -> str:
    return day.isoformat()
