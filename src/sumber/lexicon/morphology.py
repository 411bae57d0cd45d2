"""The affixes of Indonesian: a root and a pattern of affixes in, the word as it is written out.

`attach("meN-kan", "bebas")` is `membebaskan`. The rules are those of the standard grammar (Alwi et
al., *Tata Bahasa Baku Bahasa Indonesia*, ch. on verbs and nouns): the nasal of `meN-` and `peN-`
takes the shape of the root's first sound and swallows k, p, s, t unless a consonant follows. Used
by the codebook, so that an entry names a root and gets its forms. Pure functions on lower case.
"""

from __future__ import annotations

import re

VOWELS = "aiueo"
# Nasal and what is dropped of the root, by the root's first letters; the first that fits counts.
NASALS = (
    (re.compile(r"(?:ng|ny|[lmnrwy])"), "", 0),
    (re.compile(r"(?:kh|gh)"), "ng", 0),
    (re.compile(r"sy"), "n", 0),
    (re.compile(rf"k(?=[{VOWELS}])"), "ng", 1),
    (re.compile(rf"p(?=[{VOWELS}])"), "m", 1),
    (re.compile(rf"s(?=[{VOWELS}])"), "ny", 1),
    (re.compile(rf"t(?=[{VOWELS}])"), "n", 1),
    (re.compile(r"[bfvp]"), "m", 0),
    (re.compile(r"[cdjzst]"), "n", 0),
    (re.compile(rf"[{VOWELS}ghkqx]"), "ng", 0),
)
SYLLABLE = re.compile(f"[{VOWELS}]")
# `ber-` and `ter-` lose their r before r, and before a first syllable that ends in -er.
LOSES_R = re.compile(rf"r|[^{VOWELS}]+er[^{VOWELS}]")
PER = "per"  # a prefix that belongs to the stem: memperingatkan, diperingatkan


def nasal(prefix: str, root: str) -> str:
    """The root behind `me` or `pe` and its nasal; a root of one syllable takes `-nge-`.

    >>> [nasal("me", root) for root in ("tuduh", "serang", "kritik", "usir", "bom", "larang")]
    ['menuduh', 'menyerang', 'mengkritik', 'mengusir', 'mengebom', 'melarang']
    """
    if len(SYLLABLE.findall(root)) == 1:
        return f"{prefix}nge{root}"
    for first, sound, dropped in NASALS:
        if first.match(root):
            return f"{prefix}{sound}{root[dropped:]}"
    return prefix + root


def attach(pattern: str, root: str) -> str:
    """A root with affixes: `meN-kan`, `di-i`, `peN-an`, `-an`, `ber-`; no nasal before `per-`.

    >>> attach("peN-an", "tangkap"), attach("ber-", "runding"), attach("memper-kan", "ingat")
    ('penangkapan', 'berunding', 'memperingatkan')
    """
    prefix, _, suffix = pattern.partition("-")
    if prefix.endswith("N"):
        return nasal(prefix[:-1], root) + suffix
    if prefix in {"ber", "ter", "be", "te"} and LOSES_R.match(root):
        prefix = prefix[:2]
    return prefix + root + suffix


def is_pattern(written: str) -> bool:
    """Whether a form is written as a pattern to be filled with the root (`-an`, `peN-an`).

    >>> [is_pattern(w) for w in ("peN-an", "-an", "ter-", "tuduhan", "besar-besaran")]
    [True, True, True, False, False]
    """
    return bool(PATTERN.fullmatch(written))


PATTERN = re.compile(r"(?:meN|peN|ber|ter|per|memper|diper|se|ke|di|pe)?-(?:an|kan|i)?")


def verb_forms(stem: str) -> tuple[str, str, str]:
    """The active, passive and bare form of a transitive verb, written as `per+ingat+kan`.

    >>> verb_forms("bebas+kan")
    ('membebaskan', 'dibebaskan', 'bebaskan')
    >>> verb_forms("per+ingat+kan")
    ('memperingatkan', 'diperingatkan', 'peringatkan')
    """
    per, root, suffix = split_stem(stem)
    inner = f"{per}{root}{suffix}"
    active = f"mem{inner}" if per else nasal("me", root) + suffix
    return active, f"di{inner}", inner


def split_stem(stem: str) -> tuple[str, str, str]:
    """The prefix `per`, root and suffix of a stem written with plus signs; empty where missing.

    >>> split_stem("temu+i"), split_stem("tuduh")
    (('', 'temu', 'i'), ('', 'tuduh', ''))
    """
    pieces = stem.split("+")
    per = pieces.pop(0) if pieces[0] == PER and len(pieces) > 1 else ""
    return per, pieces[0], pieces[1] if len(pieces) > 1 else ""
