"""What somebody asks to mute or to follow, in their own words -> a rule as it is kept. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from django.utils.translation import gettext as _

from octavo.site.readers.muting.rules import (
    EFFECTS,
    HEADLINE,
    KEY,
    KINDS,
    LONGEST,
    PERSON,
    PLACES,
    SPEAKERS,
    STORY,
    TEXT,
    WORDS,
    Wish,
    key_of,
)
from octavo.site.readers.refusing import Refused

SPANS = {"day": timedelta(days=1), "week": timedelta(weeks=1), "month": timedelta(days=30)}
USUAL_PLACES = {WORDS: (HEADLINE, TEXT), PERSON: (HEADLINE, SPEAKERS)}
"""Where words and people are looked for unless the reader says otherwise."""
MOST_REPORTS = 1_000
FURTHEST = 3660
"""Days ahead that a rule may end."""


def wish(
    effect: str, kind: str, value: str, *, key: str = "", places: Collection[str] = (), until: datetime | None = None,
    story: int | None = None, speaker: int | None = None, breaks_after: int = 0, had: int = 0,
) -> Wish:
    """A rule as it is kept. `key`: by what it is compared, where that is not what it is called. Raises Refused."""
    if effect not in EFFECTS or kind not in KINDS:
        raise Refused(_("Say whether it is to be muted or followed, and what."))
    called = " ".join(value[: 20 * LONGEST].split())
    most = LONGEST if kind in (WORDS, PERSON) else KEY
    if len(value) > 20 * LONGEST or (len(called) > most and kind in (WORDS, PERSON)):
        raise Refused(_("That is too long: %(most)s characters are as many as a word or phrase may have.") % {"most": most})
    called = called[:most]
    compared = key or key_of(called)
    if not compared:
        raise Refused(_("Write at least one letter, figure or sign: blanks alone stand in every article."))
    wanted = tuple(place for place in PLACES if place in places) or USUAL_PLACES.get(kind, ())
    return Wish(
        effect, kind, called, compared, wanted if kind in (WORDS, PERSON) else (), story if kind == STORY else None,
        speaker if kind == PERSON else None, until, min(breaks_after, MOST_REPORTS) if kind == STORY and effect == "mute" else 0, had,
    )


def end_of(span: str, day: str, now: datetime) -> datetime | None:
    """For how long: "ever" (None), "day", "week", "month", or "until" a day of ISO 8601, which is meant whole, by the clock of `now`.
    Raises Refused."""
    if span in ("", "ever"):
        return None
    if span in SPANS:
        return (now + SPANS[span]).astimezone(UTC)
    if span != "until":
        raise Refused(_("Choose for how long."))
    return end_of_day(day, now.tzinfo or UTC, now)


def end_of_day(day: str, zone: tzinfo, now: datetime) -> datetime:
    """The end of a day of ISO 8601 in that zone, which is not past. Raises Refused."""
    try:
        end = datetime.combine(date.fromisoformat(day.strip()), time(), zone) + timedelta(days=1)
        ahead = end - now
    except (ValueError, OverflowError):
        raise Refused(_("Write the day it ends as year, month and day, such as 2026-03-31.")) from None
    if not timedelta() < ahead < timedelta(days=FURTHEST):
        raise Refused(_("The day it ends is past, or too far ahead: choose one in the next ten years."))
    return end.astimezone(UTC)

