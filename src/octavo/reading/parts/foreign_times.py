"""Ages and dates in words of other languages than English, read by dateparser.

dateparser takes about a millisecond for each language it tries, so it sees only short lines that look like a date.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "ru", "uk", "id", "zh", "ja", "ko")
LINE_MOST = 60
"""Characters of a line that dateparser is given."""

_LOOKS_LIKE_DATE = re.compile(
    r"\b(?:jan|feb|fév|fev|mär|mar|maa|abr|apr|avr|huh|kwi|mai|may|mag|maj|mei|tou|jun|juin|giu|kes|jul|juil|lug|hei|ago|aug|août|elo"
    r"|sep|set|syy|okt|oct|out|ott|lok|nov|marras|dez|dec|déc|dic|des|dic|jou|ene|gen|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
    r"|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|led|úno|bře|dub|kvě|čer|srp|zář|říj"
    r"|lis|pro)"
    r"\w*\.?,?\s+(?:de\s+|del\s+)?\d{4}\b|\d{4}\s?[年년]|\d\s?[分時时天日小秒시분일].{0,3}(?:前|전)"
    r"|\b(?:vor|il y a|hace|há|för)\s+\w{1,6}\s+\w|\b(?:fa|geleden|sedan|siden|temu|назад|тому|önce|sitten|lalu|atrás)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:veröffentlicht(?: am)?|aktualisiert(?: am)?|stand|erschienen am|publié le|mis à jour le|publicado(?: el| em)?"
    r"|actualizado(?: el)?"
    r"|atualizado(?: em)?|pubblicato(?: il)?|aggiornato(?: il)?|gepubliceerd(?: op)?|publicerad|publiceret|publisert|am|le|el"
    r"|il(?! y a))\b\s*:?\s*", re.IGNORECASE)


def read(line: str, fetched: datetime) -> datetime | None:
    """The time that the whole of `line` says, or None; not one after `fetched` by more than a day."""
    if len(line) > LINE_MOST or not any(map(str.isdigit, line)) or not _LOOKS_LIKE_DATE.search(line):
        return None
    return _parsed(_LABEL.sub("", line), fetched, fetched.utcoffset())


@lru_cache(maxsize=1024)
def _parsed(line: str, fetched: datetime, offset: timedelta | None) -> datetime | None:
    try:
        when: datetime | None = _parser(fetched, offset).get_date_data(line).date_obj
    except (ValueError, OverflowError):
        return None
    if not when:
        return None
    when = when.replace(tzinfo=when.tzinfo or fetched.tzinfo or UTC)
    return when if 1900 <= when.year <= 2100 and when - fetched <= timedelta(days=1) else None


@lru_cache(maxsize=4)
def _parser(fetched: datetime, _offset: timedelta | None) -> Any:
    """Its caches need the offset: moments that are equal but written in two zones have two clock times to count from."""
    from dateparser.date import DateDataParser  # takes 0.1 s to load and is seldom needed

    return DateDataParser(languages=list(LANGUAGES), settings={
        "RELATIVE_BASE": fetched.replace(tzinfo=None),
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["relative-time", "absolute-time"],
        "DATE_ORDER": "DMY",
        "RETURN_AS_TIMEZONE_AWARE": False,
    })
