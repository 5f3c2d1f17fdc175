"""JSON-LD of several articles on one page, copies of another text, times that are to come; pages without head and body tags."""

from __future__ import annotations

import json
from typing import Any

import pytest

from octavo.article import Article, Page
from octavo.errors import NothingToRead
from octavo.reading.page import read_page
from octavo.reading.parts.identity import normalised_url
from tests.reading.html.test_html import FETCHED, articles

ADDRESS = "https://eastmere.example/bridge"
LINES = (
    "The iron bridge over the Tarn will be shut for two years from March, the council of Eastmere said on Monday.",
    "Engineers found cracks in four of its bearings, and buses will go round by the lower ford.",
)
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
FERRY = "Tickets for the ferry to Holm Island cost twice as much as last summer, and islanders are angry. " * 20


def item(headline: str, **more: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": headline, **more}


def page(linked: Any, title: str = "Iron bridge to shut for two years", address: str | None = ADDRESS) -> Article:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    head = f"<head><title>{title}</title>{script}</head>"
    (article,) = articles(f"<html>{head}<body><h1>{title}</h1><div>{TEXT}</div></body></html>", address)
    return article


WRONG = item("Ferry prices double", articleBody=FERRY, author={"name": "Tom Ash"}, datePublished="2025-01-01T00:00:00Z",
             articleSection="Islands", url="https://eastmere.example/ferry")
RIGHT = item("Iron bridge to be shut", author={"name": "Ida Fell"}, datePublished="2025-11-03T08:00:00Z", articleSection="Town")


@pytest.mark.parametrize("right", [
    RIGHT,
    {**RIGHT, "headline": "Tarn crossing out of use", "url": ADDRESS},
    {**RIGHT, "headline": "Tarn crossing out of use", "mainEntityOfPage": {"@id": ADDRESS + "/#page"}},
    {**RIGHT, "headline": "Tarn crossing out of use", "@id": "http://eastmere.example/bridge?utm_source=x"},
])
@pytest.mark.parametrize("wrong_first", [True, False])
def test_of_several_articles_the_page_s_own_is_taken(right: dict[str, Any], wrong_first: bool) -> None:
    found = page([WRONG, right] if wrong_first else [right, WRONG])
    assert (found.byline, found.section) == (("Ida Fell",), "Town")
    assert found.url is not None
    assert normalised_url(found.url) == normalised_url(ADDRESS)
    assert found.published is not None
    assert found.published.isoformat() == "2025-11-03T08:00:00+00:00"
    assert tuple(paragraph.text for paragraph in found.paragraphs) == LINES


def test_where_none_of_several_agrees_none_is_taken() -> None:
    found = page([WRONG, item("Mayor resigns", author={"name": "Jo Ray"})])
    assert (found.headline, found.byline, found.section, found.published) == ("Iron bridge to shut for two years", (), None, None)


def test_an_article_stated_twice_is_one() -> None:
    assert page([item("Tarn crossing", author={"name": "Ida Fell"}), item("Tarn crossing")]).byline == ("Ida Fell",)


@pytest.mark.parametrize(("body", "taken"), [
    (FERRY, False),
    (f"{LINES[0]}\n" + "The ford is deep in winter, and the fire station lies on the other bank. " * 20, True),
    ("The bridge is the only iron one of its kind, and will be shut for all traffic for two years. " * 20, True),
])
def test_a_copy_of_the_text_is_taken_only_if_it_is_of_this_page(body: str, taken: bool) -> None:
    found = page(item("Iron bridge to be shut", articleBody=body))
    assert (body.split("\n")[0].strip() in found.text) is taken
    assert (found.paragraphs[-1].text == LINES[-1]) is not taken


@pytest.mark.parametrize(("stated", "believed"), [
    ("2025-12-02T11:00:00Z", True), ("2025-12-02T13:00:00Z", False), ("2087-01-01", False), ("2025-12-02T11:00:00", True),
])
def test_a_time_to_come_is_not_believed(stated: str, believed: bool) -> None:
    found = page(item("Iron bridge to be shut", datePublished=stated, dateModified=stated))
    assert (found.published is not None, found.modified is not None) == (believed, believed)


@pytest.mark.parametrize("markup", [
    f"<!doctype html><title>Iron bridge to shut</title><article><h1>Iron bridge to shut</h1>{TEXT}</article>",
    f"<!doctype html><html lang=en><meta charset=utf-8><title>Iron bridge to shut</title><main><h1>Iron bridge to shut</h1>{TEXT}</main>",
    f"<title>Iron bridge to shut</title><header><h1>Iron bridge to shut</h1></header><section>{TEXT}</section><p>&copy; Pilot",
    f"<title>Iron bridge to shut</title><section><h1>Iron bridge to shut</h1><p>{LINES[0]}</p></section><p>{LINES[1]}</p>",
])
def test_pages_without_head_and_body_tags(markup: str) -> None:
    (found,) = read_page(Page(markup.encode(), FETCHED, ADDRESS, content_type="text/html"))
    assert found.headline == "Iron bridge to shut"
    assert tuple(paragraph.text for paragraph in found.paragraphs)[:2] == LINES


def test_the_title_in_the_head_is_no_text() -> None:
    with pytest.raises(NothingToRead):
        read_page(Page(b"<html><head><title>A long title, that is a sentence.</title></head><body></body></html>", FETCHED))
