"""Bytes to text: what the encoding is, or why the bytes are no text.

In: the bytes of one input. Out: its text without a byte order mark, nothing else changed. UTF-8,
UTF-16 and UTF-32 with or without a mark, a declared encoding, Windows-1252; gzip is unpacked up to
a bound. Used by `inputs`.
"""

from __future__ import annotations

import codecs
import re
import zlib

from sumber.errors import NotAnArticle, NotText, TooLarge, UsageError

GZIP = b"\x1f\x8b"
MAGIC = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SAMPLE = 4096  # bytes looked at to tell UTF-16 without a mark
MOST_CONTROLS = 0.01  # of the characters; more of them are binary data
FEWEST_CONTROLS = 3  # a short text may hold a few
CHECKED = 100_000  # characters looked at for control characters
# Anything but white space, control and format characters (zero-width, byte order, direction marks).
VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
SURROGATE = re.compile(r"[\ud800-\udfff]")


def unpack(data: bytes, *, source: str, max_bytes: int) -> bytes:
    """Give the bytes, unpacked if they are gzip. Raises: TooLarge, NotText (broken gzip)."""
    if not data.startswith(GZIP):
        return check_size(data, source=source, max_bytes=max_bytes)
    plain = bytearray()
    try:
        while data and len(plain) <= max_bytes:  # a file may hold several members
            unpacker = zlib.decompressobj(wbits=31)
            plain += unpacker.decompress(data, max_bytes + 1 - len(plain))
            if not unpacker.eof:
                break
            data = unpacker.unused_data
    except zlib.error as broken:
        raise NotText(source, met=f"broken gzip data ({broken})", do="fetch it again") from broken
    if len(plain) <= max_bytes and not unpacker.eof:
        raise NotText(source, met="gzip data cut short", do="fetch it again")
    return check_size(bytes(plain), source=source, max_bytes=max_bytes)


def check_size(data: bytes, *, source: str, max_bytes: int) -> bytes:
    """Give the bytes back. Raises: TooLarge if they are over the bound."""
    if len(data) > max_bytes:
        raise TooLarge(
            source,
            met=f"more than {max_bytes:,} bytes (unpacked)",
            do="split it, or give one article a line as JSON Lines",
        )
    return data


def decode(
    data: bytes, *, source: str, encoding: str | None = None, declared: str | None = None
) -> str:
    """Give the text that the bytes hold.

    `encoding` is the user's word and binds; `declared` is what came with the bytes (an HTTP
    header) and is tried after UTF-8. Raises: NotText, NotAnArticle if there is nothing.

    >>> decode("Senin".encode("utf-16"), source="a.txt")
    'Senin'
    """
    if not data.strip():
        raise NotAnArticle(source, met=_emptiness(data), do="check where the file comes from")
    _check_magic(data, source)
    if encoding:
        return _decode_as_told(data, encoding, source)
    for mark, name in BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], name, source)
    text = _decode_unmarked(data, declared)
    if text is not None and not text.strip():
        raise NotAnArticle(source, met=_emptiness(data), do="check where the file comes from")
    if text is None or _is_noise(text[:CHECKED]):
        raise NotText(source, met="binary data", do="give HTML, plain text or JSON Lines")
    return text


def check_text(text: str, *, source: str) -> str:
    """Give the text back. Raises: NotAnArticle if it is blank, NotText at a lone surrogate."""
    if not VISIBLE.search(text):
        raise NotAnArticle(
            source, met="nothing but white space and invisible characters", do="give a text"
        )
    if lone := SURROGATE.search(text):
        raise NotText(
            source,
            met=f"a lone surrogate (half of a character) at character {lone.start()}",
            do="repair the program that wrote it",
        )
    return text


def _is_noise(text: str) -> bool:
    return len(CONTROLS.findall(text)) > max(FEWEST_CONTROLS, MOST_CONTROLS * len(text))


def _emptiness(data: bytes) -> str:
    return "nothing but white space" if data else "no bytes at all"


def magic_name(data: bytes) -> str | None:
    """What the first bytes say that the file is; None if it may be text."""
    return next((name for magic, name in MAGIC if data.startswith(magic)), None)


def _check_magic(data: bytes, source: str) -> None:
    if name := magic_name(data):
        raise NotText(source, met=name, do="give HTML, plain text or JSON Lines")


def check_encoding(name: str) -> None:
    """Raises: UsageError if there is no text encoding of that name."""
    try:
        "".encode(name)
    except LookupError as unknown:
        raise UsageError(f"encoding {name!r} is unknown; give one such as utf-8") from unknown


def _decode_as_told(data: bytes, encoding: str, source: str) -> str:
    check_encoding(encoding)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as wrong:
        raise NotText(
            source, met=f"bytes that are not {encoding} ({wrong})", do="leave --encoding out"
        ) from wrong


def _decode_marked(data: bytes, name: str, source: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as wrong:
        if name != "utf-8" and wrong.end >= len(data) - 4:  # cut in the middle of a character
            return data.decode(name, "ignore")
        if name == "utf-8":
            return data.decode(name, "replace")
        raise NotText(source, met=f"broken {name.upper()}", do="save it as UTF-8") from wrong


def _decode_unmarked(data: bytes, declared: str | None) -> str | None:
    wide = _unmarked_wide(data)
    if wide:
        return _try(data, wide)
    if b"\x00" in data and data.count(b"\x00") > MOST_CONTROLS * len(data):
        return None
    text = _try(data, "utf-8")
    if text is None and (own := declared or _declared(data)) and not _is_utf8(own):
        text = _try(data, own)
    if text is None:
        text = _mostly_utf8(data)
    return text if text is not None else _try(data, "cp1252") or _latin(data)


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 by its mark, or by its zero bytes, from the first bytes of a file.

    >>> wide_encoding('{"id": "a"}'.encode("utf-16-be"))
    'utf-16-be'
    """
    marks = (("utf-32", BOMS[1:3]), ("utf-16", BOMS[3:5]))
    marked = (name for name, boms in marks if any(head.startswith(mark) for mark, _ in boms))
    return next(marked, None) or _unmarked_wide(head[: len(head) & ~1])


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Indonesian text is zero."""
    sample = data[:SAMPLE]
    half = max(1, len(sample) // 2)
    if len(sample) < 4 or len(data) % 2:
        return None
    high, low = sample[1::2].count(0) / half, sample[0::2].count(0) / half
    if high > 0.6 and low < 0.1:
        return "utf-16-le"
    return "utf-16-be" if low > 0.6 and high < 0.1 else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        return None


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:SAMPLE])
    return found[1].decode("ascii") if found else None


def _is_utf8(name: str) -> bool:
    return name.lower().replace("_", "-") in ("utf-8", "utf8")


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes: fewer than there are right characters beyond ASCII."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    right = sum(1 for c in re.findall(r"[^\x00-\x7f]", text) if c != "\ufffd")
    return text if broken <= right else None


def _latin(data: bytes) -> str:
    return data.decode("cp1252", "replace")
