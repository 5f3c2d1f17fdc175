"""What counts as an address of the web, and what is made of characters that harm whoever prints it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.addresses import ADDRESS_MOST, HOST_STORED, forms_of, host_of, origin_of, plain_host, site_of, web_address

BASE = "https://eastmere.example/news/pier?page=2"


@pytest.mark.parametrize(("written", "whole"), [
    ("https://pilot.example/a?b=c#d", "https://pilot.example/a?b=c#d"),
    ("HTTP://pilot.example/", "HTTP://pilot.example/"),
    ("/a", "https://eastmere.example/a"),
    ("//pilot.example/a", "https://pilot.example/a"),
    (" \n https://pilot.example/\n   a ", "https://pilot.example/a"),
    ("/über/мост", "https://eastmere.example/über/мост"),
    ("/a b", "https://eastmere.example/a%20b"),
    ("/\x1b[31m\u202ex", "https://eastmere.example/%1B[31m%E2%80%AEx"),
    ("/a\u2028b\xa0c\x00", "https://eastmere.example/a%E2%80%A8b%C2%A0c%00"),
    ("/\ud800", "https://eastmere.example/%3F"),
    ("/" + "a" * (ADDRESS_MOST - 1), "https://eastmere.example/" + "a" * (ADDRESS_MOST - 1)),
])
def test_an_address_comes_out_whole(written: str, whole: str) -> None:
    assert web_address(written, BASE) == whole


@pytest.mark.parametrize("written", [
    None, "", " ", "javascript:alert(1)", "data:text/html,x", "ftp://pilot.example/", "mailto:desk@pilot.example", "http://", "https:///a",
    "//[bad", "https://pilot.example@other.example/", "https://pilot.example\\@other.example/", "https://pilot\u202e.example/",
    "https://pilot .example/", "https://pilot.example:port/", "https://<b>/", "/" + "a" * ADDRESS_MOST,
])
def test_what_is_no_address_of_the_web(written: str | None) -> None:
    assert web_address(written, BASE) is None


def test_a_relative_address_needs_a_base() -> None:
    assert web_address("/a") is None


@given(st.text(max_size=60), st.sampled_from((BASE, "", None)))
def test_whatever_comes_out_can_be_printed(tail: str, base: str | None) -> None:
    for written in (tail, "https://pilot.example/" + tail):
        whole = web_address(written, base)
        assert whole is None or (whole.isprintable() and " " not in whole)


@pytest.mark.parametrize(("address", "host", "origin"), [
    ("https://Post.Example/feed", "post.example", "https://post.example:443"),
    ("HTTPS://post.example:443/other?key=a", "post.example", "https://post.example:443"),
    ("http://post.example/feed", "post.example", "http://post.example:80"),
    ("https://post.example:8443/", "post.example", "https://post.example:8443"),
    ("https://[2001:db8::1]/", "2001:db8::1", "https://[2001:db8::1]:443"),
    ("https://post.example:no/", "post.example", ""),
    ("https://[broken/", "", ""),
    ("files", "", ""),
])
def test_the_host_of_an_address_and_where_its_secrets_may_go(address: str, host: str, origin: str) -> None:
    assert (host_of(address), origin_of(address)) == (host, origin)


def test_a_host_fits_into_the_library() -> None:
    assert len(host_of(f"https://{'a' * 300}/")) == HOST_STORED


@pytest.mark.parametrize("form", ["https://post.example/feed", "http://www.post.example/feed/", "https://www.post.example/feed"])
def test_a_paper_is_one_in_all_forms_of_its_address(form: str) -> None:
    assert plain_host(form) == "post.example"
    assert len(forms_of(form)) == 8
    assert form in forms_of(form)
    assert set(forms_of(form)) == set(forms_of("https://post.example/feed"))


def test_a_question_is_part_of_an_address() -> None:
    assert "https://post.example/?id=1" in forms_of("http://post.example/?id=1")
    assert not set(forms_of("https://post.example/?id=1")) & set(forms_of("https://post.example/?id=2"))


@pytest.mark.parametrize(("address", "site"), [
    ("https://www.news.co.uk/", "news.co.uk"), ("https://sport.news.co.uk./", "news.co.uk"), ("http://127.0.0.1:8000/", "127.0.0.1"),
    ("http://[2001:db8::1]/", "2001:db8::1"), ("https://feeds.post.example/ferry", "post.example"), ("http://localhost/", "localhost"),
    ("https://one.blogspot.com/", "one.blogspot.com"), ("https://two.substack.com/p/ferry", "two.substack.com"),
    ("https://cdn.two.substack.com/", "two.substack.com"), ("https://substack.com/", "substack.com"),
    ("https://xn--bcher-kva.example/", "bücher.example"), ("https://www.BÜCHER.example/", "bücher.example"),
    ("https://xn--.example/", "xn--.example"), ("files", ""), ("", ""), ("https://[broken/", ""),
])
def test_a_site_is_the_domain_that_was_registered(address: str, site: str) -> None:
    assert site_of(address) == site
