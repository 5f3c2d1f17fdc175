"""What goes is shown before it is set; nobody but the owner sets it."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from octavo.site.library.keeping.plan import ROOM, Keeping, fewer
from tests.site.library import placed
from tests.site.library.articles import MORNING
from tests.site.paper.tags import Tags

if TYPE_CHECKING:
    from django.test import Client

PAGE = "/settings/keeping/"


def kept() -> Keeping:
    from octavo.site.library.paper_settings import settings_of

    return settings_of(ROOM, Keeping)


def old_and_saved() -> int:
    """Two old articles, one of them saved, and one of today; returns days after which the old ones are too old."""
    from octavo.site.library.keeping_articles import keep
    from octavo.site.library.writing import writing

    placed.came("old")
    saved = placed.came("saved")
    with writing():
        keep(saved.pk, "saved:1")
    now = timezone.now()
    placed.came("new", minutes=int((now - MORNING) / timedelta(minutes=1)))
    return (now - MORNING).days - 1


def test_what_would_go_is_shown_first_and_nothing_set_yet(library: str) -> None:
    from tests.site.readers.two_readers import two_readers

    browser, days = two_readers().owner.browser, old_and_saved()
    html = browser.post(PAGE, {"article_days": str(days)}).content.decode()
    assert f"1 article older than {days} days" in html
    assert "1 page as it was fetched" in html
    assert "1 article as old stays" in html
    assert kept() == Keeping()
    hidden = {each["name"]: each["value"] for tag, each in Tags(html).found if tag == "input" and each.get("type") == "hidden"}
    assert hidden["article_days"] == str(days)
    answer = browser.post(PAGE, {"article_days": hidden["article_days"], "page_days": hidden["page_days"], "most_mb": "", "sure": "1"})
    assert "It is saved." in browser.get(answer["Location"]).content.decode()
    assert kept() == Keeping(article_days=days)


def test_a_limit_that_is_passed_says_by_how_much(site_client: Client) -> None:
    from octavo.site.library.keeping.gauge import Gauge
    from octavo.site.library.keeping.room import in_words
    from octavo.site.library.models import FetchedPage
    from tests.site.library.placed import came

    FetchedPage.objects.filter(pk=came("long").page_id).update(body=os.urandom(60 * 10**6))
    over = Gauge(0).size() - 50 * 10**6
    assert over > 10 * 10**6
    assert f"until the library takes {in_words(over)} less than now" in site_client.post(PAGE, {"most_mb": "50"}).content.decode()
    assert kept() == Keeping()


def test_a_library_that_may_not_get_smaller_says_so(library: str) -> None:
    from octavo.site.library.keeping.preview import over
    from octavo.site.library.paper_settings import set_settings
    from tests.site.readers.two_readers import two_readers

    minutes = int((timezone.now() - MORNING) / timedelta(minutes=1))
    placed.many("new", 1_000, minutes=minutes - 40)
    browser = two_readers().owner.browser
    set_settings(ROOM, Keeping(most_mb=1))
    found = over(Keeping(most_mb=1), timezone.now())
    assert found is not None
    assert not found.more
    html = browser.get(PAGE).content.decode()
    assert "more than the 1.0 MB that it may" in html
    assert "Nothing more may go" in html
    assert "1,000 articles" in html
    set_settings(ROOM, Keeping(most_mb=100_000))
    assert "Nothing more may go" not in browser.get(PAGE).content.decode()


def test_what_takes_nothing_out_is_set_at_once(site_client: Client) -> None:
    assert site_client.post(PAGE, {"article_days": "30", "most_mb": "100000"}).status_code == 302
    assert kept() == Keeping(article_days=30, most_mb=100_000)
    old_and_saved()
    assert site_client.post(PAGE, {"article_days": "31"}).status_code == 302
    assert site_client.post(PAGE, {}).status_code == 302
    assert kept() == Keeping()


@pytest.mark.parametrize("value", ["0", "-1", "36501", "ten", "1e3", "9" * 400, "5\x00"])
def test_what_is_no_number_of_days_is_named(value: str, site_client: Client) -> None:
    answer = site_client.post(PAGE, {"article_days": value, "page_days": "7"})
    html = answer.content.decode()
    assert (answer.status_code, kept()) == (400, Keeping())
    assert 'role="alert"' in html
    assert "wanted-article_days_error" in html


def test_others_than_the_owner_neither_see_nor_set_it(library: str) -> None:
    from tests.site.readers.two_readers import two_readers

    ada = two_readers().ada.browser
    assert ada.get(PAGE).status_code == 403
    assert ada.post(PAGE, {"article_days": "1", "sure": "1"}).status_code == 403
    assert kept() == Keeping()
    assert PAGE not in ada.get("/settings/reading/").content.decode()


def test_what_the_page_costs_does_not_grow(site_client: Client) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in (3, 60):
        placed.many(f"text{number}", number)
        site_client.get(PAGE)
        with CaptureQueriesContext(connection) as captured:
            site_client.post(PAGE, {"article_days": "10"})
        counts.append(len(captured))
    assert counts[0] == counts[1] < 30


@pytest.mark.parametrize(("wanted", "kept_now", "less"), [
    (Keeping(), Keeping(1, 1, 1), False),
    (Keeping(article_days=9), Keeping(), True),
    (Keeping(article_days=9), Keeping(article_days=8), False),
    (Keeping(article_days=9, most_mb=60), Keeping(article_days=9, most_mb=61), True),
])
def test_whether_something_could_go(wanted: Keeping, kept_now: Keeping, less: bool) -> None:
    assert fewer(wanted, kept_now) is less


def test_a_story_whose_articles_went_says_so_at_its_address(library: str) -> None:
    from octavo.site.desk.keeping.parts import parts
    from tests.site.readers.two_readers import two_readers

    story = placed.tell("story", placed.came("old"))
    browser = two_readers().ada.browser
    assert browser.get(f"/story/{story}/").status_code == 200
    for part in parts(Keeping(article_days=1), timezone.now()):
        part()
    answer = browser.get(f"/story/{story}/")
    assert answer.status_code == 410
    assert "has no articles any more" in answer.content.decode()
    assert browser.get("/").status_code == 200
