"""How the paper says times, counts and first sentences. Pure: the time that is now comes in."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext

from octavo.article import PARAGRAPH_BREAK
from octavo.site.messages import numeral

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
        return _day_and_time(_day(when, now), when)
    if past < timedelta(minutes=1):
        return gettext("just now")
    if past < timedelta(hours=1):
        minutes = past // timedelta(minutes=1)
        return ngettext("%(n)s minute ago", "%(n)s minutes ago", minutes) % {"n": numeral(minutes)}
    days = (now.date() - when.date()).days
    if days == 0 or past < timedelta(hours=6):
        hours = past // timedelta(hours=1)
        return ngettext("%(n)s hour ago", "%(n)s hours ago", hours) % {"n": numeral(hours)}
    if days == 1:
        return gettext("yesterday")
    return _weekday(when) if days < 7 else _day(when, now)


def at(when: datetime, now: datetime) -> str:
    """A day and a time as people say them: "7:30" (of today), "yesterday, 23:10", "Sunday 23:10", "3 March, 23:10"."""
    when = _in_zone(when, now)
    days = (now.date() - when.date()).days
    if days == 0:
        return _clock(when)
    if days == 1:
        return gettext("yesterday, %(time)s") % {"time": _clock(when)}
    if 0 < days < 7:
        return gettext("%(weekday)s %(time)s") % {"weekday": _weekday(when), "time": _clock(when)}
    return _day_and_time(_day(when, now), when)


def owned(name: str) -> str:
    """"Northwire’s", "Reuters’"; nothing for no name."""
    if not name:
        return ""
    return (gettext("%(name)s’") if name.endswith("s") else gettext("%(name)s’s")) % {"name": name}


def ahead(when: datetime, now: datetime) -> str:
    """A time to come as people say it: "in 20 minutes", "in 3 hours", "tomorrow, 7:30", "3 March"; "now" where it is here or past."""
    when = _in_zone(when, now)
    left = when - now
    if left < timedelta(minutes=1):
        return gettext("now")
    if left < timedelta(hours=1):
        minutes = left // timedelta(minutes=1)
        return ngettext("in %(n)s minute", "in %(n)s minutes", minutes) % {"n": numeral(minutes)}
    days = (when.date() - now.date()).days
    if days == 0 or left < timedelta(hours=12):
        hours = left // timedelta(hours=1)
        return ngettext("in %(n)s hour", "in %(n)s hours", hours) % {"n": numeral(hours)}
    if days == 1:
        return gettext("tomorrow, %(time)s") % {"time": _clock(when)}
    return _day_and_time(_weekday(when), when) if days < 7 else _day(when, now)


def every(seconds: int) -> str:
    """How often something is done: "every minute", "every 40 minutes", "every 3 hours", "every day", "every 2 days"."""
    minutes = max(1, round(seconds / 60))
    hours, days = round(minutes / 60), round(minutes / 1440)
    if minutes < 120 and minutes != 60:
        return ngettext("every minute", "every %(n)s minutes", minutes) % {"n": numeral(minutes)}
    if hours < 36 and minutes != 1440:
        return ngettext("every hour", "every %(n)s hours", hours) % {"n": numeral(hours)}
    return ngettext("every day", "every %(n)s days", days) % {"n": numeral(days)}


def exact(when: datetime, now: datetime) -> str:
    """A time to the minute, by `now`'s clock: "Tuesday, 3 March 2026, 07:30"."""
    when = _in_zone(when, now)
    return gettext("%(date)s, %(time)s") % {"date": day(when), "time": f"{when:%H:%M}"}


def day(now: datetime) -> str:
    """The date under a masthead: "Tuesday, 3 March 2026"."""
    return gettext("%(weekday)s, %(day)s %(month)s %(year)s") % {
        "weekday": _weekday(now), "day": now.day, "month": MONTHS[now.month], "year": now.year,
    }


def dated(date: str, now: datetime) -> str:
    """A date of ISO 8601, as exact as it is, as people say it: "Sunday, 1 March", "March 2026", "2025"; another year's day with its year.
    One that cannot be read stands as it is."""
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            read = datetime.strptime(date, form).replace(tzinfo=now.tzinfo)
        except ValueError:
            continue
        if "%d" in form:
            return gettext("%(weekday)s, %(day)s") % {"weekday": _weekday(read), "day": _day(read, now)}
        return gettext("%(month)s %(year)s") % {"month": MONTHS[read.month], "year": read.year} if "%m" in form else str(read.year)
    return date


def edition_hour(now: datetime) -> str:
    """The edition's name and hour: "Morning edition, 7:30"."""
    night = gettext("Night edition, %(time)s")
    names = (
        (5, night), (11, gettext("Morning edition, %(time)s")), (17, gettext("Afternoon edition, %(time)s")),
        (22, gettext("Evening edition, %(time)s")), (24, night),
    )
    return next(name for end, name in names if now.hour < end) % {"time": _clock(now)}


def told_counts(counts: Counts) -> str:
    """What an edition is made of: "15 stories in 75 articles from 14 papers, 22 of them copies."."""
    articles = ngettext("%(n)s article", "%(n)s articles", counts.articles) % {"n": numeral(counts.articles)}
    stories = ngettext("%(n)s story", "%(n)s stories", counts.stories) % {"n": numeral(counts.stories)}
    papers = ngettext("%(n)s paper", "%(n)s papers", counts.papers) % {"n": numeral(counts.papers)}
    whole = gettext("%(stories)s in %(articles)s") % {"stories": stories, "articles": articles}
    whole = articles if counts.stories == counts.articles else whole
    whole = gettext("%(articles)s from %(papers)s") % {"articles": whole, "papers": papers} if counts.papers else whole
    copies = ngettext("%(n)s of them a copy", "%(n)s of them copies", counts.copies) % {"n": numeral(counts.copies)}
    return f"{whole}, {copies}." if counts.copies else f"{whole}."


def own_tongue() -> SafeString:
    """The attributes of what is said in the language of the page, inside a text of another too: `lang="en" dir="ltr"`."""
    return format_html('lang="{}" dir="{}"', get_language() or "en", "rtl" if get_language_bidi() else "ltr")


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
    if when.year == now.year:
        return gettext("%(day)s %(month)s") % {"day": when.day, "month": MONTHS[when.month]}
    return gettext("%(day)s %(month)s %(year)s") % {"day": when.day, "month": MONTHS[when.month], "year": when.year}


def _day_and_time(day: str, when: datetime) -> str:
    return gettext("%(date)s, %(time)s") % {"date": day, "time": _clock(when)}


def _weekday(when: datetime) -> str:
    return str(WEEKDAYS[when.weekday()])


def _clock(when: datetime) -> str:
    return f"{when.hour}:{when:%M}"
