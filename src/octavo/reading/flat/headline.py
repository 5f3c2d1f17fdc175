"""The headline of a body: the line above it that is most like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from octavo.reading.flat.body import Body
from octavo.reading.flat.features import is_dated
from octavo.reading.flat.heads import can_be_headline, can_name, is_byline, is_time, is_unfinished
from octavo.reading.flat.lines import Line
from octavo.reading.furniture import furniture_of
from octavo.reading.parts.kickers import is_kicker

REACH = 40
"""So many lines above a body are looked at."""
SIGNED_WITHIN = 3
"""A byline or a date stands at most so many lines below a headline."""
SHORTEST = 2
"""A headline of no more words is believed only right above what follows it."""
NAME_WORDS, LABEL_WORDS = 5, 3
"""The name of a publisher behind a headline, and a label of the navigation, have at most so many words."""
OPENING = 3000
"""Characters of the body whose words a headline is compared with."""

_TITLE_NAME = re.compile(r" (?:[|–—-]|[^|]{1,40} \|) (?P<name>[^\W\d_][^|]{1,40})$")
_WORD = re.compile(r"\w{4,}")


def find_headline(lines: Sequence[Line], body: Body) -> int | None:
    """The number of the line that is the headline of `body`, a run of `lines`; None where no line above it can be one.

    Near lines are preferred, lines that share words with the body, that stand twice on the page (in its title too), that have a byline
    or a date just below, and that do not end as sentences do.
    """
    near = [at for at in range(max(0, body.start - REACH), body.start) if can_be_headline(lines[at])]
    if not near:
        return _short_headline(lines, body.start)
    opening = set(_WORD.findall(" ".join(paragraph.text for paragraph in body.paragraphs[:12])[:OPENING].lower()))
    seen = Counter(line.text for line in lines)
    best = max(near, key=lambda at: (_likeness(lines, at, body.start, opening) + 0.7 * (seen[lines[at].text] > 1), at))
    # the page's title is the headline with a name behind it
    return next((at for at in near if at > best and _is_title_of(lines[best].text, lines[at].text)), best)


def _is_title_of(title: str, headline: str) -> bool:
    return title.startswith(headline) and _TITLE_NAME.match(title, len(headline)) is not None


def _short_headline(lines: Sequence[Line], start: int) -> int | None:
    """The headline of one or two words ("Flood") right above a body, or above its byline and date: only where no longer line can be one."""
    at = start - 1
    while at >= max(0, start - SIGNED_WITHIN) and (is_byline(lines[at].text) or is_time(lines[at].text)):
        at -= 1
    if at < 0 or lines[at].furniture or lines[at].ends or lines[at].words > SHORTEST or not any(map(str.isalpha, lines[at].text)):
        return None
    return None if is_byline(lines[at].text) or is_time(lines[at].text) else at


def kicker_above(lines: Sequence[Line], headline: int) -> str | None:
    """The kicker that stands in a line of its own right above a headline ("ANALYSIS"); one in a row of labels is the name of a section."""
    at = headline - 1
    return lines[at].text if at >= 0 and not lines[at].furniture and is_kicker(lines[at].text) and _stands_alone(lines, at) else None


def name_above(lines: Sequence[Line], headline: int, fetched: datetime) -> str | None:
    """The name that stands right above a headline with an age below it, if it is no label among others."""
    at = headline - 1
    if at < 0 or headline + 1 >= len(lines) or not is_time(lines[headline + 1].text):
        return None
    named = lines[at].words > 1 and can_name(lines[at], fetched) and not is_kicker(lines[at].text) and _stands_alone(lines, at)
    return lines[at].text if named else None


def name_behind(lines: Sequence[Line], headline: int) -> str | None:
    """The publisher behind a bar in a headline ("Bridge to shut | The Pilot"), or behind the headline in the page's title."""
    title = lines[headline].text
    if "|" not in title:
        names = (_TITLE_NAME.match(line.text, len(title)) for line in lines[: min(headline, REACH)] if line.text.startswith(title))
        return next((found["name"] for found in names if found), None)
    before, _, name = (part.strip() for part in title.rpartition("|"))
    fit = name and before.count(" ") and name.count(" ") < NAME_WORDS and any(map(str.isalpha, name))
    return name if fit and not is_kicker(name) and not furniture_of(name) else None


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a label is not the last of a row of them, as a page's navigation is."""
    return at == 0 or lines[at].gap > 0 or lines[at - 1].words > LABEL_WORDS or is_time(lines[at - 1].text)


def _likeness(lines: Sequence[Line], at: int, start: int, opening: set[str]) -> float:
    line = lines[at]
    words = _WORD.findall(line.text.lower())
    shared = sum(word in opening for word in words)
    signed = any(is_byline(below.text) or is_dated(below) for below in lines[at + 1 : min(start, at + 1 + SIGNED_WITHIN)])
    return (
        -0.08 * (start - at) + 1.5 * shared / max(1, len(words)) + 0.3 * min(shared, 4) + 1.0 * signed + 1.5 * (line.mark == "head")
        - 1.5 * (not is_unfinished(line)) + 0.7 * (5 <= line.words <= 18) - 0.5 * (line.mark == "list") - 0.8 * (line.words > 22)
    )
