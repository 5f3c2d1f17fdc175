"""Two windows that add, set and remove the same source at the same time."""

from __future__ import annotations

from tests.site.at_once import at_once, overtaken, sending
from tests.site.paper.sources.made import made, put_article
from tests.site.readers.two_readers import two_readers


def test_the_same_source_added_twice_is_one(library: str) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from octavo.site.desk.adding.discovering import Found
    from octavo.site.desk.adding.sources import add_source
    from octavo.site.library.models import Source

    forms = ("https://alder.example/feed", "http://www.alder.example/feed/", "https://alder.example/feed")
    owner = two_readers().owner
    added = at_once(*(lambda address=address: add_source(Found("feed", address, "Alder Post")) for address in forms))
    assert sorted(new for _, new in added) == [False, False, True]
    assert len({source.pk for source, _ in added}) == 1
    reefs = (address.replace("feed", "reef") for address in forms)
    lists = (f'<opml version="2.0"><body><outline text="Reef" xmlUrl="{reef}"/></body></opml>'.encode() for reef in reefs)
    answers = at_once(*(
        sending(owner.browser, "/sources/opml/", file=SimpleUploadedFile("list.opml", each)) for each in lists))
    assert [answer.status_code for answer in answers] == [302] * 3
    assert Source.objects.filter(kind="feed").count() == 2


def test_what_is_set_while_the_source_is_removed_is_told(library: str) -> None:
    from octavo.site.desk.adding.sources import remove
    from octavo.site.library.models import Source, SourceSecret

    owner, source = two_readers().owner, made(1)
    page = f"/sources/{source.pk}/"
    answers = overtaken(
        lambda: remove(source),
        sending(owner.browser, f"{page}settings/", title="Other", address=source.address, full_text="short"),
        sending(owner.browser, f"{page}credentials/", user="ada", password="quiet"),
        sending(owner.browser, f"{page}fetch/"),
        sending(owner.browser, f"{page}remove/"),
    )
    assert [answer.status_code for answer in answers] == [409, 409, 302, 302]
    assert "That is not there any more" in answers[0].content.decode()
    assert "quiet" not in answers[1].content.decode()
    assert not Source.objects.filter(kind="feed").exists()
    assert not SourceSecret.objects.exists()


def test_what_is_removed_stays_so_where_its_articles_stay(library: str) -> None:
    from octavo.site.desk.adding.sources import listed, remove
    from octavo.site.library.models import SourceSecret

    owner, source = two_readers().owner, made(1)
    put_article(source, "ferry")
    page = f"/sources/{source.pk}/"
    answers = overtaken(
        lambda: remove(source),
        sending(owner.browser, f"{page}settings/", title="Other", address="https://reef.example/feed", full_text="short"),
        sending(owner.browser, f"{page}credentials/", user="ada", password="quiet"),
        sending(owner.browser, f"{page}fetch/"),
        sending(owner.browser, f"{page}remove/"),
    )
    assert [answer.status_code for answer in answers] == [409, 409, 302, 302]
    assert not listed().exists()
    assert not SourceSecret.objects.exists()
    source.refresh_from_db()
    assert (source.due_at, source.muted) == (None, True)
