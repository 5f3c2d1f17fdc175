"""Short articles in flattened pages: what may not get lost of them, and what may not be taken for a part of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from octavo.article import Article, Page
from octavo.reading.finish import finish
from octavo.reading.flat import read_flat

FETCHED = datetime(2025, 6, 27, 12, tzinfo=UTC)
TITLE = "Bridge to shut for repairs"
MAIN = (
    "The council of Northhaven voted on Tuesday to close the old harbour bridge for three months.",
    "Engineers had found cracks in two of its pillars during a check in the spring of this year.",
    "Mayor Hanne Solvik said that ferries would carry people across until the work was done.",
    "Shopkeepers on the eastern shore said they feared to lose a third of their customers.",
    "The repairs will cost about four million crowns, which the province will pay in full.",
)
OTHER = "The harbour office of Lindgrave will lend its two oldest boats to the museum for the summer."
SECOND = "Visitors may go aboard each Sunday from noon until the tide turns, the office said."


def read(*rows: str) -> list[Article]:
    text = "\n".join(rows)
    articles = [finish(draft, FETCHED) for draft in read_flat(text, Page(text.encode(), FETCHED))]
    return [article for article in articles if article]


def texts(article: Article) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in article.paragraphs)


@pytest.mark.parametrize(("mark", "agency"), [(" - Reuters", "Reuters"), (" —AP", "Associated Press"), (" (AFP)", "AFP")])
def test_a_last_sentence_with_the_mark_of_its_agency_is_text(mark: str, agency: str) -> None:
    (article,) = read(TITLE, *MAIN[:3], MAIN[3] + mark)
    assert texts(article) == MAIN[:4]
    assert article.agency == agency


@pytest.mark.parametrize("sentences", [2, 3, 4])
@pytest.mark.parametrize("heading", ["Related Articles", ""])
@pytest.mark.parametrize("again", ["- The Pilot", "The Pilot"])
@pytest.mark.parametrize("other", [(OTHER,), (OTHER, SECOND), (OTHER + " " + SECOND,)])
def test_a_short_article_above_a_related_one(sentences: int, heading: str, again: str, other: tuple[str, ...]) -> None:
    main, related = read(
        TITLE, *MAIN[:sentences], "", heading, "", "The Pilot", "2 hours ago", again, "Museum gets two boats to show", *other)
    assert (main.headline, texts(main), main.publisher) == (TITLE, MAIN[:sentences], None)
    assert (related.headline, texts(related), related.publisher) == ("Museum gets two boats to show", other, "The Pilot")


@pytest.mark.parametrize("headline", ["Mayor resigns", "The bridge", "Flood", TITLE])
@pytest.mark.parametrize("under", [(), ("27 June 2025",), ("3 hours ago",), ("By Ann Ash",), ("By Ann Ash", "June 27, 2025")])
def test_an_age_or_a_date_is_no_headline_but_what_stands_above_it(headline: str, under: tuple[str, ...]) -> None:
    (article,) = read(headline, *under, *MAIN[:3])
    assert (article.headline, article.publisher, texts(article)) == (headline, None, MAIN[:3])


@pytest.mark.parametrize("mark", ["© AFP", "(AFP)", "© 2025 AFP", "-- AFP", "- AFP", "—AFP"])
@pytest.mark.parametrize("below", [(), ("", "Share", "Related Articles", "Museum gets two boats")])
def test_the_mark_of_an_agency_below_the_text_is_told(mark: str, below: tuple[str, ...]) -> None:
    (article,) = read(TITLE, *MAIN, mark, *below)
    assert (article.agency, texts(article)) == ("AFP", MAIN)


def test_the_mark_of_an_agency_below_a_related_article_is_told() -> None:
    main, related = read(
        TITLE, *MAIN, "Related Articles", "The Pilot", "2 hours ago", "- The Pilot", "Museum gets two boats", OTHER, "(AFP)")
    assert (main.agency, related.agency, texts(related)) == (None, "AFP", (OTHER,))


@pytest.mark.parametrize("under", [("Reuters",), ("Reuters", "3 hours ago"), ("By Ann Ash", "Reuters"), ("(Reuters)", "27 June 2025")])
def test_the_agency_below_the_headline_is_told(under: tuple[str, ...]) -> None:
    (article,) = read(TITLE, *under, *MAIN)
    assert (article.headline, article.agency, texts(article)) == (TITLE, "Reuters", MAIN)
    assert article.byline == (("Ann Ash",) if "By Ann Ash" in under else ())


def test_whose_picture_stands_below_the_headline_says_nothing_of_the_text() -> None:
    (article,) = read(TITLE, "© AFP", *MAIN)
    assert (article.agency, texts(article)) == (None, MAIN)


@pytest.mark.parametrize("above", [("ANALYSIS",), ("Home", "News", "", "Opinion"), ("Opinion", "")])
def test_a_kicker_above_the_headline(above: tuple[str, ...]) -> None:
    (article,) = read(*above, TITLE, "By Ann Ash", *MAIN)
    assert (article.headline, article.kicker, texts(article)) == (TITLE, above[-1] or above[0], MAIN)


def test_a_section_in_the_navigation_is_no_kicker() -> None:
    (article,) = read("World", "Sport", "Opinion", TITLE, "By Ann Ash", *MAIN)
    assert (article.headline, article.kicker) == (TITLE, None)


@pytest.mark.parametrize("rows", [
    (f"{TITLE} | The Pilot",), (f"{TITLE} | Town | The Pilot",), (f"{TITLE} - The Pilot", "Home", TITLE), (f"{TITLE} | The Pilot", TITLE),
    ("The Pilot", "3 hours ago", TITLE), ("The Pilot", TITLE, "3 hours ago"), ("Home", "News", "", "The Pilot", TITLE, "3 hours ago"),
])
def test_the_publisher_behind_or_above_the_headline(rows: tuple[str, ...]) -> None:
    for name in ("The Pilot", "Harbour Gazette"):
        (article,) = read(*(row.replace("The Pilot", name) for row in rows), *MAIN)
        assert (article.headline.removesuffix(" | Town"), article.publisher, texts(article)) == (TITLE, name, MAIN)


@pytest.mark.parametrize("rows", [
    (TITLE, "Ann Ash", "3 hours ago"), ("World", "Local Sport", TITLE, "3 hours ago"), (f"{TITLE} | Opinion",),
    ("Town", "3 hours ago", TITLE),
])
def test_authors_and_sections_are_no_publishers(rows: tuple[str, ...]) -> None:
    (article,) = read(*rows, *MAIN)
    assert (article.headline, article.publisher) == (TITLE, None)


@pytest.mark.parametrize(("heading", "above"), [
    ("More on this story", 2), ("More on this story", 3), ("Most read", 2), ("Leia também", 2), ("Leia também", 3), ("12 comments", 2)])
def test_a_box_inside_a_short_article(heading: str, above: int) -> None:
    teasers = ("Museum gets two boats", "Trams stand still in Lindgrave", "Baker wins prize for rye loaf")
    (article,) = read(TITLE, *MAIN[:above], heading, *teasers, *MAIN[above:])
    assert (article.headline, texts(article)) == (TITLE, MAIN)


def test_comments_below_a_longer_text_are_no_part_of_it() -> None:
    (article,) = read(TITLE, *MAIN[:4], "2 comments", "Ann Ash", "2 hours ago", OTHER, "Bo Birk", "1 hour ago", SECOND)
    assert (article.headline, texts(article)) == (TITLE, MAIN[:4])
