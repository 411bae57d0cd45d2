"""What a search gives: statements, events and articles with their evidence, and who is known.

Frozen records; their JSON is what `--json` prints. `text` is the words themselves, `marks` the
stretches in it that match, as start and stop in `text`; `start` and `stop` are where it stands in
the article's text. `origins` is how many independent origins stand behind it, `None` where that
was not worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from sumber.archive.differences import Difference
from sumber.errors import SetupError

if TYPE_CHECKING:
    from pandas import DataFrame

Mark = tuple[int, int]
Hit = TypeVar("Hit")


@dataclass(frozen=True, slots=True)
class Printed:
    """The article that something stands in. `article` is its number in the archive."""

    article: int
    edition: int
    given_id: str
    url: str | None
    outlet: str | None
    headline: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class StatementHit:
    """One statement in one article."""

    id: int
    statement: str
    printed: Printed
    kind: str
    certainty: str
    speakers: tuple[str, ...]
    cue: str | None
    via: tuple[str, ...]
    text: str
    marks: tuple[Mark, ...]
    start: int
    stop: int
    origins: int | None = None


@dataclass(frozen=True, slots=True)
class EventHit:
    """One event in one article; `trigger` is where in `text` it is named."""

    id: int
    event: str
    printed: Printed
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    according_to: tuple[str, ...]
    place: str | None
    time: str | None
    text: str
    marks: tuple[Mark, ...]
    trigger: Mark
    start: int
    stop: int
    origins: int | None = None


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """One article; `text` is the stretch around the first match, or its beginning."""

    id: int
    printed: Printed
    statements: int
    events: int
    text: str
    marks: tuple[Mark, ...]
    start: int
    stop: int
    origins: int | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Hit]):
    """Some results, the latest first, and the token that gives those after them; `None` at the end.

    What is filed meanwhile never moves a later page.
    """

    hits: tuple[Hit, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Results(Generic[Hit]):
    """All results of a search, one after the other; a million of them do not fill memory.

    Iterating again searches again.
    """

    begin: Callable[[], Iterator[Hit]]

    def __iter__(self) -> Iterator[Hit]:
        """The results, the latest first."""
        return self.begin()

    def frame(self) -> DataFrame:
        """All results in one table, the article's fields beside the others.

        Raises: SetupError where pandas is missing.
        """
        try:
            from pandas import DataFrame  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as error:
            raise SetupError(
                "tables need pandas, which is not installed; pip install 'sumber[data]'"
            ) from error
        return DataFrame([_flat(asdict(hit)) for hit in self])  # type: ignore[call-overload]


def _flat(row: dict[str, object]) -> dict[str, object]:
    """A result with the fields of its article beside its own."""
    printed = row.pop("printed", None)
    return {**row, **(printed if isinstance(printed, dict) else {})}


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description under which a name is printed, and from when to when."""

    role: str | None
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Person:
    """All that the archive has under one name."""

    name: str
    kind: str | None
    country: str | None
    articles: int
    statements: int
    events: int
    first: str | None
    last: str | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """One edition of an article, and how it differs from the one before."""

    number: int
    filed: str
    sumber: str
    changes: tuple[str, ...]
    announced: bool | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """An article and all its editions, the first first."""

    article: int
    given_id: str
    url: str | None
    outlet: str | None
    headline: str | None
    editions: tuple[EditionInfo, ...]
