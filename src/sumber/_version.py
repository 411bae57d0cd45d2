"""The version, in one place for the build, the command line and every reading."""

__version__ = "0.1.0"
