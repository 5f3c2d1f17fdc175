"""Whether the text of an article is only a summary of it, or its opening, as feeds give them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from octavo.article import Article
from octavo.reading.parts.cleaning import fold
from octavo.reading.parts.words import words_of

SHORT, PARAGRAPHS = 120, 2
"""With fewer words, in no more paragraphs, a text is a summary: hardly any news report is so short."""

LOOK = 80
"""Characters at the end of a text in which its mark of being cut stands."""

_MORE = (
    r"(?:read|find out|see|learn) more|continue reading|read (?:on|the (?:full|rest|whole|original)\b.{0,30})|full (?:story|article)|"
    r"weiterlesen|mehr lesen|zum artikel|lire (?:la suite|plus|l'article)|la suite|leer más|seguir leyendo|sigue leyendo|"
    r"leia mais|ler mais|continue lendo|continua(?: a leggere)?|leggi (?:tutto|di più|l'articolo)|lees (?:meer|verder|het hele artikel)|"
    r"läs (?:mer|vidare|hela artikeln)|les (?:mer|videre|hele saken)|læs (?:mere|videre)|czytaj (?:więcej|dalej)|więcej|"
    r"читать (?:далее|дальше|полностью)|подробнее|devamını oku|devamı|اقرأ المزيد|المزيد|続きを読む|もっと読む|"
    r"阅读(?:更多|全文)|閱讀(?:更多|全文)|继续阅读|더 ?(?:보기|읽기)"
)
_CUT = re.compile(
    r"(?:(?:…|\.\.\.|\[&hellip;\])\.?[\s\"'”’»)\]]*|(?:^|[.!?…。\])»\"”]\s*|\s[|–—·-]\s)(?:" + _MORE + r")[\s.…:»>→\])]*)$", re.IGNORECASE)


def is_summary(article: Article) -> bool:
    """`is_short` of an article from a feed."""
    return is_short(article.headline, [each.text for each in article.paragraphs])


def is_short(headline: str, paragraphs: Sequence[str]) -> bool:
    """Whether what a feed's entry says is a summary or an opening: no text, few words, or an end that promises more.

    A short post without a headline of its own, whose headline is its first words, is whole.
    """
    if not paragraphs or is_cut(paragraphs[-1]):
        return True
    if len(paragraphs) > PARAGRAPHS or sum(map(words_of, paragraphs)) >= SHORT:
        return False
    own = fold(headline)
    return not (own and fold(paragraphs[0]).startswith(own))


def is_cut(text: str) -> bool:
    """Whether a text ends where it was cut, with an ellipsis or "Continue reading"."""
    return _CUT.search(text[-LOOK:].replace("’", "'")) is not None
