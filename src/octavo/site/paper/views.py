"""The pages of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from octavo.analysis import Span
from octavo.grouping.copies.changes import Piece
from octavo.site.library.briefs import added_to
from octavo.site.library.models import Article, Publisher, WantedPage
from octavo.site.library.rows import article_of
from octavo.site.library.specimens import specimen_shown
from octavo.site.messages import in_words
from octavo.site.paper import article_view
from octavo.site.paper.briefs.citing import Cited, cited
from octavo.site.paper.briefs.front import with_briefs
from octavo.site.paper.briefs.news import fresh_in
from octavo.site.paper.commenting.counting import talk_about
from octavo.site.paper.commenting.thread import on_article
from octavo.site.paper.entry import Entry, entry_of
from octavo.site.paper.images.showing import article_picture, lead_picture
from octavo.site.paper.marking import Sign
from octavo.site.paper.mishaps import ways
from octavo.site.paper.modelling.who import model_for
from octavo.site.paper.muting.sifting import fold
from octavo.site.paper.owner import is_owner
from octavo.site.paper.pictures.over_time import over_time
from octavo.site.paper.pictures.spread import spread_of
from octavo.site.paper.press import front_for, home_of, related_to
from octavo.site.paper.reading.acting import article_acts
from octavo.site.paper.reading.marks import marks_of, opened, printed
from octavo.site.paper.rendering import render_page
from octavo.site.paper.saying import said_in
from octavo.site.paper.sections import MORE, SECTIONS
from octavo.site.paper.shelf import row_of, rows_of_publisher
from octavo.site.paper.sources import rows as source_rows
from octavo.site.paper.sources.shelf import lines, sources
from octavo.site.paper.speakers.shelf import heard, said_on_days
from octavo.site.paper.stories import difference
from octavo.site.paper.stories.belonging import belonging
from octavo.site.paper.stories.carrying import carrying, texts_for
from octavo.site.readers.muting.rules import PUBLISHER
from octavo.words import credit_lines

IN_A_LISTING = 200
OF_A_PUBLISHER = 100
VERSIONS = 20


def front(request: HttpRequest) -> HttpResponse:
    """The front page; where the library is empty, what to do next."""
    specimen = specimen_shown()
    made = front_for(request, specimen)
    told = with_briefs(made.edition)
    return render_page(request, "paper/front.html", specimen, made.edition, {
        "edition": told.edition,
        "lines": told.lines,
        "differences": told.differences,
        "bar": made.bar,
        "picture": lead_picture(made.edition.lead, timezone.now()),
        "quotation": made.quotation,
        "more": made.more,
        "columns": made.columns,
        "followed": made.followed,
        "marks": marks_of(request, printed(made)),
        "talk": talk_about(request, printed(made)),
        "through": max((row.pk for row in made.rows), default=0),
        "here": "front",
        # In the specimen edition alone: whether to say "Choose your sources".
        "unchosen": specimen and not sources().exists(),
    })


def section(request: HttpRequest, slug: str) -> HttpResponse:
    """One section: everything of the edition that belongs to it, newest first."""
    specimen = specimen_shown()
    edition = front_for(request, specimen).edition
    filed = {each.slug: (each.name, entries) for each, entries in edition.filed}
    usual = {each.slug: (each.said, ()) for each in (*SECTIONS, MORE)}
    try:
        name, entries = filed.get(slug) or usual[slug]
    except KeyError:
        raise Http404 from None
    return render_page(request, "paper/listing.html", specimen, edition, {
        "title": name,
        "entries": entries[:IN_A_LISTING],
        "total": len(entries),
        "hidden_here": edition.hidden_in(slug),
        "marks": marks_of(request, entries[:IN_A_LISTING]),
        "through": max((row.pk for entry in entries for row in entry.rows), default=0),
        "here": slug,
    })


def publisher(request: HttpRequest, pk: int) -> HttpResponse:
    """One publisher's newest articles, copies of others' among them."""
    shown = get_object_or_404(Publisher, pk=pk)
    specimen = specimen_shown()
    edition = front_for(request, specimen).edition
    # What is muted for being this publisher's is not missed on its own page.
    folded = fold(rows_of_publisher(specimen, pk, OF_A_PUBLISHER), request, besides=(PUBLISHER, shown.name))
    rows = folded.rows
    marks = marks_of(request, (), [row.pk for row in rows])
    return render_page(request, "paper/listing.html", specimen, edition, {
        "title": shown.name,
        "entries": [entry_of([replace(row, publisher="", agency="" if row.agency == shown.name else row.agency)]) for row in rows],
        "total": len(rows),
        "publisher_name": shown.name,
        "hidden_here": folded.number,
        "marks": marks,
    })


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """One article: where it belongs, and what is related to it among the newest."""
    shown = get_object_or_404(Article.objects.select_related("publisher", "analysis", "place"), pk=pk)
    belongs = belonging(shown)
    made = front_for(request, shown.specimen)
    home = home_of(pk, made.edition)
    place = getattr(shown, "place", None)
    story = place.story_id if place else None
    # Who comes from a comment finds the way back to it behind the words anyhow.
    marked = cited(request.GET.get("cite", ""), shown.paragraphs, pk, None if "comment" in request.GET else story)
    thread = on_article(request, shown)
    fresh = fresh_in(added_to(story), pk, shown.text) if story else ()
    parts = _article(shown, marked, fresh, thread.signs if thread else ())
    related = related_to(row_of(shown), made, belongs.mates)
    marks = marks_of(request, (), [pk, *(row.pk for row, _ in related)])
    opened(request, [pk])
    return render_page(request, "paper/article.html", shown.specimen, made.edition, {
        **parts,
        **article_acts(request, shown, len(parts["blocks"])),
        "marks": marks,
        "thread": thread,
        "story_of": story,
        "partial": _partial_note(shown),
        "picture": article_picture(shown, timezone.now()),
        "versions": list(shown.versions.order_by("-replaced").only("article", "headline", "text", "replaced")[:VERSIONS]),
        "belongs": belongs,
        "owner": is_owner(request),
        "model": model_for(request) is not None,
        "related": related,
        "here": home[0].slug if home else "",
    })


def style(request: HttpRequest) -> HttpResponse:
    """Each piece of the paper with its name, set from what is in the library."""
    specimen, now = specimen_shown(), timezone.now()
    made = front_for(request, specimen)
    edition = made.edition
    rows = Article.objects.select_related("publisher", "analysis", "place")
    shown = rows.filter(pk=edition.lead.row.pk).first() if edition.lead else None
    return render_page(request, "paper/style.html", specimen, edition, {
        "edition": edition,
        "bar": made.bar,
        "spread": spread_of(edition.lead, UTC) if edition.lead else None,
        "said_when": over_time(said_on_days(list(heard(specimen)[:1]))),
        "quotation": made.quotation,
        "sections": [(section, entries[:3], len(entries) if len(entries) > 3 else 0) for section, entries in edition.filed[:1]],
        **(_article(shown) if shown else {}),
        "ways": ways("front", "search", "speakers", "sources"),
        "partial_notes": [article_view.partial_note(why, has_text=True) for why in article_view.PARTIAL],
        "related": related_to(row_of(shown), made)[:3] if shown else (),
        "changed": _changed(edition.lead) if edition.lead else (),
        "rows": [source_rows.row_of(line, now, reverse("sources")) for line in lines(list(sources().order_by("pk")[:2]), now)],
    })


def _changed(lead: Entry) -> list[tuple[str, str, list[Piece]]]:
    """What a copy changed of the lead's text, where one did."""
    told = carrying(lead.carried, texts_for([lead.carried])) if lead.carried else ()
    made = next((each.made for each in told if each.made and each.changed), None)
    return [difference.told(each) for each in made.paragraphs if each.kind != "kept"][:3] if made else []


def _partial_note(shown: Article) -> str:
    pending = bool(shown.partial) and shown.wanted.filter(state=WantedPage.State.WAITING, due_at__isnull=False).exists()
    return article_view.partial_note(shown.partial, bool(shown.text), pending)


def _article(
    shown: Article, marked: Cited | None = None, fresh: Sequence[Span] = (), signs: Sequence[Sign] = (),
) -> dict[str, Any]:
    language = article_view.language_tag(shown.language)
    said = said_in(shown, marked, fresh, signs)
    return {
        **said,
        "article": shown,
        "fresh": len(fresh),
        "blocks": article_view.blocks(shown, said["marked"]),
        "byline": article_view.byline(shown),
        "credits": [in_words(line) for line in credit_lines(article_of(shown).credits)],
        "address": article_view.outside_address(shown.url),
        "language": language,
        "direction": article_view.direction(language),
    }
