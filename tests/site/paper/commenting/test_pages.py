"""How much a page has, what it costs, and whom it tells of answers."""

from __future__ import annotations

from tests.site.paper.commenting.scene import Scene, answer_to, say, scene, seen, set_rules, thread_of


def many(play: Scene, threads: int, answers: int) -> None:
    """Put comments in as they would stand there."""
    from django.utils import timezone

    from octavo.site.readers.comments.models import Comment
    from octavo.site.readers.comments.posting import On, Quoted, post
    from octavo.site.readers.comments.rules import Rules

    rules, now = Rules(hold_first=False, per_minute=10**6, per_day=10**6), timezone.now()
    ada, ben = play.people.ada.reader, play.people.ben.reader
    quoted = Quoted("42 passengers", play.told.wire.text.index("42 passengers"))
    for number in range(threads):
        first = post(ada, On(article=play.told.wire.pk), f"Thread {number}", quoted, rules, now)
        assert isinstance(first, Comment)
        for answer in range(answers):
            post(ben, On(article=play.told.wire.pk, parent=first), f"Answer {answer} to {number}", Quoted(), rules, now)


def costs(play: Scene) -> dict[str, int]:
    """How many queries each page takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    paths = {
        "article": f"/article/{play.told.wire.pk}/", "story": f"/story/{play.told.story}/", "all": play.article, "mine": "/comments/mine/",
        "queue": "/comments/queue/", "settings": "/settings/comments/",
    }
    counts = {}
    for name, path in paths.items():
        who = play.people.owner if name in ("queue", "settings") else play.people.ben
        who.browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            who.browser.get(path)
        counts[name] = len(queries)
    return counts


def test_queries_do_not_grow_with_the_comments(library: str) -> None:
    play = scene()
    set_rules(mode="off")
    without = costs(play)
    set_rules()
    for who in (play.people.owner, play.people.ben):
        say(who, play.article, "Here, too")
    few = costs(play)
    many(play, 12, 3)
    assert costs(play) == few
    # Who looks, the threads, their comments, the owner and moderators; for a story which led to it and the articles; the footer.
    assert few["article"] - without["article"] == 6
    assert few["story"] - without["story"] == 8


def test_a_page_has_fifty_comments_and_whole_threads(site: None) -> None:
    play = scene()
    many(play, 8, 11)
    first, second = (thread_of(seen(play.people.ada, f"{play.article}?page={page}")) for page in (1, 2))
    assert (first.count('<article class="comment'), second.count('<article class="comment')) == (48, 48)
    assert "Thread 7" in first
    assert "Thread 3<" in second
    assert "96 comments, page 1 of 2" in first
    assert "Earlier comments" in first
    assert len(play.people.ada.browser.get(play.article).content) < 100_000
    assert "Later comments" in second


def test_a_comments_own_address_leads_to_its_place(site: None) -> None:
    from octavo.site.readers.comments.models import Comment

    play = scene()
    many(play, 8, 11)
    oldest, newest = Comment.objects.order_by("pk").first(), Comment.objects.order_by("pk").last()
    assert oldest
    assert newest
    way = play.people.ada.browser.get(f"/comments/{oldest.pk}/")["Location"]
    assert way == f"{play.article}?page=2#comment-{oldest.pk}"
    assert f'id="comment-{oldest.pk}"' in seen(play.people.ada, way)
    assert play.people.ada.browser.get(f"/comments/{newest.pk}/")["Location"] == f"/article/{play.told.wire.pk}/#comment-{newest.pk}"


def test_who_is_answered_is_told_on_every_page_until_they_look(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "A question")
    assert "Your comments" in seen(play.people.ada, "/")
    say(play.people.ben, answer_to(made), "An answer")
    say(play.people.ada, answer_to(made), "My own addition")
    assert "1 new answer to you" in seen(play.people.ada, "/")
    assert "new answer" not in seen(play.people.ben, "/")
    mine = seen(play.people.ada, "/comments/mine/")
    assert '<p class="comment-mark">New</p>' in mine
    assert "new answer" not in seen(play.people.ada, "/")
    assert '<p class="comment-mark">New</p>' not in seen(play.people.ada, "/comments/mine/")


def test_who_signs_in_elsewhere_is_told_too(library: str) -> None:
    from tests.site.readers.two_readers import browser_elsewhere

    play = scene()
    made = say(play.people.ada, play.article, "A question")
    say(play.people.ben, answer_to(made), "An answer")
    other = browser_elsewhere()
    reader = play.people.ada.reader
    reader.set_password("a long pass phrase")
    reader.save()
    assert other.login(username="ada", password="a long pass phrase")
    assert "1 new answer to you" in " ".join(other.get("/").content.decode().split())


def test_what_an_earlier_renderer_made_is_made_anew(site: None) -> None:
    from octavo.site.readers.comments.models import Comment

    play = scene()
    say(play.people.ada, play.article, "So *it* goes")
    Comment.objects.update(html="<p>old</p>", renderer=0)
    page = seen(play.people.ada, f"/article/{play.told.wire.pk}/")
    assert "So <em>it</em> goes" in page
    assert "<p>old</p>" not in page


def test_the_front_page_says_how_much_is_said_about_each_story(library: str) -> None:
    play = scene()
    assert "1 comment" not in seen(play.people.ada, "/")
    made = say(play.people.ada, play.article, "On an article")
    say(play.people.ben, f"/comments/on/article/{play.told.own.pk}/", "On another of the story")
    say(play.people.ben, play.story, "On the story itself")
    say(play.people.ada, f"/comments/on/article/{play.told.otters.pk}/", "On an article alone")
    front = seen(play.people.ada, "/")
    assert front.count('<span class="bit">3 comments</span>') == 1
    assert front.count('<span class="bit">1 comment</span>') == 1
    play.people.ada.browser.post(f"/comments/{made.pk}/delete/")
    assert '<span class="bit">2 comments</span>' in seen(play.people.ada, "/")
    set_rules(mode="off")
    assert "comments" not in seen(play.people.ada, "/")


def test_who_decides_is_told_on_every_page_what_waits(library: str) -> None:
    from octavo.site.readers.comments.standing import set_moderator

    play = scene(hold_first=True)
    made = say(play.people.ada, play.article, "Hello")
    assert "1 comment waits for you" in seen(play.people.owner, "/")
    assert "1 comment waits for you" in seen(play.people.owner, "/sources/")
    set_moderator(play.people.ben.reader, moderator=True)
    seen(play.people.ben, f"/article/{play.told.wire.pk}/")
    assert "1 comment waits for you" in seen(play.people.ben, "/")
    assert "for you" not in seen(play.people.ada, "/")
    play.people.owner.browser.post(f"/comments/{made.pk}/approve/", {"seen": 0})
    for reason in ("Rude", "Wrong"):
        play.people.ben.browser.post(f"/comments/{made.pk}/report/", {"reason": reason})
    assert "1 comment waits for you" in seen(play.people.owner, "/")
    say(play.people.ben, answer_to(made), "As a moderator I add")
    say(play.people.ada, f"/comments/{made.pk + 1}/answer/", "And I answer")
    assert "1 new answer to you" in seen(play.people.ben, "/")
    set_rules(mode="off")
    assert "for you" not in seen(play.people.owner, "/")
