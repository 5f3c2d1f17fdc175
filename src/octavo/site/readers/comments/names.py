"""Readers as their comments name them: a name comes from outside, whatever form it was typed into."""

from __future__ import annotations

from octavo.folding import plain
from octavo.site.readers.comments.cleaning import NAME, one_line
from octavo.site.readers.models import User


def name_of(reader: User | None) -> str:
    """The name that stands over a reader's comments: without controls, marks in piles, or what turns the direction of writing. "" for one
    who left, or who has no letter in it."""
    if reader is None:
        return ""
    return one_line(reader.get_full_name(), NAME) or one_line(reader.get_username(), NAME)


def poses(name: str, taken: str) -> bool:
    """Whether a name reads as that other one, but for capitals, accents and what is no letter."""
    bare = "".join(filter(str.isalnum, plain(name)))
    return bool(bare) and bare == "".join(filter(str.isalnum, plain(taken)))
