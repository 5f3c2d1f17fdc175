"""Credit lines: "(Reporting by Jane Doe in Oslo; Editing by John Roe)" under a text, alone or at the end of a running paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from octavo.article import Credit, CreditRole, Paragraph
from octavo.reading.parts import agencies, agency_names, places
from octavo.reading.parts.cleaning import lowered

LINE_MOST = 1_500
"""Characters of a credit line; the longest real ones name some thirty people."""

_ROLES: tuple[tuple[str, CreditRole], ...] = (
    (r"(?:additional|further|extra) (?:reporting|writing|research)|reporting assistance|research(?:ed)?|with (?:reporting|assistance)",
     "additional reporting"),
    (r"report(?:ing|ed|age)?", "reporting"),
    (r"(?:additional )?writing|written|words|compiled|compilation|text|translat(?:ion|ed|ing)|rewritten", "writing"),
    (r"(?:additional |copy ?|photo )?edit(?:ing|ed)|compiled and edited|production", "editing"),
    (r"(?:additional )?(?:photo(?:graphy|graphs|s)?|pictures?)", "photography"),
)
_ROLE = "|".join(f"(?P<r{number}>{pattern})" for number, (pattern, _) in enumerate(_ROLES))
_JUST_ROLE = re.compile(_ROLE, re.IGNORECASE)
_ANY_ROLE = "|".join(pattern for pattern, _ in _ROLES)
_OPENING = rf"(?:{_ANY_ROLE})(?:(?:,| and| &) (?:{_ANY_ROLE}))*(?: and [a-z]+ing)? (?:by|from)\b:?\s+"
_HEAD = re.compile(
    rf"\s*(?:with |[-–—*]+ ?)?(?P<roles>(?:{_ANY_ROLE})(?:(?:,| and| &) (?:{_ANY_ROLE}))*)"
    r"(?P<link> (?:by|from)\b:?| ?:)\s+(?P<names>\S.*)$", re.IGNORECASE | re.DOTALL)
_OTHER_ROLE = re.compile(r"\s*[A-Za-z]+(?:[ -][A-Za-z]+){0,3} by:? (?P<names>\S.*)$", re.IGNORECASE)
_START = re.compile(rf"(?:with )?{_OPENING}", re.IGNORECASE)
_RUN_ON = re.compile(rf"(?:[,.]\s+(?:and |with )?|\s+(?:and|with)\s+)(?={_OPENING})", re.IGNORECASE)
_LINKS = (" by", " from", ":")
"""One of these stands in every credit line, behind the role."""
_CONTACT = re.compile(r"\s*\(\([^()]{0,300}\)\)\s*$|\s*\(\([^()]{0,300}\)\s*$")
_BRACKET = re.compile(rf"[(\[]\s*(?=(?:with )?(?:{_OPENING}|(?:{_ANY_ROLE}):))", re.IGNORECASE)
_AFTER_SENTENCE = re.compile(rf"(?<=[.!?\"”’)]) +(?=(?:with )?{_OPENING})", re.IGNORECASE)

_UP = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = r"(?:de|del|della|der|den|di|da|do|dos|du|la|le|van|von|zu|bin|ibn|al|el|ter|ten|y|e|af|av)"
_WORD = rf"(?:{_UP}[\w.'’-]*|(?:al|el|ul|d|l|o|t)[-'’]{_UP}[\w.'’-]*|{_PARTICLE}|newsroom|bureau|staff|team|desk|correspondents?)"
_NAME = re.compile(rf"(?:the )?(?!(?:{_PARTICLE})$){_WORD}(?: {_WORD}){{0,6}}(?: for [\w ]{{2,40}})?")
_PLACE = re.compile(rf"(?:the |[tT]he )?{_UP}[\w.'’-]*(?: (?:{_UP}[\w.'’-]*|de|del|da|do|la|le|el|of|and|the|on)){{0,5}}")
_CONTRIBUTED = re.compile(
    r",? (?:also )?contributed (?:to (?:this|the) (?:report|story|article)|reporting)"
    r"(?: from (?P<place>[^.()\[\]]{2,60}))?\.?\s*[\])]?\.?$")
_CONTRIBUTED_MOST = 120
_WRITERS = re.compile(
    r"^(?:the )?(?:associated press|ap|reuters|afp|staff)?\s*(?:(?:staff|science|political|video) )?"
    r"(?:writers?|reporters?|journalists?|correspondents?) ", re.IGNORECASE)
_FOR = re.compile(r" for .*")
_SEPARATOR = re.compile(r"(\s?,\s?and\s|\s?,\s?|\s(?:and|und|et|y)\s|\s?&\s?)", re.IGNORECASE)
_AT = re.compile(r"\s+(?:in|at|from)\s+", re.IGNORECASE)
_OF_PLACE = re.compile(
    r"(?:[A-Z]\.){2,3}|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ont"
    r"|Ore|Pa|Tenn|Va|Vt|Wash|Wis|Wyo)\.")


def split(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Credit, ...]]:
    """`paragraphs` without their credits, and these in order. A line that names no people as credits do is text and stays."""
    kept: list[Paragraph] = []
    found: list[Credit] = []
    for paragraph in paragraphs:
        text, named = _split_one(paragraph.text) if paragraph.kind != "crosshead" else (paragraph.text, ())
        found.extend(credit for credit in named if credit not in found)
        if text:
            kept.append(replace(paragraph, text=text) if named else paragraph)
    return tuple(kept), tuple(found)


def of_line(text: str) -> tuple[Credit, ...]:
    """The credits of a line that is nothing but credits, with or without brackets; empty for any other."""
    if len(text) > LINE_MOST:
        return ()
    line = _CONTACT.sub("", text).strip()
    if line[:1] in "([" and line[-1:] in ")]":
        line = line[1:-1]
    elif line[:1] in "([":  # a closing bracket is lost where pages are cut
        line = line[1:]
    found: list[Credit] = []
    for segment in _segments(line.strip().rstrip(".")):
        named = _of_segment(segment)
        if not named and not _other_role(segment):
            return ()
        found.extend(named)
    return tuple(found)


def contributed(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Credit, ...]]:
    """`paragraphs` without a last one that is only "Jane Doe in Oslo contributed to this report.", and these people.

    A house that contributed is nobody: the line stays.
    """
    last = paragraphs[-1].text if len(paragraphs) > 1 and len(paragraphs[-1].text) <= LINE_MOST else ""
    start = max(0, len(last) - _CONTRIBUTED_MOST)
    end = _CONTRIBUTED.search(last[start:]) if "contributed" in last else None
    named = _people(_WRITERS.sub("", last[: start + end.start()].lstrip("([* "))) if end else []
    if not end or not named or any(map(_is_house, (name for name, _ in named))):
        return tuple(paragraphs), ()
    return tuple(paragraphs[:-1]), tuple(Credit("additional reporting", name, place or end["place"]) for name, place in named)


def _is_house(name: str) -> bool:
    return " " not in name or name.lower().startswith("the ") or bool(agencies.known(name)) or agency_names.sounds_like_one(name)


def _split_one(text: str) -> tuple[str, tuple[Credit, ...]]:
    small = lowered(text)
    if not any(map(small.__contains__, _LINKS)):
        return text, ()
    if _START.match(text[:150].lstrip("([-–—* ")) or _BRACKET.match(text[:150]):
        named = of_line(text)
        if named:
            return "", named
    offset = max(0, len(text) - LINE_MOST)
    tail = text[offset:]
    for pattern, starts in ((_BRACKET, "([" ), (_AFTER_SENTENCE, (" by", " from"))):
        match = pattern.search(tail) if any(map(small.__contains__, starts)) else None
        if match and match.start() + offset:
            start = match.start() if pattern is _BRACKET else match.end()
            named = of_line(tail[start:])
            if named:
                return text[: offset + match.start()].rstrip(), named
    return text, ()


def _segments(line: str) -> Iterator[str]:
    """The parts of a credit line, each with a role of its own: at semicolons, or where ", editing by" or ". Editing by" begins one."""
    for part in line.split(";"):
        start = 0
        for match in _RUN_ON.finditer(part):
            if _HEAD.match(part, start, match.start()):
                yield part[start:match.start()]
                start = match.end()
        if part[start:].strip():
            yield part[start:]


def _of_segment(segment: str) -> list[Credit]:
    """The credits of "Reporting and writing by A and B in C, D in E"; none where anything in it is no name and no place."""
    head = _HEAD.match(segment)
    if not head:
        return []
    roles = _roles(head["roles"])
    if head["link"].strip().lower() == "from" and "additional reporting" not in roles:  # "Reporting from Oslo" names no people
        return []
    people = _people(head["names"].strip().rstrip("."))
    return [Credit(role, name, place) for role in roles for name, place in people]


def _other_role(segment: str) -> bool:
    """"Graphics by Jane Doe": a role that an article does not keep, beside those it does."""
    match = _OTHER_ROLE.match(segment)
    return bool(match and _people(match["names"]))


def _roles(said: str) -> list[CreditRole]:
    roles: list[CreditRole] = []
    for match in _JUST_ROLE.finditer(said):
        role = next(_ROLES[number][1] for number in range(len(_ROLES)) if match[f"r{number}"])
        if role not in roles:
            roles.append(role)
    return roles


def _people(said: str) -> list[tuple[str, str | None]]:
    """Names with their places. A place holds for all names since the place before it."""
    people: list[tuple[str, str | None]] = []
    waiting: list[str] = []
    items = ["", *_SEPARATOR.split(said)]
    for link, item in zip(items[::2], map(str.strip, items[1::2]), strict=True):
        name, at = _halves(item)
        if people and not waiting and not at and people[-1][1] and _goes_on(item):
            people = _longer_place(people, link.rstrip() + " " + item)
        elif not _NAME.fullmatch(name) or (at and not _PLACE.fullmatch(at)):
            return []
        else:
            waiting += [] if name.islower() else [_FOR.sub("", name)]  # "and staff"
            if at:
                people += [(each, at[0].upper() + at[1:]) for each in waiting]  # "the Hague" is The Hague
                waiting = []
    return people + [(each, None) for each in waiting]


def _goes_on(item: str) -> bool:
    """Whether `item` belongs to the place before it: "Washington, D.C.", "Orlando, Florida", "London and Berlin"."""
    return bool(_OF_PLACE.fullmatch(item)) or (" " not in item and places.is_known(item))


def _longer_place(people: list[tuple[str, str | None]], more: str) -> list[tuple[str, str | None]]:
    last = people[-1][1]
    return [(name, f"{place}{more}" if place == last else place) for name, place in people]


def _halves(item: str) -> tuple[str, str]:
    match = _AT.search(item)
    return (item[: match.start()], item[match.end():].strip()) if match else (item, "")
