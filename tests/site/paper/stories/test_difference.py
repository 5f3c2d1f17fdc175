"""The page of what a copy changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.library.placed import came, tell
from tests.site.paper.stories.made import WIRE, made, said

if TYPE_CHECKING:
    from django.test import Client


def test_what_was_cut_and_added_is_marked_and_named(site_client: Client) -> None:
    wire = came("wire", *WIRE, publisher="Northwire")
    changed = (WIRE[0].replace("Tuesday", "Wednesday"), "A local paragraph of our own about the harbour and its people.", WIRE[1], WIRE[3])
    copy = came("copy", *changed, publisher="Coast Daily", headline="Afloat", minutes=9)
    story = tell("story", wire)
    tell(story, copy, origin=wire.pk)
    page = said(site_client, f"/article/{wire.pk}/difference/{copy.pk}/")
    assert "What <bdi>Coast Daily</bdi> made of <bdi>Northwire’s</bdi> text" in page
    assert "<del>Tuesday</del> <ins>Wednesday</ins>" in page
    assert f"<del>{WIRE[2]}</del>" in page
    assert "<ins>A local paragraph of our own about the harbour and its people.</ins>" in page
    assert all(f'class="change-note" lang="en" dir="ltr">{note}<' in page for note in ("Changed", "Added", "Cut"))
    assert "Afloat" in page
    assert f'href="/story/{story}/#report-{wire.pk}"' in page


def test_the_same_text_is_said_to_be_the_same(site_client: Client) -> None:
    told = made()
    page = said(site_client, f"/article/{told.wire.pk}/difference/{told.same.pk}/")
    assert "Word for word." in page
    assert "<ins>" not in page
    assert "<del>" not in page


def test_another_spelling_is_called_that(site_client: Client) -> None:
    one = came("one", WIRE[1])
    two = came("two", WIRE[1].replace("colour", "color"), minutes=5)
    page = said(site_client, f"/article/{one.pk}/difference/{two.pk}/")
    assert ">Spelling</p>" in page
    assert 'title="Before: colour">color</span>' in page


def test_texts_of_any_length_are_compared_or_said_not_to_be(site_client: Client) -> None:
    one = came("one", *(f"Paragraph {number} " + "word " * 90 for number in range(400)))
    two = came("two", *("another " * 90 + str(number) for number in range(400)), minutes=5)
    page = said(site_client, f"/article/{one.pk}/difference/{two.pk}/")
    assert "only their beginnings are compared" in page


def test_articles_of_two_editions_are_not_compared(site_client: Client) -> None:
    one, two = came("one"), came("two", kind="specimen")
    assert site_client.get(f"/article/{one.pk}/difference/{two.pk}/").status_code == 404
    assert site_client.get(f"/article/{one.pk}/difference/999/").status_code == 404
