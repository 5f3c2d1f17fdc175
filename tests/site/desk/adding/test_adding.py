"""Sources into the library, once each, and out of it without losing an article."""

from __future__ import annotations

import pytest

from octavo.fetching.answers import Credentials
from octavo.fetching.opml import Outline
from octavo.site.desk.adding.discovering import Found
from tests.site.library.articles import article, page

FEED = "https://post.example/feed"
FOUND = Found("feed", FEED, "Harbour Post", "https://post.example/")
KEY = Credentials("ada", "geheim", {"X-Key": "s3cret"})


def test_a_source_is_due_at_once(library: str) -> None:
    from django.utils import timezone

    from octavo.site.desk.adding.sources import add_source, listed

    source, new = add_source(FOUND, folder=" Coast ", full_text="always", title="My Post")
    assert new
    (row,) = listed()
    assert row.pk == source.pk
    assert (row.kind, row.address, row.title, row.folder) == ("feed", FEED, "My Post", "Coast")
    assert (row.full_text, row.host) == ("always", "post.example")
    assert row.due_at is not None
    assert row.due_at <= timezone.now()


@pytest.mark.parametrize("form", [
    FEED, "http://post.example/feed", "https://www.post.example/feed", "http://www.post.example/feed/", "https://post.example/feed/",
])
def test_other_forms_of_an_address_are_the_same_source(form: str, site: None) -> None:
    from octavo.site.desk.adding.sources import add_source, listed, listed_at

    first, _ = add_source(FOUND)
    again, new = add_source(Found("feed", form, "Another title"), folder="Elsewhere")
    assert (again.pk, new, again.title, again.folder) == (first.pk, False, "Harbour Post", "")
    assert listed().count() == 1
    assert listed_at(form) == first


@pytest.mark.parametrize("other", ["https://post.example/feed2", "https://post.example/feed?a=1", "https://sport.post.example/feed"])
def test_other_addresses_are_other_sources(other: str, site: None) -> None:
    from octavo.site.desk.adding.sources import add_source, listed_at

    add_source(FOUND)
    assert add_source(Found("feed", other))[1]
    assert listed_at("https://post.example/") is None


def test_long_and_unstorable_texts_fit(library: str) -> None:
    from octavo.site.desk.adding.sources import add_source

    source, _ = add_source(Found("page", FEED, "\0" + "x" * 900, "https://post.example/" + "y" * 3_000), folder="z" * 900)
    source.refresh_from_db()
    assert (len(source.title), source.home, len(source.folder)) == (500, "", 200)


def test_credentials_are_kept_renewed_and_never_shown(library: str) -> None:
    from octavo.site.desk.adding.sources import add_source, outlines
    from octavo.site.library.models import SourceSecret

    source, _ = add_source(Found("feed", FEED, credentials=KEY))
    add_source(Found("feed", FEED, credentials=Credentials("eve", "neu")))
    secret = SourceSecret.objects.get()
    assert (secret.source_id, secret.user, secret.password, secret.headers) == (source.pk, "eve", "neu", {})
    assert "neu" not in f"{secret}{secret!r}{source}{source!r}{outlines()!r}"
    add_source(FOUND)
    assert SourceSecret.objects.get().user == "eve"


def test_a_list_is_added_once(library: str) -> None:
    from octavo.site.desk.adding.sources import Added, add_outlines, listed

    outlines = [Outline(f"https://post.example/{n}", f"Post {n}", "", ("News", "Coast")) for n in range(250)]
    more = [Outline("http://www.post.example/7/", "The same"), Outline("", "Nowhere"), Outline("https://p.example/", "", kind="page")]
    given = [*outlines, *more]
    assert add_outlines(given) == Added(251, 1, ("Nowhere",))
    assert add_outlines(given, folder="Mine") == Added(0, 252, ("Nowhere",))
    assert listed().count() == 251
    assert set(listed().values_list("folder", flat=True)) == {"News / Coast", ""}
    assert listed().get(kind="page").host == "p.example"


def test_what_is_listed_comes_back_from_an_opml(site: None) -> None:
    from django.utils import timezone

    from octavo.fetching.opml import opml_of, outlines_of
    from octavo.site.desk.adding.sources import Added, add_outlines, add_source, listed, outlines
    from octavo.site.library.models import Source

    add_outlines([Outline(FEED, "Post", "https://post.example/", ("Coast",)), Outline("https://a.example/", "A", kind="page")])
    add_source(Found("sitemap", "https://b.example/news.xml", "B", credentials=KEY))
    before = outlines()
    written = opml_of(before, "Mine", timezone.now())
    assert b"geheim" not in written
    assert b"s3cret" not in written
    Source.objects.all().delete()
    assert add_outlines(outlines_of(written)) == Added(3)
    assert outlines() == before
    assert set(listed().values_list("kind", flat=True)) == {"feed", "page", "sitemap"}


def test_a_removed_source_leaves_its_articles(library: str) -> None:
    from octavo.site.desk.adding.sources import add_source, listed, listed_at, remove
    from octavo.site.desk.polling.claiming import polled
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article, SourceSecret, WantedPage

    source, _ = add_source(Found("feed", FEED, "Post", credentials=KEY))
    import_page(page(), [article()], source)
    WantedPage.objects.create(source=source, url="https://post.example/a", found=source.added, due_at=source.added)
    remove(source)
    kept = Article.objects.get()
    assert kept.page.source.title == "Post"
    assert listed_at(FEED) is None
    assert not listed().exists()
    assert not polled().exists()
    assert not SourceSecret.objects.exists()


def test_nothing_of_a_removed_source_is_taken_up_by_a_worker(site: None) -> None:
    from django.utils import timezone

    from octavo.site.desk.adding.sources import add_source, remove
    from octavo.site.desk.polling import claiming
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import WantedPage

    source, _ = add_source(FOUND)
    import_page(page(), [article()], source)
    WantedPage.objects.create(source=source, url="https://post.example/a", found=source.added, due_at=source.added)
    assert claiming.polled().count() == claiming._pages().count() == 1
    remove(source)
    assert claiming.polled().count() == claiming._pages().count() == 0
    assert timezone.now() >= source.added


def test_a_source_that_comes_back_goes_on_where_it_was(library: str) -> None:
    from octavo.site.desk.adding.sources import add_outlines, add_source, listed, remove
    from octavo.site.library.importing import Imported, import_page
    from octavo.site.library.models import Source

    source, _ = add_source(FOUND)
    import_page(page(), [article()], source)
    Source.objects.filter(pk=source.pk).update(failures=4, reason="gone", problem="it is gone", etag="x", interval=99, hints={"ttl": 900})
    remove(source)
    again, new = add_source(Found("feed", "http://post.example/feed", "New title"), folder="Coast")
    assert (again.pk, new) == (source.pk, True)
    row = listed().get()
    assert (row.muted, row.kind, row.title, row.folder, row.failures, row.problem, row.etag, row.interval) == (
        False, "feed", "New title", "Coast", 0, "", "", None)
    assert "ttl" not in row.hints
    assert import_page(page(), [article()], again) == Imported(kept=1)
    remove(row)
    assert add_outlines([Outline(FEED, "From a list")]).added == 1
    assert listed().get().title == "From a list"


def test_a_source_that_brought_nothing_is_gone_unless_it_is_being_asked(site: None) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from octavo.site.desk.adding.sources import add_source, remove
    from octavo.site.library.models import Source

    source, _ = add_source(FOUND)
    Source.objects.update(leased_by="a worker", leased_until=timezone.now() + timedelta(minutes=5))
    remove(source)
    kept = Source.objects.get()
    assert (kept.kind, kept.due_at, kept.leased_by) == ("file", None, "")
    add_source(FOUND)
    remove(Source.objects.get())
    assert not Source.objects.exists()
