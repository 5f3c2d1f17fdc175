"""Publishers of pages that say little: the name out of the title or the masthead, and domains that no list knows."""

import pytest

from octavo.markup import parse
from octavo.reading.html.metadata import read
from octavo.reading.html.publishers import domain_name, made_of, site_of


@pytest.mark.parametrize(("url", "domain"), [
    ("https://www.harbourpost.co.uk/a", "harbourpost.co.uk"), ("https://news.harbourpost.example/a", "harbourpost.example"),
    ("https://www.pilot.test", "pilot.test"),
    ("http://desk.pilot.internal:8080/", "pilot.internal"), ("http://127.0.0.1:8000/a", "127.0.0.1"),
    ("http://[::1]/a", "::1"), ("http://localhost/a", "localhost"), ("", None), (None, None), ("http://[broken", None),
])
def test_a_domain_is_what_is_registered(url: str | None, domain: str | None) -> None:
    assert domain_name(url) == domain


@pytest.mark.parametrize(("domain", "site"), [
    ("harbour-post.example", "harbourpost"), ("10.0.0.1", ""), ("::1", ""), ("localhost", ""), (None, ""),
])
def test_the_label_of_a_domain(domain: str | None, site: str) -> None:
    assert site_of(domain) == site


@pytest.mark.parametrize(("site", "name", "made"), [
    ("harbourpost", "Harbour Post", True), ("harbourpost", "The Harbour Post Online", True), ("theharbourpost", "The Harbour Post", True),
    ("harbourpostnews", "Harbour Post", True), ("letelegraphe", "Le Télégraphe", True), ("kbc", "KBC News", True),
    ("express", "what an express train costs us all today", False), ("harbourpost", "Post", False), ("harbourpost", "Harbour", False),
    ("harbourpost", "", False), ("harbourpost", "Harbour Post " * 90, False),
])
def test_a_label_is_made_of_a_name(site: str, name: str, made: bool) -> None:
    assert made_of(site, name) is made


@pytest.mark.parametrize(("markup", "publisher"), [
    ("<title>Ferry sinks - Harbour Post</title>", "Harbour Post"),
    ("<title>Ferry sinks — The Harbour Post</title>", "The Harbour Post"),
    ("<title>Ferry sinks | News | Harbour Post | Eastmere</title>", "Harbour Post"),
    ("<title>The Harbour Post: Ferry sinks</title><a href='/'>HARBOUR POST</a>", "HARBOUR POST"),
    ("<title>Ferry sinks</title><a href='https://harbourpost.example'><img alt='The Harbour Post'></a>", "The Harbour Post"),
    ("<title>Ferry sinks</title><div id=masthead>Harbour Post<br>Daily but Sundays</div>", "Harbour Post"),
    ("<title>Ferry sinks - The Pilot</title><a href='/'>Home</a>", "harbourpost.example"),
    ("<title>Ferry sinks - Harbour Post</title><meta property='og:site_name' content='HP'>", "HP"),
    ("<meta property='og:site_name' content='www.harbourpost.example'>", "harbourpost.example"),
])
def test_a_publisher_by_title_or_masthead(markup: str, publisher: str) -> None:
    assert read(parse(f"<html><head>{markup}", "a page"), "https://www.harbourpost.example/a").publisher == publisher


def test_a_title_says_no_publisher_where_the_address_has_no_name() -> None:
    tree = parse("<title>10 ways to moor - 10</title>", "a page")
    assert read(tree, "http://10.0.0.1/a").publisher == "10.0.0.1"
    assert read(tree, None).publisher is None
