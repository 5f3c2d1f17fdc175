"""From a reader's draft to an article: kicker, dateline, byline, credits and agency are told from the text, which is cleaned."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from octavo.article import Article, Credit, Dateline, Paragraph
from octavo.reading.draft import Draft
from octavo.reading.parts import agencies, agency_names, crossheads, datelines, kickers, people, places
from octavo.reading.parts import credits as credit_lines
from octavo.reading.parts.cleaning import clean_headline, clean_line, fold
from octavo.reading.parts.identity import article_id
from octavo.reading.parts.languages import language

DATELINE_WITHIN = 4
"""Paragraphs in which a dateline that names an agency may stand; one that names only a place stands in the first."""

CODE_MOST = 6
"""Letters of an agency's code."""

TURNS_WITHIN, TURNS_LEAST = 12, 3
"""First paragraphs looked at, and how many of them begin with a name in capitals and a colon, in a transcript."""

BYLINE_LOOK = 120
"""Characters of a first paragraph in which a byline before a dateline ends."""

_BEFORE_CAPITALS = re.compile(r"\s+(?=[A-ZÀ-Þ]{2})")
_TURN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}: ")


def finish(draft: Draft, page_fetched: datetime, likely: str | None = None) -> Article | None:
    """The article of `draft`, whose page was fetched at `page_fetched`; None where it has neither a headline nor a text. `likely` is the
    language of those before it in the same feed.

    Every word of the draft's paragraphs is in the article's paragraphs, dateline or credits, or is a mark that they stand for
    (a date in a dateline, "- Reuters" at the end, a byline, the headline repeated over the text).
    """
    publisher = clean_line(draft.publisher or "") or None
    whole = clean_headline(draft.headline)
    kicker, headline = kickers.split(kickers.without_publisher(whole, publisher, draft.section, draft.url))
    body = _body(draft, (whole, headline, kicker or "", clean_line(draft.kicker or "")), publisher)
    if not headline and not body.paragraphs:
        return None
    text = "\n\n".join(paragraph.text for paragraph in body.paragraphs)
    return Article(
        id=article_id(draft.url, headline, text),
        headline=headline,
        paragraphs=body.paragraphs,
        url=draft.url,
        publisher=publisher,
        agency=None if agencies.same(body.agency, publisher) else body.agency,
        kicker=kicker or clean_line(draft.kicker or "") or None,
        dateline=body.dateline,
        byline=body.byline,
        credits=body.credits,
        published=_with_offset(draft.published, page_fetched),
        modified=_with_offset(draft.modified, page_fetched),
        language=language(f"{headline}\n{text}", draft.language, likely),
        section=clean_line(draft.section or "") or None,
        image=draft.image,
    )


@dataclass(frozen=True, slots=True)
class _Body:
    """What the paragraphs of a draft turn out to be."""

    paragraphs: tuple[Paragraph, ...]
    dateline: Dateline | None
    byline: tuple[str, ...]
    credits: tuple[Credit, ...]
    agency: str | None


def _body(draft: Draft, headlines: tuple[str, ...], publisher: str | None) -> _Body:
    cleaned = (replace(each, text=clean_line(each.text)) for each in draft.paragraphs)
    paragraphs = _without_headline(tuple(each for each in cleaned if each.text), () if draft.untitled else headlines)
    signed = people.read(draft.byline, publisher)
    paragraphs, printed = _without_byline(_parted(paragraphs), publisher)
    lead, paragraphs = _without_dateline(paragraphs)
    paragraphs, credited = credit_lines.split(paragraphs)
    houses = tuple(filter(None, (agencies.known(each.name) for each in credited)))
    found = tuple(each for each in credited if not agencies.known(each.name))
    paragraphs, tail = agencies.take_tail(paragraphs)
    paragraphs, helpers = credit_lines.contributed(paragraphs)
    wire = _spelled_out(lead.agency, publisher, paragraphs)
    return _Body(
        paragraphs=crossheads.mark(paragraphs),
        dateline=replace(lead.dateline, agency=wire) if lead.dateline else None,
        byline=signed.names or printed.names,
        credits=(*found, *(each for each in helpers if each not in found)),
        agency=agencies.agency_of(
            dateline=wire, byline=signed.agency or printed.agency, stated=draft.agency, tail=tail or next(iter(houses), None),
            paragraphs=paragraphs),
    )


def _without_headline(paragraphs: tuple[Paragraph, ...], headlines: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Without first paragraphs that only repeat the headline, or the kicker above it."""
    repeated = {fold(headline) for headline in headlines} - {""}
    start = 0
    while start < len(paragraphs) and start < 2 and fold(paragraphs[start].text) in repeated:
        start += 1
    return paragraphs[start:]


def _parted(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The first paragraph as two, where a byline and a dateline with an agency run on: "By Jane Doe LONDON (Reuters) - ..."."""
    if not paragraphs or not paragraphs[0].text.startswith(("By ", "BY ")):
        return paragraphs
    first, cuts = paragraphs[0], []
    for gap in _BEFORE_CAPITALS.finditer(first.text[:BYLINE_LOOK]):
        lead = datelines.split(first.text[gap.end():])
        if lead.agency and lead.dateline and people.of_line(first.text[: gap.start()]):
            cuts.append((not places.is_known(lead.dateline.place.partition(",")[0]), gap.start(), gap.end()))
    if not cuts:
        return paragraphs
    _, end, start = min(cuts)  # a known place first: "By JANE DOE LONDON (Reuters) -"
    return (replace(first, text=first.text[:end]), replace(first, text=first.text[start:]), *paragraphs[1:])


def _without_byline(paragraphs: tuple[Paragraph, ...], publisher: str | None) -> tuple[tuple[Paragraph, ...], people.Byline]:
    """Without a first paragraph that is a byline, and what that says."""
    printed = people.of_line(paragraphs[0].text, publisher) if len(paragraphs) > 1 else None
    return (paragraphs[1:], printed) if printed else (paragraphs, people.Byline())


def _without_dateline(paragraphs: tuple[Paragraph, ...]) -> tuple[datelines.Lead, tuple[Paragraph, ...]]:
    """What the dateline says, and all paragraphs without it. A summary may stand above one that names an agency."""
    over = datelines.of_line(paragraphs[0].text) if len(paragraphs) > 1 else None
    if over:
        return datelines.Lead(over, None, ""), paragraphs[1:]
    for number, paragraph in enumerate(paragraphs[:DATELINE_WITHIN]):
        lead = datelines.split(paragraph.text)
        if lead.agency or (lead.dateline and number == 0 and not _is_transcript(paragraphs)):
            return lead, (*paragraphs[:number], replace(paragraph, text=lead.rest), *paragraphs[number + 1:])
    return datelines.Lead(None, None, ""), paragraphs


def _spelled_out(agency: str | None, publisher: str | None, paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The agency of a dateline by its name where it is a code that the publisher's name has, or that the text explains: "(MP)"."""
    if not agency or agencies.known(agency) or not (agency.isupper() and agency.isalpha() and len(agency) <= CODE_MOST):
        return agency
    if publisher and agency_names.initials(publisher).removeprefix("T" if publisher.startswith("The ") else "") == agency:
        return publisher
    named = (agency_names.spelled_out(agency, paragraph.text) for paragraph in paragraphs)
    return next(filter(None, named), agency)


def _is_transcript(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether people speak in turn ("SMITH: ..."), so that capitals before a colon are no place."""
    return sum(bool(_TURN.match(each.text)) for each in paragraphs[:TURNS_WITHIN]) >= TURNS_LEAST


def _with_offset(when: datetime | None, fetched: datetime) -> datetime | None:
    return when.replace(tzinfo=fetched.tzinfo) if when and not when.tzinfo else when
