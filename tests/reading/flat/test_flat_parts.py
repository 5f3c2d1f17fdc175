"""What belongs to which article of a flattened page: main and related ones, and what is said of each around its body."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from octavo.article import Article, Page
from octavo.reading.finish import finish
from octavo.reading.flat import OTHER_WORDS, read_flat

FETCHED = datetime(2025, 6, 27, 12, tzinfo=UTC)
BRIDGE = (
    "The council of Northhaven voted on Tuesday to close the old harbour bridge for three months.",
    "Buses will take the long way round by the mill until the autumn, the company said.",
    "Shopkeepers on the quay fear that their customers will stay away during the summer.",
    "Engineers found cracks in two of the piers after the storm in February.",
)
WATER = (
    "Water firms say that they will lose a third of their income when the new law is passed.",
    "The ministry said on Monday that it would not delay the vote any further.",
    "Two of the firms have hired lawyers and will go to court in the autumn.",
    "Customers are to get a refund of forty crowns each before the end of the year.",
)
TITLE, OTHER = "Bridge to shut", "Water firms warn of losses"


def read(*rows: str) -> list[Article]:
    text = "\n".join(rows)
    articles = [finish(draft, FETCHED) for draft in read_flat(text, Page(text.encode(), FETCHED))]
    assert all(articles)
    return [article for article in articles if article]


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


HEADS = [
    ("The Pilot", "17 minutes ago", "- The Pilot"), ("The Pilot", "17 minutes ago", "The Pilot"),
    ("Fenland Post", "2 hours ago", "– Fenland Post"),
]


@pytest.mark.parametrize("length", [1, 2, 3, 4])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("heading", [(), ("Related Articles",), ("Comments", "Related Articles")])
def test_a_short_main_article_stays_the_main_one(length: int, head: tuple[str, ...], heading: tuple[str, ...]) -> None:
    main, other = read(TITLE, *BRIDGE[:length], *heading, *head, OTHER, *WATER)
    assert (main.headline, texts(main)) == (TITLE, list(BRIDGE[:length]))
    assert (other.headline, texts(other), other.publisher) == (OTHER, list(WATER), head[0])


@pytest.mark.parametrize("length", [2, 3, 4])
def test_a_name_and_an_age_part_two_clean_articles(length: int) -> None:
    main, other = read("Bridge to shut for summer", *BRIDGE[:length], "The Pilot", "17 minutes ago", OTHER, *WATER)
    assert texts(main) == list(BRIDGE[:length])
    assert (other.headline, texts(other)) == (OTHER, list(WATER))


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("body", [WATER[:1], WATER[:2], ("They win again.",)])
def test_a_related_article_of_a_sentence_is_one(head: tuple[str, ...], body: tuple[str, ...]) -> None:
    articles = read(TITLE, *BRIDGE, "Related Articles", *head, OTHER, *body, *HEADS[1], "Baker wins prize for rye loaf", *WATER)
    assert [texts(article) for article in articles] == [list(BRIDGE), list(body), list(WATER)]


def test_an_age_over_a_few_words_that_nothing_announces_is_no_article() -> None:
    few, enough = WATER[:1], WATER[:3]
    assert len(" ".join(few).split()) < OTHER_WORDS <= len(" ".join(enough).split())
    assert len(read(TITLE, *BRIDGE, "The Pilot", "2 hours ago", OTHER, *few)) == 1
    assert len(read(TITLE, *BRIDGE, "The Pilot", "2 hours ago", OTHER, *enough)) == 2
    assert len(read(TITLE, *BRIDGE, "The Pilot", "2 hours ago", OTHER, WATER[0] + " " + WATER[1][:30] + ".")) == 1


@pytest.mark.parametrize(("line", "agency", "text"), [
    ("The law takes effect in October. - Reuters", "Reuters", "The law takes effect in October."),
    ("The law takes effect in October. —AP", "Associated Press", "The law takes effect in October."),
    ("The mayor resigned on Friday, the town said. (AFP)", "AFP", "The mayor resigned on Friday, the town said."),
    ("“It is late,” she said. – dpa", "dpa", "“It is late,” she said."),
])
def test_a_last_sentence_keeps_its_words_and_names_its_agency(line: str, agency: str, text: str) -> None:
    (article,) = read(TITLE, *BRIDGE, line)
    assert (article.agency, texts(article)) == (agency, [*BRIDGE, text])


@pytest.mark.parametrize(("line", "agency"), [
    ("© AFP", "AFP"), ("(AFP)", "AFP"), ("© 2025 AFP", "AFP"), ("-- Reuters", "Reuters"), ("- Reuters", "Reuters")
])
def test_a_mark_under_the_body_names_the_agency(line: str, agency: str) -> None:
    (article,) = read(TITLE, *BRIDGE, line, "Share", "Related Articles", "Baker wins prize")
    assert (article.agency, texts(article)) == (agency, list(BRIDGE))


@pytest.mark.parametrize(("above", "byline"), [
    (("Bridge to shut for summer", "Reuters"), ()), (("Reuters", "Bridge to shut for summer"), ()),
    (("Bridge to shut for summer", "By JANE DOE", "Reuters"), ("Jane Doe",)),
])
def test_a_line_beside_the_headline_names_the_agency(above: tuple[str, ...], byline: tuple[str, ...]) -> None:
    (article,) = read(*above, *BRIDGE)
    assert (article.headline, article.agency, article.byline) == ("Bridge to shut for summer", "Reuters", byline)


def test_an_agency_under_another_article_is_not_that_of_the_main_one() -> None:
    main, other = read(TITLE, *BRIDGE, "Related Articles", *HEADS[0], OTHER, *WATER, "- Reuters")
    assert (main.agency, other.agency) == (None, "Reuters")


@pytest.mark.parametrize("title", ["Mayor resigns", "Strike", "The bridge", "Mayor resigns at last"])
@pytest.mark.parametrize("below", [("27 June 2025",), ("3 hours ago",), ("By Jane Doe",), ("By Jane Doe", "June 27, 2025"), ()])
def test_a_time_is_no_headline_and_a_word_may_be_one(title: str, below: tuple[str, ...]) -> None:
    (article,) = read("Menu", "Home", title, *below, *BRIDGE)
    assert (article.headline, article.publisher, texts(article)) == (title, None, list(BRIDGE))


def test_a_summary_above_a_link_to_the_comments_is_not_the_article() -> None:
    (article,) = read("Bridge to shut for summer", " ".join(BRIDGE[:2]), "Comments", "Share", "Print", "Jane Doe",
                     *BRIDGE[2:], *WATER, *BRIDGE[2:])
    assert texts(article)[-6:] == [*WATER, *BRIDGE[2:]]
