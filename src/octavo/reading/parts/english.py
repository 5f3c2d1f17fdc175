"""English known by its commonest words, without a model: where this says yes nobody need ask one; no is no opinion."""

from __future__ import annotations

import re

STRETCH = 24
"""Words that are judged together: a text is English where every stretch of it is, so that a quotation in another language tells."""
SHARE, DIFFERENT = 5, 4
"""One word in how many of a stretch must be a common one, and how many different ones a text must have."""
STRANGE = 40
"""One word in how many may be another language's, or be spelled with other letters than a to z: names have some."""

_ENGLISH = (
    "a about after against all an and are as at be because been before being between but by can could did do does during each even every "
    "few for from had has have he her his how i if in into is it its just last many may might more most much must my never new no not now "
    "of off on one only or other our out over said says she should since so some still such than that the their them then there these "
    "they this those though through to two under until up very was we were what when where which while who whose why will with without "
    "would yet you your"
)
# The commonest words of languages that look like English, or are mixed with it.
_OTHERS = (
    # Dutch, Afrikaans, German
    "de het een en van dat niet zijn voor aan ook naar bij uit dit deze wordt werd maar nog zich ik je hij nie vir wat hulle ons om deur",
    "der das und ist nicht mit von dem den ein eine einen auf für sich zu im auch wird sind ich sie es wir",
    # Danish, Norwegian, Swedish
    "og det som på av til ikke er et har med jeg att och är för inte ett vi han hun",
    # French, Spanish, Portuguese, Italian, Romanian and their neighbours
    "le la les des que est une du pour dans qui sur pas au aux el los las y por una con del se su un lo mas não uma os da em para ao",
    "il che di della sono per è gli nel și este care pe cu",
    # Scots, West African Pidgin, Tok Pisin
    "o tae wis frae wi hae haes haed nae ain whit wha ye oot aboot afore efter taen aw wad kent sic dey wey dem don dis abi na bin bilong",
    # Indonesian and Malay, Tagalog, Swahili, Welsh, Irish
    "yang dan untuk dengan ini itu dari tidak ang ng sa mga ay ni kay ya wa kwa katika yn yr mae ar agus ag",
)
_COMMON = frozenset(_ENGLISH.split())
_STRANGE = frozenset(" ".join(_OTHERS).split()) - _COMMON
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def is_english(text: str) -> bool:
    """Whether the text is English beyond doubt. Of a text of fewer than STRETCH words nothing is."""
    words = _WORD.findall(text.replace("’", "'").lower())
    if len(words) < STRETCH or STRANGE * sum(word in _STRANGE or not word.isascii() for word in words) > len(words):
        return False
    common = [word in _COMMON for word in words]
    # The last stretch is a whole one too.
    starts = (*range(0, len(words) - STRETCH, STRETCH), len(words) - STRETCH)
    plain = all(SHARE * sum(common[start : start + STRETCH]) >= STRETCH for start in starts)
    return plain and len(_COMMON.intersection(words)) >= DIFFERENT
