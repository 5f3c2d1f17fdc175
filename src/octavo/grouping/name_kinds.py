"""Whether a name is a person's or a place's: by its words, and by what a text prints before and after it."""

from __future__ import annotations

import re
from functools import lru_cache

from octavo.reading.parts import places

_ROLE_WORDS = """
president minister secretary chancellor king queen prince princess sir lord lady dame mayor governor senator representative congressman
congresswoman judge justice director chairman chairwoman chair professor doctor dr mr mrs ms miss captain colonel sergeant sgt detective
inspector spokesman spokeswoman spokesperson pope ambassador commissioner officer actor actress star coach quarterback striker lawyer
attorney singer author leader premier sen rep gov gen lt capt prof rev coroner sheriff master skipper defendant
"""
_ROLES = frozenset(_ROLE_WORDS.split())
_SPEECH = "said|says|told|added|asked|wrote|insisted|denied|admitted|warned|argued|tweeted|testified|pleaded|recalled"
_PERSON_AFTER = re.compile(rf",? (?:who|whose|himself|herself|{_SPEECH})\b|, (?:aged )?[1-9]\d,|, (?:Jr|Sr)\b")
_SPEECH_BEFORE = frozenset(_SPEECH.split("|"))
_PLACE_BEFORE = frozenset(("in", "near", "outside", "across", "around", "throughout"))
_REGION_AFTER = re.compile(r", (?P<region>[A-Z][a-z]+)")

_BODY_WORDS = """
academy act administration agency airlines airport arena army association authority bank bay bill board bridge brothers bureau center
centre chamber championship church city clinic club coast college commission committee company congress corp council county court cup
department district enterprises family festival fleet force forces foundation games group harbor harbour heritage highway hospital hotel
house inc industries institute island islands jail journal lake league library lines link ltd market media ministry mountain museum
network news office organisation organization park party police port post prison radio railway river road school sea senate service
society square state states station street systems team technologies times today tower treaty tribune trust union university valley
village wire works
"""
_BODIES = frozenset(_BODY_WORDS.split())
"""Last words of names that are no person's."""

_WIDE_WORDS = """
africa african africans america american americans arab arabs arabia asia asian asians atlantic australian australians belgian brazilian
british briton britons canadian canadians caribbean chinese christian christians continent danish dutch earth east eastern
egyptian english eu europe european europeans french german germans greek greeks gulf hungarian indian indians indonesian iranian iranians
iraqi irish islamic israeli israelis italian italians japanese jewish jews kingdom korea korean latin lebanese mediterranean mexican muslim
muslims nations north northern norwegian pacific pakistani palestinian palestinians polish portuguese republic republican republicans
russian russians scottish soviet south southern spanish states swedish swiss syrian thai turkish turkmenistan uk ukrainian ukrainians un
us usa ussr uae west western world house brooklyn queens manhattan bronx harlem
"""
WIDE = frozenset(_WIDE_WORDS.split())
"""Last words of names of half the world, and of its people: in so many articles that they are no subject by themselves."""


SHORT = 3
"""Letters of a name that is only one where all are capitals: "US"."""

_PRESS_WORDS = """
news times post press herald tribune journal gazette magazine reuters afp ap abc cbs nbc fox cnn bbc espn bloomberg people telegraph
guardian daily chronicle courier today tmz
"""
_PRESS = frozenset(_PRESS_WORDS.split())


@lru_cache(maxsize=8192)
def is_wide(name: str) -> bool:
    """Whether a name is a well-known place's or people's: many unlike things happen there, and to them. "UN" is; "Kim Jong Un" is not."""
    last = name.split()[-1].replace(".", "")
    return (last.lower() in WIDE and (len(last) > SHORT or last.isupper())) or places.is_known(name)


def is_press(name: str) -> bool:
    """Whether a name sounds like a paper's, an agency's or a broadcaster's, which articles name since they have something from it."""
    return name.split()[-1].lower() in _PRESS


def is_body(name: str) -> bool:
    """Whether a name's words say that it is no person: "Alder Lines", "Bank of Reef"."""
    words = name.lower().split()
    return words[-1].rstrip(".") in _BODIES or "of" in words


def person_signs(words: int, before: str, after: str) -> int:
    """How much what stands `before` (the word) and `after` a name of so many words says that it is a person's: 0 to 2."""
    if before.lower() in _ROLES and before != "state":
        return 2
    match = _PERSON_AFTER.match(after)
    if match:
        return 2 if match[0][-1] in ",r" and words > 1 else 1
    return int(before in _SPEECH_BEFORE)


def sounds_like_a_place(before: str, after: str) -> bool:
    """Whether a name is used as a place's: "in Reef", "Reef, Texas"."""
    match = _REGION_AFTER.match(after)
    return (before in _PLACE_BEFORE and not after.startswith(("'s", "’s"))) or bool(match and places.is_known(match["region"]))
