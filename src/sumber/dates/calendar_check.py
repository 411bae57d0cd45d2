"""What is wrong with an article's dates, in one plain Indonesian sentence each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from sumber.dates.faults import torn_between
from sumber.dates.pieces import WEEKDAY, WORDS, fold
from sumber.records import Finding, FindingKind, Time

PRINTED_WEEKDAY = re.compile(rf"(?<!\w)(?P<word>{WEEKDAY})(?!\w)", re.IGNORECASE)


def check_calendar(times: Sequence[Time], anchor: dt.date | None) -> tuple[Finding, ...]:
    """One finding for each wrong time, in their order.

    One more, if there is no anchor and a relative time stays without a value. `suggestion`
    is the ISO value that must have been meant, None where nothing is certain.
    """
    found = [finding for time in times if (finding := finding_of(time, anchor)) is not None]
    loose = [time for time in times if time.value is None and time.wrong is None]
    if anchor is None and loose:
        found.append(unanchored(loose))
    return tuple(found)


def finding_of(time: Time, anchor: dt.date | None) -> Finding | None:
    """The finding of one time; None if the time is right."""
    if time.wrong is None:
        return None
    kind, message = MESSAGES[time.wrong]
    meant = day_of(time.value)
    sentence = f"{time.text}: {message(time, anchor)}"
    if meant is not None:
        sentence += f"; mungkin maksudnya {weekday_name(meant)}, {long_date(meant)}"
    return Finding(kind, time.start, time.stop, f"{sentence}.", str(meant) if meant else None)


def by_weekday(time: Time, anchor: dt.date | None) -> str:
    """`31 Agustus 2024 adalah hari Sabtu, bukan Kamis`.

    The weekday of yesterday with the number of today, where nothing decides, names both days.
    """
    day = day_of(time.written)
    word = PRINTED_WEEKDAY.search(time.text)
    if day is None or word is None:
        return "hari dan tanggalnya tidak cocok"
    printed = WORDS.weekday_names[WORDS.weekdays[fold(word["word"])]].capitalize()
    sentence = f"{long_date(day)} adalah hari {weekday_name(day)}, bukan {printed}"
    published = anchor.date() if isinstance(anchor, dt.datetime) else anchor
    if time.value is None and published == day:
        named = (f"{weekday_name(d)}, {long_date(d)}" for d in torn_between(day))
        sentence += f"; maksudnya {' atau '.join(named)}"
    return sentence


def by_absence(time: Time, _anchor: dt.date | None) -> str:
    """`tanggal itu tidak ada di kalender`."""
    return f"tanggal {time.written} tidak ada di kalender"


def by_order(time: Time, anchor: dt.date | None) -> str:
    """`hari dan bulannya mungkin tertukar`."""
    late = f"{told(time)} jatuh setelah artikel terbit{on(anchor)}"
    return f"{late}, hari dan bulannya tampaknya tertukar"


def by_year(time: Time, anchor: dt.date | None) -> str:
    """`tahunnya tampaknya masih tahun lalu`."""
    return (
        f"{told(time)} jatuh setahun sebelum artikel terbit{on(anchor)}, tahunnya tampaknya keliru"
    )


def by_future(time: Time, anchor: dt.date | None) -> str:
    """`jatuh setelah artikel terbit, padahal diceritakan sudah terjadi`."""
    return (
        f"{told(time)} jatuh setelah artikel terbit{on(anchor)}, padahal diceritakan sudah terjadi"
    )


MESSAGES: dict[str, tuple[FindingKind, Callable[[Time, dt.date | None], str]]] = {
    "weekday": ("date-weekday", by_weekday),
    "impossible": ("date-impossible", by_absence),
    "order": ("date-order", by_order),
    "year": ("date-year", by_year),
    "future": ("date-future", by_future),
}


def unanchored(loose: Sequence[Time]) -> Finding:
    """The one finding of an article whose date of publication nobody knows."""
    first = loose[0]
    more = f" dan {len(loose) - 1} ungkapan waktu lain" if len(loose) > 1 else ""
    message = (
        f"Tanggal terbit artikel tidak diketahui, sehingga “{first.text}”{more} "
        "tidak dapat dipastikan tanggalnya."
    )
    return Finding("date-unanchored", first.start, first.stop, message)


def told(time: Time) -> str:
    """The printed date in words."""
    day = day_of(time.written)
    return long_date(day) if day else f"tanggal {time.written}"


def on(anchor: dt.date | None) -> str:
    """` (2 November 2024)`."""
    return f" ({long_date(anchor)})" if anchor else ""


def day_of(value: str | None) -> dt.date | None:
    """The day of an ISO value; None if it names none.

    >>> day_of("2024-10-31T14:30")
    datetime.date(2024, 10, 31)
    """
    if value is None or not re.fullmatch(r"\d{4}-\d\d-\d\d(?:T.*)?", value):
        return None
    return dt.date.fromisoformat(value[:10])


def long_date(day: dt.date) -> str:
    """A date in Indonesian words.

    >>> long_date(dt.date(2024, 10, 31))
    '31 Oktober 2024'
    """
    return f"{day.day} {WORDS.month_names[day.month - 1].capitalize()} {day.year}"


def weekday_name(day: dt.date) -> str:
    """The weekday in Indonesian.

    >>> weekday_name(dt.date(2024, 10, 31))
    'Kamis'
    """
    return WORDS.weekday_names[day.weekday()].capitalize()
