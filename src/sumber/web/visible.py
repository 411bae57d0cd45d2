"""Text of a page as it may be shown: nothing in it commands the terminal or hides from the eye.

In: any string. Out: one character or `‹U+202E›` for each that would act rather than show. Used by
both views; offsets are cut before, never after.
"""

from __future__ import annotations

LINE_BREAKS_AND_TAB = (0x09, 0x0A)
BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
INVISIBLE = (*BIDI, *range(0x80, 0xA0), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))
NONCHARACTERS = (
    *range(0xFDD0, 0xFDF0),
    *(plane | low for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)),
)
SHOWN: dict[int, str] = {
    **{code: f"‹U+{code:04X}›" for code in INVISIBLE},
    **dict.fromkeys((*NONCHARACTERS, *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}"),
    # Unicode has a picture of each control character, in the same order.
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in LINE_BREAKS_AND_TAB},
    0x0D: "",
    0x7F: "\N{SYMBOL FOR DELETE}",
    0x2028: " ",
    0x2029: " ",
    0xFEFF: "",
}


def visible(text: str) -> str:
    r"""The text with control characters shown as pictures and bidi controls named.

    >>> visible("Bupati\x1b[31m Garut\u202e")
    'Bupati␛[31m Garut‹U+202E›'
    """
    return text.translate(SHOWN)


def one_line(text: str) -> str:
    r"""The same, with every run of white space as one space.

    >>> one_line("Harga\n  beras\x07")
    'Harga beras␇'
    """
    return " ".join(visible(text).split())
