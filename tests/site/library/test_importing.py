from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octavo import Article, Credit, Dateline, Image, Page, Paragraph
from octavo.article import PARAGRAPH_BREAK
from tests.site.library.articles import BODY, MORNING, article, page, source, whole_library

if TYPE_CHECKING:
    from octavo.site.library.parts import Part


def test_an_article_lies_in_the_library_as_it_was_read(library: str) -> None:
    from octavo.site.library import models
    from octavo.site.library.importing import Imported, import_page
    from octavo.site.library.rows import article_of, page_of

    whole = Article(
        id="whole",
        headline="Ferry “to stay” in harbour 🚢",
        paragraphs=(
            Paragraph("text", BODY[0]), Paragraph("crosshead", "NO CROSSING"), Paragraph("quote", "We wait 🚢."), Paragraph("list", "One"),
        ),
        url="https://post.example/ferry",
        publisher="Harbour Post",
        agency="Northwire",
        kicker="Analysis",
        dateline=Dateline("SKERRY", "Northwire"),
        byline=("Ida Brekke", "Tor Lund"),
        credits=(Credit("reporting", "Ida Brekke", "Skerry"), Credit("editing", "Tor Lund")),
        published=datetime(2026, 3, 3, 8, 0, tzinfo=timezone(timedelta(hours=1))),
        modified=datetime(2026, 3, 3, 7, 20, tzinfo=UTC),
        language="en",
        section="Islands",
        image=Image("https://post.example/marit.jpg", "A ship", "The Marit.", "Tor Lund"),
    )
    given_page = page(b"\x00\xffbytes", content_type="text/html", name="ferry.html")
    assert import_page(given_page, [whole], source()) == Imported(added=1)
    row = models.Article.objects.get()
    assert article_of(row) == whole
    assert row.text == whole.text
    assert [row.text[start:end] for _, start, end in row.paragraphs] == [paragraph.text for paragraph in whole.paragraphs]
    assert (row.arrived, row.ranked, row.position, row.changed) == (MORNING, whole.published, 0, None)
    assert page_of(row.page) == given_page


def test_an_article_without_a_date_or_with_one_to_come_ranks_by_its_fetch(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article as Row

    import_page(page(), [article("undated"), article("tomorrow", published=MORNING + timedelta(days=1))], source())
    assert set(Row.objects.values_list("ranked", flat=True)) == {MORNING}


def test_the_same_page_twice_changes_nothing(library: str) -> None:
    from octavo.site.library.importing import Imported, import_page

    articles = [article("one"), article("two", publisher=None)]
    import_page(page(), articles, source())
    before = whole_library()
    assert import_page(page(minutes=5), articles, source()) == Imported(kept=2)
    assert whole_library() == before


def test_the_same_articles_from_other_bytes_add_only_the_page(library: str) -> None:
    from octavo.site.library.importing import Imported, import_page

    import_page(page(), [article("one"), article("two")], source())
    before = whole_library()
    again = [article("one", modified=MORNING), article("two", *(f" {text}  " for text in article("two").text.split("\n\n")))]
    assert import_page(page(b"<html >", minutes=5), again, source()) == Imported(kept=2)
    after = whole_library()
    assert len(after.pop("FetchedPage")) == 2
    before.pop("FetchedPage")
    assert after == before


def test_a_changed_text_makes_the_earlier_one_a_version(library: str) -> None:
    from octavo.site.library import models
    from octavo.site.library.importing import Imported, import_page

    import_page(page(), [article(kicker="Exclusive", published=MORNING)], source())
    changed = article("ferry", *BODY, "Correction: the hole is smaller than a door.", headline="Ferry to sail in May", published=MORNING)
    assert import_page(page(b"2", minutes=60), [changed, article("other")], source()) == Imported(added=1, changed=1)
    row = models.Article.objects.get(key="ferry")
    assert (row.headline, row.kicker, row.text) == (changed.headline, "", changed.text)
    assert row.changed == MORNING + timedelta(minutes=60)
    assert row.arrived == row.ranked == MORNING
    version = row.versions.get()
    assert (version.headline, version.kicker, version.text) == (article().headline, "Exclusive", article().text)
    assert version.replaced == row.changed
    assert version.page is not None
    assert (version.page.fetched, row.page.fetched) == (MORNING, row.changed)


def test_an_older_fetch_never_overwrites_a_newer_one(library: str) -> None:
    from octavo.site.library import models
    from octavo.site.library.importing import Imported, import_page

    import_page(page(b"new", minutes=60), [article("ferry", "The new text.")], source())
    assert import_page(page(b"old"), [article("ferry", "The old text.")], source()) == Imported(kept=1)
    assert models.Article.objects.get().text == "The new text."
    assert not models.ArticleVersion.objects.exists()


def test_a_feed_and_the_page_itself_do_not_take_turns(library: str) -> None:
    from octavo.site.library import models
    from octavo.site.library.importing import import_page

    whole, short = article(), article("ferry", BODY[0][:60] + "…")
    for round_ in range(3):
        import_page(page(b"feed%d" % round_, round_ * 10, "https://post.example/feed"), [short], source())
        import_page(page(b"page%d" % round_, round_ * 10 + 5, whole.url), [whole], source())
    assert models.Article.objects.get().text == whole.text
    assert not models.ArticleVersion.objects.exists()


def test_one_address_twice_on_a_page_is_one_article(library: str) -> None:
    from octavo.site.library.importing import Imported, import_page
    from octavo.site.library.models import Article as Row

    assert import_page(page(), [article("ferry", "First."), article("ferry", "Second.")], source()) == Imported(added=1, kept=1)
    assert Row.objects.get().text == "First."


def test_queries_do_not_grow_with_the_articles_of_a_page(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.importing import import_page

    files = source()

    def queries(body: bytes, count: int, text: str) -> int:
        articles = [article(f"{body!r}{index}", text, publisher=f"Paper {body!r} {index}") for index in range(count)]
        with CaptureQueriesContext(connection) as captured:
            import_page(page(body + text.encode(), url=None), articles, files)
        return len(captured)

    for text in ("An article.", "A changed article."):
        assert queries(b"few", 2, text) == queries(b"many", 30, text)


def test_a_very_long_feed_goes_in_chunks_and_a_repeat_goes_on(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import carrying, importing
    from octavo.site.library.models import Article as Row
    from octavo.site.library.models import FetchedPage

    monkeypatch.setattr(importing, "CHUNK", 4)
    articles = [article(f"entry {index}") for index in range(10)]
    carry_out = carrying.carry_out

    def fail_late(parts: list[Part]) -> list[importing.Taken]:
        done = carry_out(parts)
        if parts[0].entries[0].position == 8:
            raise RuntimeError("cut off")
        return done

    monkeypatch.setattr(importing, "carry_out", fail_late)
    with pytest.raises(RuntimeError):
        importing.import_page(page(), articles, source())
    monkeypatch.setattr(importing, "carry_out", carry_out)
    assert (Row.objects.count(), FetchedPage.objects.get().complete) == (8, False)
    assert importing.import_page(page(), articles, source()) == importing.Imported(added=2, kept=8)
    assert importing.import_page(page(), articles, source()) == importing.Imported(kept=10)
    assert FetchedPage.objects.get().complete


@pytest.mark.long
def test_a_feed_of_a_hundred_thousand_entries_goes_in_whole(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article as Row

    articles = [article(f"entry {index}", publisher=f"Paper {index % 500}") for index in range(100_000)]
    assert import_page(page(), articles, source()).added == 100_000
    assert import_page(page(b"again", 5), articles, source()).kept == 100_000
    assert Row.objects.count() == 100_000


def test_the_specimen_is_a_library_of_its_own(library: str) -> None:
    from octavo.site.library.importing import Imported, import_page
    from octavo.site.library.models import Article as Row

    assert import_page(page(), [article()], source("specimen", "specimen")) == Imported(added=1)
    assert import_page(page(), [article()], source()) == Imported(added=1)
    assert sorted(Row.objects.values_list("key", "specimen")) == [("ferry", False), ("ferry", True)]


def test_what_no_column_holds_is_cut_or_left_out(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article as Row

    long = "é\x00\ud800" * 10_000
    monster = Article(
        id=long, headline=long, paragraphs=(Paragraph("text", long), Paragraph("list", "\udfff")), url=f"https://post.example/{long}",
        publisher=long, agency=long, kicker=long, dateline=Dateline(long, long), byline=(long,), credits=(Credit("reporting", long, long),),
        published=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        modified=datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=9))),
        language=long, section=long, image=Image(long, long, long, long),
    )
    edges = [
        article("first", published=datetime(1, 1, 1, tzinfo=UTC)),
        article("last", published=datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
    ]
    given_page = Page(b"x", datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=9))), f"https://{long}", long, long)
    import_page(given_page, [monster, *edges], source())
    row = Row.objects.get(position=0)
    assert (row.url, row.published, row.modified) == ("", None, None)
    assert row.kicker.endswith("…")
    assert row.text == ("é\ufffd\ufffd" * 10_000) + "\n\n\ufffd"
    assert Row.objects.get(key="first").ranked.year == 1
    assert Row.objects.get(key="last").published == edges[1].published
    import_page(dataclasses.replace(given_page, body=b"y"), [monster, *edges], source())
    assert Row.objects.count() == 3


def test_a_page_keeps_the_offset_of_the_clock_it_was_fetched_by(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import FetchedPage
    from octavo.site.library.rows import page_of

    edge = datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=9)))
    for fetched, offset in ((datetime(2026, 3, 3, 8, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))), 5.5), (MORNING, 0), (edge, 0)):
        import_page(Page(repr(fetched).encode(), fetched), [], source())
        kept = page_of(FetchedPage.objects.latest("pk")).fetched
        assert (kept == fetched, kept.utcoffset()) == (fetched != edge, timedelta(hours=offset))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(), max_size=40), min_size=1, max_size=4), st.text(st.characters(), max_size=400))
def test_any_text_at_all_can_be_kept(library: str, texts: list[str], name: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article as Row
    from octavo.site.library.rows import article_of, storable

    key = sha256(repr((texts, name)).encode()).hexdigest()
    given_article = article(key, *texts, headline=name, publisher=name, kicker=name, section=name, byline=(name,))
    import_page(page(key.encode(), name=name), [given_article], source())
    row = Row.objects.get(key=key)
    assert article_of(row).text == PARAGRAPH_BREAK.join(storable(text) for text in texts)


def test_an_import_of_a_file_names_its_source(library: str) -> None:
    from octavo import InputError
    from octavo.site.library.importing import import_file
    from octavo.site.library.models import FetchedPage

    with pytest.raises(InputError):
        import_file(page(b"", url=None, name="empty.html"))
    assert not FetchedPage.objects.exists()
