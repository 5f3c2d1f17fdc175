"""The headline of a body: the line above it that is most like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from octavo.reading.flat.body import Body
from octavo.reading.flat.features import is_dated
from octavo.reading.flat.heads import can_be_headline, is_byline, is_time, is_unfinished
from octavo.reading.flat.lines import Line

REACH = 40
"""So many lines above a body are looked at."""
SIGNED_WITHIN = 3
"""A byline or a date stands at most so many lines below a headline."""
SHORTEST = 2
"""A headline of no more words is believed only right above what follows it."""
OPENING = 3000
"""Characters of the body whose words a headline is compared with."""

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
    return max(near, key=lambda at: (_likeness(lines, at, body.start, opening) + 0.7 * (seen[lines[at].text] > 1), at))


def _short_headline(lines: Sequence[Line], start: int) -> int | None:
    """The headline of one or two words ("Flood") right above a body, or above its byline and date: only where no longer line can be one."""
    at = start - 1
    while at >= max(0, start - SIGNED_WITHIN) and (is_byline(lines[at].text) or is_time(lines[at].text)):
        at -= 1
    if at < 0 or lines[at].furniture or lines[at].ends or lines[at].words > SHORTEST or not any(map(str.isalpha, lines[at].text)):
        return None
    return None if is_byline(lines[at].text) or is_time(lines[at].text) else at


def _likeness(lines: Sequence[Line], at: int, start: int, opening: set[str]) -> float:
    line = lines[at]
    words = _WORD.findall(line.text.lower())
    shared = sum(word in opening for word in words)
    signed = any(is_byline(below.text) or is_dated(below) for below in lines[at + 1 : min(start, at + 1 + SIGNED_WITHIN)])
    return (
        -0.08 * (start - at) + 1.5 * shared / max(1, len(words)) + 0.3 * min(shared, 4) + 1.0 * signed + 1.5 * (line.mark == "head")
        - 1.5 * (not is_unfinished(line)) + 0.7 * (5 <= line.words <= 18) - 0.5 * (line.mark == "list") - 0.8 * (line.words > 22)
    )
