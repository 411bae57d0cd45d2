"""Readings kept: records to and from SQLite or PostgreSQL. Opens by `sumber.open`."""

from sumber.archive.archive import Archive, open_archive
from sumber.archive.prepared import Prepared, prepare
from sumber.archive.refusing import Refused
from sumber.archive.writer import Filed

__all__ = ["Archive", "Filed", "Prepared", "Refused", "open_archive", "prepare"]
