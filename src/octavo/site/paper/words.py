"""How the paper says times, counts and first sentences. Pure: the time that is now comes in."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.utils.translation import gettext, ngettext

from octavo.article import PARAGRAPH_BREAK
from octavo.words import count

if TYPE_CHECKING:
    from octavo.site.paper.edition import Counts

STANDFIRST = 260
"""About three lines under a headline, in characters."""

LONG = 1000
"""Characters of a paragraph that is parted on the page; hardly any paper prints longer ones."""

EASY = 450
"""Characters of a part: about five lines."""

RUNS_ON = 420
"""About five lines under the lead's standfirst, in characters."""

NAME = 80
"""Characters of the name of a person or body: more is a mistake of who wrote it or read it."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]{0,2}(?=\s)|[。！？]")
_NOT_AN_END = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Prof|No|vs|Jr|Sr|Mt|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.$")


def ago(when: datetime, now: datetime) -> str:
    """A time as people say it: "20 minutes ago", "yesterday", "Sunday", "3 March", "3 March 2025". Days are those of `now`'s zone."""
    when = _in_zone(when, now)
    past = now - when
    if past < timedelta(minutes=-1):
        return f"{_day(when, now)}, {_clock(when)}"
    if past < timedelta(minutes=1):
        return "just now"
    if past < timedelta(hours=1):
        return count(past // timedelta(minutes=1), "minute") + " ago"
    days = (now.date() - when.date()).days
    if days == 0 or past < timedelta(hours=6):
        return count(past // timedelta(hours=1), "hour") + " ago"
    if days == 1:
        return "yesterday"
    return f"{when:%A}" if days < 7 else _day(when, now)


def at(when: datetime, now: datetime) -> str:
    """A day and a time as people say them: "7:30" (of today), "yesterday, 23:10", "Sunday 23:10", "3 March, 23:10"."""
    when = _in_zone(when, now)
    days = (now.date() - when.date()).days
    if days == 0:
        return _clock(when)
    if days == 1:
        return f"yesterday, {_clock(when)}"
    return f"{when:%A} {_clock(when)}" if 0 < days < 7 else f"{_day(when, now)}, {_clock(when)}"


def owned(name: str) -> str:
    """"Northwire’s", "Reuters’"; nothing for no name."""
    return name and name + ("’" if name.endswith("s") else "’s")


def ahead(when: datetime, now: datetime) -> str:
    """A time to come as people say it: "in 20 minutes", "in 3 hours", "tomorrow, 7:30", "3 March"; "now" where it is here or past."""
    when = _in_zone(when, now)
    left = when - now
    if left < timedelta(minutes=1):
        return "now"
    if left < timedelta(hours=1):
        return "in " + count(left // timedelta(minutes=1), "minute")
    days = (when.date() - now.date()).days
    if days == 0 or left < timedelta(hours=12):
        return "in " + count(left // timedelta(hours=1), "hour")
    if days == 1:
        return f"tomorrow, {_clock(when)}"
    return f"{when:%A}, {_clock(when)}" if days < 7 else _day(when, now)


def every(seconds: int) -> str:
    """How often something is done: "every minute", "every 40 minutes", "every 3 hours", "every day", "every 2 days"."""
    minutes = max(1, round(seconds / 60))
    hours, days = round(minutes / 60), round(minutes / 1440)
    number, noun = (minutes, "minute") if minutes < 120 else (hours, "hour") if hours < 36 else (days, "day")
    if minutes in (60, 1440):
        number, noun = 1, "hour" if minutes == 60 else "day"
    return f"every {noun}" if number == 1 else f"every {count(number, noun)}"


def exact(when: datetime, now: datetime) -> str:
    """A time to the minute, by `now`'s clock: "Tuesday, 3 March 2026, 07:30"."""
    when = _in_zone(when, now)
    return f"{when:%A}, {when.day} {when:%B} {when.year}, {when:%H:%M}"


def day(now: datetime) -> str:
    """The date under a masthead: "Tuesday, 3 March 2026"."""
    return f"{now:%A}, {now.day} {now:%B} {now.year}"


def dated(date: str, now: datetime) -> str:
    """A date of ISO 8601, as exact as it is, as people say it: "Sunday, 1 March", "March 2026", "2025"; another year's day with its year.
    One that cannot be read stands as it is."""
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            day = datetime.strptime(date, form).replace(tzinfo=now.tzinfo)
        except ValueError:
            continue
        return f"{day:%A}, {_day(day, now)}" if "%d" in form else f"{day:%B} {day.year}" if "%m" in form else str(day.year)
    return date


def edition_hour(now: datetime) -> str:
    """The edition's name and hour: "Morning edition, 7:30"."""
    names = ((5, "Night"), (11, "Morning"), (17, "Afternoon"), (22, "Evening"), (24, "Night"))
    return f"{next(name for end, name in names if now.hour < end)} edition, {_clock(now)}"


def told_counts(counts: Counts) -> str:
    """What an edition is made of: "15 stories in 75 articles from 14 papers, 22 of them copies."."""
    articles = ngettext("%(n)s article", "%(n)s articles", counts.articles) % {"n": f"{counts.articles:,}"}
    stories = ngettext("%(n)s story", "%(n)s stories", counts.stories) % {"n": f"{counts.stories:,}"}
    papers = ngettext("%(n)s paper", "%(n)s papers", counts.papers) % {"n": f"{counts.papers:,}"}
    whole = gettext("%(stories)s in %(articles)s") % {"stories": stories, "articles": articles}
    whole = articles if counts.stories == counts.articles else whole
    whole = gettext("%(articles)s from %(papers)s") % {"articles": whole, "papers": papers} if counts.papers else whole
    copies = ngettext("%(n)s of them a copy", "%(n)s of them copies", counts.copies) % {"n": f"{counts.copies:,}"}
    return f"{whole}, {copies}." if counts.copies else f"{whole}."


def host(address: str) -> str:
    """The host of an address of the web, with its port where it names one, without "www."."""
    return (urlsplit(address).netloc or address).removeprefix("www.")


def standfirst(text: str, room: int = STANDFIRST) -> str:
    """The first sentences of a text that fit into `room` characters; where not even the first does, its first words and "…"."""
    head = text[: room + 200].split(PARAGRAPH_BREAK, 1)[0]
    if len(head) <= room:
        return head
    head = head[: room + 1]
    ends = _sentence_ends(head)
    if ends and ends[-1] >= room // 4:
        return head[: ends[-1]].rstrip()
    cut = head.rfind(" ")
    return (head[:cut] if cut > 0 else head[:room]).rstrip(" ,;:–—-") + "…"


def shown_name(name: str) -> str:
    """A name as pages show it: one that goes on without end is cut, behind a word where there is one."""
    if len(name) <= NAME:
        return name
    cut = name.rfind(" ", NAME // 2, NAME)
    return name[: cut if cut > 0 else NAME - 1].rstrip(" ,;:–—-") + "…"


def after_standfirst(text: str, room: int = RUNS_ON) -> str:
    """The first sentences of the second paragraph: how a lead runs on under its standfirst. Nothing where there is none."""
    _, _, rest = text.partition(PARAGRAPH_BREAK)
    return standfirst(rest, room)


def parted(text: str) -> list[str]:
    """A paragraph as a reader can follow it: one that runs on past LONG is parted between sentences, never inside double quotation marks.

    For the page alone: pages that ran all paragraphs together come in like that, and the stored text stays as it came.
    """
    parts: list[str] = []
    start = seen = curly = straight = 0
    for end in _sentence_ends(text) if len(text) > LONG else []:
        # Counted on, not anew: a mark that is never closed would make this quadratic.
        curly += text.count("“", seen, end) - text.count("”", seen, end)
        straight += text.count('"', seen, end)
        seen = end
        if end - start >= EASY and len(text) - end >= EASY // 2 and not curly and not straight % 2:
            parts.append(text[start:end].strip())
            start = end
    return [*parts, text[start:].strip()]


def sentences_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the sentences of that part of a text stand, as far as their ends can be told from it alone."""
    ends = [start + each for each in _sentence_ends(text[start:end])]
    spans = zip((start, *ends), (*ends, end), strict=True)
    return [(opens + len(said) - len(said.lstrip()), closes) for opens, closes in spans if (said := text[opens:closes]).strip()]


def _sentence_ends(text: str) -> list[int]:
    ends = (match.end() for match in _SENTENCE_END.finditer(text))
    return [end for end in ends if not _NOT_AN_END.search(text[max(0, end - 8) : end])]


def _in_zone(when: datetime, now: datetime) -> datetime:
    """A time in `now`'s zone; at the edges of the calendar, where that cannot be counted, as it is."""
    try:
        return when.astimezone(now.tzinfo)
    except OverflowError:
        return when


def _day(when: datetime, now: datetime) -> str:
    return f"{when.day} {when:%B}" if when.year == now.year else f"{when.day} {when:%B} {when.year}"


def _clock(when: datetime) -> str:
    return f"{when.hour}:{when:%M}"
