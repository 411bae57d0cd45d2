"""Inputs of tests, read as the command line reads them."""

from __future__ import annotations

from pathlib import Path

from sumber.article import InputOptions, read_inputs
from sumber.errors import InputError
from sumber.records import Article

STORY = (
    "Panen Raya Dimulai di Karawang\n\n"
    "KARAWANG - Petani di Karawang mulai memanen padi pada Sabtu (2/11/2024) pagi.\n\n"
    '"Hasilnya lebih baik dari tahun lalu," kata Wahyu Hidayat kepada wartawan.\n'
)


PAGE = (
    "<html><body><article><h1>Panen Raya Dimulai di Karawang</h1>"
    "<p>KARAWANG - Petani di Karawang mulai memanen padi pada Sabtu (2/11/2024) pagi.</p>"
    "</article></body></html>"
)


def read(path: Path | str, **options: object) -> list[Article | InputError]:
    return list(read_inputs([str(path)], options=InputOptions(**options)))  # type: ignore[arg-type]


def only_article(path: Path | str, **options: object) -> Article:
    (article,) = read(path, **options)
    assert isinstance(article, Article), article
    return article


def only_error(path: Path | str, **options: object) -> InputError:
    (error,) = read(path, **options)
    assert isinstance(error, InputError)
    assert "\n" not in str(error)
    assert str(path) in str(error)
    return error
