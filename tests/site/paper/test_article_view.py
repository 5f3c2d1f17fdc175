from __future__ import annotations

import pytest

from octavo.site.paper.article_view import direction, language_tag, outside_address


@pytest.mark.parametrize("url", ["http://post.example/a", "https://post.example/a?b=c#d"])
def test_a_reader_may_be_sent_to_the_web(url: str) -> None:
    assert outside_address(url) == url


@pytest.mark.parametrize("url", [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//post.example/a", "/a", "http:", "https:///x",
    "http://[", " javascript:alert(1)",
])
def test_and_nowhere_else(url: str) -> None:
    assert outside_address(url) == ""


@pytest.mark.parametrize(("language", "tag", "runs"), [
    ("en", "en", "ltr"), ("ar", "ar", "rtl"), ("he", "he", "rtl"), ("", "", "auto"), ('"><b', "", "auto"), ("pt-BR", "pt-BR", "ltr"),
])
def test_language_and_direction(language: str, tag: str, runs: str) -> None:
    assert language_tag(language) == tag
    assert direction(tag) == runs
