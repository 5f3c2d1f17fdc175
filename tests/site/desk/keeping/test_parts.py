"""What is kept no longer goes, and all that hangs on it is right afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from octavo.site.library.keeping.plan import Keeping
from tests.site.library import analyses, placed
from tests.site.library.articles import MORNING, article, page, source

if TYPE_CHECKING:
    from octavo.site.library.models import Article

DAY = 24 * 60
NOW = MORNING + timedelta(days=400)
MONTH = Keeping(article_days=30)


def done(keeping: Keeping = MONTH, over: int | None = None) -> dict[str, int]:
    """Do all parts; how many of each went. `over`: so often the library is over its limit when it is looked at, else by its size."""
    from octavo.site.desk.keeping.parts import parts

    went: dict[str, int] = {}
    for part in parts(keeping, NOW) if over is None else parts(keeping, NOW, lambda _most: Often(over)):
        kind, number = part()
        went[kind] = went.get(kind, 0) + number
    return went


class Often:
    """A library that is over its limit so often."""

    def __init__(self, times: int) -> None:
        self._left = times

    def over(self) -> bool:
        self._left -= 1
        return self._left >= 0

    def less(self, size: int) -> None:
        assert size >= 0


def keys() -> set[str]:
    from octavo.site.library.models import Article

    return set(Article.objects.values_list("key", flat=True))


def keep(row: Article, by: str = "saved:1") -> None:
    from octavo.site.library.keeping_articles import keep
    from octavo.site.library.writing import writing

    with writing():
        keep(row.pk, by)


def test_by_itself_everything_stays(library: str) -> None:
    placed.came("old")
    assert not any(done(Keeping()).values())
    assert keys() == {"old"}


def test_old_articles_go_with_their_pages_and_new_and_kept_ones_stay(library: str) -> None:
    from octavo.site.library.models import FetchedPage

    placed.came("old")
    keep(placed.came("saved"))
    placed.came("new", minutes=380 * DAY)
    assert done()["articles"] == 1
    assert keys() == {"saved", "new"}
    assert FetchedPage.objects.count() == 2


def test_an_old_article_that_came_lately_stays(library: str) -> None:
    from octavo.site.library.importing import import_page

    import_page(page(minutes=390 * DAY), [article("evergreen", published=MORNING - timedelta(days=900))], source())
    done()
    assert keys() == {"evergreen"}


def test_the_specimen_edition_stays(library: str) -> None:
    from octavo.site.library.models import FetchedPage

    placed.came("specimen", kind="specimen")
    done(Keeping(1, 1, 1))
    assert keys() == {"specimen"}
    assert bytes(FetchedPage.objects.get().body)


def test_a_story_is_counted_anew_and_keeps_its_address(library: str) -> None:
    from octavo.site.library.models import Story, StoryBrief

    old, new = placed.came("old"), placed.came("new", minutes=380 * DAY)
    story = placed.tell("story", old, new)
    lost = placed.tell("lost", placed.came("alone"))
    assert StoryBrief.objects.filter(story=lost).exists()
    done()
    row = Story.objects.get(pk=story)
    assert (row.size, row.lead_id, row.first) == (1, new.pk, new.ranked)
    assert Story.objects.get(pk=lost).size == 0
    assert not StoryBrief.objects.filter(story=lost).exists()
    assert StoryBrief.objects.get(story=story).waiting


def test_copies_of_a_text_that_went_have_the_earliest_as_their_origin(library: str) -> None:
    from octavo.site.library.models import Place, Story

    origin = placed.came("origin")
    copies = [placed.came(f"copy{number}", minutes=(380 + number) * DAY) for number in range(3)]
    story = placed.tell("story", origin, voice="wire")
    placed.tell(story, *copies, origin=origin.pk, voice="wire")
    assert Story.objects.get(pk=story).reports == 1
    done()
    told = dict(Place.objects.values_list("article__key", "origin__key"))
    assert told == {"copy0": None, "copy1": "copy0", "copy2": "copy0"}
    assert Story.objects.get(pk=story).reports == 1


def test_statements_go_and_speakers_are_counted_anew(library: str) -> None:
    from octavo.site.library.models import Speaker, Statement

    old, new = analyses.put("old"), analyses.put("new", minutes=380 * DAY)
    analyses.hold(old, new)
    analyses.keep((old, analyses.analysis(old.text)), (new, analyses.analysis(new.text)))
    before = dict(Speaker.objects.values_list("name", "total"))
    assert set(before.values()) == {2}
    done()
    assert set(Speaker.objects.values_list("total", flat=True)) == {1}
    assert set(Statement.objects.values_list("article", flat=True)) == {new.pk}


def test_the_index_of_words_forgets_it(library: str) -> None:
    from octavo.site.library.searching.index import index
    from octavo.site.library.searching.keys import article_of, window
    from octavo.site.library.searching.wanted import Wanted

    placed.came("old", "A narwhal was seen.")
    new = placed.came("new", "Another narwhal was seen.", minutes=380 * DAY)
    done()
    found = index().found([Wanted([["narwhal"]], 9)], *window(False, None))
    assert [article_of(key) for _, key in found] == [new.pk]


def test_a_link_that_is_seen_again_does_not_bring_it_back(library: str) -> None:
    from octavo.site.library.models import WantedPage

    old = placed.came("old")
    WantedPage.objects.create(source=source("page", "https://post.example/"), url=old.url, article=old, found=MORNING, state="read")
    done()
    assert WantedPage.objects.get().article_id is None


def feed_of(days: int) -> None:
    """A feed that is fetched daily, all but the first stored as what is different from it."""
    from octavo.site.library.importing import import_page

    polled = source("feed", "https://post.example/feed")
    for number in range(days):
        body = b"<rss>" + b"".join(b"<item>entry %d of a long feed</item>" % each for each in range(400)) + b"%d" % number
        import_page(page(body, number * DAY, url=polled.address, name=polled.address), [article(f"day{number}")], polled)


def test_bodies_of_old_pages_go_and_bases_only_after_what_is_stored_beside_them(library: str) -> None:
    from octavo.site.library.bodies import Bases
    from octavo.site.library.models import FetchedPage
    from octavo.site.library.rows import page_of

    feed_of(400)
    based = FetchedPage.objects.filter(base__isnull=False).count()
    assert based > 300
    done(Keeping(page_days=100))
    bases = Bases()
    full = [row for row in FetchedPage.objects.select_related("source") if bytes(row.body)]
    assert 100 <= len(full) <= 102
    assert all(page_of(row, bases).body.startswith(b"<rss>") for row in full)
    assert len(keys()) == 400
    from octavo.site.library.rereading import reread

    said: list[str] = []
    assert reread(lambda _done, _of: None, lambda error: said.append(str(error))).pages == len(full)
    assert all("no entry" in each for each in said)


def test_a_kept_articles_page_stays(library: str) -> None:
    from octavo.site.library.models import FetchedPage

    placed.came("old")
    keep(placed.came("saved"))
    done(Keeping(page_days=1))
    assert [bytes(row.body) != b"" for row in FetchedPage.objects.order_by("pk")] == [False, True]


def test_articles_and_bases_go_together_in_time(library: str) -> None:
    from octavo.site.library.models import FetchedPage

    feed_of(60)
    assert done()["articles"] == 60
    assert not FetchedPage.objects.exists()


def test_a_limit_takes_the_oldest_pages_then_the_oldest_articles_and_leaves_the_last_week(
    library: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from octavo.site.library.keeping import letting_go
    from octavo.site.library.models import FetchedPage

    monkeypatch.setattr(letting_go, "STEP", 2)
    for number in range(6):
        placed.came(f"day{number}", minutes=number * DAY)
    placed.came("yesterday", minutes=399 * DAY)
    done(Keeping(most_mb=1), over=6)
    assert keys() == {"day4", "day5", "yesterday"}
    done(Keeping(most_mb=1), over=10**6)
    assert keys() == {"yesterday"}
    assert bytes(FetchedPage.objects.get().body)


def test_a_limit_takes_the_oldest_until_it_is_kept_and_says_when_nothing_more_may_go(library: str) -> None:
    from octavo.site.library.keeping.gauge import Gauge
    from octavo.site.library.keeping.preview import over
    from octavo.site.library.models import Article

    for day in range(6):
        placed.many(f"day{day}-", 250, minutes=day * DAY)
    oldest = Article.objects.order_by("ranked").first()
    assert oldest is not None
    keep(oldest)
    placed.came("yesterday", minutes=399 * DAY)
    order = list(Article.objects.order_by("ranked", "pk").values_list("key", flat=True))
    before = Gauge(0).size()
    limit = Keeping(most_mb=max(1, before * 3 // 4 // 10**6))
    assert over(limit, NOW)
    went = done(limit)
    assert 0 < went["articles"] < 1499
    assert over(limit, NOW) is None
    left = keys()
    assert {oldest.key, "yesterday"} <= left
    assert left - {oldest.key} == set(order[-(len(left) - 1):])
    least = Keeping(most_mb=1)
    assert over(least, NOW)
    done(least)
    rest = over(least, NOW)
    assert rest is None or (keys() == {oldest.key, "yesterday"} and not rest.more)


def test_the_gauge_falls_when_something_goes(library: str) -> None:
    from octavo.site.library.keeping.gauge import Gauge

    feed_of(30)
    placed.many("text", 300)
    before = Gauge(0).size()
    assert before > 0
    done()
    assert Gauge(0).size() < before


@pytest.mark.parametrize("step", [1, 3, 200])
def test_stopped_anywhere_it_goes_on(step: int, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.keeping.parts import parts
    from octavo.site.library.keeping import letting_go

    monkeypatch.setattr(letting_go, "STEP", step)
    rows = [placed.came(f"old{number}", minutes=number) for number in range(7)]
    keep(rows[3])
    placed.tell("story", *rows)
    for _ in range(20):
        next(parts(MONTH, NOW))()
        placed.check_counts()
    assert keys() == {"old3"}


def test_many_articles_cost_no_more_statements_than_few(site: None) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.keeping.letting_go import let_articles_go

    counts = []
    for number in (3, 150):
        placed.many(f"old{number}-", number)
        with CaptureQueriesContext(connection) as captured:
            let_articles_go(NOW)
        counts.append(len(captured))
    assert counts[1] <= counts[0] + 6
    assert counts[1] < 70


def of_feed(number: int, *keys: str) -> None:
    from octavo.site.library.importing import import_page

    polled = source("feed", "https://post.example/feed")
    given = page(b"%d" % number, number * DAY, url=polled.address, name=polled.address)
    import_page(given, [article(key, published=MORNING) for key in keys], polled)


def test_what_was_taken_out_does_not_come_back_with_its_feed(library: str) -> None:
    of_feed(0, "old")
    done()
    of_feed(399, "old", "evergreen")
    assert keys() == {"evergreen"}


def test_nor_when_pages_are_read_again(library: str) -> None:
    from octavo.site.library.keeping.gone import gone_among
    from octavo.site.library.models import FetchedPage
    from octavo.site.library.rereading import renew

    of_feed(0, "old", "saved")
    from octavo.site.library.models import Article

    keep(Article.objects.get(key="saved"))
    done()
    assert gone_among({"old", "saved"}) == {"old"}
    renew(FetchedPage.objects.select_related("source").get(), [article("old"), article("saved")])
    assert keys() == {"saved"}


def test_somebody_who_gives_it_by_hand_has_it_back(library: str) -> None:
    from octavo.site.library.importing import import_page

    placed.came("old")
    done()
    assert not keys()
    import_page(page(b"given", 399 * DAY), [article("old")], source())
    assert keys() == {"old"}


def test_what_no_feed_lists_any_more_is_forgotten_in_time(library: str) -> None:
    from octavo.site.library.keeping.gone import REMEMBERED, forget
    from octavo.site.library.models import GoneArticle

    of_feed(0, "old", "listed")
    done()
    GoneArticle.objects.update(listed=MORNING)
    of_feed(300, "listed")
    assert forget(MORNING + REMEMBERED + timedelta(days=1)) == 1
    assert set(GoneArticle.objects.values_list("key", flat=True)) == {"listed"}
