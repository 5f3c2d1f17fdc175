"""Bylines as printed -> names of people, and the agency they write for: "By Jane Doe, Associated Press"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from octavo.reading.parts import agencies, agency_names, places
from octavo.reading.parts.cleaning import clean_line, fold

LINE_MOST = 300
NAME_MOST = 60
NAMES_MOST = 20
"""Characters of a byline and of a name, and names of an article, that are looked at: more is no byline."""


@dataclass(frozen=True, slots=True)
class Byline:
    """The people of a byline in order, once each, and the agency it names."""

    names: tuple[str, ...] = ()
    agency: str | None = None


_BY = re.compile(
    r"^\s*(?:[-–—|]\s*)?(?:(?:(?:story|text|words|written|posted|published|reported|report|article|analysis|opinion|edited)\s+by|by"
    r"|authors?|von|par|por|door)"
    r"\b\s*:?\s+|by:|authors?:)\s*", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:[,;|/·•]|\s(?:and|und|et|with|avec|mit|y|e)\s|\s?&\s?|\s[-–—]\s|—|\s(?:for|of|via)\s)\s*", re.IGNORECASE)
_FOR = re.compile(r"\sfor\s(?P<house>(?:(?!\s(?:and|und|et)\s)[^,;|/·•()]){2,60})", re.IGNORECASE)
_AGENCIES_MOST = 4
"""Words of an agency's name that stand behind a person without a mark: "By JANE DOE The Canadian Press"."""
_CLEAR = frozenset(("AP", "AFP", "Reuters", "Bloomberg", "REUTERS"))
_SURNAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]+ (?:Press|Chief|Wire|PRESS|CHIEF|WIRE)")
_NO_GIVEN_NAME = re.compile(r"(?:free|the|daily|news|bureau|desk|business|sports?|photo|foreign|national)\s", re.IGNORECASE)
_CONTACT = re.compile(r"\S*@\S*|https?://\S*|www\.\S*")
_PLACE = re.compile(r"\s(?:in|at|from)\s(?:the\s)?[^\W\da-zß-öø-ÿ][\w.'’-]*(?:\s[^\W\da-zß-öø-ÿ][\w.'’-]*){0,3}")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,80}[)\]]")
_JOB = re.compile(
    r"\b(?:editors?|(?:staff )?writers?|correspondents?|reporters?|columnists?|contribut\w+|staff|bureau|chief|producers?|desk"
    r"|newsroom|team|photographers?"
    r"|journalists?|freelanc\w+|analysts?|critics?|director|manager|fellow|intern|agencies|agency|special to|ph\.?d|m\.?d"
    r"|admin(?:istrator)?|webdesk|web desk"
    r"|online|redaktion|redakteur\w*|korrespondent\w*|rédaction|redacción|redazione|author|anonymous|guest|news service|updated"
    r"|published|minutes?|hours?"
    r"|ago|professor|lecturer|university|contributor|share|facebook|twitter|read more|view all|see all|wire|press|media|magazine"
    r"|newspaper|none|null|follow|undefined|unknown|special)\b", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|MD|PhD|MP|CBE|OBE)\.?$", re.IGNORECASE)
_PARTICLES = r"(?:de|del|della|der|den|di|da|do|dos|du|la|le|van|von|zu|bin|ibn|al|el|ter|ten|y|e|af|av)"
_PERSON = re.compile(rf"(?:(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|(?:al|el|d|o)[-'’]\w[\w.'’-]*|{_PARTICLES}) ?){{1,6}}")
_JOB_BEHIND = re.compile(
    r"\s+(?:is|was)\s.*$"
    r"|\s+(?:staff|senior|chief|special|political|associated press|ap|reuters|afp)\s+(?:\w+\s){0,3}"
    r"(?:writer|correspondent|reporter|editor)s?$", re.IGNORECASE)
_OF_AGENCY = re.compile(r"(?:AP|AFP|Associated Press|Reuters)\s")  # "AP National Political"
_AGENCY_WRITERS = re.compile(
    r"(Associated Press|AP|Reuters|AFP|Bloomberg)\s+(?:\w+\s){0,2}?(?:writers?|correspondents?|reporters?)\s*", re.IGNORECASE)


def read(printed: Iterable[str], publisher: str | None = None) -> Byline:
    """Bylines as printed, one or several. Jobs, addresses, handles, the publisher and agencies are no names."""
    lines = tuple(line[: LINE_MOST * 2] for line in printed)
    seldom = len(lines) > 3 or len(publisher or "") > LINE_MOST
    return (_read.__wrapped__ if seldom else _read)(lines, publisher)


@lru_cache(maxsize=1024)  # the same people write for a feed again and again
def _read(lines: tuple[str, ...], publisher: str | None) -> Byline:
    names: dict[str, str] = {}
    agency: str | None = None
    for line in lines:
        before = ""  # the person before it in the same line
        for item in _items(clean_line(line)[:LINE_MOST]):
            wire = agencies.known_among(item)
            if wire:
                agency = agency or wire
            elif agencies.same(item, publisher) or places.is_known(item) or _OF_AGENCY.match(item):
                continue
            elif agency_names.sounds_like_wire(item) or (before and _is_house(item, line)):
                agency = agency or item
            elif " " in before and " " not in item and not _listed(item, line):  # "Jane Doe, Eastmere": where she writes from
                continue
            elif _named_like_a_job(item, line) or _is_person(item):
                names.setdefault(fold(item), _cased(item))
                before = item
    return Byline(tuple(names.values())[:NAMES_MOST], agency)


def _is_person(item: str) -> bool:
    return bool(len(item) <= NAME_MOST and not item.startswith("The ") and not _JOB.search(item) and _PERSON.fullmatch(item))


def _named_like_a_job(item: str, line: str) -> bool:
    """"By Jane Press", "By Ann Chief": a given name and a surname that is a word of the trade, right behind "By"."""
    return bool(_BY.match(line) and _BY.sub("", line, count=1).startswith(item) and _SURNAME.fullmatch(item)
                and not _NO_GIVEN_NAME.match(item))


def _is_house(item: str, line: str) -> bool:
    """Whether what stands behind a person is an agency: "Lena Sorrel, Meridian Press", but not "Lena Sorrel and Frank Press"."""
    return agency_names.sounds_like_one(item) and not _listed(item, line) and not item.endswith("Free Press")


def _listed(item: str, line: str) -> bool:
    """Whether `item` is the last of a list of people: "... and Frank Press"."""
    return re.search(rf"(?:\s(?:and|und|et|y|e)|&)\s+{re.escape(item)}", line, re.IGNORECASE) is not None


def of_line(text: str, publisher: str | None = None) -> Byline | None:
    """The byline that the whole of a line is ("By Jane Doe and John Roe"); None for any other line, a sentence with "By" among them."""
    line = clean_line(text) if len(text) <= LINE_MOST else ""
    opening = _BY.match(line)
    if not opening or line.endswith((".", "!", "?", ":")) or len(line.split()) > 20:
        return None
    items = list(_items(line))
    read_as = read((line,), publisher)
    strange = [item for item in items if not _PERSON.fullmatch(item) and not _JOB.search(item) and not agencies.known_among(item)]
    return read_as if items and not strange and (read_as.names or read_as.agency) else None


def _items(line: str) -> Iterator[str]:
    """What a byline lists, without "By", addresses and jobs that stand beside a name."""
    line = _BY.sub("", _PLACE.sub("", _FOR.sub(_house_kept, _BRACKETS.sub(_agency_kept, _CONTACT.sub(" ", line)))), count=1)
    for item in _SPLIT.split(line):
        bare = _JOB_BEHIND.sub("", item.strip(" .*:-–—"))
        before = _AGENCY_WRITERS.match(bare)
        if before:
            yield before[1]
            bare = bare[before.end():]
        if bare and not _SUFFIX.fullmatch(bare):
            yield from _parted(bare)


def _parted(item: str) -> tuple[str, ...]:
    """A person and the agency behind, where no mark parts them: "JANE DOE Associated Press"."""
    words = item.split()
    for count in range(min(_AGENCIES_MOST, len(words) - 2), 0, -1):
        name = " ".join(words[-count:])
        if (count > 1 or name in _CLEAR) and agencies.known(name):
            return " ".join(words[:-count]), name
    return (item,)


def _house_kept(match: re.Match[str]) -> str:
    """"for AP" names an agency, "for Coast Daily" nobody."""
    return ", " + match["house"] if agencies.known(match["house"].strip()) else " "


def _agency_kept(match: re.Match[str]) -> str:
    return ", " + match[0][1:-1] if agencies.known(match[0][1:-1]) else " "


def _cased(name: str) -> str:
    """A name in capitals as people write it: "JANE O'DOE-ROE" as "Jane O'Doe-Roe"; initials and "McX" as printed stay."""
    if not name.isupper() or len(name.replace(".", "").replace(" ", "")) <= 3:
        return name
    return " ".join(re.sub(r"\w+", lambda part: part[0].capitalize(), word) if "." not in word else word for word in name.split())
