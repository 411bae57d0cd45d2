"""What can go wrong, as one family of exceptions.

Every room raises these; `cli/` prints them as one line. A message says what was asked, what was
met, what is accepted and what to do. Callers treat the classes apart:

`UsageError`    the call itself is wrong (exit status 2)
`InputError`    one input cannot be read; the others go on (exit status 1)
`LexiconError`  a data file of the lexicon is broken
`SetupError`    the installation lacks what the call needs
`ArchiveError`  an archive cannot be opened, read or written (exit status 1)
"""

from __future__ import annotations

from functools import partial


class SumberError(Exception):
    """Any error that Sumber raises on purpose."""


class UsageError(SumberError):
    """The call asks for something that does not exist or does not fit together."""


class LexiconError(SumberError):
    """A data file of the lexicon breaks its own rules; names the file and the entry."""


class SetupError(SumberError):
    """The installation lacks an extra or the weights; says what to install."""


class InputError(SumberError):
    """One input cannot be read. `source` names it as the user did.

    >>> print(InputError("berita.html", met="an empty file", do="check the download"))
    berita.html: met an empty file; check the download
    """

    def __init__(self, source: str, *, met: str, do: str) -> None:
        """Take the input's name, what was found in it, and what its owner can do about it."""
        super().__init__(f"{source}: met {met}; {do}")
        self.source = source
        self.met = met
        self.do = do

    def __reduce__(self) -> tuple[object, ...]:
        """How the error travels between processes."""
        return partial(type(self), met=self.met, do=self.do), (self.source,)


class NotText(InputError):
    """The bytes are no text: binary data, an archive, or an encoding that nothing decodes."""


class TooLarge(InputError):
    """The input, unpacked, is over the bound that keeps memory and time in hand."""


class NotAnArticle(InputError):
    """The input is readable, but there is no article in it, or a record lacks its text."""


class NoSuchInput(NotAnArticle):
    """A name leads to nothing: no file, no match, a directory without articles, no address."""


class FetchError(InputError):
    """A URL did not give a page: no answer in time, refused, too many redirects, not HTML."""


class ArchiveError(SumberError):
    """An archive cannot be opened, read or written; says which, why, and what to do."""


class NoSuchParty(SumberError):
    """A table of events has no actor of that name, and no country bears it."""

    def __init__(self, name: str) -> None:
        """Take the name that was asked for."""
        super().__init__(
            f"{name!r} is no country and no actor of the table; give an ISO code, a country's name "
            "in Indonesian or English, or a name that stands under Actor Name or Recipient Name"
        )
        self.name = name


class NoSuchArticle(ArchiveError):
    """An archive has no article of that name, or several."""


class NoSuchStory(ArchiveError):
    """An archive has no story and no article of that name."""

    def __init__(self, asked: str) -> None:
        """Take what was asked for."""
        super().__init__(
            f"{asked!r} is no story and no article of this archive; name one by the id that "
            "sumber story shows, or an article by its id, number or address"
        )
        self.asked = asked


class NotAReading(InputError):
    """A reading contradicts itself: spans outside its text, ids twice or that name nothing."""
