"""Dates and clock times: text and an anchor date in, times and findings out.

`find_times` reads a text, `check_calendar` says what is wrong with its dates, `parse_timestamp`
reads the one line of a page that says when it was published.
"""

from sumber.dates.calendar_check import check_calendar
from sumber.dates.find import find_times
from sumber.dates.timestamp import parse_timestamp

__all__ = ["check_calendar", "find_times", "parse_timestamp"]
