"""What looks like a difference between accounts and is none."""

from __future__ import annotations

import pytest

from sumber.records import Quantity, SharedActor
from sumber.stories.cast import Cast
from sumber.stories.differences import Scene, comparable
from sumber.stories.numbers import Number


def number(article: str, low: float, high: float | None = None) -> Number:
    quantity = Quantity("q1", 0, 1, low, high or low, False, kind="people", of="pengunjuk rasa")
    return Number(f"{article}{low}", article, quantity, str(low), frozenset({"pengunjuk"}))


def actor(id: str, name: str, *roles: str) -> SharedActor:  # noqa: A002 - its id
    return SharedActor(id, name, None, None, (name,), roles, ())


@pytest.mark.parametrize(
    ("numbers", "compared"),
    [
        ([number("a", 10_000), number("b", 12_000)], 2),
        ([number("a", 2), number("a", 23), number("b", 3)], 1),  # one tells of two groups
        ([number("a", 5), number("b", 102)], 0),  # of quite another size: another thing
        ([number("a", 12_000), number("a", 10_000, 19_000), number("b", 13_000)], 3),
    ],
)
def test_numbers_are_compared_where_an_article_gives_one(
    numbers: list[Number], compared: int
) -> None:
    assert len(comparable(numbers)) == compared


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (actor("p1", "majelis hakim Pengadilan Negeri Garut"), actor("p2", "majelis hakim"), True),
        (actor("p1", "penyidik"), actor("p2", "Komisi Pengawas Pangan"), True),
        (actor("p1", "Partai Tani"), actor("p2", "Rudi Hartawan", "Ketua Umum Partai Tani"), True),
        (actor("p1", "satpam perusahaan"), actor("p2", "Buruh pabrik nikel"), False),
        (actor("p1", "Polres Garut"), actor("p2", "Polres Subang"), False),
    ],
)
def test_a_part_and_its_whole_are_no_rivals(
    one: SharedActor, other: SharedActor, may: bool
) -> None:
    scene = Scene((), {}, {}, Cast((one, other), {}))
    assert scene.may_be_one("p1", "p2") is may
