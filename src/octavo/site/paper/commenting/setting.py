"""Comments as they are printed: rows of the library turned into what a template needs. Pure but for the rows it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from octavo.analysis import Span
from octavo.site.paper.briefs.citing import CITED
from octavo.site.paper.commenting.words import hold_reason
from octavo.site.readers.comments.asking import Subject, Trusted
from octavo.site.readers.comments.markdown import RENDERER, rendered
from octavo.site.readers.comments.models import Comment
from octavo.site.readers.comments.names import name_of, poses
from octavo.site.readers.comments.standing import Viewer
from octavo.site.readers.comments.threading import DEPTH, WIDTH, Node, set_in
from octavo.site.readers.comments.threading import seen as printed
from octavo.site.readers.finding import span_of

_State = Comment.State


@dataclass(frozen=True, slots=True)
class Shown:
    """A comment in its place. `html` is empty where its text is not for who looks; `mark` says what its writer is to the paper: "owner",
    "moderator", "reader" of one whose name could be taken for one of these, or ""; `line` is the address of the words that it quotes, ""
    where the article no longer has them; `waits` is why it waits, for moderators."""

    row: Comment
    name: str
    mark: str
    own: bool
    html: SafeString
    line: str = ""
    on: str = ""
    on_address: str = ""
    waits: str = ""
    flat: bool = False
    forms: bool = False
    decides: bool = False
    path: str = ""
    answers: tuple[Shown, ...] = ()

    @property
    def state(self) -> str:
        """As the table has it."""
        return self.row.state

    @property
    def answered(self) -> str:
        """The name of whom it answers, "" where that is itself or has left."""
        return name_of(self.row.answered)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known about all comments of a page: who looks, the articles, who the owner and the moderators are; `at`: the article whose
    page it is, of which nothing need be said."""

    viewer: Viewer
    subjects: Mapping[int, Subject]
    trusted: Trusted
    at: int | None = None
    forms: bool = True


def shown(row: Comment, around: Around) -> Shown:
    """One comment, without the answers to it."""
    viewer = around.viewer
    own = row.writer_id is not None and row.writer_id == viewer.pk
    subject = around.subjects.get(row.article_id) if row.article_id else None
    readable = bool(row.text) and row.state != _State.DELETED and (row.state == _State.PUBLISHED or own or viewer.moderates)
    name = name_of(row.writer)
    elsewhere = subject is not None and row.article_id != around.at
    return Shown(
        row, name, _mark(row.writer_id, name, around.trusted), own, _html(row) if readable else SafeString(""),
        line=_line(row, subject) if readable else "",
        on=(subject.publisher or subject.headline) if subject and elsewhere else "",
        on_address=f"{reverse('article', args=[subject.pk])}#comment-{row.pk}" if subject and elsewhere else "",
        waits=hold_reason(row.why) if row.state == _State.HELD and viewer.moderates else "",
        flat=len(row.path) == DEPTH * WIDTH and not row.path[:-WIDTH].endswith(f"{row.parent_id or 0:0{WIDTH}}"),
        forms=around.forms and viewer.pk is not None,
        decides=around.forms and viewer.moderates,
        path=row.path,
    )


def set_thread(rows: Sequence[Comment], around: Around) -> tuple[Shown, ...]:
    """Rows in the order of print -> threads, without what others than its writer and moderators need not see."""
    # An answer is on what its thread is on.
    each = [replace(one, on="") if row.parent_id else one for row, one in ((row, shown(row, around)) for row in rows)]
    visible = (bool(one.html) or one.state in (_State.REMOVED, _State.DELETED) for one in each)
    return _trees(set_in(printed(each, visible)))


def _trees(nodes: Sequence[Node[Shown]]) -> tuple[Shown, ...]:
    return tuple(replace(node.row, answers=_trees(node.answers)) for node in nodes)


def words_of(rows: Sequence[Comment], text: str, keep: Callable[[Comment], bool]) -> dict[Span, list[int]]:
    """Where in an article's text the words stand that comments quote -> the numbers of these comments, in order."""
    places: dict[Span, list[int]] = {}
    for row in rows:
        if row.quote and keep(row) and (span := span_of(text, row.quote, row.start)):
            places.setdefault(span, []).append(row.pk)
    return places


def line_address(article: int, span: Span) -> str:
    """The article with those words marked. Its way back is the comment's own mark, not a brief's."""
    return f"{reverse('article', args=[article])}?cite={span[0]}-{span[1]}&comment=1#{CITED}"


def _mark(writer: int | None, name: str, trusted: Trusted) -> str:
    """The word beside a name."""
    if writer is None:
        return ""
    words = (gettext("owner"), gettext("moderator"), gettext("owner of this paper"), gettext("editor"))
    return trusted.marks.get(writer) or ("reader" if poses(name, (*trusted.names, *words)) else "")


def _line(row: Comment, subject: Subject | None) -> str:
    if not row.quote or subject is None:
        return ""
    span = span_of(subject.text, row.quote, row.start)
    return line_address(subject.pk, span) if span else ""


def _html(row: Comment) -> SafeString:
    """What was made when it was written, made anew where that was by an earlier renderer."""
    return mark_safe(row.html if row.renderer == RENDERER else rendered(row.text))  # noqa: S308 - cleaned by `rendered`
