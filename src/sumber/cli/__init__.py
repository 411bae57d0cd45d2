"""The command line: the only room that prints."""

from sumber.cli.app import main

__all__ = ["main"]
