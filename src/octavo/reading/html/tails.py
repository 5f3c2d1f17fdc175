"""What pages print under the last paragraph inside the article's own element, with no link or name to tell it: labels, pointers, bios."""

from __future__ import annotations

import re
from collections.abc import Iterable

from octavo.article import Paragraph
from octavo.reading.html.furniture import FILED
from octavo.reading.parts.cleaning import fold

TAILS_MOST = 6
"""How many paragraphs are taken off the end at most."""

TEXT_LEAST = 2
"""How many paragraphs stay before one that tells of its author."""

LABEL_WORDS, BIO_WORDS = 30, 60
"""How many words a label or pointer and what tells of an author have at most."""

_POINTER = re.compile(
    r"\W*(?:(?:read|see|watch) (?:more|also|next|here)|(?:also|more) (?:read|see|on this(?: story)?)"
    r"|related(?: (?:stor(?:y|ies)|articles?))?"
    r"|lesen sie (?:auch|mehr)|mehr zum thema|(?:à )?lire aussi|l[eé]ea? también|leia (?:também|mais)|leggi anche|lees ook|baca juga"
    r"|читайте также)\s*[:：|>»]", re.IGNORECASE)
_STANDARDS = re.compile(r"our standards\s*:|.{0,200}\bopens (?:in )?(?:a )?new (?:tab|window)\W*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。][\"”’»)\]]*$")
_TELLS = re.compile(r"(?: [^.,]{1,60},)? (?:is|was|has|covers|writes|reports|teaches|lives|edits|works|joined)\b", re.IGNORECASE)
_BIO = re.compile(
    r"(?P<name>[^\W\d_a-zß-öø-ÿ][\w.'’-]*(?: [^\W\d_a-zß-öø-ÿ][\w.'’-]*){1,3}),? (?:is|was) (?:an?|the|our) (?:[\w’'-]+ ){0,5}?"
    r"(?:reporter|correspondent|journalist|columnist|writer|editor|critic|photographer|contributor|freelancer)\b"
    r"(?=,? (?:for|at|with|of|in|on|based|covering|who (?:covers|writes|reports)|and)\b|\.)")


def without_tail(paragraphs: tuple[Paragraph, ...], authors: Iterable[str]) -> tuple[Paragraph, ...]:
    """`paragraphs` without labels ("Tags: ..."), rules ("___"), pointers ("Read also: ...") and what tells of the authors at the end.

    Someone whom the text names is its subject, not its author. Something always stays.
    """
    names = tuple(filter(None, map(fold, authors)))
    end = len(paragraphs)
    while end > 1 and len(paragraphs) - end < TAILS_MOST:
        text = paragraphs[end - 1].text
        if not (_is_label(text) or (end > TEXT_LEAST and _tells_of_author(text, names, paragraphs[: end - 1]))):
            break
        end -= 1
    return paragraphs[:end]


def _is_label(text: str) -> bool:
    if text.count(" ") >= LABEL_WORDS:
        return False
    if not any(map(str.isalnum, text)):
        return True
    filed = FILED.match(text) is not None and not _SENTENCE_END.search(text[-8:])
    return filed or _POINTER.match(text) is not None or _STANDARDS.match(text) is not None


def _tells_of_author(text: str, authors: tuple[str, ...], before: tuple[Paragraph, ...]) -> bool:
    if text.count(" ") >= BIO_WORDS:
        return False
    found = _BIO.match(text)
    name = fold(found["name"]) if found else next((author for author in authors if _opens(text, author)), "")
    return bool(name) and not any(name in fold(paragraph.text) for paragraph in before)


def _opens(text: str, author: str) -> bool:
    words = author.count(" ") + 1
    return words > 1 and fold(" ".join(text.split()[:words])) == author and _TELLS.match(" ".join(["", *text.split()[words:]])) is not None
