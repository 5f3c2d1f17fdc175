"""How a sentence looks before it is asked what it says: letters, marks, length."""

from __future__ import annotations

import re
import unicodedata

SHORTEST, LONGEST, MOST_WORDS = 12, 420, 70
"""Characters and words of a sentence."""
_PLAIN = frozenset("\"'-%$€£&/()…,.;:?! ")
_MARKUP = re.compile(
    r"[<>\[\]{}|\\^~`*_#=@]|https?:|www\.|\b[\w-]{2,}\.(?:com|net|org|info|biz|io|ru|cn|xyz|top|app|dev|[a-z]{2}/)", re.IGNORECASE
)
_REFERENCES = re.compile(r" ?[\[(](?:spans? )?#?(\d{1,4}(?:(?:[,;] ?| and | )\d{1,4})*)[\])]")
_NUMBER = re.compile(r"\d{1,4}")


def without_references(text: str) -> tuple[str, tuple[int, ...]]:
    """A sentence without numbers in square brackets, and those numbers: "It sank [1, 3]." cites 1 and 3."""
    numbers: list[int] = []
    for match in _REFERENCES.finditer(text):
        if "[" in match[0]:
            numbers += map(int, _NUMBER.findall(match[1]))
    bare = _REFERENCES.sub(lambda match: "" if "[" in match[0] else match[0], text)
    return bare.strip(), tuple(numbers)


def well_formed(text: str, letters: frozenset[str]) -> bool:
    """Whether a folded text looks as a sentence of a newspaper does: no letter of another script than its sources', nothing that is not
    seen or turns the direction, no markup or address, no question or call, neither too long nor too short. `letters`: its sources'."""
    if not SHORTEST <= len(text) <= LONGEST or text.count(" ") >= MOST_WORDS or _MARKUP.search(text):
        return False
    if not all(_usual(letter) or letter in letters for letter in text):
        return False
    bare = re.sub(r'"[^"]*"', '""', re.sub(r"(?<!\w)'(?=\w).{3,400}?[\w,.!?]'(?!\w)", "''", text))
    if "?" in bare or "!" in bare:
        return False
    return text[0].isupper() or text[0] in "\"'" or text[0].isdigit()


def clean_letters(text: str) -> frozenset[str]:
    """The letters of a source that another text may have too: those that are seen."""
    return frozenset(letter for letter in text if unicodedata.category(letter)[0] not in "CZM" or letter == " ")


def _usual(letter: str) -> bool:
    return letter in _PLAIN or (letter.isascii() and letter.isalnum())
