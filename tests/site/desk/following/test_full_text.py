from __future__ import annotations

import pytest

from octavo.article import Article, Paragraph
from octavo.site.desk.following.full_text import has_own_page, is_partial, wants_page

SUMMARY = (Paragraph("text", "The board met on Monday."),)
WHOLE = tuple(Paragraph("text", f"The board met for the {time} time, and nobody knew who paid.") for time in ("first", "next", "last"))


def _article(paragraphs: tuple[Paragraph, ...], url: str | None = "https://post.example/mole") -> Article:
    return Article("id", "Skerry closes its mole", paragraphs, url=url)


@pytest.mark.parametrize(("rule", "summary", "wanted"), [
    ("always", False, True), ("always", True, True), ("short", False, False), ("short", True, True), ("never", True, False),
    ("never", False, False),
])
def test_the_rule_of_the_source_says_which_pages_are_wanted(rule: str, summary: bool, wanted: bool) -> None:
    assert wants_page(rule, summary) is wanted


@pytest.mark.parametrize("url", [
    None, "", "https://post.example", "https://post.example/", "https://www.post.example/?utm_source=rss", "https://post.example/#top",
    "https://post.example/sea.mp3", "https://post.example/sea.MP4?token=1", "https://post.example/mole.jpg",
])
def test_what_has_no_page_of_its_own_wants_none(url: str | None) -> None:
    assert not has_own_page(url)
    assert not is_partial(_article(SUMMARY, url))


@pytest.mark.parametrize("url", [
    "https://post.example/mole", "https://post.example/?p=7", "https://post.example?p=7", "https://post.example/a?f=x.mp3",
])
def test_an_article_may_be_at(url: str) -> None:
    assert has_own_page(url)
    assert is_partial(_article(SUMMARY, url))
    assert not is_partial(_article(WHOLE, url))
