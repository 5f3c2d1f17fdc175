"""Flattened pages of our own writing: each NAME.txt in pages/ is read as NAME.json beside it says."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from octavo.article import Article, Page
from octavo.reading.finish import finish
from octavo.reading.flat import read_flat

FOLDER = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def read(name: str) -> tuple[list[Article], dict[str, Any]]:
    wanted = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    fetched = datetime.fromisoformat(wanted["fetched"])
    data = (FOLDER / f"{name}.txt").read_bytes()
    articles = [finish(draft, fetched) for draft in read_flat(data.decode(), Page(data, fetched))]
    assert all(articles)
    return [article for article in articles if article], wanted


def said(article: Article) -> dict[str, Any]:
    """What else an article says of itself, as far as it does."""
    found = {
        "agency": article.agency, "kicker": article.kicker, "byline": list(article.byline),
        "dateline": article.dateline.place if article.dateline else None, "credits": [credit.name for credit in article.credits],
    }
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize("name", NAMES)
def test_articles_of_a_flattened_page(name: str) -> None:
    articles, wanted = read(name)
    found = [
        {
            "headline": article.headline,
            "publisher": article.publisher,
            "published": article.published.isoformat() if article.published else None,
            "first": article.text[: len(want["first"])],
            "last": article.text[-len(want["last"]) :],
            "paragraphs": len(article.paragraphs),
            **said(article),
        }
        for article, want in zip(articles, wanted["articles"], strict=False)
    ]
    assert found == wanted["articles"][: len(found)]
    assert [article.headline for article in articles] == [want["headline"] for want in wanted["articles"]]


@pytest.mark.parametrize("name", NAMES)
def test_furniture_is_in_no_text(name: str) -> None:
    articles, wanted = read(name)
    for article in articles:
        for line in wanted["absent"]:
            assert line not in article.text, f"{line!r} is in the text of {article.headline!r}"


def test_there_are_pages_of_at_least_sixteen_shapes() -> None:
    assert len(NAMES) >= 16
