"""Comments in a real browser: by script and without, at every width, in both themes, and with everything that was meant to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.conftest import Open
from tests.browser.looking import faults_of
from tests.browser.running import run, served

SEED = """
from octavo.site.library.opening import open_library
open_library()
from datetime import timedelta
from django.utils import timezone
from octavo.site.readers.comments import moderating
from octavo.site.readers.comments.posting import On, Quoted, post
from octavo.site.readers.comments.rules import Rules
from octavo.site.readers.models import User
from octavo.site.readers.owner import owner
from tests.site.paper.commenting.scene import set_rules
from tests.site.paper.stories.made import made
from tests.site.readers.comments.hostile import CORPUS
told, now = made(), timezone.now() - timedelta(hours=2)
rules = Rules(hold_first=False, per_minute=10**6, per_day=10**6, links=50, links_new=50)
set_rules()
ada = User.objects.create_user("ada", first_name="<img src=x onerror=alert(1)>", last_name="W" * 60)
ben = User.objects.create_user("ben", first_name="صوت المرفأ")
quoted = Quoted("42 passengers", told.wire.text.index("42 passengers"))
first = last = post(ada, On(article=told.wire.pk), "I *counted* them. " + "Wort" * 100, quoted, rules, now)
for number in range(6):
    on = On(article=told.wire.pk, parent=last)
    last = post((ben, ada)[number % 2], on, f"Answer {number}: قضت محكمة الاستئناف", Quoted(), rules, now)
removed = post(ben, On(article=told.wire.pk), "Buy it", Quoted(), rules, now)
moderating.decide("remove", owner(), removed.pk, now, 0, "An advertisement " + "x" * 200)
moderating.report(ben, first.pk, "<script>alert(1)</script>" + "y" * 200, now)
carl = User.objects.create_user("carl")
post(carl, On(article=told.own.pk), "Hello all", Quoted(), Rules(), now)
for hostile in CORPUS:
    post(ada, On(article=told.otters.pk), hostile + " or [this](" + hostile + ")", Quoted(), rules, now)
"""
ARTICLE, HOSTILE = "/article/1/", "/article/5/"
PATHS = (
    ARTICLE, "/story/1/", "/comments/mine/", "/comments/queue/", "/settings/comments/", "/comments/1/answer/", "/comments/1/history/",
    "/comments/on/article/1/lines/", "/comments/on/article/1/", "/comments/1/remove/", "/comments/1/report/",
    "/comments/readers/2/silence/",
)


@pytest.fixture(scope="module")
def commented(begun_library: Callable[[str], Path]) -> Iterator[str]:
    """The address of a paper with comments; who comes from this machine is its owner."""
    folder = begun_library("commented")
    run(folder, "-c", SEED)
    with served(folder, "--no-fetch") as address:
        yield address


def test_nothing_is_wrong_with_any_page(commented: str, visit: Open) -> None:
    assert not (wrong := faults_of(visit(commented), (commented + path for path in PATHS))), wrong


def test_what_can_be_done_with_a_comment_is_easily_hit(commented: str, visit: Open) -> None:
    page = visit(commented)
    small = "all => all.filter(each => each.getBoundingClientRect().height < 24).map(each => each.textContent)"
    for path in PATHS:
        page.goto(commented + path)
        assert page.eval_on_selector_all(".comment-acts :is(a, button), .comment-head a", small) == [], path


def test_nothing_that_was_meant_to_run_runs(commented: str, visit: Open) -> None:
    page = visit(commented)
    opened: list[str] = []

    def note(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.goto(commented + HOSTILE)
    assert page.locator(".comment-text").count() >= 45
    others = ("/comments/on/article/5/?page=2", "/story/2/", ARTICLE, "/comments/queue/", "/comments/mine/", "/settings/comments/")
    for path in (HOSTILE, *others):
        page.goto(commented + path)
        page.evaluate("document.querySelectorAll('.comment a').forEach(each => each.dispatchEvent(new MouseEvent('mouseover')))")
        assert page.locator(".comment :is(script, img, svg, iframe, style, object, embed, base, [onclick], [onerror])").count() == 0
    assert opened == []


def test_words_that_are_selected_are_what_the_comment_is_about(commented: str, visit: Open) -> None:
    page = visit(commented + ARTICLE)
    words = page.evaluate("""() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(".text > p:nth-of-type(3)"));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return getSelection().toString().trim();
    }""")
    page.get_by_role("button", name="Say something about these words").click()
    expect(page.locator("#write-quote")).to_have_value(words)
    expect(page.locator("#write-text")).to_be_focused()
    page.keyboard.type("Two nights it was.")
    page.get_by_role("button", name="Publish the comment").click()
    expect(page.get_by_role("status").filter(has_text="Your comment stands here")).to_be_visible()
    mark = page.locator(".text > p:nth-of-type(3) .remark")
    expect(mark).to_have_accessible_name("1 comment on this line")
    mark.click()
    comment = page.locator(".comment:target")
    expect(comment).to_contain_text("Two nights it was.")
    comment.locator(".comment-line a").click()
    expect(page.locator("mark.cited")).to_have_text(words)
    assert page.locator(".text > p:nth-of-type(3)").inner_text().strip() == words


def test_what_is_not_sent_is_found_again_until_it_is(commented: str, visit: Open) -> None:
    page = visit(f"{commented}/story/1/")
    page.get_by_label("Your comment").fill("Half a thought")
    page.goto(f"{commented}/sources/")
    page.goto(f"{commented}/comments/2/answer/")
    expect(page.get_by_label("Your comment")).to_have_value("")
    page.goto(f"{commented}/story/1/")
    expect(page.get_by_label("Your comment")).to_have_value("Half a thought")
    expect(page.get_by_text("This is what you typed here before.")).to_be_visible()
    page.get_by_role("button", name="Publish the comment").click()
    expect(page.locator(".comment", has_text="Half a thought")).to_be_visible()
    expect(page.get_by_label("Your comment")).to_have_value("")


def test_a_comment_is_written_edited_answered_and_deleted_without_javascript(commented: str, visit: Open) -> None:
    page = visit(commented + ARTICLE, java_script_enabled=False)
    page.get_by_role("link", name="Choose a sentence of the article").click()
    page.get_by_role("link", name="The owner of the ferry would not say").click()
    page.get_by_label("Your comment").fill("Nor *would* I.")
    page.get_by_role("button", name="Publish the comment").click()
    own = page.locator(".comment", has_text="Nor would I.")
    expect(own.get_by_role("status")).to_be_visible()
    own.get_by_role("link", name="Edit").click()
    page.get_by_label("Your comment").fill("Nor should I.")
    page.get_by_role("button", name="Save the comment").click()
    own = page.locator(".comment", has_text="Nor should I.")
    own.get_by_role("link", name="Answer").click()
    page.get_by_label("Your comment").fill("As I said.")
    page.get_by_role("button", name="Publish the comment").click()
    expect(page.locator(".answers .comment", has_text="As I said.")).to_be_visible()
    own.get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.locator(".comment", has_text="This comment was deleted by its writer.")).to_be_visible()
    expect(page.locator(".answers .comment", has_text="As I said.")).to_be_visible()


def test_the_owner_goes_through_the_queue_by_hand(commented: str, visit: Open) -> None:
    page = visit(f"{commented}/settings/comments/", java_script_enabled=False)
    page.get_by_role("link", name="Comments that wait").click()
    waiting = page.locator(".comment", has_text="Hello all")
    waiting.get_by_role("button", name="Publish it").click()
    expect(page.get_by_role("status")).to_have_text("It is published.")
    page.goto(f"{commented}/story/1/")
    page.locator(".comment", has_text="Hello all").get_by_role("link", name="Remove").click()
    page.get_by_label("The reason").fill("A try")
    page.get_by_role("button", name="Remove it").click()
    gone = page.locator(".comment", has_text="This comment was removed: A try")
    gone.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("status")).to_have_text("It is back in its place.")
