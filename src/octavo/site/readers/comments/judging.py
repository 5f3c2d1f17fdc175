"""Whether a comment is published, waits for a moderator, or is refused. Pure: state and input in, an intent out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Literal

from octavo.folding import plain
from octavo.site.readers.comments.cleaning import LONGEST, shows
from octavo.site.readers.comments.linking import blocked, links
from octavo.site.readers.comments.markdown import seen_in
from octavo.site.readers.comments.rules import Rules, entries

MOST_LINKS = 50
"""Links of a comment of anybody, the owner too."""

HoldReason = Literal["first", "words"]
RefuseReason = Literal["empty", "long", "links", "domain", "words", "silenced", "minute", "day"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How its writer stands: `published` comments of theirs, and when they wrote the last ones (newest first, a day's at most).

    `trusted`: the owner and moderators, whom only the limits that hold for all stop. `silenced`: until when; None for not at all.
    """

    trusted: bool = False
    published: int = 0
    written: Sequence[datetime] = ()
    silenced: datetime | None = None


@dataclass(frozen=True, slots=True)
class Publish:
    """It is seen at once."""


@dataclass(frozen=True, slots=True)
class Hold:
    """It waits for a moderator. `detail`: the word that was found."""

    reason: HoldReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Refuse:
    """It is not kept. `number` and `detail` go with the reason: a limit, a word, a domain; `wait`: when it may be tried again."""

    reason: RefuseReason
    number: int = 0
    detail: str = ""
    wait: timedelta | None = None

    @property
    def seconds(self) -> int | None:
        """What Retry-After says; None where waiting does not help."""
        return max(1, ceil(self.wait.total_seconds())) if self.wait else None


Verdict = Publish | Hold | Refuse


def judge(comment: str, standing: Standing, rules: Rules, now: datetime, edit: bool = False) -> Verdict:
    """What becomes of a comment, cleaned, at that time: by what was typed, and by what is seen of it. One that is edited counts as written
    already."""
    if standing.silenced and standing.silenced > now:
        return Refuse("silenced", wait=standing.silenced - now)
    if len(comment) > LONGEST:
        return Refuse("long", len(comment))
    seen = seen_in(comment)
    if not shows(seen.words):
        return Refuse("empty")
    typed = links(comment)
    number = max(len(typed), len(seen.addresses))
    if number > MOST_LINKS:
        return Refuse("links", MOST_LINKS)
    if standing.trusted:
        return Publish()
    if not edit and (wait := _too_often(standing.written, rules, now)):
        return wait
    allowed = rules.links if standing.published >= rules.known_after else min(rules.links, rules.links_new)
    if number > allowed:
        return Refuse("links", allowed)
    if domain := blocked((*typed, *seen.addresses), entries(rules.blocked_domains)):
        return Refuse("domain", detail=domain)
    return _by_words(f"{comment}\n{seen.words}", standing, rules)


def _by_words(comment: str, standing: Standing, rules: Rules) -> Verdict:
    if word := listed(comment, entries(rules.refused_words)):
        return Refuse("words", detail=word)
    if word := listed(comment, entries(rules.held_words)):
        return Hold("words", word)
    return Hold("first") if rules.hold_first and not standing.published else Publish()


def _too_often(written: Sequence[datetime], rules: Rules, now: datetime) -> Refuse | None:
    reasons: tuple[tuple[RefuseReason, int, timedelta], ...] = (
        ("minute", rules.per_minute, timedelta(minutes=1)), ("day", rules.per_day, timedelta(days=1)),
    )
    for reason, most, span in reasons:
        lately = sorted((time for time in written if time > now - span), reverse=True)
        if len(lately) >= most:
            # The next may come when the last that counts against it no longer does.
            wait = lately[most - 1] + span - now if most else span
            return Refuse(reason, most, wait=wait)
    return None


def listed(text: str, words: Iterable[str]) -> str:
    """The first of the words, or phrases, that the text has: whole ones, small and capital letters and accents alike; "" for none."""
    folded = plain(text)
    for word in words:
        sought = plain(word)
        # Most words are not in it at all: that is told in a hundredth of the time.
        if sought and sought in folded and re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", folded):
            return word
    return ""
