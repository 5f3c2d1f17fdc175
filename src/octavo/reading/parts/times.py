"""When an article was published, from what a page or a feed prints: "17 minutes ago", "June 27, 2025", ISO 8601, RFC 822.

Nothing here raises: a time that cannot be (hour 25, 30 February, 99999999999 days ago) is None.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from octavo.reading.parts import foreign_times
from octavo.reading.parts.cleaning import clean_line

YEARS = range(1900, 2101)
"""Years believed. Newspaper archives start before the web but their dates before 1900 are slips (year 1, year 0025), as is year 9999."""

LINE_MOST = 200
"""Characters looked at; a line that says when is short."""

AHEAD_MOST = timedelta(days=1)
"""How far after the fetch a printed time may lie: clocks and time zones differ by no more."""

_MONTHS = {name: number for number, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
    "october oct", "november nov", "december dec"), 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_COUNTS = {"a": 1, "an": 1, "one": 1, "a few": 3, "few": 3, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
# Months and years ago are said so roughly that 30 and 365 days are exact enough.
_UNITS = {
    "s sec secs second seconds": timedelta(seconds=1), "m min mins minute minutes": timedelta(minutes=1),
    "h hr hrs hour hours": timedelta(hours=1), "d day days": timedelta(days=1), "w wk wks week weeks": timedelta(weeks=1),
    "mo mos mth mths month months": timedelta(days=30), "y yr yrs year years": timedelta(days=365),
}
_UNIT = {name: length for names, length in _UNITS.items() for name in names.split()}
_UNIT_WORD = "(?:" + "|".join(sorted(_UNIT, key=len, reverse=True)) + r")\b\.?"
_COUNT_WORD = r"(?:\d{1,12}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + ")"

_AGO = re.compile(
    rf"\b(?P<count>{_COUNT_WORD})\s?(?P<unit>{_UNIT_WORD})"
    rf"(?:,?\s(?:and\s)?(?P<count2>\d{{1,3}})\s?(?P<unit2>{_UNIT_WORD}))?\sago\b", re.I)
_SHORT_AGE = re.compile(r"(?P<count>\d{1,3})\s?(?P<unit>m|h|d|w|mins?|hrs?|mo|y)", re.I)
_NOW = re.compile(r"\b(?:just now|(?:a )?(?:few )?(?:moments?|seconds) ago)\b", re.I)
_DAY_WORD = re.compile(r"\b(today|yesterday)\b", re.I)

_DATES = (
    re.compile(rf"\b(?P<month>{_MONTH})\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?,?\s(?P<year>\d{{4}}))?(?![\d:])", re.I),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-](?:of\s)?(?P<month>{_MONTH})(?:,?[\s-](?P<year>\d{{4}}))?(?![\d:])", re.I),
    re.compile(r"\b(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"\b(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\d/])"),
)
_CLOCK = re.compile(
    r"\bT?(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"|\b(?P<hour12>\d{1,2})\s?(?P<half12>[ap])\.?m\b\.?", re.I)
_OFFSET = re.compile(r"^\s?\(?(?:(?:GMT|UTC)\s?)?(?P<sign>[+\u2212-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?\b\)?")
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "wat": 1, "cest": 2, "eet": 2, "sast": 2, "cat": 2, "eest": 3,
    "msk": 3, "eat": 3, "trt": 3, "gst": 4, "pkt": 5, "ist": 5.5, "npt": 5.75, "wib": 7, "ict": 7, "sgt": 8, "myt": 8, "hkt": 8, "pht": 8,
    "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "aest": 10, "acdt": 10.5, "aedt": 11, "nzst": 12, "nzdt": 13, "brt": -3, "art": -3,
    "ast": -4, "adt": -3, "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "akdt": -8, "akst": -9,
    "hst": -10,
}
_AMERICAN = {"et": ("America/New_York", -5), "ct": ("America/Chicago", -6), "mt": ("America/Denver", -7), "pt": ("America/Los_Angeles", -8)}
_ZONE = re.compile(r"^\s?\(?(?P<zone>" + "|".join(sorted((*_ZONES, *_AMERICAN), key=len, reverse=True)) + r")\b\)?", re.I)
_MONTH_FIRST = re.compile(r"\b(?:[ECMP][SD]?T)\b")
_RFC822 = re.compile(
    r"(?:[A-Z][a-z]{1,8}\.?,?\s*)?\d{1,2}[ -][A-Z][a-z]{2,8}[ -](?!00\d\d)\d{2}(?:\d\d)?\s+\d{1,2}:\d\d(?::\d\d)?"
    r"\s*(?:[+-]\d{4}|(?![ECMP]T\b)(?P<zone>[A-Z]{1,4}))?(?:\s\(.*\))?", re.A)
_CTIME = re.compile(r"[A-Z][a-z]{2}\s+[A-Z][a-z]{2}\s+\d{1,2}\s+\d{1,2}:\d\d:\d\d\s+(?:(?P<zone>[A-Z]{3,4})\s+)?\d{4}", re.A)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d\.\d\d?\.\d\d(?!\d)")
_AGED = re.compile(rf"{_AGO.pattern}|{_NOW.pattern}|{_DAY_WORD.pattern}", re.I)
_FIRST_OUT = re.compile(
    r"\b(?:(?:first |originally )?(?:published|posted)|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|publicerad)\b",
    re.I)
_CHANGED = re.compile(
    r"\s*(?:last |story )?(?:updated?|modified|edited|aktualisiert|mise? à jour|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad)\b",
    re.I)
_HOUSE = re.compile(r"[A-ZÀ-Þ][\w'’.&]*(?:\s(?:[A-ZÀ-Þ\d][\w'’.&]*|of|the)){0,4}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FILLER = re.compile(
    r"(?:[\s,;|/·•:–—()@.-]|\b(?:(?:first |last |originally )?(?:published|updated|posted|modified|edited|created|issued"
    r"|filed|added|released)"
    r"|publish(?:ed)? date|publication date|release date|last (?:update|modified)|update|date|about|around|over|nearly|almost|approximately"
    r"|the|at|on|of|hrs|uhr|um|stand|le|à|às|a las?|alle|el|em|il|am|du|veröffentlicht|aktualisiert"
    r"|publiée?|mise? à jour|publicado|actualizado|atualizado|pubblicato|aggiornato"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b)*", re.I)


def published(text: str, fetched: datetime) -> datetime | None:
    """The first time that `text`, a line about an article, tells; ages count from `fetched`, and so does a missing offset or year.

    `text` may be machine-made or printed ("Published 3 hours ago", "27/06/2025 10:42": day first unless that cannot be or the
    zone is American). None where it tells none, or a printed one more than AHEAD_MOST after `fetched`.
    """
    line = clean_line(text[: LINE_MOST * 4])[:LINE_MOST]
    exact = machine(line, fetched.tzinfo or UTC)
    if exact:
        return exact
    label = _FIRST_OUT.search(line) if is_update(line) else None
    found = (_first(line[label.start():], fetched) if label else None) or _first(line, fetched)
    return found[0] if found else _short(line, fetched) or foreign_times.read(line, fetched)


def is_update(line: str) -> bool:
    """Whether a line that tells a time tells first when the text was changed: "Updated: June 28, 2025"."""
    return _CHANGED.match(line) is not None


def stated(text: str, fetched: datetime) -> datetime | None:
    """As `machine`, but also printed dates that have a year ("27/06/2025 10:42", "Fr., 27. Juni 2025"), for feeds and metadata.

    No ages. None for a time more than AHEAD_MOST after `fetched`: it would stand above the news for years.
    """
    line = clean_line(text) if len(text) <= LINE_MOST else ""
    when = machine(line)
    if not when and _YEAR.search(line) and not _AGED.search(line):
        when = published(line, fetched.astimezone(UTC) if fetched.year in YEARS else fetched)
    return when if when and when - fetched <= AHEAD_MOST else None


def age_line(text: str, fetched: datetime) -> datetime | None:
    """As `published`, but only where the whole of `text` is an age or a date, with at most a label ("Updated: ...")."""
    if len(text) > LINE_MOST:
        return None
    line = clean_line(text)
    found = _first(line, fetched)
    if found:
        return found[0] if _FILLER.fullmatch(found[1]) or _with_house(line, found[1]) else None
    return _short(line, fetched) or machine(line, fetched.tzinfo or UTC) or foreign_times.read(line, fetched)


def machine(text: str, offset: tzinfo = UTC) -> datetime | None:
    """The time that metadata or a feed states: ISO 8601, RFC 3339, RFC 822, `ctime`, seconds since 1970. One without offset is at `offset`.

    Zones by name count ("IST" is India's). Second 0 of 1970 is None: programs write it for no time.
    """
    line = text.strip() if len(text) <= LINE_MOST else ""
    when: datetime | None = None
    try:
        if re.fullmatch(r"\d{10}|\d{13}", line, re.ASCII):
            when = datetime.fromtimestamp(int(line[:10]), UTC)
        elif re.match(r"\d{4}-?\d\d", line, re.ASCII):
            when = datetime.fromisoformat(re.sub(r"(?<=\d)\s+(?=[+-]\d|Z$)", "", re.sub(r"\s*(?:UTC|GMT)$", "Z", line)))
        else:
            when = _of_mail(line, offset)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    when = when.replace(tzinfo=when.tzinfo or offset) if when else None
    return _believed(when) if when else None


def _of_mail(line: str, offset: tzinfo) -> datetime | None:
    """"Fri, 27 Jun 2025 10:42:00 BST" and "Fri Jun 27 10:42:00 2025". The library reads both, but few zones by name."""
    match = _RFC822.fullmatch(line) or _CTIME.fullmatch(line)
    if not match:
        return None
    name = match["zone"]
    when = parsedate_to_datetime(line if not name else line[: match.start("zone")] + line[match.end("zone"):])
    zone = _ZONE.match(name or "")
    return when.replace(tzinfo=when.tzinfo or (_offset(zone, when.date()) if zone else None) or offset)


def _with_house(line: str, rest: str) -> bool:
    """Whether beside a date with year and clock time only one short name stands: "June 27, 2025 / 9:41 AM EDT / Kanal 5 News"."""
    pieces = [piece for piece in re.split(r"\s*[,/|·•]\s*|\s[-–—]\s", rest) if not _FILLER.fullmatch(piece)]
    return len(pieces) == 1 and bool(_YEAR.search(line) and _CLOCK.search(line) and _HOUSE.fullmatch(pieces[0].strip()))


def _first(line: str, fetched: datetime) -> tuple[datetime, str] | None:
    """As `_told`; nothing where counting back leaves the calendar, as from a fetch in year 1."""
    try:
        return _told(line, fetched)
    except OverflowError:
        return None


def _told(line: str, fetched: datetime) -> tuple[datetime, str] | None:
    """The first time in `line`, with what of the line is no part of it."""
    ago = _AGO.search(line)
    if ago:
        when = _before(fetched, (ago["count"], ago["unit"]), (ago["count2"] or "0", ago["unit2"] or "s"))
        return (when, line[: ago.start()] + line[ago.end():]) if when else None
    now = _NOW.search(line)
    if now and _believed(fetched):
        return fetched, line[: now.start()] + line[now.end():]
    found = [match for match in (pattern.search(line) for pattern in _DATES) if match]
    named = _DAY_WORD.search(line)
    if not found and not named:
        return None
    printed = min(found, key=lambda match: match.start()) if found else None
    return _at(line, fetched, printed, named)


def _short(line: str, fetched: datetime) -> datetime | None:
    """"3h", where it is the whole line."""
    age = _SHORT_AGE.fullmatch(line)
    return _before(fetched, (age["count"], age["unit"])) if age else None


def _at(line: str, fetched: datetime, printed: re.Match[str] | None, named: re.Match[str] | None) -> tuple[datetime, str] | None:
    """The time of a date in figures or words, or of "yesterday", with the clock time beside it."""
    match = printed or named
    assert match
    rest = line[: match.start()] + " " + line[match.end():]
    if printed:
        day = _day(printed, fetched, bool(_MONTH_FIRST.search(rest)))
    else:
        day = fetched.date() - timedelta(days=1 if match[0].lower() == "yesterday" else 0)
    clock = _CLOCK.search(rest)
    if not day:
        return None
    if not clock:
        when = _combine(day, (0, 0, 0), fetched.tzinfo or UTC) if printed else fetched - (fetched.date() - day)
    else:
        hours = _hours(clock)
        after = rest[clock.end():]
        zone = _OFFSET.match(after) or _ZONE.match(after)
        offset = _offset(zone, day) if zone else fetched.tzinfo or UTC
        when = _combine(day, hours, offset) if hours and offset else None
        rest = rest[: clock.start()] + " " + after[zone.end() if zone else 0:]
    if not when or not _believed(when) or when - fetched > AHEAD_MOST:
        return None
    return when, rest


def _day(match: re.Match[str], fetched: datetime, month_first: bool) -> date | None:
    said = match.groupdict()
    day, year = int(said["day"]), int(said["year"] or fetched.year)
    year += 2000 if len(said["year"] or "") == 2 else 0
    if said["month"].isdigit():
        month = int(said["month"])
        if not match[0][:3].isdigit() and _turned(day, month, year, month_first, fetched):
            day, month = month, day
    else:
        month = _MONTHS[said["month"].lower().rstrip(".")]
    try:
        found = date(year, month, day)
        if not said["year"] and found - fetched.date() > AHEAD_MOST:
            found = found.replace(year=year - 1)
    except ValueError:
        return None
    return found


def _turned(day: int, month: int, year: int, month_first: bool, fetched: datetime) -> bool:
    """Whether figures that read as day and month are month and day: they must be, or the zone is American, unless that is to come."""
    if month > 12 or day > 12:
        return month > 12
    latest = (fetched + AHEAD_MOST).date()
    read, turned = (year, month, day), (year, day, month)
    last = (latest.year, latest.month, latest.day)
    return turned <= last or read > last if month_first else read > last >= turned


def _hours(clock: re.Match[str]) -> tuple[int, int, int] | None:
    """Hour, minute and second of a clock time, or None for one that cannot be."""
    hour, half = int(clock["hour"] or clock["hour12"]), (clock["half"] or clock["half12"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(clock["minute"] or 0), int(clock["second"] or 0)


def _offset(zone: re.Match[str], day: date) -> tzinfo | None:
    said = zone.groupdict()
    try:
        if "sign" in said:
            ahead = timedelta(hours=int(said["hours"]), minutes=int(said["minutes"] or 0))
            return timezone(ahead if said["sign"] == "+" else -ahead)
        name = said["zone"].lower()
        if name in _AMERICAN:
            place, standard = _AMERICAN[name]
            try:
                # Without a zone on purpose: noon by the clock on that wall, which tells summer time from winter time.
                ahead = ZoneInfo(place).utcoffset(datetime(day.year, day.month, day.day, 12)) or timedelta(hours=standard)  # noqa: DTZ001
            except ZoneInfoNotFoundError:  # no time zone data on this machine: winter time
                ahead = timedelta(hours=standard)
            return timezone(ahead)
        return timezone(timedelta(hours=_ZONES[name]))
    except ValueError:
        return None


def _combine(day: date, hours: tuple[int, int, int], offset: tzinfo) -> datetime | None:
    try:
        return datetime(day.year, day.month, day.day, *hours, tzinfo=offset)
    except ValueError:
        return None


def _before(fetched: datetime, *ages: tuple[str, str]) -> datetime | None:
    try:
        for count, unit in ages:
            fetched -= _UNIT[unit.lower().rstrip(".")] * (int(count) if count.isdigit() else _COUNTS[count.lower()])
    except OverflowError:
        return None
    return _believed(fetched)


def _believed(when: datetime) -> datetime | None:
    return when if when.year in YEARS and when != _EPOCH else None
