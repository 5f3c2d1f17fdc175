"""The kicker before a headline ("Analysis-Following ...", "Exclusive: ...", "UPDATE 1-...") and the publisher behind or before it."""

from __future__ import annotations

import re

from octavo.addresses import plain_host
from octavo.reading.parts import agencies
from octavo.reading.parts.cleaning import fold

KICKERS_MOST = 3
"""Kickers in a row that are taken off: "RPT-UPDATE 2-EXCLUSIVE-..."."""

# Kickers that wire services set with a bare hyphen before the headline.
_WIRE = (
    r"analysis|exclusive|fact ?box|explainer|insight|focus|newsmaker|special report|timeline|interview|breakingviews|column"
    r"|instant view|(?:update|wrapup|recap|pix) ?\d{1,2}|wrapup|rpt|refile|corrected|repeat|q&a|preview|obituary|profile|feature"
    r"|commentary"
    r"|market ?wrap|graphic|live|urgent"
)
# Kickers that need a colon, a bar or a dash with spaces.
_OTHER = (
    r"opinion|live(?: updates?| blog)?|liveblog|live-?ticker|update[ds]?|breaking(?: news)?|just in|comment|editorial|review|watch"
    r"|video|photos|pictures"
    r"|in (?:pictures|photos|brief|depth|focus)|gallery|podcast|listen|fact[ -]?check|investigation|background(?:er)?"
    r"|perspectives?|viewpoint"
    r"|letters?|letter to the editor|guest (?:column|essay|post)|op-?ed|long read|the long read|big read|the big read|essay"
    r"|correction|clarification"
    r"|highlights|reportage|sponsored|advertorial|recap|ticker|news analysis|dispatch|first person|flash|blog|newsletter"
    r"|daily briefing"
    r"|exklusiv|eilmeldung|analyse|kommentar|meinung|porträt|leitartikel|glosse|kolumne|hintergrund|faktencheck|liveticker|exclusif"
    r"|opinión|análisis"
    r"|entrevista|exclusiva|última hora|en direct|direct|en directo|en vivo|tribune|décryptage|enquête|esclusiva|intervista|analisi"
    r"|análise|opinião"
)
_FIRST = re.compile(
    rf"\s*(?:(?P<kicker>{_WIRE}|{_OTHER})\s*(?:[:|]+\s*|\s[-–—]+\s*|\s?[–—]\s?|\s?//\s?)"
    rf"|(?P<wire>{_WIRE})\s?-\s?(?=[A-Z0-9À-Þ'\"‘“$€£])"
    rf"|[\[(](?P<boxed>{_WIRE}|{_OTHER})[\])]\s*[:-]?\s*)(?=\S)", re.IGNORECASE)
_ANY_MARK = re.compile(r"[:|/\[(–—-]")
_LAST = re.compile(rf"(?<=\S) \| ?(?P<kicker>{_WIRE}|{_OTHER}) ?$", re.IGNORECASE)
_VERSION = re.compile(r"(?:update|wrapup|recap|pix)(?: ?\d{1,2})?|rpt|refile|repeat", re.IGNORECASE)
_WHOLE = re.compile(rf"{_WIRE}|{_OTHER}", re.IGNORECASE)
# What makes a word of its own with a hyphen: "Focus-Group", "Feature-Length", "Live-Action".
_COMPOUND = re.compile(
    r"(?:group|length|action|driven|based|led|in|on|out|only|free|up|off|wide|rich|a|use|stream\w*|tested)\b", re.IGNORECASE)
_PART = re.compile(r" [-–—|:·•»«/]+ | ?[|»] ?|: | [—–] ?")


def is_kicker(text: str) -> bool:
    """Whether the whole of `text` is a kicker, as a line above the headline may be."""
    return len(text) <= 40 and bool(_WHOLE.fullmatch(text.strip(" :|-–—[]()")))


def split(headline: str) -> tuple[str | None, str]:
    """`headline` without its kicker, and the kicker as printed; several are joined by a comma, without those that only count versions
    ("UPDATE 1"), unless there is no other. Something of a headline always stays.
    """
    taken: list[str] = []
    while len(taken) < KICKERS_MOST:
        match = _FIRST.match(headline[:80]) if _ANY_MARK.search(headline[:80]) else None
        if not match or (match["wire"] and _COMPOUND.match(headline[match.end():])):
            break
        taken.append(match["kicker"] or match["wire"] or match["boxed"])
        headline = headline[match.end():]
    last = None if taken else _LAST.search(headline, max(0, len(headline) - 60))
    if last:
        return last["kicker"], headline[: last.start()]
    return ", ".join([each for each in taken if not _VERSION.fullmatch(each)] or taken) or None, headline


def without_publisher(headline: str, publisher: str | None, section: str | None = None, url: str | None = None) -> str:
    """`headline` without its publisher at the end ("... - The Harbour Post", "... | World | The Pilot") or at the start ("The Pilot: ...").

    Only the names given are taken off: publisher, section and the host of `url`. A headline that is nothing else stays.
    """
    names = {fold(name) for name in (publisher, section, *_hosts(url)) if name} - {""}
    publishers = names - {fold(section or "")}
    if not names:
        return headline
    parts = list(_PART.finditer(headline))
    end, start, seen = len(headline), 0, False
    while parts:
        last = fold(headline[parts[-1].end():end])
        if not (_among(last, publishers, publisher) or last in names):
            break
        seen = seen or _among(last, publishers, publisher)
        end = parts.pop().start()
    if not seen:  # a section alone is rather part of the headline: "Storm hits coast - World"
        end, parts = len(headline), list(_PART.finditer(headline))
    if parts and _among(fold(headline[: parts[0].start()]), publishers, publisher):
        start = parts[0].end()
    return headline[start:end].strip() or headline


def _among(name: str, names: set[str], publisher: str | None) -> bool:
    bare = {each.removeprefix("the ") for each in names}
    return bool(name) and (name.removeprefix("the ") in bare or (agencies.known(name) is not None and agencies.same(name, publisher)))


def _hosts(url: str | None) -> tuple[str, ...]:
    host = plain_host(url or "")
    return (host, host.partition(".")[0]) if host else ()
