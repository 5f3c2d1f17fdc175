"""Reports, the queue, and what moderators decide."""

from __future__ import annotations

from tests.site.paper.commenting.scene import answer_to, fresh, say, scene, seen, thread_of


def test_a_comment_is_reported_once_a_reader_and_let_stand(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Arguable")
    empty = play.people.ben.browser.post(f"/comments/{made.pk}/report/", {"reason": "\u200b "})
    assert empty.status_code == 400
    assert "Say in a few words" in empty.content.decode()
    first = play.people.ben.browser.post(f"/comments/{made.pk}/report/", {"reason": "It is <b>wrong</b>"})
    again = play.people.ben.browser.post(f"/comments/{made.pk}/report/", {"reason": "Still"})
    assert ["said=reported&" in each["Location"] for each in (first, again)] == [True, False]
    queue = seen(play.people.owner, "/comments/queue/")
    assert "<bdi>ben</bdi> says: <bdi>It is &lt;b&gt;wrong&lt;/b&gt;</bdi>" in queue
    assert "Still" not in queue
    assert "1 waits for you." in queue
    play.people.owner.browser.post(f"/comments/{made.pk}/approve/", {"seen": 0, "back": "/comments/queue/"})
    assert "Nothing waits" in seen(play.people.owner, "/comments/queue/")
    assert fresh(made).state == "published"


def test_what_was_let_stand_and_says_something_else_since_is_reported_again(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Arguable")
    report = f"/comments/{made.pk}/report/"
    play.people.ben.browser.post(report, {"reason": "Wrong"})
    play.people.owner.browser.post(f"/comments/{made.pk}/approve/", {"seen": 0})
    assert "said=reported-before&" in play.people.ben.browser.post(report, {"reason": "Wrong, I say"})["Location"]
    play.people.ada.browser.post(f"/comments/{made.pk}/edit/", {"text": "Worse", "seen": 0})
    assert "said=reported&" in play.people.ben.browser.post(report, {"reason": "Now it is rude"})["Location"]
    assert "Now it is rude" in seen(play.people.owner, "/comments/queue/")


def test_removed_its_place_says_why_and_it_can_be_put_back(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Buy my boat")
    say(play.people.ben, answer_to(made), "No")
    no_reason = play.people.owner.browser.post(f"/comments/{made.pk}/remove/", {"reason": " ", "seen": 0})
    assert no_reason.status_code == 400
    play.people.owner.browser.post(f"/comments/{made.pk}/remove/", {"reason": "An <i>advertisement</i>", "seen": 0})
    page = thread_of(seen(play.people.ben, f"/article/{play.told.wire.pk}/"))
    assert "This comment was removed: <bdi>An &lt;i&gt;advertisement&lt;/i&gt;</bdi>" in page
    assert "Buy my boat" not in page
    assert "No" in page
    assert "Buy my boat" in seen(play.people.owner, f"/article/{play.told.wire.pk}/")
    play.people.owner.browser.post(f"/comments/{made.pk}/put-back/", {"seen": 0})
    assert "Buy my boat" in seen(play.people.ben, f"/article/{play.told.wire.pk}/")


def test_removed_with_its_text_it_cannot_be_put_back(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Unlawful")
    play.people.owner.browser.post(f"/comments/{made.pk}/remove/", {"reason": "Unlawful", "wipe": "on", "seen": 0})
    assert fresh(made).text == ""
    answer = play.people.owner.browser.post(f"/comments/{made.pk}/put-back/", {"seen": 0})
    assert "said=overtaken" in answer["Location"]
    assert fresh(made).state == "removed"


def test_two_moderators_at_once_the_second_is_told(library: str) -> None:
    play = scene(hold_first=True)
    made = say(play.people.ada, play.article, "Hello")
    play.people.owner.browser.post("/comments/moderators/", {"name": "ben"})
    play.people.ben.browser.post(f"/comments/{made.pk}/remove/", {"reason": "Spam", "seen": 0})
    answer = play.people.owner.browser.post(f"/comments/{made.pk}/approve/", {"seen": 0, "back": "/comments/queue/"})
    assert "Nothing was changed" in seen(play.people.owner, answer["Location"])
    assert fresh(made).why == "Spam"


def test_a_moderator_is_made_sees_the_queue_and_is_marked(library: str) -> None:
    play = scene()
    assert play.people.ben.browser.get("/comments/queue/").status_code == 403
    play.people.owner.browser.post("/comments/moderators/", {"name": "ben"})
    seen(play.people.ben, "/comments/queue/")
    say(play.people.ben, play.article, "As a moderator")
    say(play.people.owner, play.article, "As the owner")
    page = thread_of(seen(play.people.ada, f"/article/{play.told.wire.pk}/"))
    assert '<bdi class="comment-name">ben</bdi> <span class="comment-mark">moderator</span>' in page
    assert '<span class="comment-mark">owner of this paper</span>' in page
    play.people.owner.browser.post("/comments/moderators/", {"name": "ben", "end": "1"})
    assert play.people.ben.browser.get("/comments/queue/").status_code == 403
    assert play.people.owner.browser.post("/comments/moderators/", {"name": "no\x00body"}).status_code == 400


def test_whose_name_reads_like_the_owners_is_marked_a_reader(library: str) -> None:
    play = scene()
    reader = play.people.ada.reader
    reader.first_name, reader.last_name = "ОWNЕR\u202e", ""  # with Cyrillic letters
    reader.save()
    say(play.people.ada, play.article, "Send me your password")
    page = thread_of(seen(play.people.ben, f"/article/{play.told.wire.pk}/"))
    assert "\u202e" not in page
    assert '<span class="comment-mark comment-mark--reader">a reader</span>' in page


def test_a_reader_is_silenced_told_why_and_let_in_again(library: str) -> None:
    play = scene()
    say(play.people.ada, play.article, "Noise")
    path = f"/comments/readers/{play.people.ada.reader.pk}"
    assert "for commenting" not in seen(play.people.owner, f"{path}/silence/")
    play.people.owner.browser.post(f"{path}/silence/", {"days": "7", "reason": "Too much noise"})
    answer = play.people.ada.browser.post(play.article, {"text": "More noise"})
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 403
    assert "You can again in 7 days. The reason: Too much noise" in page
    assert "More noise</textarea>" in page
    assert "Too much noise" in seen(play.people.owner, "/settings/comments/")
    play.people.owner.browser.post(f"{path}/unsilence/")
    say(play.people.ada, play.article, "Signal")
    play.people.owner.browser.post(f"{path}/silence/", {"days": "0", "reason": ""})
    assert "You cannot comment in this paper." in play.people.ada.browser.post(play.article, {"text": "x"}).content.decode()


def test_nobody_silences_the_owner_and_moderators_not_each_other(library: str) -> None:
    play = scene()
    for name in ("ada", "ben"):
        play.people.owner.browser.post("/comments/moderators/", {"name": name})
    for other in (play.people.owner, play.people.ada):
        assert play.people.ben.browser.post(f"/comments/readers/{other.reader.pk}/silence/", {"days": "1"}).status_code == 403
    assert play.people.owner.browser.post(f"/comments/readers/{play.people.ada.reader.pk}/silence/", {"days": "1"}).status_code == 302


def test_moderators_whom_the_owner_silenced_do_not_let_themselves_or_each_other_comment_again(library: str) -> None:
    play = scene()
    path = f"/comments/readers/{play.people.ada.reader.pk}"
    for name in ("ada", "ben"):
        play.people.owner.browser.post("/comments/moderators/", {"name": name})
    play.people.owner.browser.post(f"{path}/silence/", {"days": "7", "reason": "Too much noise"})
    for moderator in (play.people.ada, play.people.ben):
        assert moderator.browser.post(f"{path}/unsilence/").status_code == 403
    assert play.people.ada.browser.post(play.article, {"text": "More noise"}).status_code == 403
    assert play.people.owner.browser.post(f"{path}/unsilence/").status_code == 302
    say(play.people.ada, play.article, "Signal")


def test_after_a_form_the_way_leads_to_pages_of_the_paper_alone(library: str) -> None:
    play = scene(hold_first=True)
    for number, back in enumerate(("https://thief.example/", "//thief.example/", "javascript:alert(1)", "\\\\thief.example", "thief")):
        made = say(play.people.ada, play.article, f"Number {number}")
        answer = play.people.owner.browser.post(f"/comments/{made.pk}/remove/", {"reason": "x", "seen": 0, "back": back})
        assert answer["Location"].startswith(f"/article/{play.told.wire.pk}/?said=removed")
