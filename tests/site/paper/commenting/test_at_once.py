"""Two who do something with one comment at the same time: clear words, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.site.at_once import at_once, overtaken, sending
from tests.site.library.placed import came
from tests.site.paper.commenting.scene import Scene, answer_to, fresh, say, scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site.readers.two_readers import SignedIn


def posting(who: SignedIn, path: str, **fields: Any) -> Callable[[], Any]:
    return sending(who.browser, path, **fields)


def another_moderator(play: Scene) -> SignedIn:
    from octavo.site.readers.comments.standing import set_moderator

    set_moderator(play.people.ben.reader, moderator=True)
    return play.people.ben


def page_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_edited_while_it_is_deleted_elsewhere_the_words_are_given_back(library: str) -> None:
    from octavo.site.readers.comments.posting import delete

    play = scene()
    ada, made = play.people.ada, say(play.people.ada, play.article, "One")
    edit, again = (posting(ada, f"/comments/{made.pk}/{what}/", text="Two", seen=0) for what in ("edit", "delete"))
    edited, deleted = overtaken(lambda: delete(ada.reader, made.pk), edit, again)
    assert (edited.status_code, deleted.status_code) == (409, 302)
    assert "This comment is deleted, and nothing was changed." in page_of(edited)
    assert "Two" in page_of(edited)
    assert (fresh(made).state, made.text) == ("deleted", "")


def test_edited_in_two_windows_at_once_one_is_told(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "One")
    answers = at_once(*(posting(play.people.ada, f"/comments/{made.pk}/edit/", text=text, seen=0) for text in ("Two", "Three")))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    told = page_of(next(answer for answer in answers if answer.status_code == 409))
    assert "You changed this comment elsewhere" in told
    assert "Two" in told
    assert "Three" in told


def test_sent_twice_at_once_it_is_one_comment(library: str) -> None:
    from octavo.site.readers.comments.models import Comment

    play = scene()
    answers = at_once(*(posting(play.people.ada, play.article, text="The tide turns") for _ in range(3)))
    assert [answer.status_code for answer in answers] == [302] * 3
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("to", ["article", "answer", "edit"])
def test_erased_while_their_comment_comes_in_a_reader_is_told_and_has_it_back(to: str, library: str) -> None:
    from octavo.site.readers.accounts.erasing import erase
    from octavo.site.readers.comments.models import Comment

    play = scene()
    hers, his = say(play.people.ada, play.article, "First"), say(play.people.ben, play.article, "Second")
    where = {"article": play.article, "answer": answer_to(his), "edit": f"/comments/{hers.pk}/edit/"}[to]
    (answer,) = overtaken(lambda: erase(play.people.ada.reader), posting(play.people.ada, where, text="What I say", seen=0))
    assert answer.status_code == 403
    assert "You are no reader of this paper any more" in page_of(answer)
    assert "What I say" in page_of(answer)
    assert "constraint" not in page_of(answer)
    assert [(row.text, row.writer_id) for row in Comment.objects.order_by("pk")] == [("", None), ("Second", play.people.ben.reader.pk)]
    assert fresh(his).size == 1


def test_an_answer_to_what_is_deleted_meanwhile_keeps_its_place(library: str) -> None:
    from octavo.site.readers.comments.posting import delete

    play = scene()
    made = say(play.people.ada, play.article, "One")
    (answer,) = overtaken(lambda: delete(play.people.ada.reader, made.pk), posting(play.people.ben, answer_to(made), text="I agree"))
    assert answer.status_code == 302
    page = page_of(play.people.ben.browser.get(answer["Location"].partition("#")[0]))
    assert "I agree" in page


def test_an_article_that_goes_while_it_is_commented_on_gives_the_words_back(library: str) -> None:
    from octavo.site.library.models import Article
    from octavo.site.readers.comments.models import Comment

    play, article = scene(), came("alone")
    (answer,) = overtaken(
        Article.objects.filter(pk=article.pk).delete, posting(play.people.ada, f"/comments/on/article/{article.pk}/", text="What I say"))
    assert answer.status_code == 409
    assert "That is not there any more" in page_of(answer)
    assert "What I say" in page_of(answer)
    assert not Comment.objects.exists()


def test_what_is_deleted_while_it_is_reported_waits_for_nobody(library: str) -> None:
    from octavo.site.readers.comments.moderating import queue
    from octavo.site.readers.comments.posting import delete

    play = scene()
    made = say(play.people.ada, play.article, "Rude")
    (answer,) = overtaken(
        lambda: delete(play.people.ada.reader, made.pk), posting(play.people.ben, f"/comments/{made.pk}/report/", reason="Rude"))
    assert "said=overtaken" in answer["Location"]
    assert queue() == ()


@pytest.mark.parametrize(("first", "second", "state"), [
    ("approve", "approve", "published"), ("approve", "remove", "removed"), ("remove", "remove", "removed"),
    ("remove", "approve", "removed"),
])
def test_two_moderators_decide_one_report(first: str, second: str, state: str, library: str) -> None:
    from octavo.site.readers.comments.moderating import queue

    play = scene()
    carl = another_moderator(play)
    made = say(play.people.ada, play.article, "Rude")
    posting(carl, f"/comments/{made.pk}/report/", reason="Rude")()
    send = {
        who: posting(who, f"/comments/{made.pk}/{deed}/", reason=f"It was {deed}", seen=0)
        for who, deed in ((play.people.owner, first), (carl, second))
    }
    (answer,) = overtaken(send[play.people.owner], send[carl])
    assert answer.status_code == 302
    assert ("said=overtaken" in answer["Location"]) is (first == "remove")
    assert (fresh(made).state, made.text) == (state, "Rude")
    assert queue() == ()


def test_what_is_emptied_while_it_is_put_back_stays_where_it_is(library: str) -> None:
    play = scene()
    carl = another_moderator(play)
    made = say(play.people.ada, play.article, "Rude")
    wipe = posting(play.people.owner, f"/comments/{made.pk}/remove/", reason="Rude", seen=0, wipe="on")
    (answer,) = overtaken(wipe, posting(carl, f"/comments/{made.pk}/put-back/", seen=0))
    assert "said=overtaken" in answer["Location"]
    assert (fresh(made).state, made.text) == ("removed", "")


def test_all_that_moderators_do_at_once_ends_in_one_of_it(library: str) -> None:
    play = scene()
    carl = another_moderator(play)
    made = say(play.people.ada, play.article, "Rude")
    posting(carl, f"/comments/{made.pk}/report/", reason="Rude")()
    answers = at_once(*(
        posting(who, f"/comments/{made.pk}/{deed}/", reason="Rude", seen=0, wipe="on")
        for who in (play.people.owner, carl) for deed in ("approve", "remove", "put-back")
    ))
    assert {answer.status_code for answer in answers} == {302}
    assert (fresh(made).state, made.text) == ("removed", "")
    assert not made.reports.filter(settled=None).exists()
