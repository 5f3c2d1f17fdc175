"""What goes out of the library in time, and what stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.site.library.articles import MORNING as NOW
from tests.site.library.articles import article, page, source


def _wanted(address: str, kind: str, **fields: Any) -> None:
    from octavo.site.library.models import WantedPage

    days, linked = fields.pop("days"), fields.pop("linked", None)
    times = {"found": NOW - timedelta(days=days), "linked": None if linked is None else NOW - timedelta(days=linked)}
    WantedPage.objects.create(source=source(kind, f"https://{kind}.example/"), url=address, **times, **fields)


def _left() -> list[str]:
    from octavo.site.library.models import WantedPage
    from octavo.site.library.pruning import prune

    while prune(NOW):
        pass
    return sorted(WantedPage.objects.values_list("url", flat=True))


def test_pages_of_feeds_that_are_done_go_after_two_months(library: str) -> None:
    for state in ("read", "partial", "failed"):
        _wanted(f"old {state}", "feed", state=state, days=61)
        _wanted(f"new {state}", "feed", state=state, days=59)
    _wanted("due again", "feed", state="failed", days=61, due_at=NOW)
    _wanted("waiting", "feed", state="waiting", days=900)
    _wanted("of a removed source", "file", state="read", days=61)
    assert _left() == ["due again", "new failed", "new partial", "new read", "waiting"]


def test_what_a_page_links_stays_while_it_does(library: str) -> None:
    _wanted("linked", "page", state="read", days=900, linked=20)
    _wanted("linked no more", "page", state="seen", days=900, linked=181)
    _wanted("found lately", "sitemap", state="failed", days=179)
    _wanted("found long ago", "sitemap", state="failed", days=181)
    assert _left() == ["found lately", "linked"]


def test_many_go_part_by_part(site: None, monkeypatch: Any) -> None:
    from octavo.site.library import pruning
    from octavo.site.library.models import WantedPage

    monkeypatch.setattr(pruning, "STEP", 4)
    for number in range(10):
        _wanted(f"{number}", "feed", state="read", days=100 - number)
    assert pruning.prune(NOW)
    assert sorted(WantedPage.objects.values_list("url", flat=True)) == ["4", "5", "6", "7", "8", "9"]
    assert _left() == []


def test_days_of_long_ago_become_one_number_and_the_total_stays(library: str) -> None:
    from octavo.site.library.models import Source, SourceDay
    from octavo.site.library.pruning import prune
    from octavo.site.paper.sources.shelf import lines

    post, herald = source("feed", "https://post.example/feed"), source("feed", "https://herald.example/feed")
    for owner, days in ((post, (0, 399, 401, 402, 900)), (herald, (3,))):
        SourceDay.objects.bulk_create(SourceDay(source=owner, day=(NOW - timedelta(days=ago)).date(), articles=ago + 1) for ago in days)

    def totals() -> list[int]:
        return [line.all for line in lines(list(Source.objects.order_by("pk")), NOW)]

    before = totals()
    assert before == [1 + 400 + 402 + 403 + 901, 4]
    for _ in range(2):
        assert not prune(NOW)
        assert totals() == before
        assert SourceDay.objects.count() == 3
    assert list(Source.objects.order_by("pk").values_list("earlier", flat=True)) == [402 + 403 + 901, 0]
    prune(NOW + timedelta(days=10))
    assert totals() == before
    assert SourceDay.objects.count() == 2


def test_articles_and_pages_stay(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article, FetchedPage

    import_page(page(), [article()], source("feed", "https://post.example/feed"))
    _wanted("https://post.example/ferry", "feed", state="read", days=900, article=Article.objects.get())
    assert _left() == []
    assert (Article.objects.count(), FetchedPage.objects.count()) == (1, 1)
