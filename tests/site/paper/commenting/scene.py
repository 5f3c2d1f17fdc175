"""A paper with a story, two readers and the owner, for the tests of comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.site.paper.stories.made import Made, made
from tests.site.readers.two_readers import People, SignedIn, two_readers

if TYPE_CHECKING:
    from octavo.site.readers.comments.models import Comment


@dataclass(frozen=True)
class Scene:
    """Who reads, and what."""

    people: People
    told: Made

    @property
    def article(self) -> str:
        """Where comments on the wire's article are."""
        return f"/comments/on/article/{self.told.wire.pk}/"

    @property
    def story(self) -> str:
        """Where those on its story are."""
        return f"/comments/on/story/{self.told.story}/"


def scene(**rules: Any) -> Scene:
    """Make it; `rules` are the owner's. Nothing waits and nobody is too fast unless they say so."""
    set_rules(**rules)
    return Scene(two_readers(), made())


def set_rules(**rules: Any) -> None:
    """What the owner sets."""
    from octavo.site.library.paper_settings import set_settings
    from octavo.site.readers.comments.rules import ROOM, Rules

    set_settings(ROOM, Rules(**{"hold_first": False, "per_minute": 100, "per_day": 1000, **rules}))


def say(who: SignedIn, where: str, text: str, **fields: Any) -> Comment:
    """Write a comment, which must be taken; the row of it."""
    from octavo.site.readers.comments.models import Comment

    answer = who.browser.post(where, {"text": text, **fields})
    assert answer.status_code == 302, answer.content.decode()
    return Comment.objects.select_related("writer").latest("pk")


def answer_to(comment: Comment) -> str:
    """Where a comment is answered."""
    return f"/comments/{comment.pk}/answer/"


def seen(who: SignedIn, path: str) -> str:
    """A page as a reader sees it, which must be there; its white space one blank each."""
    answer = who.browser.get(path, follow=True)
    assert answer.status_code == 200, (path, answer.status_code)
    return " ".join(answer.content.decode().split())


def thread_of(page: str) -> str:
    """The part of a page that is comments."""
    return page.split('id="comments"')[1].split("<footer")[0]


def fresh(comment: Comment) -> Comment:
    """A comment as the library has it now."""
    comment.refresh_from_db()
    return comment
