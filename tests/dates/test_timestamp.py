"""Timestamps as pages print them."""

from __future__ import annotations

import datetime as dt

import pytest

from sumber.dates import parse_timestamp

STAMPS = {
    "Sabtu, 2 November 2024 | 10:30 WIB": "2024-11-02T10:30:00+07:00",
    "02/11/2024 10:30 WIB": "2024-11-02T10:30:00+07:00",
    "Kabar.com - 02/11/2024, 10:30 WIB": "2024-11-02T10:30:00+07:00",
    "2 Nov 2024, 10.30 WITA": "2024-11-02T10:30:00+08:00",
    "2 November 2024 10.30 WIT": "2024-11-02T10:30:00+09:00",
    "Sabtu , 02 Nov 2024 - 10:30": "2024-11-02T10:30:00",
    "Jum'at, 1-11-2024 | 09:05 WIB": "2024-11-01T09:05:00+07:00",
    "2024-11-02T10:30:00+07:00": "2024-11-02T10:30:00+07:00",
    "2024-11-02T03:30:00Z": "2024-11-02T03:30:00+00:00",
    "2024-11-02T03:30:00.123+0700": "2024-11-02T03:30:00+07:00",
    "2024-11-02 10:30:05": "2024-11-02T10:30:05",
    "Nov 2, 2024 10:30 PM": "2024-11-02T22:30:00",
    "10:30 WIB, 2 November 2024": "2024-11-02T10:30:00+07:00",
    "Minggu, 15 September 2019": "2019-09-15",
    "2024-11-02": "2024-11-02",
    "2 November 2024 pukul 25:61": "2024-11-02",
}


@pytest.mark.parametrize(("stamp", "expected"), STAMPS.items())
def test_a_timestamp_is_read_with_its_zone(stamp: str, expected: str) -> None:
    read = parse_timestamp(stamp)
    assert read is not None
    assert read.isoformat() == expected


@pytest.mark.parametrize(
    "text", ["", "kemarin", "32/13/2024", "31/9/2024", "10:30 WIB", "x" * 10_000]
)
def test_what_is_no_timestamp_gives_none(text: str) -> None:
    assert parse_timestamp(text) is None


def test_a_date_alone_is_a_date() -> None:
    assert type(parse_timestamp("2 November 2024")) is dt.date
