"""The pages of an account are there for each who reads, ask few questions of the library, and carry no script of their own making."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.readers.two_readers import two_readers

if TYPE_CHECKING:
    from django.test import Client

OWN = ("/settings/account/", "/settings/signing-in/", "/settings/yours/", "/settings/yours/erase/")
OWNERS = ("/settings/readers/",)


@pytest.mark.parametrize("path", OWN + OWNERS)
def test_the_one_reader_on_loopback_has_each_page(site_client: Client, path: str) -> None:
    page = site_client.get(path)
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1


@pytest.mark.parametrize("path", OWN)
def test_a_reader_has_their_own_pages(library: str, path: str) -> None:
    people = two_readers()
    assert people.ada.browser.get(path).status_code == 200
    assert people.nobody.get(path)["Location"].startswith("/sign-in/?next=/settings/")


def test_only_the_owner_sees_who_reads(library: str) -> None:
    people = two_readers()
    page = people.owner.browser.get("/settings/readers/").content.decode()
    assert "<bdi>ada</bdi>" in page
    assert people.ada.browser.get("/settings/readers/").status_code == 403
    assert "/settings/readers/" not in people.ada.browser.get("/settings/account/").content.decode()


@pytest.mark.parametrize("path", [*OWN, *OWNERS, "/sign-in/", "/sign-in/lost/", "/sign-up/"])
def test_no_page_has_inline_script_or_style(site_client: Client, path: str) -> None:
    page = site_client.get(path, follow=True).content.decode()
    assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", page)
