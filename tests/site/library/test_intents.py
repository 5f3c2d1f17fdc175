from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo import Article, Credit, Dateline, Paragraph
from octavo.site.library.intents import Held, Intent, completing, decide
from tests.site.library.articles import BODY, MORNING, article

ADDRESS = "https://post.example/ferry"
HELD = Held(article(kicker="Exclusive", agency="Northwire"), ADDRESS, MORNING)


def decided(changed: Article, minutes: int = 10, address: str = ADDRESS) -> Intent:
    return decide(HELD, changed, address, MORNING + timedelta(minutes=minutes))


def with_fields(**fields: object) -> Article:
    return dataclasses.replace(HELD.article, **fields)  # type: ignore[arg-type]


def test_what_the_library_does_not_hold_is_new() -> None:
    assert decide(None, HELD.article, "", MORNING) is Intent.ADD


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"modified": MORNING},
        {"published": MORNING},
        {"headline": f"  {HELD.article.headline.replace(' ', chr(0xA0))} "},
        {"paragraphs": tuple(Paragraph(each.kind, each.text.replace(" ", "  ")) for each in HELD.article.paragraphs)},
        {"publisher": "The Harbour Post", "section": "Islands", "language": "en"},
    ],
)
def test_white_space_and_times_are_no_change(fields: dict[str, object]) -> None:
    assert decided(with_fields(**fields)) is Intent.KEEP


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "Ferry to sail in May"},
        {"kicker": None},
        {"agency": None},
        {"byline": ("Ida Brekke",)},
        {"credits": (Credit("editing", "Tor Lund"),)},
        {"dateline": Dateline("SKERRY")},
        {"paragraphs": HELD.article.paragraphs[:-1]},
        {"paragraphs": (Paragraph("quote", HELD.article.paragraphs[0].text), *HELD.article.paragraphs[1:])},
    ],
)
def test_what_a_reader_sees_is_a_change(fields: dict[str, object]) -> None:
    assert decided(with_fields(**fields)) is Intent.REPLACE


def test_an_older_page_changes_nothing() -> None:
    longer = with_fields(paragraphs=HELD.article.paragraphs * 3)
    assert decided(longer, minutes=-1) is Intent.KEEP
    assert decided(longer, minutes=-1, address="https://post.example/other") is Intent.KEEP


def test_another_page_changes_only_what_it_says_more_of() -> None:
    elsewhere = "https://post.example/feed"
    first = HELD.article.paragraphs[:1]
    assert decided(with_fields(paragraphs=first), address=elsewhere) is Intent.KEEP
    assert decided(with_fields(headline="Another"), address=elsewhere) is Intent.KEEP
    assert decided(with_fields(paragraphs=(*HELD.article.paragraphs, Paragraph("text", BODY[0]))), address=elsewhere) is Intent.REPLACE
    opening = Held(with_fields(paragraphs=first), elsewhere, MORNING)
    assert decide(opening, HELD.article, ADDRESS, MORNING) is Intent.COMPLETE


def test_of_two_files_without_an_address_the_opening_gives_way_to_the_whole() -> None:
    whole, opening, cut = article(), article("ferry", BODY[0][:50] + " […]"), article("ferry", *BODY)
    assert decide(Held(whole, "", MORNING), opening, "", MORNING) is Intent.KEEP
    assert decide(Held(opening, "", MORNING), whole, "", MORNING) is Intent.COMPLETE
    assert decide(Held(whole, "", MORNING), cut, "", MORNING) is Intent.REPLACE
    assert decide(Held(whole, ADDRESS, MORNING), opening, ADDRESS, MORNING) is Intent.REPLACE


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 40), st.sampled_from(["a", "b"])), max_size=12))
def test_the_text_held_is_never_from_an_older_page(pages: list[tuple[int, int, str]]) -> None:
    held: Held | None = None
    for minutes, words, address in pages:
        fetched = MORNING + timedelta(minutes=minutes)
        new = article("ferry", "word " * words)
        if decide(held, new, address, fetched) is not Intent.KEEP:
            assert held is None or held.fetched <= fetched
            held = Held(new, address, fetched)
        assert held is not None
        assert decide(held, held.article, held.page_url, held.fetched) is Intent.KEEP


def test_what_is_known_to_be_a_part_is_completed_by_any_longer_text() -> None:
    longer = with_fields(paragraphs=(*HELD.article.paragraphs, Paragraph("text", "Nobody was hurt.")))
    page, later = "https://post.example/ferry/full", MORNING + timedelta(minutes=10)
    assert decide(HELD, longer, page, later) is Intent.REPLACE
    part = dataclasses.replace(HELD, partial=True)
    assert decide(part, longer, page, later) is Intent.COMPLETE
    assert decide(part, with_fields(paragraphs=HELD.article.paragraphs[:1]), page, later) is Intent.KEEP


@given(st.data())
def test_completing_keeps_the_id_and_takes_nothing_away(data: st.DataObject) -> None:
    names = ["headline", "url", "publisher", "kicker", "byline", "published", "modified", "language", "section", "image"]
    missing = data.draw(st.sets(st.sampled_from(names)))
    held = with_fields(byline=("Ida Brekke",), published=MORNING, language="en", section="Islands")
    empty: dict[str, object] = {"headline": "", "byline": ()}
    whole = dataclasses.replace(held, id="page", **{name: empty.get(name) for name in missing})  # type: ignore[arg-type]
    got = completing(held, whole)
    assert got == held
    renamed = dataclasses.replace(whole, headline="Ferry stays", url=None)
    assert (completing(held, renamed).headline, completing(held, renamed).url) == ("Ferry stays", held.url)
