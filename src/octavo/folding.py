"""How names and words are compared and sought: here alone, since SQLite and PostgreSQL each fold letters in a way of their own."""

from __future__ import annotations

import re
import unicodedata

DOUBLE_MARKS = "“”„‟«»＂"
"""Quotation marks that a keyboard has as one."""
_MARKS = str.maketrans({char: key for key, alike in (('"', DOUBLE_MARKS), ("'", "‘’‚‛"), ("-", "‐‑–—")) for char in alike})
_OTHER = re.compile(r"[^\x00-\x7f]+")


def plain(text: str) -> str:
    """Small letters without accents, straight apostrophes, one blank for all white space: as words are kept to be found, and asked for."""
    # Letters of ASCII, which most texts are mostly made of, stay what they are: passing over them takes a tenth of the time.
    bare = text if text.isascii() else _OTHER.sub(_without_accents, unicodedata.normalize("NFKD", text))
    return " ".join(bare.casefold().replace("’", "'").split())


def plain_marks(text: str) -> str:
    """The text with quotation marks and dashes as a keyboard has them, a character for a character: places in it stay what they are."""
    return text.translate(_MARKS)


def _without_accents(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if not unicodedata.combining(char))
