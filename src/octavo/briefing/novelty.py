"""What is new: for each report of a story the sentences that say something which no earlier one said.

A copy adds nothing but what it put in itself; what was said before in other words, or the same quotation again, is not new; a figure, a
name, a day or a negation that differs is. What is new since a reader was here, and in the newest article, are parts of one list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from octavo.briefing.cleaning import cleaned
from octavo.briefing.likes import Likes, Sentence
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report, in_order
from octavo.briefing.saying.weights import weighing, weight
from octavo.briefing.statement import Statement, agrees_but_for_names, same_scope, same_speakers, share
from octavo.briefs import Citation, Line

KNOWN = 0.7
"""The share of a sentence's words by which an earlier one says about the same, where both agree in all else."""
KNOWN_TOGETHER = 0.9
"""The share of its words that the earlier sentences most like it need together."""
ALIKE = 0.4
"""The share by which a sentence is looked at at all."""
TOGETHER = 3
"""Earlier sentences that are taken together."""
NAMED_OTHERWISE = 0.8
"""The share of its words by which a sentence is known though the earlier one has another form of a name that the story knows."""
LEAST = 3
"""Words and figures that a sentence tells something by."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a report added to a story: a line of it, and when the report came out (None: it has no date)."""

    at: datetime | None
    line: Line


def fresh(reports: Iterable[Report], likes: Likes | None = None) -> tuple[Fresh, ...]:
    """The reports of a story -> what each added to those before it, in order of time; of the first all that it tells.

    `likes` are the passages of these reports, where a caller has them. A report in another language than the most are in is left out:
    whether it says something new is not told by its words. Linear in the number of sentences.
    """
    known = in_order(reports)
    told = likes or Likes(passages(known))
    language = _language(known)
    return tuple(
        Fresh(each.first.report.article.published, Line(cleaned(each.first.text), (each.first.citation,)))
        for each in told.sentences
        if (not each.first.report.article.language or each.first.report.language == language) and _adds(each, told)
    )


def news(added: Sequence[Fresh], since: datetime | None = None) -> tuple[Line, ...]:
    """What came after `since`; without it, what the newest report that adds anything adds to the earlier ones, if there are any."""
    dated = [each for each in added if each.at]
    if since is not None:
        return tuple(each.line for each in dated if each.at and each.at > since)
    first, last = (dated[0], dated[-1]) if dated else (None, None)
    if not first or not last or _id(first) == _id(last):
        return ()
    return tuple(each.line for each in dated if _id(each) == _id(last))


def fresh_json(added: Iterable[Fresh]) -> list[dict[str, Any]]:
    """As JSON: `at` in ISO 8601 or null, `text`, `citations`."""
    return [{"at": each.at.isoformat() if each.at else None, **asdict(each.line)} for each in added]


def fresh_of(records: Iterable[dict[str, Any]]) -> tuple[Fresh, ...]:
    """What `fresh_json` made, as it was. Raises KeyError, TypeError or ValueError where it is something else."""
    return tuple(
        Fresh(
            datetime.fromisoformat(each["at"]) if each["at"] else None,
            Line(each["text"], tuple(Citation(one["id"], one["start"], one["end"]) for one in each["citations"])),
        )
        for each in records
    )


def _adds(sentence: Sentence, told: Likes) -> bool:
    """Whether a sentence says something, and no earlier report said it."""
    says = sentence.says
    if sentence.first.kind == "crosshead" or not sentence.first.is_line or says.asks or len(weighing(says.all)) < LEAST:
        return False
    earlier = (each.says for each in told.like(says, ALIKE) if each.place < sentence.place)
    near = [(share(says, other), other) for other in earlier if same_speakers(says, other)]
    if _quotes(says) and any(says.quoted <= other.all for _, other in near):
        return False
    if any(told.place_of(name) == sentence.place for name in says.names):
        return True
    if any(shared >= KNOWN and _known(says, other, shared) for shared, other in near):
        return False
    return not _known_together(says, [other for _, other in sorted(near, key=lambda each: -each[0])[:TOGETHER]])


def _quotes(says: Statement) -> bool:
    """Whether it is a quotation before all."""
    return len(says.quoted) >= LEAST and sum(weight(word) for word in sorted(says.rest & says.quoted)) >= says.weight / 2


def _known(says: Statement, other: Statement, shared: float) -> bool:
    return agrees_but_for_names(says, other) and (shared >= NAMED_OTHERWISE or says.names <= other.all)


def _known_together(says: Statement, others: Sequence[Statement]) -> bool:
    """Whether a few earlier sentences have between them what this one says: two facts in one sentence are no news."""
    words = frozenset[str]().union(*(other.all for other in others))
    figures = {figure.value for other in others for figure in other.told}
    missing = sum(weight(word) for word in sorted(says.rest - words))
    return (
        missing <= (1 - KNOWN_TOGETHER) * says.weight
        and says.names <= words
        and {each.value for each in says.told} <= figures
        and same_scope(says.turned, frozenset[str]().union(*(other.turned for other in others)), says.rest & words)
        and same_scope(says.weakened, frozenset[str]().union(*(other.weakened for other in others)), says.rest & words)
        and any(says.days <= other.days for other in others)
    )


def _language(reports: Sequence[Report]) -> str | None:
    """That of the most reports; of several the first in the alphabet."""
    counted = Counter(report.language for report in reports if report.article.language)
    return min(counted, key=lambda each: (-counted[each], each), default=None)


def _id(added: Fresh) -> str:
    return added.line.citations[0].id
