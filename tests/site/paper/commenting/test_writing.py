"""Writing comments, on SQLite and on PostgreSQL."""

from __future__ import annotations

import re

import pytest

from tests.site.paper.commenting.scene import answer_to, fresh, say, scene, seen, set_rules, thread_of


def test_a_comment_on_an_article_stands_under_it_and_under_its_story(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "I was *there*.")
    assert made.article_id == play.told.wire.pk
    page = thread_of(seen(play.people.ben, f"/article/{play.told.wire.pk}/"))
    assert 'I was <em>there</em>.' in page
    assert "1 comment" in page
    assert "on the article of" not in page
    story = thread_of(seen(play.people.ben, f"/story/{play.told.story}/"))
    assert 'I was <em>there</em>.' in story
    assert f'<a href="/article/{play.told.wire.pk}/#comment-{made.pk}">on the article of <bdi>Northwire</bdi></a>' in story
    assert "I was" not in seen(play.people.ben, f"/story/{play.told.other}/")


def test_a_comment_on_a_story_goes_with_it_into_another(library: str) -> None:
    from octavo.site.library.choosing import merge_stories
    from tests.site.library.articles import MORNING

    play = scene()
    say(play.people.ada, play.story, "About all of it.")
    assert "About all of it." in thread_of(seen(play.people.ben, f"/story/{play.told.story}/"))
    assert "About all of it." not in seen(play.people.ben, f"/article/{play.told.wire.pk}/")
    merge_stories(play.told.story, play.told.other, MORNING)
    assert "About all of it." in thread_of(seen(play.people.ben, f"/story/{play.told.other}/"))
    assert "About all of it." in thread_of(seen(play.people.ben, play.story))


def test_answers_stand_below_what_they_answer_and_deep_ones_say_whom(library: str) -> None:
    play = scene()
    ada, ben = play.people.ada, play.people.ben
    last = say(ada, play.article, "Number 1")
    for number in range(2, 7):
        last = say(ben if number % 2 == 0 else ada, answer_to(last), f"Number {number}")
    page = thread_of(seen(ada, f"/article/{play.told.wire.pk}/"))
    assert re.findall(r"Number \d", page) == [f"Number {number}" for number in range(1, 7)]
    assert page.count('<ol class="answers">') == 3
    assert page.count("in answer to") == 2
    assert "in answer to <bdi>ben</bdi>" in page
    assert "6 comments" in page


def test_a_line_is_quoted_marked_and_found_again(library: str) -> None:
    from octavo.site.library.models import Article

    play = scene()
    wire = play.told.wire
    made = say(play.people.ada, play.article, "By whom?", quote="the colour of  the channel lights had been checked")
    assert made.quote == "the colour of the channel lights had been checked"
    page = seen(play.people.ben, f"/article/{wire.pk}/")
    assert f'data-words="1 comment" href="#comment-{made.pk}"' in page
    way = re.search(r'<blockquote class="comment-line" dir="auto"><a href="([^"]+)">the colour', page)
    assert way
    there = seen(play.people.ben, way[1].replace("&amp;", "&"))
    assert '<mark class="cited" id="cited">the colour of the channel lights had been checked</mark>' in there
    Article.objects.filter(pk=wire.pk).update(text="New words first. " + wire.text, paragraphs=[["text", 0, len(wire.text) + 17]])
    moved = re.search(r"cite=(\d+)-", seen(play.people.ben, f"/article/{wire.pk}/"))
    assert moved
    assert int(moved[1]) == made.start + 17
    Article.objects.filter(pk=wire.pk).update(text="Other words altogether.", paragraphs=[["text", 0, 23]])
    for page in (seen(play.people.ben, f"/article/{wire.pk}/"), seen(play.people.ben, f"/story/{play.told.story}/")):
        assert "The article no longer says this." in page
        assert 'class="remark"' not in page


@pytest.mark.parametrize(("quote", "words"), [
    ("not in the article", "The article does not say that"),
    ("passengers still on board. Harbour master Ida", "more than one paragraph"),
    ("x" * 700, "more than a line"),
])
def test_a_line_that_is_none_is_refused_and_the_text_is_kept(library: str, quote: str, words: str) -> None:
    play = scene()
    answer = play.people.ada.browser.post(play.article, {"text": "My words", "quote": quote})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert words in page
    assert 'role="alert"' in page
    assert "My words</textarea>" in page


def test_a_sentence_is_chosen_without_a_script(library: str) -> None:
    play = scene()
    page = seen(play.people.ada, f"{play.article}lines/")
    way = re.search(r'<a href="([^"]+)">(A tug had pulled[^<]+)</a>', page)
    assert way
    form = seen(play.people.ada, way[1].replace("#write", ""))
    assert f"{way[2]}</textarea>" in form


def test_sent_twice_is_one_comment(library: str) -> None:
    from octavo.site.readers.comments.models import Comment

    play = scene(per_minute=1)
    first = play.people.ada.browser.post(play.article, {"text": "Once."})
    again = play.people.ada.browser.post(play.article, {"text": " Once.\u200b\n"})
    assert first["Location"] == again["Location"]
    assert Comment.objects.count() == 1
    assert play.people.ada.browser.post(play.article, {"text": "Twice."}).status_code == 429


def test_too_many_are_refused_with_when_to_try_again_and_the_text_kept(library: str) -> None:
    play = scene(per_minute=2)
    for number in range(2):
        say(play.people.ada, play.article, f"Number {number}")
    answer = play.people.ada.browser.post(play.article, {"text": "Number 3"})
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60
    page = " ".join(answer.content.decode().split())
    assert "as many as there may be" in page
    assert "Number 3</textarea>" in page
    say(play.people.ben, play.article, "Another reader may.")


def test_a_first_comment_waits_for_a_moderator_and_only_its_writer_sees_it(library: str) -> None:
    play = scene(hold_first=True)
    made = say(play.people.ada, play.article, "Hello all")
    page = seen(play.people.ada, f"/article/{play.told.wire.pk}/?said=held&of={made.pk}")
    assert "Hello all" in page
    assert "waits for a moderator" in page
    hidden = seen(play.people.ben, f"/article/{play.told.wire.pk}/")
    assert "Hello all" not in hidden
    assert "None yet." in hidden
    play.people.owner.browser.post(f"/comments/{made.pk}/approve/", {"seen": 0})
    assert "Hello all" in seen(play.people.ben, f"/article/{play.told.wire.pk}/")
    assert say(play.people.ada, play.article, "And again").state == "published"
    assert say(play.people.owner, play.article, "The owner never waits").state == "published"


def test_an_answer_to_what_is_taken_out_meanwhile_is_kept_and_says_so(library: str) -> None:
    play = scene()
    parent = say(play.people.ada, play.article, "Soon gone")
    form = seen(play.people.ben, answer_to(parent))
    assert "Soon gone" in form
    play.people.ada.browser.post(f"/comments/{parent.pk}/delete/")
    answer = play.people.ben.browser.post(answer_to(parent), {"text": "But I say"})
    page = seen(play.people.ben, answer["Location"].split("#")[0])
    assert "was taken out while you were writing" in page
    assert "deleted by its writer" in page
    assert "But I say" in page
    assert fresh(parent).text == ""


def test_where_there_is_nothing_yet_the_page_says_what_to_do(library: str) -> None:
    play = scene()
    assert "Choose a sentence to say something about it" in thread_of(seen(play.people.ada, f"/article/{play.told.wire.pk}/"))
    assert "None yet." in thread_of(seen(play.people.ada, f"/story/{play.told.story}/"))


def test_comments_are_off_for_one_reader_and_where_the_owner_says_so(library: str) -> None:
    from octavo.site.readers.models import User

    play = scene()
    set_rules(mode="off")
    assert 'id="comments"' not in seen(play.people.ada, f"/article/{play.told.wire.pk}/")
    for path in (play.article, play.story, "/comments/mine/", "/comments/1/"):
        answer = play.people.ada.browser.get(path)
        assert answer.status_code == 404
        assert "There are no comments in this paper" in answer.content.decode()
    assert play.people.ada.browser.post(play.article, {"text": "Hello"}).status_code == 404
    set_rules(mode="community")
    assert 'id="comments"' in seen(play.people.owner, f"/article/{play.told.wire.pk}/")
    User.objects.exclude(is_superuser=True).update(is_active=False)
    assert 'id="comments"' not in seen(play.people.owner, f"/article/{play.told.wire.pk}/")
    set_rules(mode="on")
    assert 'id="comments"' in seen(play.people.owner, f"/article/{play.told.wire.pk}/")


def test_the_article_is_kept_while_it_has_comments(library: str) -> None:
    from octavo.site.library.models import KeptArticle

    play = scene()
    made, on_story = say(play.people.ada, play.article, "Keep this"), say(play.people.ada, play.story, "And this")
    assert set(KeptArticle.objects.values_list("article", "by")) == {
        (play.told.wire.pk, "comments"), (play.told.wire.pk, f"comments:{play.told.story}"),
    }
    for each in (made, on_story):
        play.people.ada.browser.post(f"/comments/{each.pk}/delete/")
    assert not KeptArticle.objects.exists()
