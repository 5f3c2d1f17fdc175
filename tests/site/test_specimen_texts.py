"""The specimen edition: its pages agree with the calendar, with one another and with `edition.json`, and are read without a loss."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import octavo

FOLDER = Path(octavo.__file__).parent / "site" / "library" / "specimen"
EDITION: dict[str, Any] = json.loads((FOLDER / "edition.json").read_text(encoding="utf-8"))
PAGES: list[dict[str, Any]] = EDITION["pages"]
BY_FILE = {page["file"]: page for page in PAGES}
UPDATED = {"marit/01b-northwire-update.html": "marit/01-northwire.html", "marit/07b-herald-corrected.html": "marit/07-herald.html"}
"""A later text of the same article, and the earlier one."""

# Where each outlet keeps its text, and what on its pages is furniture.
BODY = {
    "northwire.example": "//div[@class='wire-text']",
    "meridianpress.example": "//div[@itemprop='articleBody']",
    "harbourpost.example": "//div[@class='article-text']",
    "coastdaily.example": "//div[@class='story-body']",
    "aldergazette.example": "//div[@id='story']",
    "kongsundcourier.example": "//section[@class='text']",
    "islandherald.example": "//article",
    "thepilot.example": "//div[@itemprop='articleBody']",
    "kanal5.example": "//div[@class='k5-text']",
    "fieldnotes.example": "//div[@class='prose']",
    "skerrytimes.example": "//div[@class='entry-content']",
    "skjaergardsposten.example": "//div[@class='content']",
    "wattbote.example": "//div[@class='content']",
    "sawtalmarsa.example": "//div[@class='content']",
}
FURNITURE_CLASSES = (
    "related", "newsletter", "share", "comments", "foot", "cookie-bar", "readmore", "socials", "mostread", "bottom", "topbar", "player",
    "k5-share", "k5-next", "k5-foot", "channel", "subscribe", "also", "promo", "seealso", "legal", "ticker", "nav", "terms", "latest",
    "menu", "more", "stamp", "entry-meta", "entry-utility", "pullquote", "updated", "tags",
)
FURNITURE_IDS = ("masthead", "leftcol", "rightcol", "tools", "bottom", "printdate", "sidebar", "respond", "footer", "header")
FURNITURE = " | ".join((
    "//nav", "//aside", "//form", "//body/footer", "//body/header", "//article/footer", "//figure",
    *(f"//*[@class='{name}']" for name in FURNITURE_CLASSES),
    *(f"//*[@id='{name}']" for name in FURNITURE_IDS),
))
CREDIT = re.compile(r"\(?Reporting by |— Northwire$|Source: Northwire$|\(Northwire\)$")

WEEKDAYS = [
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
]
MONTHS = [
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
    ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"),
    ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"),
]
_DAY = "|".join(name for names in WEEKDAYS for name in names)
_MONTH = "|".join(sorted({name for names in MONTHS for name in names}))
DATED = re.compile(
    rf"\b({_DAY}),? (?:(?:the )?(\d{{1,2}})\.? ({_MONTH})|({_MONTH}) (\d{{1,2}}))\b(?:,? (\d{{4}}))?", re.IGNORECASE)


@cache
def _source(file: str) -> str:
    return (FOLDER / "pages" / file).read_text(encoding="utf-8")


def _tree(file: str) -> Any:
    return html.document_fromstring(_source(file))


def _words(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(page: dict[str, Any]) -> list[str]:
    """The blocks of the page's text as the outlet set them, furniture inside it left out."""
    tree = _tree(page["file"])
    head = set(tree.xpath("//article/header//*"))
    skip = {inner for piece in tree.xpath(FURNITURE) for inner in piece.iter()} | head
    (body,) = tree.xpath(BODY[page["url"].split("/")[2]])
    blocks = body.xpath(".//p | .//li | .//h2 | .//h3 | .//h4")
    return [_words(block.text_content()) for block in blocks if block not in skip]


def _furniture(page: dict[str, Any]) -> set[str]:
    """The lines of the page that belong to no article."""
    tree = _tree(page["file"])
    pieces = tree.xpath(FURNITURE)
    return {line for piece in pieces for part in piece.itertext() if len(line := _words(part)) > 12}


def _files() -> list[str]:
    return [page["file"] for page in PAGES]


def test_thirty_articles_in_eight_stories_over_five_days() -> None:
    assert len({page["url"] for page in PAGES}) >= 30
    assert len({page["story"] for page in PAGES}) >= 8
    days = {datetime.fromisoformat(page["expected"]["published"]).date() for page in PAGES}
    assert days == {date(2026, 3, day) for day in range(2, 7)}


def test_every_page_listed_exists_and_every_page_is_listed() -> None:
    there = {path.relative_to(FOLDER / "pages").as_posix() for path in (FOLDER / "pages").rglob("*") if path.is_file()}
    assert there == set(BY_FILE)
    assert len(BY_FILE) == len(PAGES)


def test_addresses_differ_except_where_an_article_was_updated() -> None:
    twice = {url for url, times in Counter(page["url"] for page in PAGES).items() if times > 1}
    assert twice == {BY_FILE[later]["url"] for later in UPDATED}
    for later, earlier in UPDATED.items():
        assert BY_FILE[later]["url"] == BY_FILE[earlier]["url"]
        assert BY_FILE[later]["fetched"] > BY_FILE[earlier]["fetched"]
        assert _paragraphs(BY_FILE[later]) != _paragraphs(BY_FILE[earlier])


def test_pages_stand_in_order_of_arrival_and_after_they_were_published() -> None:
    arrived = [datetime.fromisoformat(page["fetched"]) for page in PAGES]
    assert arrived == sorted(arrived)
    assert arrived[-1] < datetime.fromisoformat(EDITION["time"])
    for page, when in zip(PAGES, arrived, strict=True):
        assert datetime.fromisoformat(page["expected"]["published"]) < when, page["file"]


@pytest.mark.parametrize("file", _files())
def test_page_holds_reserved_addresses_and_nothing_active(file: str) -> None:
    source = _source(file)
    hosts = set(re.findall(r"https?://([^/\"'<>\s]+)", source)) - {"schema.org", "www.w3.org"}
    assert hosts == {BY_FILE[file]["url"].split("/")[2]}
    assert all(host.endswith(".example") for host in hosts)
    tree = _tree(file)
    assert tree.xpath("//link[@rel='canonical']/@href") == [BY_FILE[file]["url"]]
    assert not tree.xpath("//script[not(@type='application/ld+json')] | //iframe | //object | //style | //@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize("file", _files())
def test_weekdays_agree_with_the_calendar(file: str) -> None:
    for weekday, day, month, us_month, us_day, year in DATED.findall(_tree(file).text_content()):
        number = next(names.index((month or us_month).lower()) for names in MONTHS if (month or us_month).lower() in names)
        there = date(int(year or 2026), number + 1, int(day or us_day)).weekday()
        assert any(names[there] == weekday.lower() for names in WEEKDAYS), f"{weekday} {day or us_day} {month or us_month}"


def test_weekdays_are_found_in_the_ways_that_outlets_write_them() -> None:
    for text in ("Friday, 27 February", "Tuesday, March 3, 2026", "tirsdag 3. mars 2026", "Donnerstag, 5. März 2026"):
        assert DATED.search(text), text


def _shingles(page: dict[str, Any]) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", " ".join(_paragraphs(page)).lower())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def test_a_copy_comes_after_its_origin_and_has_its_text() -> None:
    for page in PAGES:
        if page["copy_of"]:
            origin = BY_FILE[page["copy_of"]]
            assert origin["copy_of"] is None
            assert (origin["story"], origin["fetched"] < page["fetched"]) == (page["story"], True), page["file"]
            mine = _shingles(page)
            assert len(mine & _shingles(origin)) / len(mine) > 0.4, page["file"]


def test_texts_that_are_no_copies_share_little() -> None:
    origins = [page for page in PAGES if not page["copy_of"] and page["file"] not in UPDATED]
    shingles = [_shingles(page) for page in origins]
    for at, mine in enumerate(shingles):
        for other in range(at):
            shared = len(mine & shingles[other]) / min(len(mine), len(shingles[other]))
            assert shared < 0.2, (origins[at]["file"], origins[other]["file"])


def test_one_agency_text_stands_in_five_papers_in_two_stories() -> None:
    papers: dict[str, set[str]] = defaultdict(set)
    for page in PAGES:
        if page["copy_of"]:
            papers[page["copy_of"]].add(page["expected"]["publisher"])
    stories = {BY_FILE[origin]["story"] for origin, names in papers.items() if len(names) >= 5}
    assert len(stories) >= 2


def _read(file: str) -> octavo.Article:
    page = BY_FILE[file]
    articles = octavo.read(
        (FOLDER / "pages" / file).read_bytes(), url=page["url"], fetched=datetime.fromisoformat(page["fetched"]), name=file)
    assert len(articles) == 1
    return articles[0]


@pytest.mark.parametrize("file", _files())
def test_page_reads_to_its_article(file: str) -> None:
    article = _read(file)
    expected = BY_FILE[file]["expected"]
    read = {
        "headline": article.headline, "kicker": article.kicker, "publisher": article.publisher, "agency": article.agency,
        "published": article.published.isoformat() if article.published else None,
    }
    assert read == expected


@pytest.mark.parametrize("file", _files())
def test_page_reads_without_furniture_and_without_a_loss(file: str) -> None:
    article = _read(file)
    lines = [_words(paragraph.text) for paragraph in article.paragraphs]
    assert not [line for line in _furniture(BY_FILE[file]) if any(line == each or each.startswith(line) for each in lines)]
    wanted = [block for block in _paragraphs(BY_FILE[file]) if not CREDIT.search(block)]
    for number, (block, line) in enumerate(zip(wanted, lines, strict=False)):
        assert block.endswith(line) if number == 0 else block == line
    assert len(lines) == len(wanted)
