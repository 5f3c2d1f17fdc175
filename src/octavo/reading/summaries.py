"""Whether the text of an article is only a summary of it, or its opening, as feeds give them. Pure."""

from __future__ import annotations

import re

from octavo.article import Article
from octavo.reading.parts.words import words_of

SHORT = 120
"""With fewer words, in one or two paragraphs, a text is a summary: hardly any news report is shorter."""

PARAGRAPHS = 2

_CUT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])[\s\"'”’»)\]]*$")


def is_summary(article: Article) -> bool:
    """Whether what an article from a feed says is a summary or an opening: no text, few words, or an end that promises more."""
    if not article.paragraphs:
        return True
    last = article.paragraphs[-1].text
    if _CUT.search(last[-20:]):
        return True
    return len(article.paragraphs) <= PARAGRAPHS and sum(words_of(each.text) for each in article.paragraphs) < SHORT
