"""The JSON Lines contract, read back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo import Article, InputError, Page, Paragraph, read
from octavo.article import Credit, Dateline, Image
from octavo.jsonl import article_json, article_of, line, record_of
from octavo.pipeline import read_page
from octavo.reading.article_json import ARTICLE_TYPE

MORNING = datetime(2026, 3, 3, 7, 30, tzinfo=timezone(timedelta(hours=1)))
WHOLE = Article(
    id="a1",
    headline="Ferry towed into Skerry harbour",
    paragraphs=(Paragraph("text", "The ferry Marit was towed in."), Paragraph("crosshead", "No crossing"), Paragraph("list", "Ida")),
    url="https://post.example/ferry",
    publisher="Harbour Post",
    agency="Northwire",
    kicker="Analysis",
    dateline=Dateline("SKERRY", "Northwire"),
    byline=("Greta Solheim", "Tom Ferris"),
    credits=(Credit("editing", "Ada Holt", "Port Alder"), Credit("writing", "Tom Ferris")),
    published=MORNING,
    modified=MORNING + timedelta(hours=1),
    language="en",
    section="Coast",
    image=Image("https://post.example/ferry.jpg", "The ferry", "In harbour", "Ida Brekke"),
)


def test_what_read_prints_comes_back_the_same() -> None:
    assert article_of(record_of(line(article_json(WHOLE)))) == WHOLE
    bare = Article(id="b", headline="Ferry", paragraphs=())
    assert article_of(record_of(line(article_json(bare)))) == bare


def test_a_page_that_is_such_a_line_is_that_article() -> None:
    assert read(line(article_json(WHOLE))) == (WHOLE,)
    pretty = json.dumps(article_json(WHOLE), indent=1).encode()
    assert read_page(Page(body=pretty, fetched=MORNING)) == (WHOLE,)


def test_title_is_taken_for_headline_and_other_keys_are_ignored() -> None:
    article = article_of({"title": "Ferry", "category": "b", "text": "One.\n\nTwo.", "id": 10})
    assert (article.id, article.headline, [each.text for each in article.paragraphs]) == ("10", "Ferry", ["One.", "Two."])
    assert article_of({"title": "Ferry", "headline": "Ferry towed"}).headline == "Ferry towed"


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=4))
def test_text_stays_to_the_letter_whatever_the_paragraphs_say(text: str, parts: list[str]) -> None:
    article = article_of({"headline": "Ferry", "text": text, "paragraphs": [{"kind": "text", "text": part} for part in parts]})
    assert article.text == (text or "\n\n".join(parts))


def test_times_without_an_offset_are_utc() -> None:
    assert article_of({"title": "Ferry", "published": "2026-03-03T07:30:00"}).published == datetime(2026, 3, 3, 7, 30, tzinfo=UTC)


def test_second_0_of_1970_is_no_time() -> None:
    for none in ("1970-01-01T00:00:00Z", "1970-01-01T01:00:00+01:00"):
        assert article_of({"title": "Ferry", "published": none}).published is None


WRONG: list[tuple[Any, str]] = [
    (7, "no JSON object"),
    ([], "no JSON object"),
    ({}, "no `headline`"),
    ({"headline": ""}, "no `headline`"),
    ({"headline": ["a"]}, "`headline` is not a text"),
    ({"title": "a", "id": True}, "`id`"),
    ({"title": "a", "url": 3}, "`url`"),
    ({"title": "a", "published": "yesterday"}, "`published` is not a time"),
    ({"title": "a", "published": 1700000000}, "`published`"),
    ({"title": "a", "paragraphs": "b"}, "`paragraphs` is not a list"),
    ({"title": "a", "paragraphs": [3]}, "`paragraphs`"),
    ({"title": "a", "paragraphs": [{"text": 3}]}, "paragraphs: `text`"),
    ({"title": "a", "byline": [1]}, "`byline`"),
    ({"title": "a", "dateline": "LONDON"}, "`dateline`"),
    ({"title": "a", "credits": [{"role": "dancing", "name": "Ida"}]}, "`credits`"),
    ({"title": "a", "image": "https://post.example/a.jpg"}, "`image`"),
]


@pytest.mark.parametrize(("record", "problem"), WRONG)
def test_a_record_that_breaks_the_contract_is_refused_by_key(record: Any, problem: str) -> None:
    with pytest.raises(InputError) as raised:
        article_of(record, "line 7")
    assert str(raised.value).startswith("line 7")
    assert problem in str(raised.value)


@pytest.mark.parametrize("text", ["", "{", "nonsense", '{"a":' * 100_000, b"\xff\xfe{", "9" * 5000])
def test_what_is_no_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(InputError, match=r"line 7: it (is|holds)"):
        record_of(text, "line 7")


def test_a_line_brings_no_address_that_harms_and_no_control() -> None:
    hostile = {"title": "Fer\u202ery", "text": "One\u0000 two.", "url": "javascript:alert(1)", "image": {"url": "data:x"}}
    (article,) = read(json.dumps(hostile))
    assert (article.url, article.image, article.headline) == (None, None, "Fer\ufffdry")
    assert "\0" not in article.text
    assert len(article.id) == 20


def test_a_headline_alone_is_an_article_where_the_page_says_so() -> None:
    page = Page(body=b'{"title": "Ferry towed", "id": "10"}', fetched=MORNING, content_type=ARTICLE_TYPE)
    assert [each.id for each in read_page(page)] == ["10"]
    with pytest.raises(InputError, match="no article and no JSON Feed"):
        read(page.body)
