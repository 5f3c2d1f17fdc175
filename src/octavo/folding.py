"""How names and words are compared and sought: here alone, since SQLite and PostgreSQL each fold letters in a way of their own."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """Small letters without accents, straight apostrophes, one blank for all white space: as words are kept to be found, and asked for."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(bare.casefold().replace("’", "'").split())
