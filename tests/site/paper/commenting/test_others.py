"""Each view as another reader, as nobody, and with what no page ever sends."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.site.paper.commenting.scene import Scene, answer_to, fresh, say, scene, seen
from tests.site.paper.tags import Tags
from tests.site.readers.comments.hostile import CORPUS

OWN = ("edit", "delete")
DECIDING = ("approve", "remove", "put-back")


def everything(play: Scene, pk: int, reader: int) -> list[str]:
    """Every address of comments."""
    one = [f"/comments/{pk}/{deed}/" for deed in ("answer", "edit", "delete", "history", "report", *DECIDING)]
    return [
        "/comments/mine/", "/comments/queue/", "/comments/moderators/", "/settings/comments/", play.article, play.story,
        f"{play.article}lines/", f"/comments/{pk}/", *one, f"/comments/readers/{reader}/silence/", f"/comments/readers/{reader}/unsilence/",
    ]


def test_another_readers_comment_cannot_be_changed(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Mine")
    for deed in OWN:
        for answer in (play.people.ben.browser.get(f"/comments/{made.pk}/{deed}/"),
                       play.people.ben.browser.post(f"/comments/{made.pk}/{deed}/", {"text": "Yours", "seen": 0})):
            assert answer.status_code == 404
    # Nor by the owner, who may remove it.
    assert play.people.owner.browser.post(f"/comments/{made.pk}/edit/", {"text": "Yours", "seen": 0}).status_code == 404
    for deed in DECIDING:
        assert play.people.ben.browser.post(f"/comments/{made.pk}/{deed}/", {"reason": "x", "seen": 0}).status_code == 403
    reader = play.people.ada.reader.pk
    for path in (f"/comments/readers/{reader}/silence/", f"/comments/readers/{reader}/unsilence/", "/comments/moderators/"):
        assert play.people.ben.browser.post(path, {"days": "1", "name": "ben"}).status_code == 403
    assert play.people.ben.browser.post("/settings/comments/", {"mode": "off"}).status_code == 403
    assert fresh(made).text == "Mine"
    assert "Mine" not in seen(play.people.ben, "/comments/mine/")


def test_what_waits_is_seen_in_no_way_by_others(library: str) -> None:
    play = scene(hold_first=True)
    made = say(play.people.ada, play.article, "Waiting words")
    for path in everything(play, made.pk, play.people.ada.reader.pk):
        answer = play.people.ben.browser.get(path, follow=True)
        assert "Waiting words" not in answer.content.decode(), path
    assert "Waiting words" in seen(play.people.ada, "/comments/mine/")


def test_nobody_is_asked_to_sign_in(library: str) -> None:
    play = scene()
    made = say(play.people.ada, play.article, "Hello")
    for path in everything(play, made.pk, play.people.ada.reader.pk):
        for answer in (play.people.nobody.get(path), play.people.nobody.post(path)):
            assert answer.status_code == 302
            assert answer["Location"].startswith("/sign-in/?next=")


@pytest.mark.parametrize("strict", [False, True])
def test_whose_sign_in_ran_out_meanwhile_gets_back_what_they_typed(library: str, strict: bool) -> None:
    from django.test import Client

    play = scene()
    made = say(play.people.ada, play.article, "Hello")
    nobody = Client(enforce_csrf_checks=strict, headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    typed = "All that <b>I</b> thought\r\n\r\nof it</textarea><script>alert(1)</script>"
    for path in (play.article, play.story, answer_to(made), f"/comments/{made.pk}/edit/", f"/comments/{made.pk}/report/"):
        for sent in ({"text": typed}, {"reason": typed}):
            answer = nobody.post(path, sent)
            page = answer.content.decode()
            assert answer.status_code == 403
            assert "All that &lt;b&gt;I&lt;/b&gt; thought" in page
            assert "</textarea><script>" not in page
            assert "Hello" not in page
            assert "/sign-in/" in page
            assert strict or f"/sign-in/?next={quote(path, '')}" in page
    assert fresh(made).text == "Hello"


def test_forms_of_other_sites_are_refused(library: str) -> None:
    from django.test import Client

    play = scene()
    made = say(play.people.ada, play.article, "Hello")
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    strict.force_login(play.people.owner.reader)
    for path in everything(play, made.pk, play.people.ada.reader.pk):
        assert strict.post(path, {"text": "Hi", "reason": "x", "seen": 0}).status_code in (403, 405), path
    assert fresh(made).state == "published"


def test_numbers_of_nothing_are_not_found(library: str) -> None:
    play = scene()
    for pk in (0, 999, 1 << 63, 10**30):
        for deed in ("", "answer/", "edit/", "delete/", "history/", "report/"):
            assert play.people.ada.browser.get(f"/comments/{pk}/{deed}").status_code == 404, (pk, deed)
        for deed in DECIDING:
            assert play.people.owner.browser.post(f"/comments/{pk}/{deed}/", {"seen": 0, "reason": "x"}).status_code == 404
        for on in ("article", "story"):
            assert play.people.ada.browser.post(f"/comments/on/{on}/{pk}/", {"text": "Hi"}).status_code == 404
        assert play.people.owner.browser.get(f"/comments/readers/{pk}/silence/").status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "2", "9" * 40, "x", "1\x00"])
def test_a_page_that_is_not_there_has_no_comments_and_is_no_error(library: str, page: str) -> None:
    play = scene()
    say(play.people.ada, play.article, "Hello")
    seen(play.people.ada, f"{play.article}?page={page}")


@pytest.mark.parametrize(("text", "status", "words"), [
    ("x" * 10_001, 400, "it may have 10,000"),
    ("word " * 180_000, 400, "it may have 10,000"),
    ("a" + "\u0301" * 300_000, 302, ""),
    ("\u202e" * 1_000, 400, "There is nothing in your comment"),
    ("https://a.example " * 500, 400, "too many links"),
    ("nul \x00 and \ud7ff", 302, ""),
])
def test_oversized_and_odd_input_gets_clear_words(library: str, text: str, status: int, words: str) -> None:
    play = scene(links=5, links_new=5)
    answer = play.people.ada.browser.post(play.article, {"text": text})
    assert answer.status_code == status
    if words:
        page = " ".join(answer.content.decode().split())
        assert words in page
        assert text[:40].strip() in page
    else:
        seen(play.people.ada, f"/article/{play.told.wire.pk}/")


def test_fields_that_are_missing_or_double_or_files_are_no_error(library: str) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    play = scene()
    made = say(play.people.ada, play.article, "Hello")
    file = SimpleUploadedFile("a.txt", b"x")
    for sent in ({}, {"text": ["a", ""]}, {"text": file}, {"text": "Hi", "quote": ["a", "b"], "near": "x" * 50}):
        assert play.people.ada.browser.post(play.article, sent).status_code == 400
    for seen_as in ("", "x", "-1", "9" * 50):
        assert play.people.owner.browser.post(f"/comments/{made.pk}/approve/", {"seen": seen_as}).status_code == 302
    assert play.people.owner.browser.post(f"/comments/readers/{made.writer_id}/silence/", {"days": "x"}).status_code == 400


def test_nothing_hostile_runs_from_any_field(site: None) -> None:
    play = scene(links=100, links_new=100)
    reader = play.people.ada.reader
    reader.first_name = "<script>alert(1)</script>\" onclick=\"alert(1)"
    reader.save()
    own = {tag for tag, _ in Tags(seen(play.people.ben, f"/article/{play.told.wire.pk}/")).found}
    for hostile in CORPUS:
        made = say(play.people.ada, play.article, f"x {hostile}")
    play.people.ben.browser.post(f"/comments/{made.pk}/report/", {"reason": CORPUS[0] + CORPUS[5]})
    play.people.owner.browser.post(f"/comments/{made.pk - 1}/remove/", {"reason": CORPUS[0] + CORPUS[5], "seen": 0})
    play.people.owner.browser.post(f"/comments/readers/{reader.pk}/silence/", {"days": "1", "reason": CORPUS[5]})
    play.people.owner.browser.post("/settings/comments/", {
        "mode": "on", "per_minute": 1, "per_day": 1, "links": 1, "links_new": 1, "known_after": 1, "held_words": CORPUS[5],
        "refused_words": CORPUS[0], "blocked_domains": CORPUS[25],
    })
    paths = [f"/article/{play.told.wire.pk}/", play.article, "/comments/queue/", "/settings/comments/", "/comments/mine/",
             f"/comments/{made.pk}/history/", f"/comments/{made.pk}/remove/", f"/comments/readers/{reader.pk}/silence/"]
    pages = [(path, seen(who, path)) for path in paths for who in (play.people.ada, play.people.owner)
             if who is play.people.owner or not any(word in path for word in ("queue", "remove", "silence"))]
    pages.append(("refused", play.people.ada.browser.post(play.article, {"text": CORPUS[0], "quote": CORPUS[5]}).content.decode()))
    ours = own | {"script", "em", "strong", "blockquote", "ul", "ol", "li", "code", "pre", "br", "select", "option", "input", "textarea",
                  "fieldset", "legend", "details", "summary", "noscript"}
    for path, page in pages:
        for tag, attributes in Tags(page).found:
            assert tag in ours, (path, tag)
            assert not any(name.startswith("on") or name == "style" for name in attributes), (path, tag, attributes)
            if tag == "script":
                assert str(attributes.get("src")).startswith("/static/paper/"), path
            for name in ("href", "src", "action", "formaction"):
                assert str(attributes.get(name) or "/").startswith(("/", "#", "?", "http://", "https://")), (path, attributes)
                assert not str(attributes.get(name) or "/").startswith("//"), (path, attributes)
