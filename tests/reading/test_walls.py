from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.article import Article, Page
from octavo.errors import InputError
from octavo.reading.page import read_page
from octavo.reading.walls import wall_of
from tests.shared import shared

FETCHED = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
PAGES = Path(__file__).parent / "walls"
STORY = "https://post.example/islands/mole"
ADDRESSES = {"consent-dutch-host": "https://consent.post.example/?back=/islands/mole", "blocked-sign-in": "https://post.example/login?next=/"}


def _page(body: bytes, url: str = STORY) -> Page:
    return Page(body, FETCHED, url, "the page", "text/html; charset=utf-8")


def _read(page: Page) -> tuple[Article, ...]:
    try:
        return read_page(page)
    except InputError:
        return ()


@pytest.mark.parametrize("path", sorted((PAGES / "walled").glob("*.html")), ids=lambda path: path.stem)
def test_a_wall_is_known_by_what_it_asks_for(path: Path) -> None:
    page = _page(path.read_bytes(), ADDRESSES.get(path.stem, STORY))
    assert wall_of(page, _read(page)) == path.stem.partition("-")[0]


@pytest.mark.parametrize("path", sorted((PAGES / "innocent").glob("*.html")), ids=lambda path: path.stem)
def test_a_page_with_its_article_is_no_wall(path: Path) -> None:
    page = _page(path.read_bytes())
    assert _read(page)
    assert wall_of(page, _read(page)) is None


def test_no_real_page_that_has_its_article_is_taken_for_a_wall() -> None:
    folder = shared("data/pages")
    walled = {}
    for name, truth in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        page = _page(gzip.decompress((folder / f"html/{name}.html.gz").read_bytes()), truth["url"])
        walled[truth["url"]] = wall_of(page, read_page(page))
    assert {url: wall for url, wall in walled.items() if wall} == {}


@pytest.mark.parametrize(("line", "language"), [
    ("This article is for subscribers only", "English"),
    ("You have reached your limit of free articles", "English"),
    ("Sign in or register to keep reading", "English"),
    ("Diesen Artikel jetzt freischalten und mit Inselblatt+ weiterlesen", "German"),
    ("Abonnez-vous pour lire la suite", "French"),
    ("Suscríbete para seguir leyendo", "Spanish"),
    ("Assine para continuar lendo", "Portuguese"),
    ("Contenuto riservato agli abbonati", "Italian"),
    ("Dit artikel is alleen voor abonnees", "Dutch"),
    ("Endast för prenumeranter", "Swedish"),
    ("Denne saken er for abonnenter", "Norwegian"),
    ("Artiklen er kun for abonnenter", "Danish"),
    ("Treść dostępna dla subskrybentów", "Polish"),
    ("Чтобы продолжить чтение, войдите", "Russian"),
    ("Okumaya devam etmek için abone olun", "Turkish"),
    ("اشترك لمواصلة القراءة", "Arabic"),
    ("続きを読むには登録が必要です", "Japanese"),
    ("订阅后继续阅读", "Chinese"),
    ("구독하고 계속 읽기", "Korean"),
])
def test_an_offer_of_a_subscription_is_known_in_many_languages(line: str, language: str) -> None:
    page = _page(f"<title>Mole</title><article><h1>Mole</h1><p>The mole is shut for the winter.</p><div>{line}</div></article>".encode())
    assert wall_of(page, _read(page)) == "paywall", language


def _article_and(line: str, sentences: int) -> Page:
    text = "<p>The harbour board met again, and once more nobody knew who was to pay for the stones.</p>" * sentences
    return _page(f"<title>Mole</title><article><h1>The mole is shut</h1>{text}</article><div>{line}</div>".encode())


def test_an_offer_under_a_long_text_says_nothing() -> None:
    opening, whole = _article_and("Subscribe to continue reading", 8), _article_and("Subscribe to continue reading", 60)
    assert wall_of(opening, _read(opening)) == "paywall"
    assert wall_of(whole, _read(whole)) is None


def test_a_page_of_another_host_is_a_consent_page_only_if_it_speaks_of_consent() -> None:
    asking = _page(b"<title>Hello</title><p>Our partners set cookies.</p>", "https://gate.example/ask")
    assert wall_of(asking, _read(asking), asked=STORY) == "consent"
    assert wall_of(asking, _read(asking), asked="https://gate.example/story") is None
    moved = _article_and("", 6)
    assert wall_of(moved, _read(moved), asked="https://counter.example/r?to=mole") is None


@pytest.mark.parametrize("url", ["", "https://[", "post.example"])
def test_addresses_that_are_none_are_no_sign(url: str) -> None:
    assert wall_of(_page(b"<p>Nothing here.</p>", url), (), asked="https://[") is None


@pytest.mark.parametrize("body", [b"", b"\0\xff\xfe" * 99, b"<" * 99_999, b"%PDF-1.7", b'{"items": []}'])
def test_what_is_no_page_is_no_wall(body: bytes) -> None:
    assert wall_of(_page(body), ()) is None


@settings(max_examples=60)
@given(st.lists(st.sampled_from([
    "<p>", "</div>", "<div class='premium'>", "We and our partners", "cookies", "subscribe", "to continue reading", "&quot;", "<title>",
    "<script type='application/ld+json'>", '{"@type": "NewsArticle", "isAccessibleForFree": false, "hasPart": [1, {"cssSelector": null}]}',
    "</script>", "<meta property='article:content_tier'>", "already a subscriber", "同意", "\x00", "…",
]), max_size=40))
def test_whatever_the_markup_it_answers(parts: list[str]) -> None:
    page = _page(" ".join(parts).encode())
    assert wall_of(page, _read(page)) in (None, "paywall", "consent", "blocked")


@pytest.mark.parametrize("piece", [
    "<div class='premium'>", "you have read your ", "we and our partners cookies ", "<b>.", "su su su su ", "already a a a ", "<p>consent",
    "para continuar a le", ". . . ", "<input type=password>",
])
def test_a_hostile_page_takes_time_in_proportion(piece: str) -> None:
    part = {"isAccessibleForFree": False, "cssSelector": ".premium"}
    locked = json.dumps({"@type": "Article", "isAccessibleForFree": False, "hasPart": part})
    head = f"<script type='application/ld+json'>{locked}</script>"
    page = _page((head + piece * (400_000 // len(piece))).encode())
    began = process_time()
    wall_of(page, ())
    assert process_time() - began < 10
