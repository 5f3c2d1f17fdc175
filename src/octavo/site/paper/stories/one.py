"""One story: who reported it when, who carries whose text, and who said what."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from octavo.grouping.relating.reasons import in_words, reasons
from octavo.site.library.choosing import choices_about
from octavo.site.library.story_counts import live
from octavo.site.paper.edition import Row, entry_of
from octavo.site.paper.owner import is_owner
from octavo.site.paper.press import as_text, front_of, related_to
from octavo.site.paper.shelf import rows_of_story
from octavo.site.paper.stories.bar import bar_of
from octavo.site.paper.stories.carrying import carrying, texts_for, with_changes
from octavo.site.paper.stories.coverage import coverage, papers_of
from octavo.site.paper.stories.frame import found, stories_page
from octavo.site.paper.stories.once import counted_once
from octavo.site.paper.stories.saying import said_of
from octavo.site.paper.stories.seeking import decided

MOST = 500
"""Articles of a story that its page is made of, the newest."""
ON_A_PAGE = 30
"""Papers."""


@require_safe
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a story; one that has no articles leads on to the one that took them in."""
    to = live(pk)
    if to != pk and to is not None:
        # With what it would have said: something was just decided that emptied it.
        return HttpResponseRedirect(f"{reverse('story', args=[to])}{'?' if request.GET else ''}{request.GET.urlencode()}")
    shown = found(pk)
    rows = rows_of_story(pk, MOST)
    if not rows:
        raise Http404
    (entry,) = with_changes([entry_of(rows)])
    page = Paginator(papers_of(entry), ON_A_PAGE).get_page(request.GET.get("page"))
    reports = [report for _, reports in page.object_list for report in reports]
    texts = texts_for(reports)
    why = why_in(rows) if entry.facts.size > 1 else {}
    return stories_page(request, "one.html", shown.specimen, {
        "story": shown,
        "entry": entry,
        "bar": bar_of(entry),
        "once": counted_once(rows),
        "page": page,
        "papers": coverage(page.object_list, why, {report.row.pk: carrying(report, texts) for report in reports}),
        "shared": any(why.values()),
        "said": said_of(rows),
        "related": [each for each in related_to(entry.row, front_of(shown.specimen), rows) if each[0].story != pk],
        "decided": decided(pk, choices_about(pk)) if is_owner(request) else (),
    })


def why_in(rows: Iterable[Row]) -> dict[int, str]:
    """Why each article is in its story, in words that it shares with others of it: "Jon Fell, 42 passengers". "" where it shares none."""
    return {pk: in_words(why) for pk, why in reasons([as_text(row) for row in rows]).items()}
