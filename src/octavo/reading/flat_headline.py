"""The headline of a body: the line above it that is most like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from octavo.reading.flat_body import Body
from octavo.reading.flat_heads import Head, can_be_headline, is_unfinished
from octavo.reading.lines import Line

REACH = 40
"""So many lines above a body are looked at."""
OPENING = 3000
"""Characters of the body whose words a headline is compared with."""

_WORD = re.compile(r"\w{4,}")


def find_headline(lines: Sequence[Line], body: Body, head: Head | None) -> int | None:
    """The number of the line that is the headline of `body`, a run of `lines`; None where no line above it can be one.

    A head names it. Otherwise near lines, lines that share words with the body, that stand twice on the page (in the title too) and
    that do not end as sentences do are preferred.
    """
    if head and (head.sure or head.headline is not None):
        return head.headline
    near = [at for at in range(max(0, body.start - REACH), body.start) if can_be_headline(lines[at])]
    if not near:
        return None
    opening = set(_WORD.findall(" ".join(paragraph.text for paragraph in body.paragraphs[:12])[:OPENING].lower()))
    seen = Counter(line.text for line in lines)
    return max(near, key=lambda at: (_likeness(lines[at], body.start - at, opening, seen[lines[at].text] > 1), at))


def _likeness(line: Line, distance: int, opening: set[str], twice: bool) -> float:
    words = _WORD.findall(line.text.lower())
    shared = sum(word in opening for word in words)
    size = line.words
    return (
        -0.08 * distance + (2.0 * shared / len(words) if words else 0.0) + 0.3 * min(shared, 4) + 0.5 * twice + 1.5 * (line.mark == "head")
        - 1.0 * (not is_unfinished(line)) + 0.5 * (5 <= size <= 20) - 0.5 * (line.mark == "list") - 0.5 * (size > 25)
    )
