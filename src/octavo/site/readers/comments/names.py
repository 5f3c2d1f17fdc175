"""Readers as their comments name them: a name comes from outside, whatever form it was typed into."""

from __future__ import annotations

from collections.abc import Iterable

from octavo.folding import plain
from octavo.site.readers.comments.cleaning import NAME, one_line
from octavo.site.readers.models import User

# Small letters of Cyrillic, Greek and Armenian, small capitals, and digits, that are read as Latin ones (Unicode Technical Standard 39,
# confusables); i and l, which many faces hardly tell apart, are one.
_LOOKS = str.maketrans(
    "авеіјкмнорсѕтухԛԝοανρτυιօոսհᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıi0135",
    "abeljkmhopcstyxqwoavptulonuhabcdefghljklmnoprstuvwyzlloles",
)


def name_of(reader: User | None) -> str:
    """The name that stands over a reader's comments: without controls, marks in piles, or what turns the direction of writing. "" for one
    who left, or who has no letter in it."""
    if reader is None:
        return ""
    return one_line(reader.get_full_name(), NAME) or one_line(reader.get_username(), NAME)


def poses(name: str, taken: Iterable[str]) -> bool:
    """Whether a name reads as one of those others, but for capitals, accents, what is no letter, and letters that look like Latin ones."""
    bare = _bare(name)
    return bool(bare) and any(bare == _bare(other) for other in taken)


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, plain(name).translate(_LOOKS))).replace("rn", "m").replace("vv", "w")
