"""How an article of which only a part came in says so on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from octavo.site.paper.article_view import PARTIAL, partial_note
from tests.site.library.articles import MORNING, article, page, source

if TYPE_CHECKING:
    from django.test import Client


def _page(client: Client, partial: str, *texts: str, **fields: Any) -> str:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article

    import_page(page(), [article("cut", *texts, **fields)], source())
    Article.objects.update(partial=partial)
    return " ".join(client.get(f"/article/{Article.objects.get().pk}/").content.decode().split())


def test_every_mark_has_its_words(site: None) -> None:
    from octavo.site.library.models import Partial

    assert set(PARTIAL) == set(Partial.values)


@pytest.mark.parametrize(("partial", "has_text", "pending", "note"), [
    ("", True, False, ""),
    ("", False, True, ""),
    ("summary", True, False, "This is a summary only: its source gives no more."),
    ("summary", True, True, "This is a summary only: its full text is still to be fetched."),
    ("paywall", True, False, "This is the opening only: the publisher’s page asks for a subscription."),
    ("paywall", False, False, "Only the headline came in: the publisher’s page asks for a subscription."),
])
def test_the_note_says_what_came_and_why_there_is_no_more(partial: str, has_text: bool, pending: bool, note: str) -> None:
    assert partial_note(partial, has_text, pending) == note


def test_it_stands_under_the_text_with_the_way_to_the_whole(site_client: Client) -> None:
    html = _page(site_client, "paywall", "The opening.", publisher="The Star")
    note = (
        '<p class="partial" lang="en" dir="ltr">This is the opening only: the publisher’s page asks for a subscription. '
        '<a href="https://post.example/cut" rel="noopener noreferrer">Read it at <bdi>The Star</bdi></a>.</p> </div>'
    )
    assert f'<p id="block-1" dir="auto">The opening.</p> {note}' in html
    assert html.count("Read it at") == 1


def test_without_text_or_address_it_says_only_what_it_knows(site_client: Client) -> None:
    from octavo.site.library.models import Article

    html = _page(site_client, "summary", publisher=None, url=None)
    assert "This is a summary only: its source gives no more.</p>" in html
    Article.objects.update(text="", paragraphs=[])
    html = site_client.get(f"/article/{Article.objects.get().pk}/").content.decode()
    assert "Only the headline came in: its source gives no more.</p>" in html
    assert "Only the headline of this article" not in html


def test_while_its_page_is_to_be_fetched_it_says_so(site_client: Client) -> None:
    from octavo.site.library.models import Article, WantedPage

    _page(site_client, "summary", "The opening.")
    row = Article.objects.get()
    wanted = WantedPage.objects.create(source=source(), url=row.url, article=row, found=MORNING, due_at=MORNING)
    assert "its full text is still to be fetched" in site_client.get(f"/article/{row.pk}/").content.decode()
    WantedPage.objects.filter(pk=wanted.pk).update(state="failed", due_at=None)
    assert "its source gives no more" in site_client.get(f"/article/{row.pk}/").content.decode()


def test_a_whole_article_and_the_front_page_have_no_note(site_client: Client) -> None:
    assert 'class="partial"' not in _page(site_client, "", "All of it.")
    _page(site_client, "paywall")
    assert 'class="partial"' not in site_client.get("/").content.decode()


def test_the_style_page_shows_every_note(site_client: Client) -> None:
    _page(site_client, "")
    html = site_client.get("/style/").content.decode()
    assert html.count('class="partial"') == len(PARTIAL)
    assert "Note under a partial text" in html
