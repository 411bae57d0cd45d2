"""Sumber reads Indonesian news and ties every field to the characters that it rests on."""

from sumber._version import __version__

__all__ = ["__version__"]
