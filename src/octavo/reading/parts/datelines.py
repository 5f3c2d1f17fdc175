"""The dateline before the first sentence: "THE HAGUE (Reuters) -", "PARIS, June 27 (AFP) —", "MOSCOW:", "(AP) —"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from octavo.article import Dateline
from octavo.reading.parts import agencies, agency_names, kickers, places

LOOK_MOST = 160
"""Characters in which a dateline must end; the longest real ones (two places, state, date, two agencies) have about 110."""

REST_LEAST = 20
"""Characters that must follow a place without an agency: less is a line of a table ("LONDON: 21 C")."""

UNKNOWN_LEAST = 5
"""Letters of an unknown place in capitals; shorter ones are rather initials ("WTO: ...")."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A first paragraph taken apart. `agency` may be named without a place ("(Reuters) - ..."); `rest` is the text itself."""

    dateline: Dateline | None
    agency: str | None
    rest: str


_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĬĮİĶĹĻĽŁŃŅŇŌŐŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_HEAD = r"(?P<head>[\w ,.'’/-]{0,100}?)"
_WITH_AGENCY = re.compile(
    rf"{_HEAD}\s?(?:[(\[](?P<agency>[^()\[\]]{{2,50}})[)\]]|/(?P<slashed>[A-Z][\w -]{{2,40}})/)"
    rf"(?P<mark>\s*(?:[—–―_:|]|\.?-+)\s*|\s+)(?=\S)")
_WITHOUT_AGENCY = re.compile(rf"{_HEAD}(?P<mark>\s*[—–―]\s*|\s+[-_]+\s*|-+\s+|\s*--+\s*|\s?:\s+|\s?\|\s+)(?=\S)")
# Without one of these there is no mark that the two patterns above look for, place by place.
_ANY_BRACKET = re.compile(r"[(\[/]")
_ANY_MARK = re.compile(r"[—–―]|\s[-_]|-[-\s]|[:|]\s")
_AGENCY_BEHIND = re.compile(r"[(\[](?P<agency>[^()\[\]]{2,50})[)\]]\s*(?:[—–―_:-]+\s*)?(?=\S)")
_ASKS = re.compile(r"(?:What|Why|How|Who|When|Where|Which|Do|Does|Did|Is|Are|Can|Could|Would|Should|Have|Has)\b")
# Places that are people's names as well: "JORDAN: The boxer ...".
_PEOPLE = frozenset((
    "adelaide", "alexandria", "augusta", "austin", "charlotte", "cleveland", "columbus", "dallas", "darwin", "florence", "georgia",
    "hamilton", "houston", "jackson", "jordan", "kingston", "lincoln", "madison", "montana", "montgomery", "orlando", "regina", "salem",
    "santiago", "savannah", "sofia", "virginia",
))
_MONTH = r"(?i:jan|f[eé][bv]|m[aäe]r|apr|avr|ma[iy]|ju[in]|jul|au?g|ao[uû]|sep|o[ck]t|nov|d[eé][cz])[A-Za-zé]{0,7}\.?"
_DATED = re.compile(
    rf"(?:^|,?\s)(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}}\.?,?\s)?"
    rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\.?\s(?:de\s)?{_MONTH})(?:,?\s\d{{4}})?$")
_CAPS = re.compile(rf"(?:THE )?[{_UP}][{_UP}.'’-]+(?:(?: ?/ ?| )[{_UP}][{_UP}.'’-]*){{0,5}}")
_TITLE = re.compile(
    rf"[{_UP}][\w.'’-]*(?:(?: (?:de|del|da|do|la|le|el|al|es|am|an der|of|the|on|upon))?(?: ?/ ?| )[{_UP}][\w.'’-]*){{0,4}}")
_REGION = re.compile(rf"[{_UP}][\w'’]*\.?(?: [{_UP}][\w'’]*\.?){{0,2}}|(?:[A-Z]\.){{2,4}}")

# Words in capitals before a colon or a dash that are no place, beside every kicker.
_NO_PLACE = frozenset((
    "ABBY", "ABOUT", "ALERT", "ANALYSIS", "ANSWER", "ASEAN", "AUDIO", "BACKGROUND", "BREAKING", "BREXIT", "CAPTION", "CDC",
    "CLARIFICATION", "CLICK", "COMMENT", "CORRECTION", "COVID", "COVID-19", "CREATED", "CREDIT", "DATE", "DEAR", "DEVELOPING",
    "DISCLAIMER", "DISCLOSURE", "DOWNLOAD", "ECOWAS", "EDITOR", "EDITORIAL", "EUROPOL", "EUROSTAT", "EXCLUSIVE", "EXPLAINED",
    "EXPLAINER", "FACT", "FACTBOX", "FACTS", "FEATURE", "FEMA", "FIFA", "FILE", "FOLLOW", "FRONTEX", "GALLERY", "GOP", "HAMAS",
    "HEADLINE", "HEADLINES", "HEZBOLLAH", "HIGHLIGHTS", "HOW", "IAEA", "IMPORTANT", "INSIDE", "INSIGHT", "INTERPOL", "INTERVIEW",
    "ISIS", "JUST", "LATEST", "LEAD", "LISTEN", "LIVE", "MERCOSUR", "MI5", "MI6", "MODIFIED", "MORE", "MUST", "NASA", "NASDAQ", "NATO",
    "NEW", "NEWS", "NOTE", "NOTES", "NOW", "OECD", "OPEC", "OPEC+", "OPINION", "OSCE", "PEGIDA", "PHOTO", "PHOTOS", "PICTURES",
    "PODCAST", "POLL", "POSTED", "PUBLISHED", "QUESTION", "QUIZ", "QUOTE", "READ", "RELATED", "REMINDER", "REPORT", "REVIEW", "SEE",
    "SHARE", "SOURCE", "SPACEX", "SPOILER", "SPOILERS", "STORIES", "STORY", "SUBSCRIBE", "SUMMARY", "TIMELINE", "TIP", "TIPS", "TODAY",
    "TOP", "TOPICS", "TRENDING", "UEFA", "UNESCO", "UNHCR", "UNICEF", "UNRWA", "UPDATE", "UPDATED", "UPDATES", "URGENT", "VERDICT",
    "VIDEO", "VIDEOS", "WARNING", "WATCH", "WHAT", "WHEN", "WHERE", "WHO", "WHY", "WIN",
))
_SPEAKS = re.compile(
    r"(?:I|I['’]\w+|We|We['’]\w+|You|My|Well|Yes|No|Yeah|Thank|Thanks|So|And|But|Okay|OK|Oh|Right|Look|Sure|Absolutely)\b")
_SENTENCE = re.compile(rf"[\"“‘'„«¿¡(]*(?:[{_UP}]|\d|[^\W\d_a-zß-öø-ÿ])")


def split(text: str) -> Lead:
    """`text` without its dateline, and what that said. Place as printed; agencies by the name of the table, others as printed.

    A name in brackets before the dash is an agency, whether or not the table knows it, after a place in capitals. Without one,
    a place must be in capitals or well known, and what follows must begin a sentence: "NATO - the alliance" is none.
    """
    start = text[:LOOK_MOST]
    credited = _WITH_AGENCY.match(start) if _ANY_BRACKET.search(start) else None
    if credited:
        lead = _credited(credited, text)
        if lead:
            return lead
    plain = _WITHOUT_AGENCY.match(start) if _ANY_MARK.search(start) else None
    head = _head(plain["head"]) if plain else None
    behind = _AGENCY_BEHIND.match(text, plain.end(), plain.end() + LOOK_MOST) if plain and head and head.capitals else None
    agency = agencies.known_among(behind["agency"]) if behind else None
    if head and behind and agency and _SENTENCE.match(text, behind.end()):
        return Lead(Dateline(head.place, agency), agency, text[behind.end():])
    alone = agencies.known(plain["head"].strip()) if plain and plain["mark"].strip() not in ":|" else None
    if plain and alone and _SENTENCE.match(text, plain.end()) and len(text) - plain.end() >= REST_LEAST:
        return Lead(None, alone, text[plain.end():])
    if plain and head and head.place and _stands_alone(head, plain["mark"], text[plain.end():]):
        return Lead(Dateline(head.place), None, text[plain.end():])
    return Lead(None, None, text)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the dash: a place, empty for none, whether it is in capitals, its first part, and whether a date follows."""

    place: str
    capitals: bool
    town: str
    dated: bool


def _head(said: str) -> _Head | None:
    """`said` as a place with or without region and date; None where it is anything else."""
    date = _DATED.search(said)
    place = (said[: date.start()] if date else said).strip().rstrip(",")
    town, _, region = place.partition(", ")
    if region and not all(_REGION.fullmatch(part) for part in region.split(", ")[:3]):
        return None
    capitals = bool(_CAPS.fullmatch(town))
    if place and not capitals and not _TITLE.fullmatch(town):
        return None
    return _Head(place, capitals, town, bool(date))


def of_line(text: str) -> Dateline | None:
    """The dateline that the whole of a line is: a well-known place in capitals, as some agencies set it over the text."""
    head = _head(text) if len(text) <= LOOK_MOST else None
    known = head and head.capitals and any(map(places.is_known, head.place.split(", ")))
    return Dateline(head.place) if head and known else None


def _credited(match: re.Match[str], text: str) -> Lead | None:
    """"PLACE, date (AGENCY) -", any part but the agency missing; None where the brackets hold something else."""
    head = _head(match["head"])
    if not head:
        return None
    inside, dash, rest = (match["agency"] or match["slashed"]).strip(), match["mark"].strip(), text[match.end():]
    agency = agencies.known_among(inside)
    # "Merkel (CDU) - ", "Verstappen (Red Bull) - ": a name as people have one needs an agency that is one.
    believed = agency is not None or (dash and agency_names.sounds_like_one(inside)) or (
        dash and head.capitals and _plain_name(inside) and not _is_label(head) and not _stands_for(head.town, inside))
    follows = (head.capitals or not head.place) and _SENTENCE.match(rest)
    if not believed or not (dash or head.dated or follows):
        return None
    named = agency or inside
    again = _WITHOUT_AGENCY.match(rest[:LOOK_MOST])  # "ROME (ANSA) - ROME, JUN 27 - ..."
    repeated = _head(again["head"]) if again else None
    if again and repeated and repeated.place and repeated.place == head.place:
        rest = rest[again.end():]
    return Lead(Dateline(head.place, named) if head.place else None, named, rest)


def _stands_alone(head: _Head, mark: str, rest: str) -> bool:
    """Whether a place without an agency is one: dated, well known, or in capitals and neither a label nor somebody speaking."""
    dash, glued = mark.strip(), mark == "--"  # "SIEGEL--Jerome, 98, of ..." is a death notice
    if not _SENTENCE.match(rest) or _is_label(head) or len(rest) < REST_LEAST:
        return False
    known = all(places.is_known(part) for part in re.split(r" ?/ ?", head.town))
    if dash == "|":
        return known and head.capitals
    if dash == ":" and not head.dated and head.town == head.place and _doubtful(head, rest):
        return False
    if head.dated:
        return head.capitals or known
    if not head.capitals:
        return known and not any(map(places.is_known, _first_words(rest)))
    enough = head.town != head.place or sum(map(str.isalpha, head.town)) >= UNKNOWN_LEAST
    return known or (enough and not glued and not (dash == ":" and (_SPEAKS.match(rest) or rest[0] in "\"“'‘")))


def _doubtful(head: _Head, rest: str) -> bool:
    """Whether a place and a colon are rather somebody speaking: "LONDON: What would you do?", "Jordan: The boxer ..."."""
    return bool(_ASKS.match(rest)) or head.town.lower() in _PEOPLE


def _first_words(rest: str) -> tuple[str, str]:
    """The first word and the first two: "Paris - London trains" names two towns and is no dateline."""
    words = rest.split(maxsplit=2)
    return words[0].rstrip(",.:;"), " ".join(words[:2]).rstrip(",.:;")


def _is_label(head: _Head) -> bool:
    """"BREAKING NEWS", "EDITOR'S NOTE", "NATO": in capitals before a dash, but no place ("NEW YORK", "NEWPORT NEWS, Va." are)."""
    words = head.town.upper().split()
    if not words or head.town != head.place or places.is_known(head.town):
        return False
    return words[0] in _NO_PLACE or words[-1] in _NO_PLACE or kickers.is_kicker(head.town)


def _plain_name(inside: str) -> bool:
    return bool(re.fullmatch(rf"[{_UP}][\w.&'’/ -]*", inside)) and len(inside.split()) <= 4


def _stands_for(town: str, inside: str) -> bool:
    """"WHO (World Health Organization)" and "WORLD HEALTH ORGANIZATION (WHO)": a name and its initials, no dateline."""
    return any("".join(word[0] for word in long.split()).upper() == short.replace(".", "").upper()
               for long, short in ((town, inside), (inside, town)) if len(long.split()) > 1)
