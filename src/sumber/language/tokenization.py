"""Where the words of Indonesian news begin and end.

In goes raw text, out come tokens with their offsets; the pipeline is trained and run with the same
settings. They follow the Universal Dependencies treebanks CSUI and PUD (news) so that the trees
need no repair:

* a clitic is a token of its own: ``ujar|nya``, ``apa|kah``, ``tidak|lah``, ``walau|pun``. What only
  looks like one stays whole: ``hanya``, ``sebelumnya``, ``Kenya``, ``adalah``, ``maupun``;
* reduplication and prefixed numbers stay whole: ``negara-negara``, ``ke-79``, ``1990-an``;
* a currency stands apart from its amount, a number keeps its marks: ``Rp|1,24|triliun``,
  ``20.000``, ``10.30|WIB``, ``2/11``, ``33/2006``;
* ranges and pairs of names are three tokens: ``30|-|35``, ``Jakarta|-|Bandung``, ``DPR|/|MPR``;
* abbreviations keep their full stop: ``Jl.``, ``S.H.``, ``Prof.``.

No character is added, dropped or changed: offsets always point into the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from spacy.attrs import NORM, ORTH, PREFIX, SUFFIX
from spacy.lang.id import Indonesian
from spacy.util import registry

LANGUAGE = "id_news"

# Lengths in characters. Indonesian voice and noun prefixes have up to four letters (meng-, peny-),
# and so have the common endings after a stem vowel (-ikan, -akan, -annya).
PREFIX_LENGTH = 4
SUFFIX_LENGTH = 4

# Words in -nya that the treebanks keep whole (adverbs), or in which -nya is no clitic at all.
WHOLE_NYA = """
    akhirnya awalnya berikutnya biasanya khususnya selanjutnya sebelumnya sebenarnya seharusnya
    semestinya mestinya seyogyanya seyogianya sepatutnya selayaknya sepenuhnya sebaliknya setidaknya
    sedikitnya setidak-tidaknya sekurang-kurangnya selambat-lambatnya sebesar-besarnya
    sebanyak-banyaknya sebaik-baiknya sesungguhnya sepertinya seandainya sekiranya sebisanya
    seadanya selamanya sekembalinya sesampainya setibanya umumnya pastinya tentunya tampaknya
    nampaknya kelihatannya kayaknya kayak-kayaknya rupanya rupa-rupanya sayangnya untungnya
    makanya misalnya dulunya agaknya kiranya hendaknya sesudahnya
    hanya punya mempunya tanya bertanya ditanya menanya tanya-tanya bertanya-tanya bertanya-tanya
    kenya vanya sonya tonya anya ranya danya hanya-hanya nya senyanya dua-duanya
""".split()

# Stems that take -lah, -kah, -pun, -ku and -mu; elsewhere these letters are nearly always part of
# the word (adalah, langkah, maupun, buku, ilmu), so only the listed forms are split.
CLITIC_STEMS = {
    "lah": """
        tidak bukan itu ini dia kami kita mereka saya apa siapa demikian begitu sini situ sana
        sekarang jangan boleh harus hanya sangat maka jadi katakan pilih lihat tunggu ingat sudah
        cukup baik barang seperti entah aman biar
    """,
    "kah": """
        apa siapa bagaimana mengapa kenapa kapan mana dimana berapa akan harus tidak bukan ini itu
        juga sanggup mungkin benar bisa dapat mampu perlu layak sudah ada masih dengar mudah pantas
        boleh cukup tak
    """,
    "pun": "meski walau atau sekali apa siapa mana dimana bagaimana kapan satu dia itu ini",
    "ku": "pada kepada bagi untuk oleh dari dengan diri hati nama tuhan",
    "mu": "pada kepada bagi untuk oleh dari dengan diri hati nama tuhan",
}

ABBREVIATIONS = """
    Jl. Jln. No. Rp. Kav. Gg. Dr. dr. Drs. Dra. Prof. Ir. H. Hj. KH. K.H. Tn. Ny. Nn. Sdr. Bpk.
    Yth. Tbk. Ltd. Pte. Co. Inc. Corp. LLC. Bhd. Sdn. St. Mr. Mrs. Ms. Jr. Sr. Gen. Sen. Rep. Gov.
    vs. dll. dsb. dst. dkk. hlm. tgl. a.n. u.p. d.a. s.d. Kol. Letkol. Kapt. Lettu. Brigjen.
    Mayjen. Letjen. Jend. Kompol. AKBP. AKP. Iptu. Ipda. Bripka. Tb. Rd. Kab. Kec. Kel. Ds. Ft.
    Mt. etc. S.H. S.E. S.T. S.Sos. S.Pd. S.Ag. S.IP. S.Kom. S.Si. S.Ked. M.H. M.M. M.A. M.Si.
    M.Sc. M.Hum. M.Pd. M.Kom. M.Eng. M.Ag. Ph.D. Ph.D B.Sc. B.A. Sp.A. Sp.OG. Sp.PD. SpOG. Lc.
    A.Md.
""".split()

_LETTER = r"[^\W\d_]"
_QUOTES = "\"'“”‘’`´«»„‟″′"
_DASHES = "-–—‒―"
_UPPER = "A-ZÀ-ÖØ-Þ"
_LOWER = "a-zà-öø-ÿ"


def _one_of(words: list[str]) -> str:
    """Alternation of literal words, longest first, so that the longest wins."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


# Tried on what is left of a chunk between blanks, before anything is cut off it.
_WHOLE = re.compile(
    "|".join(
        (
            f"(?:{_one_of(ABBREVIATIONS)})",
            rf"(?i:{_one_of(WHOLE_NYA)})",
            rf"(?:[{_UPPER}]\.)+",  # initials: P. K.H. U.S.
            rf"(?:[{_UPPER}]\.)+[{_UPPER}]",  # A.S
            r"\d+(?:[.,]\d+)*-an",  # 1990-an
            r"(?:https?://|www\.)\S*[\w/]",
            r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
            r"[@#]\w+",
            rf"({_LETTER}+)-\1",  # Direktur-Direktur
            r"(?i:al|ar|as|at|an|ad|ash|el|non|pasca|anti|pra|eks|pro)-\w+",
        )
    )
)

# Cut off the front of a chunk, one after the other.
PREFIXES = (
    r"…|\.\.+",
    rf"[{re.escape(_QUOTES)}]",
    r"[(\[{<*,;:!?&+=/\\|~•·●▪►]",
    r"\.(?!\d)",
    rf"[{re.escape(_DASHES)}](?!\d)",
    r"--+",
    r"(?:Rp\.?|USD|IDR|SGD|RM)(?=\d)",
    r"(?:US|AS|S|A)(?=\$)",
    r"[$€£¥₩%§©®™°]",
)

# Cut off the end of a chunk, one after the other.
SUFFIXES = (
    r"…|\.\.+",
    rf"[{re.escape(_QUOTES)}]",
    r"'s",
    r"[)\]}>*,;:!?&=/\\|~•·●▪%$€£¥°©®™]",
    rf"(?<=[\w{re.escape(_QUOTES)})\]%+²³°-])\.",
    rf"(?<=\w)[{re.escape(_DASHES[1:])}]",
    rf"(?<=[{_LOWER}\d])-",
    r"--+",
    rf"(?<={_LETTER}{_LETTER})(?i:nya)",
    r"(?<=-)nya",  # PPh-nya
    rf"(?<=[{_UPPER}]{{3}})-",
)

# Cut inside what is left of a chunk.
INFIXES = (
    r"…|\.\.+",
    r"--+",
    rf"(?<=[{_LOWER})])\.(?=[{_UPPER}])",  # two sentences run together
    rf"(?<={_LETTER})[,;:!?](?={_LETTER})",
    r"(?<=[^\s])[()\[\]{}](?=[^\s])",
    r"(?<=\w)[\"“”«»](?=\w)",
    r"(?<=\d)-(?=\d)",  # 30-35
    rf"(?<=[{_LOWER}{_UPPER}\d])[–—](?=\w)",
    rf"(?<={_LETTER}{_LETTER})/(?={_LETTER}{_LETTER})",  # DPR/MPR
    r"(?<=\.\d\d\d)/(?=\d)",  # 9.175/9.180
    r"(?<=[.!?,])[\"“”](?=\w)",
    r"(?<=\w)[.!?,](?=[\"“”])",
    # Jakarta-Bandung, not Sektor-Sektor, Al-Quran, Jong-Un
    rf"(?<=[{_LOWER}]{{3}})-(?=[{_UPPER}][{_LOWER}{_UPPER}])",
    r"(?<=\d)-(?=Rp\d)",
)


def _clitic_forms() -> Iterator[tuple[str, int]]:
    """Forms that are split and where: ``("apakah", 3)``, in small, initial and full capitals."""
    for clitic, stems in CLITIC_STEMS.items():
        for stem in stems.split():
            for word in (stem + clitic, (stem + clitic).capitalize(), (stem + clitic).upper()):
                yield word, len(stem)


def _exceptions() -> dict[str, list[dict[int, str]]]:
    """SpaCy's special cases for the forms of ``_clitic_forms``."""
    return {word: [{ORTH: word[:cut]}, {ORTH: word[cut:]}] for word, cut in _clitic_forms()}


def norm(word: str) -> str:
    """The word as the encoder looks it up: small letters, every digit 0, plain quotes and dashes.

    >>> norm("Rp1.250,75")
    'rp0.000,00'
    """
    return word.lower().translate(_PLAIN)


_PLAIN = str.maketrans(
    {
        **dict.fromkeys("123456789", "0"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’`´‛", "'"),
        **dict.fromkeys("–—‒―", "-"),
    }
)


def _prefix(word: str) -> str:
    """The first letters of the word, in small letters."""
    return word[:PREFIX_LENGTH].lower()


def _suffix(word: str) -> str:
    """The last letters of the word, in small letters."""
    return word[-SUFFIX_LENGTH:].lower()


class NewsDefaults(Indonesian.Defaults):  # type: ignore[misc, valid-type]
    """Tokenizer patterns and lexical features of ``NewsIndonesian``."""

    tokenizer_exceptions = _exceptions()
    prefixes = PREFIXES
    suffixes = SUFFIXES
    infixes = INFIXES
    token_match = _WHOLE.fullmatch
    url_match = None
    lex_attr_getters: ClassVar[dict[int, Callable[[str], str]]] = {
        **Indonesian.Defaults.lex_attr_getters,
        NORM: norm,
        PREFIX: _prefix,
        SUFFIX: _suffix,
    }


class NewsIndonesian(Indonesian):  # type: ignore[no-untyped-call]
    """The Indonesian tokenizer of spaCy with the word boundaries and word features of news."""

    lang = LANGUAGE
    Defaults = NewsDefaults


def register_language() -> None:
    """Make spaCy know ``NewsIndonesian`` by its code, before a pipeline is made or loaded."""
    registry.languages.register(LANGUAGE, func=NewsIndonesian)
