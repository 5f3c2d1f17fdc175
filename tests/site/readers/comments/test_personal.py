"""What a reader takes along, and what is left of one who leaves."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.site.paper.commenting.scene import answer_to, fresh, say, scene, seen, thread_of


def test_a_reader_takes_along_what_they_wrote(library: str) -> None:
    from django.core.serializers.json import DjangoJSONEncoder

    from octavo.site.readers.accounts.exporting import everything_of

    play = scene()
    made = say(play.people.ada, play.article, "One", quote="42 passengers")
    type(made).objects.update(made=made.made - timedelta(hours=1))
    play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "Two", "seen": 0})
    theirs = say(play.people.ben, answer_to(made), "Not Ada’s")
    play.people.ada.browser.post(f"/comments/{theirs.pk}/report/", {"reason": "Hm"})
    told = json.loads(json.dumps(everything_of(play.people.ada.reader), cls=DjangoJSONEncoder))["comments"]
    (comment,) = told["comments"]
    assert (comment["text"], comment["quote"], comment["article"]) == ("Two", "42 passengers", play.told.wire.pk)
    assert [each["text"] for each in comment["earlier"]] == ["One"]
    assert [each["reason"] for each in told["reports"]] == ["Hm"]
    assert "Not Ada" not in json.dumps(told)


def test_who_leaves_takes_the_words_and_the_name_and_the_threads_stay(library: str) -> None:
    from octavo.site.library.models import KeptArticle
    from octavo.site.readers.accounts.erasing import erase
    from octavo.site.readers.comments.models import Comment, EarlierText

    play = scene()
    made = say(play.people.ada, play.article, "Ada’s words", quote="42 passengers")
    answer = say(play.people.ben, answer_to(made), "Ben’s words")
    reply = say(play.people.ada, answer_to(answer), "Ada’s reply")
    play.people.ben.browser.post(f"/comments/{made.pk}/report/", {"reason": "Hm"})
    erase(play.people.ada.reader)
    page = thread_of(seen(play.people.ben, f"/article/{play.told.wire.pk}/"))
    assert "A reader who left" in page
    assert "This comment was deleted." in page
    assert "Ben’s words" in page
    assert "Ada’s" not in page
    assert "<bdi class=\"comment-name\">ada</bdi>" not in page
    assert not Comment.objects.filter(text__contains="Ada’s").exists()
    assert not EarlierText.objects.exists()
    assert fresh(reply).writer_id is None
    assert "Nothing waits" in seen(play.people.owner, "/comments/queue/")
    assert KeptArticle.objects.filter(article=play.told.wire.pk).exists()


def test_who_reported_and_leaves_keeps_no_deleted_text_alive(library: str) -> None:
    from octavo.site.readers.accounts.erasing import erase

    play = scene()
    made = say(play.people.ada, play.article, "Words")
    play.people.ben.browser.post(f"/comments/{made.pk}/report/", {"reason": "Hm"})
    play.people.ada.browser.post(f"/comments/{made.pk}/delete/")
    assert fresh(made).text
    erase(play.people.ben.reader)
    assert fresh(made).text == ""
