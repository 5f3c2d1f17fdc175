"""An address gives nobody a say: who may change an article is its own site, and among strangers the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo import Article, Page
from octavo.fetching.answers import Answer
from octavo.reading.parts.identity import article_id
from octavo.site.library.intents import Held, Intent, Word, completing, decide
from octavo.site.library.standing import FILES, at_home, own_address
from tests.site.library.articles import BODY, MORNING, article, source

if TYPE_CHECKING:
    from octavo.site.desk.following.outcomes import Outcome
    from octavo.site.library import models
    from octavo.site.library.parts import Taken

FERRY = "https://post.example/ferry"
POST, GATHER, HERALD = "https://post.example/feed", "https://gather.example/feed", "https://herald.example/feed"
LIE = "The ferry Marit has sunk with all hands, says nobody who was there, and its owners are to blame for every bit of it."
LATER = MORNING + timedelta(hours=1)
HOME, FIRST, SECOND = Word(True, 1), Word(False, 2), Word(False, 3)


def story(*texts: str, url: str | None = FERRY, **fields: Any) -> Article:
    """The ferry's article, as some feed or page has it."""
    told = article("ferry", *texts or BODY, **{"url": url, "headline": "Ferry to stay in harbour", "published": MORNING} | fields)
    return replace(told, id=article_id(url, told.headline, told.text))


def feed(address: str, home: str = "") -> models.Source:
    """A feed that is polled."""
    made = source("feed", address)
    made.home = home
    made.save()
    return made


def came(teller: models.Source, *articles: Article, minutes: int = 0, url: str = "") -> Taken:
    """Those articles come from that source, as the desk brings them; `url`: where its redirects end."""
    from octavo.site.library.importing import Given, import_batch

    body = f"{teller.address} {minutes} {[each.id for each in articles]}".encode()
    page = Page(body, MORNING + timedelta(minutes=minutes), url or teller.address, teller.address)
    return import_batch([Given(page, articles, teller)])[0]


def held(key: str = "") -> models.Article:
    """The one article that the library holds, or the one with that id."""
    from octavo.site.library.models import Article as Row

    rows = Row.objects.select_related("publisher", "page__source")
    return rows.get(key=key) if key else rows.get()


def followed(teller: models.Source, page: Article, url: str, asked: str = FERRY, **fields: Any) -> Outcome:
    """The page comes that the source's entry led to: from that address, with that article."""
    from octavo.site.desk.following import outcomes
    from octavo.site.library.models import WantedPage

    row = WantedPage.objects.create(source=teller, url=asked, article=held(article_id(asked, "", "")), found=MORNING, due_at=MORNING)
    answer = Answer(url, 200, f"<html>{url} {page.id}".encode(), LATER, {"content-type": "text/html"})
    return outcomes.record([outcomes.Followed(row.pk, answer, articles=(page,), **fields)], LATER, "")[0]


@pytest.mark.parametrize(("page_url", "source_addresses", "home"), [
    ("https://www.post.example/", (), True),
    ("https://post.example.evil.example/", ("https://evil.example/",), False),
    (GATHER, (POST,), True),
    (GATHER, (GATHER, "https://post.example/"), True),
    (GATHER, (GATHER, ""), False),
    ("", (FILES, ""), False),
])
def test_an_article_is_at_home_on_its_own_site(page_url: str, source_addresses: Sequence[str], home: bool) -> None:
    assert at_home(FERRY, page_url, source_addresses, given=False) is home
    assert at_home(FERRY, page_url, source_addresses, given=True)
    assert not at_home(None, page_url, source_addresses, given=False)


def test_neighbours_at_a_house_of_blogs_are_strangers() -> None:
    for house in ("blogspot.com", "substack.com"):
        assert at_home(f"https://ada.{house}/1", f"https://ada.{house}/feed", (), given=False)
        assert not at_home(f"https://ada.{house}/1", f"https://tor.{house}/feed", (), given=False)


def test_an_articles_own_address_is_the_one_that_its_id_is_made_of() -> None:
    key = article_id(FERRY, "", "")
    assert own_address(key, "https://evil.example/x", None, FERRY) == FERRY
    assert own_address(key, "http://www.post.example/ferry/?utm_source=gather") is not None
    assert own_address(key, "https://evil.example/x", "") is None


@given(
    st.sampled_from([Word(True, 1), Word(True, 9), FIRST]), st.sampled_from([FIRST, SECOND]), st.lists(st.sampled_from(BODY), max_size=9),
    st.booleans(), st.sampled_from([FERRY, GATHER, ""]), st.integers(-5, 5),
)
def test_a_stranger_changes_only_what_it_brought(
    told: Word, stranger: Word, texts: list[str], partial: bool, page_url: str, minutes: int,
) -> None:
    before = Held(story(), FERRY, MORNING, partial, told)
    if stranger == told:
        return
    assert decide(before, story(*texts, LIE), page_url, MORNING + timedelta(minutes=minutes), stranger) is Intent.KEEP


@given(st.lists(st.sampled_from((*BODY, LIE)), max_size=9), st.booleans(), st.sampled_from([FERRY, GATHER, ""]), st.integers(-5, 5))
def test_an_own_site_takes_the_place_of_a_stranger_whatever_that_said(texts: list[str], partial: bool, url: str, minutes: int) -> None:
    before = Held(story(*texts, headline="A lie"), url, MORNING, partial, FIRST)
    assert decide(before, story(), FERRY, MORNING + timedelta(minutes=minutes), HOME) in (Intent.REPLACE, Intent.COMPLETE)


def test_what_is_all_there_again_makes_no_version() -> None:
    def decided(*texts: str, partial: bool = False) -> Intent:
        return decide(Held(story(*texts), GATHER, MORNING, partial, FIRST), story(), POST, LATER, HOME)

    assert decided(*BODY) is decided(BODY[0][:40] + " […]") is decided(BODY[1], partial=True) is Intent.COMPLETE
    assert decided(BODY[1]) is decided(LIE, partial=True) is decided(*BODY, LIE) is Intent.REPLACE


def test_a_longer_text_completes_only_what_it_holds() -> None:
    def decided(text: str, word: Word) -> Intent:
        return decide(Held(story(text), GATHER, MORNING, True, word), story(), FERRY, LATER, word)

    for word in (HOME, FIRST):
        assert decided(f"{BODY[1]} More", word) is Intent.COMPLETE
        assert decided(LIE, word) is Intent.REPLACE


def test_a_name_of_the_paper_is_better_than_that_of_its_host() -> None:
    feeds = story(publisher="Harbour Post")
    for name in ("post.example", "Post.Example", None):
        assert completing(feeds, story(publisher=name)).publisher == "Harbour Post"
    assert completing(feeds, story(publisher="The Post")).publisher == "The Post"
    assert completing(story(publisher=None), story(publisher="post.example")).publisher == "post.example"


def test_of_a_strangers_words_none_stays() -> None:
    stranger = story(publisher="Gather", byline=("Nobody",), kicker="Shocking", section="Lies")
    page = story(publisher="post.example", headline="", published=None)
    assert completing(stranger, page, trusted=False) == replace(page, id=stranger.id, headline=stranger.headline)


@pytest.mark.parametrize("fields", [
    {}, {"headline": "Ferry has sunk"}, {"publisher": "Gather"}, {"published": MORNING + timedelta(days=-9)}, {"byline": ("Nobody",)},
])
@pytest.mark.parametrize("texts", [BODY, BODY[:1], (LIE,), (*BODY, LIE), (*BODY, *BODY, LIE)])
def test_a_hostile_feed_changes_nothing_of_another_papers_article(library: str, texts: tuple[str, ...], fields: dict[str, Any]) -> None:
    from tests.site.library.articles import whole_library

    hostile = feed(GATHER)
    came(feed(POST), story())
    before = whole_library()
    for minutes in (-5, 5, 10):
        assert came(hostile, story(*texts, **fields), minutes=minutes).imported.kept == 1
    assert whole_library() == before


def test_a_hostile_feed_holds_no_place(library: str) -> None:
    own, lie = feed(POST), story(*BODY, *BODY, LIE, headline="Sunk", publisher="Gather", published=None, byline=("Nobody",))
    came(feed(GATHER), lie, minutes=5)
    row = held()
    assert not row.at_home
    assert came(own, story(), minutes=1).came_home == (row,)
    row = held()
    assert (row.headline, row.text, row.published, row.byline, row.at_home) == (
        "Ferry to stay in harbour", "\n\n".join(BODY), MORNING, [], True)
    assert row.publisher is not None
    assert row.publisher.name == "Harbour Post"
    assert row.versions.get().headline == "Sunk"
    came(feed(GATHER), lie, minutes=90)
    assert held().text == row.text


def test_an_own_site_that_says_the_same_has_the_say_from_then_on(library: str) -> None:
    came(feed(GATHER), story(publisher="Gather", published=MORNING - timedelta(days=9)))
    taken = came(feed(POST), story(), minutes=5)
    assert (taken.imported.kept, len(taken.came_home)) == (1, 1)
    row = held()
    assert (row.at_home, row.published, row.changed, row.page.source.address) == (True, MORNING, None, POST)
    assert row.publisher is not None
    assert row.publisher.name == "Harbour Post"
    assert not row.versions.exists()
    assert came(feed(POST), story(), minutes=9).came_home == ()


def test_of_two_aggregators_the_first_keeps_the_say(library: str) -> None:
    first, second = feed(GATHER), feed(HERALD)
    came(first, story(BODY[0]))
    came(second, story(*BODY), minutes=5)
    assert held().text == BODY[0]
    came(first, story(BODY[1]), minutes=10)
    row = held()
    assert (row.text, row.at_home, row.versions.count()) == (BODY[1], False, 1)


def test_all_in_one_batch_end_as_one_after_the_other(library: str) -> None:
    from octavo.site.library.importing import Given, import_batch

    corrected = story(*BODY, "It sails.")
    told = [(GATHER, story(LIE)), (HERALD, story(LIE, LIE)), (POST, story()), (GATHER, story(LIE, *BODY)), (POST, corrected)]
    batch = [
        Given(Page(b"%d" % number, MORNING + timedelta(minutes=number), address), [each], feed(address))
        for number, (address, each) in enumerate(told)
    ]
    taken = import_batch(batch)
    row = held()
    assert [len(each.came_home) for each in taken] == [0, 0, 1, 0, 0]
    assert row.text.endswith("It sails.")
    assert [version.text for version in row.versions.order_by("replaced")] == [LIE, "\n\n".join(BODY)]


def test_a_feed_at_a_house_of_feeds_speaks_for_its_paper(library: str) -> None:
    house = "https://feeds.house.example"
    came(feed(f"{house}/gather", "https://gather.example/"), story(LIE))
    came(feed(f"{house}/post", "https://www.post.example/"), story(), minutes=5)
    row = held()
    assert (row.at_home, row.text) == (True, "\n\n".join(BODY))


def test_a_neighbour_at_a_house_of_blogs_changes_nothing(library: str) -> None:
    url = "https://ada.substack.com/p/ferry"
    came(feed("https://ada.substack.com/feed"), story(url=url))
    came(feed("https://tor.substack.com/feed"), story(*BODY, LIE, url=url), minutes=5)
    assert held().text == "\n\n".join(BODY)


def test_a_page_that_states_anothers_id_gains_nothing(library: str) -> None:
    forged = replace(story(LIE, *BODY, url="https://gather.example/x"), id=story().id)
    came(feed(GATHER), forged)
    assert not held().at_home
    came(feed(POST), story(), minutes=5)
    came(feed(GATHER), forged, minutes=9)
    assert held().text == "\n\n".join(BODY)


def test_the_articles_own_page_takes_a_strangers_place(library: str) -> None:
    gather = feed(GATHER)
    lie = "Quarterly numbers surprised analysts everywhere: shareholders celebrate dividends."
    came(gather, story(lie, headline="Markets rally", publisher="Gather", byline=("Nobody",), published=MORNING - timedelta(days=9)))
    outcome = followed(gather, story(*BODY, publisher="post.example", published=None), FERRY)
    assert (outcome.state, outcome.changed) == ("read", True)
    row = held()
    assert (row.headline, row.text, row.byline, row.published, row.at_home) == (
        "Ferry to stay in harbour", "\n\n".join(BODY), [], None, True)
    came(gather, story(LIE, *BODY, *BODY), minutes=90)
    assert held().text == row.text


def test_a_page_after_a_redirect_to_another_site_has_no_say_but_its_feeds(library: str) -> None:
    away = "https://mirror.example/ferry"
    mirror, gather, post = story(*BODY, LIE, url=away), feed(GATHER), feed(POST)
    came(gather, story(BODY[0]))
    assert followed(gather, mirror, away).changed
    assert not held().at_home
    came(post, story(BODY[0]), minutes=90)
    assert (held().at_home, held().text) == (True, BODY[0])
    assert followed(feed(HERALD), mirror, away).state == "failed"
    assert (held().text, held().partial, held().followed) == (BODY[0], "", True)
    from octavo.site.library.models import WantedPage

    WantedPage.objects.all().delete()
    came(post, story(BODY[0], "More."), minutes=95)
    row = held()
    row.page.fetched = MORNING
    row.page.save()
    assert followed(post, mirror, away).changed
    assert (held().at_home, held().text) == (True, mirror.text)


def test_a_wall_elsewhere_marks_no_article_of_another_site(library: str) -> None:
    came(feed(POST), story(BODY[0]))
    assert followed(feed(GATHER), story(url="https://mirror.example/x"), "https://mirror.example/x", wall="paywall").state == "failed"
    assert held().partial == ""


def test_an_aggregators_own_link_is_followed_to_the_paper(library: str) -> None:
    counted, gather = "https://gather.example/r/7", feed(GATHER)
    came(feed(POST), story(BODY[0]))
    came(gather, story(BODY[0], url=counted))
    assert followed(gather, story(*BODY), FERRY, asked=counted).changed
    assert {held(article_id(url, "", "")).text for url in (FERRY, counted)} == {"\n\n".join(BODY)}


def test_a_watched_pages_link_is_followed_though_a_stranger_named_it(library: str) -> None:
    from octavo.fetching.discovery.links import Link
    from octavo.site.desk.following.wanting import wanted_for_links

    front = source("page", "https://post.example/")
    came(feed(GATHER), story(LIE), story(LIE, url="https://post.example/pier"))
    came(feed(POST), story(url="https://post.example/pier"), minutes=5)
    links = [Link(FERRY), Link("https://post.example/pier")]
    assert [page.url for page in wanted_for_links([(front, links)], LATER)[front.pk]] == [FERRY]


def test_files_given_by_hand_are_at_home(library: str) -> None:
    from octavo.site.library.importing import import_file

    def file(text: str) -> Page:
        markup = f"<html><head><link rel=canonical href='{FERRY}'></head><article><h1>Ferry stays</h1><p>{text}</p></article></html>"
        return Page(markup.encode(), LATER, None, "ferry.html")

    came(feed(GATHER), story(LIE))
    assert str(import_file(file(" ".join(BODY)))) == "1 article changed"
    row = held()
    assert (row.at_home, row.text, row.page.source.address) == (True, " ".join(BODY), FILES)
    came(feed(GATHER), story(LIE, *BODY, *BODY), minutes=90)
    assert held().text == row.text
    assert str(import_file(file(" ".join((*BODY, *BODY))))) == "1 article changed"


def test_an_address_of_a_removed_source_is_no_file(library: str) -> None:
    removed = source("file", GATHER)
    came(removed, story(LIE))
    assert not held().at_home


def test_reading_again_keeps_the_standing(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import rereading

    told = {GATHER: [story(LIE), story(LIE, url="https://post.example/pier")], POST: [story(BODY[0])]}
    came(feed(GATHER), *told[GATHER])
    came(feed(POST), *told[POST], minutes=5)
    better = {POST: [story(*BODY)], GATHER: [story(LIE, LIE), story(*BODY, LIE, url="https://post.example/pier")]}
    monkeypatch.setattr(rereading, "read_page", lambda page: tuple(better[page.url or ""]))
    rereading.reread(lambda done, total: None, lambda error: pytest.fail(str(error)))
    ferry, pier = (held(article_id(url, "", "")) for url in (FERRY, "https://post.example/pier"))
    assert (ferry.at_home, ferry.text) == (True, "\n\n".join(BODY))
    assert (pier.at_home, pier.text) == (False, "\n\n".join((*BODY, LIE)))
    assert ferry.versions.get().text == f"{LIE}\n\n{LIE}"


def test_statements_do_not_grow_with_strangers(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.importing import Given, import_batch

    def statements(sources: int) -> int:
        batch = []
        for number in range(sources):
            url = f"https://post.example/{sources}/{number}"
            came(feed(f"https://gather.example/{sources}/{number}"), story(LIE, url=url))
            for minutes, teller in enumerate((POST, f"https://herald.example/{number}"), 5):
                body = f"{sources} {number} {minutes}".encode()
                batch.append(Given(Page(body, MORNING + timedelta(minutes=minutes), teller), [story(url=url)], feed(teller)))
        with CaptureQueriesContext(connection) as captured:
            taken = import_batch(batch)
        assert sum(len(each.came_home) for each in taken) == sources
        return len(captured)

    assert statements(2) == statements(12)


def test_statements_do_not_grow_with_pages_whose_import_was_cut_off(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.importing import Given, import_batch
    from octavo.site.library.models import FetchedPage

    def statements(pages: int) -> int:
        names = [f"https://post.example/{pages}/{number}" for number in range(pages)]
        batch = [Given(Page(name.encode(), MORNING, name), [story(url=name)], feed(name), keep=True) for name in names]
        import_batch([replace(each, articles=()) for each in batch])
        FetchedPage.objects.update(complete=False)
        with CaptureQueriesContext(connection) as captured:
            assert sum(len(taken.added) for taken in import_batch(batch)) == pages
        return len(captured)

    statements(1)  # The publisher is there from now on.
    assert statements(2) == statements(12)
