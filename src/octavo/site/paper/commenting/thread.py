"""The comments under an article or a story, as its page and the page of comments show them. At most eight queries, whatever there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse

from octavo.site.library.models import Article
from octavo.site.numbers import number_of
from octavo.site.paper.commenting.forms import Write
from octavo.site.paper.commenting.setting import Around, Shown, set_thread, words_of
from octavo.site.paper.commenting.words import NOTES
from octavo.site.paper.marking import Sign
from octavo.site.paper.shelf import now_for
from octavo.site.readers.comments import asking
from octavo.site.readers.comments.models import Comment
from octavo.site.readers.comments.standing import Viewer, comments_on, tell_from_now, viewer
from octavo.site.readers.comments.threading import pages


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments of a page, and what stands around them. `now` is the reader's clock: comments know no specimen time."""

    threads: tuple[Shown, ...]
    total: int
    page: int
    pages: int
    address: str
    form: Write
    viewer: Viewer
    now: datetime
    note: str
    noted: int
    article: int | None = None
    signs: tuple[Sign, ...] = ()

    @property
    def before(self) -> int:
        """The page before, 0 for none."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The page behind, 0 for none."""
        return self.page + 1 if self.page < self.pages else 0


def on_article(request: HttpRequest, article: Article, page: int = 1, form: Write | None = None) -> Thread | None:
    """The comments on an article, and the marks of the words that they quote; None where there are no comments in this paper."""
    if not comments_on():
        return None
    sizes = asking.threads_of_article(article.pk)
    rows = _rows(sizes, page)
    subjects = {article.pk: asking.Subject(article.pk, article.headline, "", article.text)} if rows else {}
    spans = words_of(rows, article.text, lambda row: row.state == Comment.State.PUBLISHED)
    signs = tuple(Sign(end, numbers[0], len(numbers)) for (_, end), numbers in spans.items())
    thread = _thread(request, rows, sizes, page, subjects, article.pk)
    return replace(thread, address=reverse("comments-on-article", args=[article.pk]), form=form or Write(), signs=signs)


def on_story(request: HttpRequest, story: int, page: int = 1, form: Write | None = None) -> Thread | None:
    """The comments on a story and on its articles; None where there are no comments in this paper."""
    if not comments_on():
        return None
    sizes = asking.threads_of_story(story)
    rows = _rows(sizes, page)
    thread = _thread(request, rows, sizes, page, asking.subjects(rows))
    return replace(thread, address=reverse("comments-on-story", args=[story]), form=form or Write(quoting=False))


def clock(request: HttpRequest) -> datetime:
    """Now, in the reader's zone."""
    return now_for(specimen=False, time_zone=getattr(request.user, "time_zone", "UTC"))


def viewing(request: HttpRequest) -> Viewer:
    """How who asks looks at comments. At most one query."""
    return viewer(request.user if request.user.is_authenticated else None)


def around_of(rows: Sequence[Comment], who: Viewer) -> Around:
    """What there is to know about comments that stand outside of their threads. Two queries."""
    return Around(who, asking.subjects(rows), asking.trusted())


def _thread(
    request: HttpRequest, rows: Sequence[Comment], sizes: Sequence[tuple[int, int]], page: int, subjects: dict[int, asking.Subject],
    at: int | None = None,
) -> Thread:
    who = viewing(request)
    if who.moderates:
        tell_from_now(request)
    threads = set_thread(rows, Around(who, subjects, asking.trusted(), at))
    number = len(pages(sizes))
    # What waits and is not for who looks is not counted, as far as the page knows.
    total = _counted(threads) if number < 2 else sum(size for _, size in sizes)
    note = str(NOTES.get(request.GET.get("said", ""), ""))
    return Thread(threads, total, page, number, "", Write(), who, clock(request), note, number_of(request.GET.get("of", "")), at)


def _rows(sizes: Sequence[tuple[int, int]], page: int) -> list[Comment]:
    made = pages(sizes)
    return asking.rows_of(made[page - 1]) if 0 < page <= len(made) else []


def _counted(threads: Sequence[Shown]) -> int:
    return len(threads) + sum(_counted(each.answers) for each in threads)
