from __future__ import annotations

from typing import Any

import pytest

from octavo.site.paper.article_view import credit_lines, direction, language_tag, outside_address


@pytest.mark.parametrize("url", ["http://post.example/a", "https://post.example/a?b=c#d"])
def test_a_reader_may_be_sent_to_the_web(url: str) -> None:
    assert outside_address(url) == url


@pytest.mark.parametrize("url", [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//post.example/a", "/a", "http:", "https:///x",
    "http://[", " javascript:alert(1)",
])
def test_and_nowhere_else(url: str) -> None:
    assert outside_address(url) == ""


def test_credits_are_said_by_role() -> None:
    named: list[dict[str, Any]] = [
        {"role": "editing", "name": "Tom Ferris", "place": None},
        {"role": "reporting", "name": "Greta Solheim", "place": "Port Alder"},
        {"role": "additional reporting", "name": "Ivar Munk", "place": "Reef"},
        {"role": "editing", "name": "Ruth Calder", "place": None},
    ]
    assert credit_lines(named) == [
        "Reporting by Greta Solheim in Port Alder", "Additional reporting by Ivar Munk in Reef", "Editing by Tom Ferris and Ruth Calder",
    ]
    assert credit_lines([]) == []


@pytest.mark.parametrize(("language", "tag", "runs"), [
    ("en", "en", "ltr"), ("ar", "ar", "rtl"), ("he", "he", "rtl"), ("", "", "auto"), ('"><b', "", "auto"), ("pt-BR", "pt-BR", "ltr"),
])
def test_language_and_direction(language: str, tag: str, runs: str) -> None:
    assert language_tag(language) == tag
    assert direction(tag) == runs
