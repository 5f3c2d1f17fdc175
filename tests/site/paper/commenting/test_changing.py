"""Editing and deleting one's own comment, and what two who do something at once see."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.site.paper.commenting.scene import answer_to, fresh, say, scene, seen, set_rules, thread_of

if TYPE_CHECKING:
    from octavo.site.readers.comments.models import Comment


def grow_old(comment: Comment, minutes: int = 10) -> None:
    """As if it had been written that long ago."""
    type(comment).objects.filter(pk=comment.pk).update(made=comment.made - timedelta(minutes=minutes))


def test_in_its_first_minutes_a_comment_changes_without_a_mark(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Frist")
    play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "First", "seen": 0})
    assert fresh(made).text == "First"
    assert made.edited is None
    assert not made.earlier.exists()


def test_later_it_says_when_and_what_it_said_before_is_one_click_away(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "The **old** words")
    grow_old(made)
    answer = play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "The new words", "seen": 0})
    page = seen(play.people.ben, answer["Location"])
    assert "The new words" in page
    assert f'<a href="/comments/{made.pk}/history/">edited ' in page
    history = seen(play.people.ben, f"/comments/{made.pk}/history/")
    assert "The **old** words" in history
    play.people.ada.browser.post(f"/comments/{made.pk}/delete/")
    assert play.people.ben.browser.get(f"/comments/{made.pk}/history/").status_code == 404
    assert not made.earlier.exists()


def test_what_was_answered_keeps_its_earlier_text_at_once(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Yes")
    say(play.people.ben, answer_to(made), "I agree")
    play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "No", "seen": 0})
    assert [each.text for each in made.earlier.all()] == ["Yes"]
    assert fresh(made).edited


def test_edited_in_two_places_neither_text_is_lost(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "One")
    play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "Two", "seen": 0})
    answer = play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "Three", "seen": 0})
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 409
    assert "You changed this comment elsewhere" in page
    assert "Two" in page
    assert "Three</textarea>" in page
    assert fresh(made).text == "Two"
    play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "Three", "seen": 1})
    assert fresh(made).text == "Three"


def test_edited_while_a_moderator_removes_it_the_text_is_not_lost_and_nothing_comes_back(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Rude")
    play.people.owner.browser.post(f"/comments/{made.pk}/remove/", {"reason": "Rude", "seen": 0})
    answer = play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "Polite", "seen": 0})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "A moderator removed this comment while you were writing" in page
    assert "Polite</textarea>" in page
    assert fresh(made).text == "Rude"
    assert made.state == "removed"


def test_approved_as_it_was_not_seen_it_still_waits(library: str) -> None:
    play = scene(held_words="casino")
    made = say(play.people.ada, play.article, "casino one")
    play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "casino two", "seen": 0})
    answer = play.people.owner.browser.post(f"/comments/{made.pk}/approve/", {"seen": 0, "back": "/comments/queue/"})
    assert answer["Location"] == f"/comments/queue/?said=overtaken&of={made.pk}"
    assert fresh(made).state == "held"


def test_what_is_edited_is_judged_again(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Nice")
    set_rules(held_words="casino", refused_words="viagra")
    play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "Nice casino", "seen": 0})
    assert fresh(made).state == "held"
    answer = play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "viagra", "seen": 1})
    assert answer.status_code == 400
    assert "viagra</textarea>" in answer.content.decode()
    assert "Nice casino" not in seen(play.people.ben, f"/article/{play.told.wire.pk}/")


def test_deleted_the_thread_stays_and_the_text_is_gone(library: str) -> None:
    from octavo.site.readers.comments.models import Comment

    play = scene()
    made = say(play.people.ada, play.article, "Secret words", quote="42 passengers")
    say(play.people.ben, answer_to(made), "An answer")
    assert "Delete your comment?" in seen(play.people.ada, f"/comments/{made.pk}/delete/")
    assert fresh(made).text
    answer = play.people.ada.browser.post(f"/comments/{made.pk}/delete/")
    page = thread_of(seen(play.people.ben, answer["Location"].split("#")[0]))
    assert "This comment was deleted by its writer." in page
    assert "An answer" in page
    assert not Comment.objects.filter(text__contains="Secret").exists()
    assert not Comment.objects.filter(html__contains="Secret").exists()
    assert not Comment.objects.exclude(quote="").exists()
    play.people.ada.browser.post(f"/comments/{made.pk}/delete/")
    assert play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "Back", "seen": 0}).status_code == 409


def test_deleted_under_report_the_text_stays_until_that_is_settled(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "A threat")
    play.people.ben.browser.post(f"/comments/{made.pk}/report/", {"reason": "It threatens me"})
    play.people.ada.browser.post(f"/comments/{made.pk}/delete/")
    assert fresh(made).text == "A threat"
    assert "A threat" not in seen(play.people.ben, f"/article/{play.told.wire.pk}/")
    assert "A threat" not in seen(play.people.ada, "/comments/mine/")
    assert "A threat" in seen(play.people.owner, "/comments/queue/")
    play.people.owner.browser.post(f"/comments/{made.pk}/approve/", {"seen": 0})
    assert fresh(made).text == ""
    assert made.state == "deleted"
    assert "Nothing waits" in seen(play.people.owner, "/comments/queue/")
