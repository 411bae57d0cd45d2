"""Where sentences end, also behind quotation marks.

In goes a document of tokens, out comes the same document with every token marked as opening a
sentence or not. The rules read only the tokens: a mark that ends a sentence, the closing marks that
belong to it, and what comes next. They replace a learned splitter because the treebanks hold next
to no running text. Users: the pipeline (component ``sentence_ends``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

FACTORY = "sentence_ends"

ENDS = frozenset((".", "?", "!", "…", "...", ".."))
CLOSING = frozenset("\"'”’»)]")
OPENING = frozenset("\"'“‘«([")
BEFORE_FIRST = OPENING | {"-", "–", "—"}

# Marks or blanks in a row that are looked over; more is no writing but a line drawn with marks.
MARKS_TOGETHER = 8

# Degrees stand behind a name, so unlike initials they may end a sentence.
DEGREES = frozenset("S.H. S.E. S.T. S.IP. M.H. M.M. M.A. Ph.D. B.A.".split())

# After these a name or a number follows, so the full stop does not end a sentence. Legal forms
# (Tbk., Ltd.) are not among them: they end one when a capital follows a blank.
ABBREVIATIONS_BEFORE_NAMES = frozenset(
    """
    Jl. Jln. No. Rp. Kav.
    Gg. Dr. dr. Drs. Dra. Prof. Ir. H. Hj. KH. Tn. Ny. Nn. Sdr. Bpk. Yth. St. Mr.
    Mrs. Ms. Gen. Sen. Rep. Gov. vs. hlm. tgl. Kol. Letkol. Kapt. Lettu. Brigjen. Mayjen. Letjen.
    Jend. Kompol. AKBP. AKP. Iptu. Ipda. Bripka. Tb. Rd. Kab. Kec. Kel. Ft. Mt. Pres. Pte. Co. Sdn.
    """.split()
)


# Words that are often shortened before a number, though they end sentences elsewhere: hal. 5
BEFORE_NUMBERS = frozenset(("hal", "rp", "no", "pasal", "ayat", "bab"))


def find_sentence_starts(words: Sequence[str], blanks: Sequence[bool]) -> Iterator[int]:
    """Indices of the words that open a sentence, ascending, 0 first.

    ``blanks[i]`` tells whether a blank follows ``words[i]``. A word with a line break is a blank
    itself and ends the sentence.

    >>> words = ['"', "Kami", "pergi", ".", '"', "Ia", "diam", "."]
    >>> list(find_sentence_starts(words, [False, True, False, False, True, True, False, False]))
    [0, 5]
    """
    after_end = True
    depth = _Quotation()
    for index, word in enumerate(words):
        depth.read(words, blanks, index)
        if after_end and not word.isspace():
            yield index
            after_end = False
        if "\n" in word or _ends_here(words, blanks, index, depth):
            after_end = True


class _Quotation:
    """Whether the current word closes a straight quotation mark; curly ones tell by themselves."""

    def __init__(self) -> None:
        self.open = False
        self.closed_here = False

    def read(self, words: Sequence[str], blanks: Sequence[bool], index: int) -> None:
        """Take the next word into account; a line break closes whatever was left open."""
        word = words[index]
        self.closed_here = False
        if "\n" in word:
            self.open = False
        elif word == '"':
            self.closed_here = self.open
            self.open = not self.open


def _ends_here(
    words: Sequence[str], blanks: Sequence[bool], index: int, quotation: _Quotation
) -> bool:
    """Whether the sentence ends with the word at ``index``, closing marks included."""
    follower = _next_word(words, index + 1)
    if follower is None or "\n" in words[index + 1]:
        return False
    word = words[index]
    if _closes(word, quotation):
        return _mark_before(words, index) and _opens_sentence(words, follower)
    if word == "." and words[index - 1].lower() in BEFORE_NUMBERS and words[follower][0].isdigit():
        return False
    if word in ENDS or _ends_as_abbreviation(word, words[follower]):
        return not _closing_follows(words, index, quotation) and _opens_sentence(words, follower)
    return False


def _closes(word: str, quotation: _Quotation) -> bool:
    return quotation.closed_here if word == '"' else word in CLOSING


def _mark_before(words: Sequence[str], index: int) -> bool:
    """Whether an end mark stands before ``index``, over other closing marks."""
    for before in range(index - 1, max(-1, index - 1 - MARKS_TOGETHER), -1):
        if words[before] not in CLOSING:
            return words[before] in ENDS
    return False


def _closing_follows(words: Sequence[str], index: int, quotation: _Quotation) -> bool:
    """Whether the word after ``index`` is a closing mark that still belongs to the sentence."""
    follower = words[index + 1]
    if follower == '"':
        return quotation.open
    return follower in CLOSING


def _ends_as_abbreviation(word: str, follower: str) -> bool:
    """Whether ``word`` is an abbreviation that ends a sentence with its own full stop.

    Initials and titles never do, and none does before a bracket or another abbreviation.
    """
    if len(word) < 3 or word[-1] != "." or follower[-1] == "." or follower[0] in OPENING:
        return False
    is_initials = word[-3] == "." and word not in DEGREES
    return not is_initials and word not in ABBREVIATIONS_BEFORE_NAMES


def _next_word(words: Sequence[str], index: int) -> int | None:
    """The index of the next word that is no blank, ``None`` at the end."""
    following = range(index, min(len(words), index + MARKS_TOGETHER))
    return next((at for at in following if not words[at].isspace()), None)


def _opens_sentence(words: Sequence[str], index: int) -> bool:
    """Whether the word at ``index``, over opening marks, looks like the first of a sentence."""
    last = min(len(words) - 1, index + MARKS_TOGETHER)
    while index < last and words[index] in BEFORE_FIRST:
        index += 1
    return words[index][0].isupper() or words[index][0].isdigit() or words[index][0] in "@#"


def mark_sentences(doc: Doc) -> Doc:
    """Set ``is_sent_start`` of every token of ``doc`` and return it."""
    words = [token.text for token in doc]
    starts = set(find_sentence_starts(words, [bool(token.whitespace_) for token in doc]))
    # One array: setting token by token costs spaCy a look at the whole document each time.
    marks = np.fromiter((1 if i in starts else -1 for i in range(len(doc))), "int64", len(doc))
    return doc.from_array([SENT_START], marks.astype("uint64"))  # type: ignore[arg-type] # one row a token


def _make_component(nlp: Language, name: str) -> SentenceEnds:
    return SentenceEnds()


class SentenceEnds:
    """``mark_sentences`` as a component of a pipeline; it holds no state."""

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its sentences marked."""
        return mark_sentences(doc)


def register_sentences() -> None:
    """Make spaCy know the component; needed before a pipeline is made or loaded."""
    Language.factory(FACTORY, assigns=["token.is_sent_start"], func=_make_component)
