"""The pages of the paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from octavo.grouping.related import Related, Text, related
from octavo.site.library.models import Article, Publisher
from octavo.site.library.rows import article_of
from octavo.site.library.specimens import specimen_shown
from octavo.site.paper import article_view
from octavo.site.paper.edition import Edition, Entry, Row, as_text, make_edition
from octavo.site.paper.quotation import Quotation, pull_quotation
from octavo.site.paper.sections import MORE, SECTIONS, Section, in_columns
from octavo.site.paper.shelf import newest_rows, now_for
from octavo.words import credit_lines

IN_A_SECTION = 6
"""How many lines of a section the front page shows; its own page shows the rest."""

IN_A_LISTING = 200
COLUMNS = 3
MORE_ON_THE_LEAD = 2
OF_A_PUBLISHER = 100
RELATED = 6
VERSIONS = 20


@dataclass(frozen=True, slots=True)
class Front:
    """The front page as it is set: the edition, the words set large beside its lead, what else there is on the lead."""

    edition: Edition
    quotation: Quotation | None
    more: tuple[Entry, ...]


@lru_cache(maxsize=4)
def front_of(rows: tuple[Row, ...]) -> Front:
    """The front page of these rows. The same rows give the same front, so it is made once."""
    edition = make_edition(rows)
    return Front(edition, pull_quotation(_in_order(edition)), _more_on_the_lead(edition))


def edition_of(rows: tuple[Row, ...]) -> Edition:
    """The edition of these rows."""
    return front_of(rows).edition


def front(request: HttpRequest) -> HttpResponse:
    """The front page; where the library is empty, what to do next."""
    specimen = specimen_shown()
    made = front_of(newest_rows(specimen))
    return _page(request, "paper/front.html", specimen, made.edition, {
        "edition": made.edition,
        "quotation": made.quotation,
        "more": made.more,
        "columns": _columns(made),
        "here": "front",
    })


def section(request: HttpRequest, slug: str) -> HttpResponse:
    """One section: everything of the edition that belongs to it, newest first."""
    specimen = specimen_shown()
    edition = edition_of(newest_rows(specimen))
    filed = {each.slug: (each.name, entries) for each, entries in edition.filed}
    usual = {each.slug: (each.name, ()) for each in (*SECTIONS, MORE)}
    try:
        name, entries = filed.get(slug) or usual[slug]
    except KeyError:
        raise Http404 from None
    return _page(request, "paper/listing.html", specimen, edition, {
        "title": name,
        "entries": entries[:IN_A_LISTING],
        "total": len(entries),
        "here": slug,
    })


def publisher(request: HttpRequest, pk: int) -> HttpResponse:
    """One publisher's newest articles, copies of others' among them."""
    shown = get_object_or_404(Publisher, pk=pk)
    specimen = specimen_shown()
    edition = edition_of(newest_rows(specimen))
    rows = newest_rows(specimen, publisher=pk, limit=OF_A_PUBLISHER)
    return _page(request, "paper/listing.html", specimen, edition, {
        "title": shown.name,
        "entries": [Entry(replace(row, publisher="")) for row in rows],
        "total": len(rows),
    })


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """One article, and what is related to it among the newest."""
    shown = get_object_or_404(Article.objects.select_related("publisher"), pk=pk)
    rows = newest_rows(shown.specimen)
    edition = edition_of(rows)
    return _page(request, "paper/article.html", shown.specimen, edition, {
        **_article(shown),
        "versions": list(shown.versions.order_by("-replaced").only("article", "headline", "text", "replaced")[:VERSIONS]),
        "related": _related(shown, rows, edition),
    })


def style(request: HttpRequest) -> HttpResponse:
    """Each piece of the paper with its name, set from what is in the library."""
    specimen = specimen_shown()
    rows = newest_rows(specimen)
    made = front_of(rows)
    edition = made.edition
    shown = Article.objects.select_related("publisher").filter(pk=edition.lead.row.pk).first() if edition.lead else None
    return _page(request, "paper/style.html", specimen, edition, {
        "edition": edition,
        "quotation": made.quotation,
        "sections": [(section, entries[:3], len(entries)) for section, entries in edition.filed[:1]],
        **(_article(shown) if shown else {}),
        "related": _related(shown, rows, edition)[:3] if shown else [],
    })


def _page(request: HttpRequest, template: str, specimen: bool, edition: Edition, context: dict[str, Any]) -> HttpResponse:
    """Every page has a masthead: the time that it is made for and the edition's sections."""
    return render(request, template, {
        "now": now_for(specimen, getattr(request.user, "time_zone", "UTC")),
        "specimen": specimen,
        "counts": edition.counts,
        "nav": [section for section, _ in edition.filed],
        **context,
    })


def _in_order(edition: Edition) -> Iterator[Entry]:
    """The entries as a reader meets them on the front page."""
    if edition.lead:
        yield edition.lead
    yield from edition.seven
    for _, entries in edition.sections:
        yield from entries[:IN_A_SECTION]


def _more_on_the_lead(edition: Edition) -> tuple[Entry, ...]:
    """What else the edition has on the lead's subject, where the seven do not show it already."""
    entries = {entry.row.pk: entry for _, filed in edition.sections for entry in filed}
    if not edition.lead:
        return ()
    found = related(as_text(edition.lead.row), [as_text(entry.row) for entry in entries.values()])
    return tuple(entries[each.id] for each in found[:MORE_ON_THE_LEAD])


def _columns(made: Front) -> list[list[tuple[Section, Sequence[Entry], int]]]:
    """The sections as the front page lists them, in columns: section, its newest entries, how many it has. Nothing stands twice."""
    left = [(section, [entry for entry in entries if entry not in made.more]) for section, entries in made.edition.sections]
    lists = [(section, entries[:IN_A_SECTION], len(entries)) for section, entries in left if entries]
    return [[lists[place] for place in column] for column in in_columns([1 + len(entries) for _, entries, _ in lists], COLUMNS)]


def _article(shown: Article) -> dict[str, Any]:
    language = article_view.language_tag(shown.language)
    return {
        "article": shown,
        "blocks": article_view.blocks(shown),
        "byline": article_view.byline(shown),
        "credits": credit_lines(article_of(shown).credits),
        "address": article_view.outside_address(shown.url),
        "language": language,
        "direction": article_view.direction(language),
    }


def _related(shown: Article, rows: Sequence[Row], edition: Edition) -> list[tuple[Row, Related[int]]]:
    """Related rows, best first, each with its reason; the articles that carry the same text come first."""
    by_pk = {row.pk: row for row in rows if row.pk != shown.pk}
    same = next(
        (group for _, entries in edition.filed for entry in entries
         if shown.pk in (group := {entry.row.pk, *(copy.pk for copy in entry.copies)})),
        set(),
    )
    mine = Text(shown.pk, shown.headline, shown.text, (shown.publisher.name if shown.publisher else "", shown.agency))
    found = related(mine, [as_text(row) for row in by_pk.values()], same_text=frozenset(same))
    return [(by_pk[each.id], each) for each in found[:RELATED]]
