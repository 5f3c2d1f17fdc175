"""One story: its brief, who reported it when, and who carries whose text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from octavo.briefs import Brief
from octavo.grouping.relating.reasons import in_words, reasons
from octavo.site.library.briefs import Added, Kept, added_since, added_to, brief_kept, why_no_brief
from octavo.site.library.choosing import choices_about
from octavo.site.library.rewritings import rewriting_of
from octavo.site.library.story_counts import live
from octavo.site.messages import as_met, sentence
from octavo.site.paper.briefs.lines import Setter
from octavo.site.paper.briefs.news import looked, news, spans_of
from octavo.site.paper.briefs.setting import set_brief
from octavo.site.paper.briefs.shelf import cited_in, statements_behind, texts_as_cited
from octavo.site.paper.commenting.thread import on_story
from octavo.site.paper.entry import Row, entry_of
from octavo.site.paper.mishaps import gone
from octavo.site.paper.owner import is_owner
from octavo.site.paper.pictures.spread import spread_of
from octavo.site.paper.press import as_text, front_for, home_of, related_to
from octavo.site.paper.reading.acting import story_acts
from octavo.site.paper.reading.marks import marks_of, opened
from octavo.site.paper.shelf import now_for, rows_of_story
from octavo.site.paper.stories.bar import bar_of
from octavo.site.paper.stories.carrying import carrying, texts_for, with_changes
from octavo.site.paper.stories.coverage import coverage, papers_of
from octavo.site.paper.stories.frame import found, stories_page
from octavo.site.paper.stories.once import counted_once
from octavo.site.paper.stories.seeking import decided

MOST = 500
"""Articles of a story that its page is made of, the newest."""
ON_A_PAGE = 30
"""Papers."""
CHANGED = _("The articles of this story have changed; its brief is being made again.")


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
        return gone()
    (entry,) = with_changes([entry_of(rows)])
    page = Paginator(papers_of(entry), ON_A_PAGE).get_page(request.GET.get("page"))
    reports = [report for _, reports in page.object_list for report in reports]
    texts = texts_for(reports)
    why = why_in(rows) if entry.facts.size > 1 else {}
    front = front_for(request, shown.specimen)
    related = [each for each in related_to(entry.row, front, rows) if each[0].story != pk]
    home = home_of(entry.row.pk, front.edition)
    # As it was before it was opened: what is new to the reader stands out.
    marks = marks_of(request, [entry], [row.pk for row in (*rows, *(row for row, _ in related))])
    opened(request, [row.pk for row in rows])
    return stories_page(request, "one.html", shown.specimen, {
        **story_acts(request, pk, entry),
        "marks": marks,
        "story": shown,
        "entry": entry,
        "bar": bar_of(entry),
        "spread": spread_of(entry, now_for(shown.specimen, getattr(request.user, "time_zone", "UTC")).tzinfo),
        "once": counted_once(rows),
        "page": page,
        "papers": coverage(page.object_list, why, {report.row.pk: carrying(report, texts) for report in reports}),
        "shared": any(why.values()),
        **_brief(request, pk, rows),
        "related": related,
        "section_of": home[0].slug if home else "",
        "thread": on_story(request, pk),
        "decided": decided(pk, choices_about(pk)) if is_owner(request) else (),
    })


def _brief(request: HttpRequest, pk: int, rows: Sequence[Row]) -> dict[str, Any]:
    """The brief, and what is new to the reader. Five queries, and those of a visit."""
    now = timezone.now()
    since, added, made = looked(request, pk, now), added_to(pk), brief_kept(pk)
    new: tuple[Added, ...] = added_since(added, since) if since else ()
    rewriting = rewriting_of(pk) if made else None
    kept = made or Kept(Brief())
    lines = [each.line for each in new] if since else list(kept.brief.new)
    reworded = (claim.citations for claim in (rewriting.summary if rewriting else ()))
    texts = texts_as_cited(kept, [*cited_in(kept.brief), *(line.citations for line in lines), *reworded])
    setter = Setter({row.pk: row for row in rows}, texts, spans_of(new))
    shown = set_brief(kept.brief, setter, statements_behind(kept.brief), rewriting)
    changed = CHANGED if kept.brief.summary and not shown.summary else ""
    return {
        "brief": shown,
        "unbriefed": changed if made else _unbriefed(pk),
        "news": news(since, lines, setter),
        # The specimen edition has a time of its own, which is not that of its reader's visits.
        "clock": now_for(False, getattr(request.user, "time_zone", "UTC")),
    }


def _unbriefed(pk: int) -> str:
    problem = why_no_brief(pk)
    if problem:
        return sentence(gettext("The brief of this story cannot be made: %(problem)s."), problem=as_met(problem))
    return gettext("The brief of this story is being made.")


def why_in(rows: Iterable[Row]) -> dict[int, str]:
    """Why each article is in its story, in words that it shares with others of it: "Jon Fell, 42 passengers". "" where it shares none."""
    return {pk: in_words(why) for pk, why in reasons([as_text(row) for row in rows]).items()}
