"""Which wire agency wrote a text: the table of agencies, and the marks that name one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from octavo.article import Paragraph
from octavo.reading.parts import agency_names
from octavo.reading.parts.cleaning import fold

# The name printed, then other names and codes.
_TABLE = """
Reuters: Thomson Reuters, Reuters Breakingviews, Reuters News, Reuters News Agency
Associated Press: AP, A.P., The Associated Press, AP News, Associated Press News
AFP: Agence France-Presse, Agence France Presse, AFP News, L'Agence France-Presse
dpa: DPA, Dpa, Deutsche Presse-Agentur, dpa-AFX, dpa/AFX, dpa International, Deutsche Presse Agentur
Anadolu Ajansi: AA, Anadolu, Anadolu Agency, Anadolu Ajansı, Anadolu News Agency
Xinhua: Xinhua News Agency, Xinhuanet
TASS: ITAR-TASS, Itar-Tass
Interfax: Interfax-Ukraine
RIA Novosti: RIA, RIA News
Sputnik: Sputnik News
Kyodo: Kyodo News, Kyodo News Agency
Jiji Press: Jiji, Jiji Press News
Yonhap: Yonhap News, Yonhap News Agency
Bernama: Bernama News
PTI: Press Trust of India
ANI: Asian News International
IANS: Indo-Asian News Service
UNI: United News of India
APP: Associated Press of Pakistan
ANSA: Ansa, Agenzia Ansa
Adnkronos: AdnKronos
EFE: Agencia EFE, EFE News, Efe
Europa Press: EP Europa Press
Lusa: LUSA, Agência Lusa, Agencia Lusa
PA Media: PA, Press Association, The Press Association, PA News Agency, PA News
UPI: United Press International
Bloomberg: Bloomberg News
APA: Austria Presse Agentur, Austria Presse-Agentur, APA-OTS
Keystone-ATS: ATS, Keystone-SDA, SDA, Keystone SDA, Agence télégraphique suisse
Belga: Belga News Agency, BELGA
ANP: Algemeen Nederlands Persbureau
NTB: Norsk Telegrambyrå
TT: TT News Agency, Tidningarnas Telegrambyrå
Ritzau: Ritzaus Bureau
STT: STT-Lehtikuva
CTK: ČTK, Czech News Agency, Česká tisková kancelář
TASR: News Agency of the Slovak Republic
PAP: Polish Press Agency, Polska Agencja Prasowa
MTI: Magyar Távirati Iroda, Hungarian News Agency
Tanjug: TANJUG
HINA: Hina
BTA: Bulgarian News Agency
Agerpres: AGERPRES
AMNA: ANA-MPA, Athens-Macedonian News Agency
Ukrinform: UKRINFORM
UNIAN: Unian
BelTA: BELTA
Canadian Press: The Canadian Press, CP, La Presse Canadienne
AAP: Australian Associated Press
NZ Newswire: NZN
Antara: ANTARA, Antara News
VNA: Vietnam News Agency
KCNA: Korean Central News Agency
CNA Taiwan: Central News Agency
Philippine News Agency: PNA
MENA: Middle East News Agency
SPA: Saudi Press Agency
WAM: Emirates News Agency
KUNA: Kuwait News Agency
QNA: Qatar News Agency
BNA: Bahrain News Agency
Jordan News Agency: PETRA
SANA: Syrian Arab News Agency
IRNA: Islamic Republic News Agency
Fars: Fars News Agency
Tasnim: Tasnim News Agency
NAN: News Agency of Nigeria
GNA: Ghana News Agency
APS: Algeria Press Service
MAP: Maghreb Arabe Presse
Panapress: PANA
Prensa Latina: PL
Télam: Telam
Agência Brasil: Agencia Brasil
Notimex: NOTIMEX
CNN: CNN.com, CNN Wire
States Newsroom: States News Service
McClatchy: McClatchy Newspapers, McClatchy-Tribune, McClatchy News, MCT
Tribune News Service: TNS, Tribune Content Agency
Religion News Service: RNS
Thomson Reuters Foundation: Reuters Foundation
Dow Jones Newswires: Dow Jones, Dow Jones Newswire
MarketWatch: Marketwatch
PR Newswire: PRNewswire, PRN
Business Wire: BUSINESS WIRE, BusinessWire
GlobeNewswire: GLOBE NEWSWIRE, Globe Newswire
Newswise: NEWSWISE
"""


TEXT_MOST = 3
"""Paragraphs in which "NAME (CODE) reported" counts: the lead and what follows it at once."""

LOOK_MOST = 1_500
"""Characters of a paragraph that are searched for it."""

TAILS_MOST = 2
"""Marks at the end: "... he said. - Reuters" and a copyright line under it."""

_SAID = r"(?:has |had |also )?(?:reported|reports|quoted|quotes|said|says|cited|cites)\b"
_NAME = r"(?:[A-ZÀ-ÞČŠŽ][\w'’.-]*|of|the|de)"
_REPORTED = re.compile(rf"((?:{_NAME} ){{1,6}})\(([A-Z][A-Za-zÀ-ž-]{{1,9}})\),? {_SAID}")
_CITED = re.compile(r"\b(?:told|to|with|by)(?: the)? $")
_TAIL_MARK = re.compile(
    r"^[\s\[(]*(?:[-–—/|]+\s*|(?:©|\(c\)|copyright|source|sources|quelle|fonte|fuente|kilde|bron|via|agency|agencies)\s*:?\s*"
    r"|(?:avec|com|con|mit)\s+(?:(?:informações|información|informaciones|informations|informazioni|material|angaben)\s+)?"
    r"(?:(?:da|das|do|de|del|de la|di|von|der)\s+|de l['’])?"
    r"|(?:with )?(?:agency )?inputs?\s+from\s+|(?:with|from)\s+)+"
    r"(?:©\s*)?(?:\d{4}\s+)?(?P<name>[^\d.;:()\[\]]{2,60}?)\s*[\])/]*(?:[.,]?\s*(?:\d{4}\.?|all rights reserved\.?.{0,200}"
    r"|agencies))?\s*$",
    re.IGNORECASE)
_DPA_END = re.compile(r"(?:©\s*)?dpa(?:-\w{1,20})?,\s*dpa:\d{6}-[\d-]{1,30}/\d{1,3}")
_BARE_SURNAME = re.compile(r"\w+ (?:Press|Wire)")
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))[^.!?]{0,80}\d{4}[^.!?]{0,80}\.?(?:\s*all rights reserved\b.{0,150})?$", re.IGNORECASE)
_BARE = re.compile(r"^[\s\[(/]*(?P<name>[^\d.;:()\[\]]{2,60}?)[\s\])/.]*$")
_TRAILING = re.compile(
    r"(?<=[.!?\"”’'»)\]])\s*(?P<mark>(?:[-–—/]+\s?|\(|\[|©\s?|\(c\)\s?|source\s?:\s?)"
    r"[^.!?;:\"“”()\[\]]{2,50}[\])/]?\.?)$",
    re.IGNORECASE)


_AFTER_STOP = re.compile(r"(?<=[.!?\"”’'»])\s+(?P<name>[^\s.!?\"“”]+(?: [^\s.!?\"“”]+){0,2})$")


@cache
def _printed_names() -> frozenset[str]:
    return frozenset(alias for line in _TABLE.strip().splitlines() for alias in line.replace(": ", ", ").split(", "))


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, _, others = line.partition(": ")
        for alias in (name, *others.split(", ")):
            names[_key(alias)] = name
    return names


def _key(name: str) -> str:
    """`name` folded, but codes in capitals as they are: "SPA" and "APP" are agencies, a spa and an app are none."""
    plain = fold(name)
    return plain.upper() if len(plain) <= 4 and name.isupper() else plain


def known(name: str) -> str | None:
    """The name under which the table has the agency `name` (a name, a code), None where it has none."""
    return _known(name) if len(name) <= 80 else None


@lru_cache(maxsize=4096)  # the entries of a feed name the same few again and again
def _known(name: str) -> str | None:
    return _names().get(_key(name))


def known_among(names: str) -> str | None:
    """The first known agency of "Reuters/AFP", "AP, dpa" or "Reuters and AFP"."""
    if len(names) > 120:
        return None
    whole = known(names)
    return whole or next(filter(None, map(known, re.split(r"\s*[/,;&|+]\s*|\s+(?:and|und|et|y)\s+", names))), None)


def same(one: str | None, other: str | None) -> bool:
    """Whether two names stand for one house: "Reuters UK" is not told from "Reuters", nor "The AP" from "Associated Press"."""
    if not one or not other:
        return False
    return (_same if len(one) + len(other) <= 200 else _same.__wrapped__)(one, other)


@lru_cache(maxsize=1024)
def _same(one: str, other: str) -> bool:
    first, second = (fold(_WEB.sub("", name.strip().lower())).removeprefix("the ") for name in (known(one) or one, known(other) or other))
    alike = first.replace(" ", "") == second.replace(" ", "")
    return alike or first.startswith(second + " ") or second.startswith(first + " ")


_WEB = re.compile(r"^www\.|\.(?:com|org|net|de|co\.uk|info|news|fr|it|es|cn)$")


def agency_of(
    *, dateline: str | None, byline: str | None, stated: str | None, tail: str | None, paragraphs: Sequence[Paragraph],
) -> str | None:
    """The agency of a text by its surest mark: dateline or lead, byline, metadata, a tail, else what the lead reports after."""
    said = known(stated) or stated if stated else None
    return dateline or byline or said or tail or reported_by(paragraphs)


def take_tail(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], str | None]:
    """Take marks that name an agency off the end: "- Reuters", "© AFP", "Source: dpa", "—AP", "(c) 2025 The Associated Press".

    A name that the table lacks counts if it sounds like an agency's.
    Each may be the last line or end the last paragraph after a full stop; at most TAILS_MOST. A copyright line of anybody goes too.
    """
    left, agency = tuple(paragraphs), None
    for _ in range(TAILS_MOST):
        shorter, named = _take_one(left)
        agency = agency or named
        if shorter == left:
            break
        left = shorter
    return left, agency


def _take_one(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], str | None]:
    if not paragraphs:
        return (), None
    last = paragraphs[-1]
    if last.kind == "text" and len(paragraphs) > 1 and len(last.text) <= 300:
        agency = _credited(last.text)
        if agency:
            return paragraphs[:-1], agency
    bare = _AFTER_STOP.search(last.text[-40:])
    if bare and bare["name"] in _printed_names():
        return (*paragraphs[:-1], replace(last, text=last.text[: len(last.text) - len(bare[0])])), known(bare["name"])
    if len(paragraphs) > 1 and len(last.text) <= 300 and _COPYRIGHT.match(last.text):
        return paragraphs[:-1], None
    end = last.text[-80:]
    mark = _TRAILING.search(end)
    agency = _credited(mark["mark"]) if mark else None
    if mark and agency:
        kept = last.text[: len(last.text) - len(mark["mark"])].rstrip()
        return (*paragraphs[:-1], replace(last, text=kept)), agency
    return paragraphs, None


def _credited(mark: str) -> str | None:
    """The agency that a mark names: a known one, or one that sounds so behind a dash, "Source:" or the like, or in brackets."""
    if _DPA_END.fullmatch(mark):
        return "dpa"
    line = _TAIL_MARK.match(mark)
    bare = None if line or len(mark) > 60 else _BARE.match(mark)
    name = (line or bare or {"name": ""})["name"]
    marked = line is not None or (mark[:1] in "([" and mark.rstrip(".")[-1:] in ")]")
    signed = mark[:1] in "-–—" and _BARE_SURNAME.fullmatch(name)  # "— Eyal Press" is a signature
    return known_among(name) or (name if marked and not signed and agency_names.sounds_like_one(name) else None)


def reported_by(paragraphs: Sequence[Paragraph]) -> str | None:
    """The agency that the first paragraphs report after: "Anadolu Ajansi (AA) quoted ...", for a known one or a name that fits its code.

    Not "according to Reuters" or "told Reuters": that cites an agency, it does not credit one.
    """
    for paragraph in [each for each in paragraphs if each.kind == "text"][:TEXT_MOST]:
        for match in _REPORTED.finditer(paragraph.text[:LOOK_MOST]) if "(" in paragraph.text else ():
            name = match[1].strip()
            if _CITED.search(paragraph.text[max(0, match.start() - 15): match.start()]):
                continue
            named = agency_names.fitting(name, match[2])
            found = known(name) or _ending_in_known(name) or (named if named and agency_names.sounds_like_one(named) else None)
            if found:
                return found
    return None


def _ending_in_known(name: str) -> str | None:
    words = name.split()
    return next(filter(None, (known(" ".join(words[start:])) for start in range(1, len(words)))), None)
