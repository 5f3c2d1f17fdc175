"""A reader's own page of comments: answers to them, new ones first seen here, and what they wrote."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from octavo.site.paper.commenting.frame import comments_page, where_on
from octavo.site.paper.commenting.setting import shown
from octavo.site.paper.commenting.thread import around_of, viewing
from octavo.site.readers.comments import asking, moderating
from octavo.site.readers.comments.standing import tell_from_now
from octavo.site.readers.visits import looks


@require_safe
@where_on
def mine(request: HttpRequest) -> HttpResponse:
    """The page. A fixed number of queries."""
    reader, now = request.user.pk or 0, timezone.now()
    who = viewing(request)
    since = asking.last_looked(reader)
    answers, own = asking.answers_to(reader), asking.own(reader)
    if since or who.moderates:
        tell_from_now(request)
    if looks(request) and answers and _new(answers[0].made, since):
        asking.look(reader, now)
    around = around_of([*answers, *own], who)
    return comments_page(request, "mine.html", {
        "viewer": who,
        "answers": [(shown(row, around), _new(row.made, since)) for row in answers],
        "own": [shown(row, around) for row in own],
        "queued": moderating.waiting() if who.moderates else 0,
        "most": asking.ANSWERS,
    })


def _new(made: datetime, since: datetime | None) -> bool:
    return since is not None and made > since
