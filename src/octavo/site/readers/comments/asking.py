"""What the pages take from the comments: a fixed number of queries, whatever there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection
from django.db.models import Case, Count, F, Q, QuerySet, TextField, Value, When

from octavo.site.library.models import Article, Place
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.comments.models import Comment, Commenter
from octavo.site.readers.comments.names import name_of
from octavo.site.readers.comments.threading import Slice
from octavo.site.readers.models import User

ANSWERS = 100
"""Answers, and comments of one's own, that a page shows, the newest."""

TRUSTED = 500
"""Moderators that are known as such, those who read for longest."""

THREADS = 5_000
"""Threads on one article or story that can be paged through, the newest."""

_State = Comment.State

_LED_HERE = """
WITH RECURSIVE led (id) AS (
    SELECT id FROM library_story WHERE id = %s
    UNION SELECT story.id FROM library_story story JOIN led ON story.merged_into_id = led.id
) SELECT id FROM led
"""

# Django takes 8 ms to put this together, and the library 0.03 ms to answer it.
_AWAITING = """
SELECT own.looked,
    (SELECT COUNT(*) FROM comments_comment WHERE answered_id = %s AND state = 'published' AND made > own.looked),
    CASE WHEN reader.is_superuser OR own.moderator THEN
        (SELECT COUNT(*) FROM comments_comment WHERE state = 'held')
        + (SELECT COUNT(DISTINCT report.comment_id) FROM comments_report report JOIN comments_comment said ON said.id = report.comment_id
            WHERE report.settled IS NULL AND said.state <> 'held')
    ELSE 0 END
FROM readers_user reader LEFT JOIN comments_commenter own ON own.reader_id = reader.id WHERE reader.id = %s
"""


@dataclass(frozen=True, slots=True)
class Trusted:
    """Who the owner and the moderators are, "owner" or "moderator" by their numbers; and their names."""

    marks: Mapping[int, str] = field(default_factory=dict)
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """The article that a comment is on: its headline, paper and, where a comment quotes it, its text."""

    pk: int
    headline: str
    publisher: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Awaiting:
    """What waits for a reader: `answers` to them since they last looked, ANSWERS where there are more, None for one who has never
    commented; and comments that are held or reported, where they decide about these."""

    answers: int | None = None
    waiting: int = 0


@explaining()
def threads_of_article(article: int) -> list[tuple[int, int]]:
    """The threads on an article, the newest first: the number of the first comment, and how many are in it. One query."""
    return list(Comment.objects.filter(article=article, parent=None).order_by("-pk").values_list("pk", "size")[:THREADS])


@explaining()
def threads_of_story(story: int) -> list[tuple[int, int]]:
    """The threads on a story, on those that became part of it, and on its articles. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_LED_HERE, [story])
        led = [row[0] for row in cursor.fetchall()]
    first = Comment.objects.filter(parent=None)
    on_it = first.filter(story__in=led)
    on_articles = first.filter(article__in=Place.objects.filter(story=story).values("article"))
    both = on_it.values_list("pk", "size").union(on_articles.values_list("pk", "size"))
    return [(pk, size) for pk, size in both.order_by("-pk")[:THREADS]]


@explaining()
def rows_of(page: Slice) -> list[Comment]:
    """The comments of a page, in the order of print. One query."""
    rows = _rows().filter(thread__in=page.threads).order_by("-thread", "path")
    return list(rows[page.skip : page.skip + page.take])


@explaining()
def subjects(comments: Iterable[Comment]) -> dict[int, Subject]:
    """The articles that the comments are on. One query, none where there are none."""
    rows = [row for row in comments if row.article_id]
    if not rows:
        return {}
    quoted = {row.article_id for row in rows if row.quote}
    text = Case(When(pk__in=quoted, then=F("text")), default=Value(""), output_field=TextField())
    found = Article.objects.filter(pk__in={row.article_id for row in rows}).annotate(quoted=text)
    told = found.values_list("pk", "headline", "publisher__name", "quoted")
    return {pk: Subject(pk, headline, publisher or "", words) for pk, headline, publisher, words in told}


@explaining()
def trusted() -> Trusted:
    """The owner and the moderators. One query."""
    kept = User.objects.filter(Q(is_superuser=True) | Q(pk__in=Commenter.objects.filter(moderator=True).values("pk")))
    people = kept.only("username", "first_name", "last_name", "is_superuser").order_by("pk")[:TRUSTED]
    return Trusted({each.pk: "owner" if each.is_superuser else "moderator" for each in people}, tuple(map(name_of, people)))


@explaining()
def numbered(number: int) -> Comment | None:
    """The comment of that number, with its writer and whom it answers. One query."""
    return _rows().filter(pk=number).first() if 0 < number < 1 << 63 else None


@explaining()
def before_in_thread(comment: Comment) -> int:
    """How many comments of its thread stand before it. One query."""
    return Comment.objects.filter(thread=comment.thread_id, path__lt=comment.path).count()


@explaining()
def own(reader: int) -> list[Comment]:
    """A reader's comments, the newest first. One query."""
    return list(_rows().filter(writer=reader).exclude(state=_State.DELETED, text="").order_by("-made")[:ANSWERS])


@explaining()
def answers_to(reader: int) -> list[Comment]:
    """The answers to a reader, the newest first. One query."""
    return list(_rows().filter(answered=reader, state=_State.PUBLISHED).order_by("-made")[:ANSWERS])


@explaining()
def awaiting(reader: int) -> Awaiting:
    """What the footer tells a reader of, whether comments are on or not. One query, by index whatever there is."""
    with connection.cursor() as cursor:
        cursor.execute(_AWAITING, [reader, reader])
        row = cursor.fetchone()
    looked, answers, waiting = row or (None, 0, 0)
    return Awaiting(None if looked is None else min(answers, ANSWERS), waiting)


@explaining()
def published_on(articles: Iterable[int], stories: Iterable[int]) -> tuple[dict[int, int], dict[int, int]]:
    """How many comments can be read on each of those articles, and on each of those stories themselves. One query."""
    there = Comment.objects.filter(state=_State.PUBLISHED).order_by()
    # Two halves, each by its own index: as one condition with "or" it would look at every comment that there is.
    on_articles = there.filter(article__in=list(articles)).annotate(on=Value("article"), number_of=F("article"))
    on_stories = there.filter(story__in=list(stories)).annotate(on=Value("story"), number_of=F("story"))
    halves = [half.values_list("on", "number_of").annotate(comments=Count("pk")) for half in (on_articles, on_stories)]
    rows = list(halves[0].union(halves[1], all=True))
    return {of: number for on, of, number in rows if on == "article"}, {of: number for on, of, number in rows if on == "story"}


@explaining()
def last_looked(reader: int) -> datetime | None:
    """When a reader last looked at the answers to them; None for one who has never commented. One query."""
    return Commenter.objects.filter(pk=reader).values_list("looked", flat=True).first()


def look(reader: int, now: datetime) -> None:
    """A reader has looked at the answers to them."""
    with writing():
        Commenter.objects.filter(pk=reader, looked__lt=now).update(looked=now)


def _rows() -> QuerySet[Comment]:
    return Comment.objects.select_related("writer", "answered")
