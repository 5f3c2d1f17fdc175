"""Text as it is kept: normalised, without characters that nobody sees, white space folded.

Entities are left alone: decoding them is the readers' work, and "&lt;" decoded twice is a hole.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

HEADLINE_MOST = 1_000
"""Characters of a headline. The longest real ones have about 300; a page of one endless line must not become a headline."""

MARKS_MOST = 30
"""Combining marks in a row: the limit of Unicode's Stream-Safe Text Format (UAX #15), since sorting longer runs is quadratic."""

ELLIPSIS = "…"

# Controls that are no white space, soft hyphen, zero-width and bidi characters, interlinear and tag characters,
# lone surrogates and noncharacters: the format characters that hide, reorder or break text.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]+"
)
# ZWNJ and ZWJ shape letters of Arabic, Indic and other scripts and join emoji; elsewhere they only hide.
_STRAY_JOINER = re.compile("(?<![\u0590-\u1fff\u2600-\u27bf\ua800-\uabff\ufb1d-\ufdff\ufe0f\ufe70-\ufefc\U00010a00-\U00011fff"
                           "\U0001f000-\U0001faff])[\u200c\u200d]+|(?<=[\u200c\u200d])[\u200c\u200d]+|^[\u200c\u200d]+")


def clean_line(text: str) -> str:
    """`text` as one line: NFC, no unseen characters, every run of white space one space, none at the edges."""
    plain = text.isprintable() and "\u034f" not in text  # all others of the unseen are not printable
    if not text.isascii():
        text = _normalise(text if plain else _STRAY_JOINER.sub("", text))
    return " ".join((text if plain else _UNSEEN.sub("", text)).split())


def clean_headline(text: str) -> str:
    """`text` as one line of at most HEADLINE_MOST characters, cut at a word with an ellipsis."""
    line = clean_line(text)
    if len(line) <= HEADLINE_MOST:
        return line
    cut = line[: HEADLINE_MOST - len(ELLIPSIS)]
    if not line[len(cut)].isspace() and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip() + ELLIPSIS


def fold(text: str) -> str:
    """`text` for comparing: case, width and compatibility forms folded, only letters and digits, one space between words."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_SPACED).split())
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", _marks_bounded(text.casefold()))))


def lowered(text: str) -> str:
    """`text` in small letters, for looking quickly whether it holds what a pattern that ignores case needs: that is in it, in small
    letters, wherever such a pattern finds it, though the text has letters like U+0131 and U+017F, which patterns take for i and s."""
    small = text.lower()
    return small if text.isascii() else small.replace("\u0131", "i").replace("i\u0307", "i").replace("\u017f", "s")


_WORD = re.compile(r"[^\W_]+")
_ASCII_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}


def _normalise(text: str) -> str:
    return unicodedata.normalize("NFC", _marks_bounded(text))


def _marks_bounded(text: str) -> str:
    # Of every run that is too long, one mark at least stands at one of these places.
    if not any(map(unicodedata.combining, text[MARKS_MOST :: MARKS_MOST + 1])):
        return text
    return _many_marks().sub(lambda run: run[0][:MARKS_MOST], text)


@cache
def _many_marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
    return re.compile(f"[{marks}]{{{MARKS_MOST + 1},}}")
