from __future__ import annotations

from collections import Counter

import pytest

from octavo.addresses import site_of
from octavo.grouping.owners import STARTER, Owner, Owners, independent, outlet

TARN = Owner("Tarn Media", ("tarn-post.example", "tarn-star.example"), ("The Tarn Hour",))


@pytest.mark.parametrize(("url", "publisher", "told"), [
    ("https://news.tarn-post.example/a", "Post", "tarn-post.example"),
    (None, "  The Tarn  HOUR", "the tarn hour"),
    ("", None, ""),
    ("https://anna.wordpress.com/1", None, "anna.wordpress.com"),
])
def test_an_outlet_is_told_by_its_domain_else_by_its_name(url: str | None, publisher: str | None, told: str) -> None:
    assert outlet(url, publisher) == told


def test_outlets_of_one_owner_are_one_voice() -> None:
    owners = Owners((TARN,))
    voices = [
        owners.voice("https://www.tarn-post.example/1", None), owners.voice("http://tarn-star.example/", "Star"),
        owners.voice(None, "The Tarn Hour"),
    ]
    assert voices == ["Tarn Media"] * 3
    assert owners.voice("https://pell.example/", "The Tarn Hour") == "pell.example"


def test_an_agency_speaks_for_its_text_wherever_it_stands() -> None:
    owners = Owners((*STARTER, TARN))
    assert owners.voice("https://tarn-post.example/1", None, "Reuters") == owners.voice("https://www.reuters.com/2", "Reuters") == "Reuters"


def test_the_later_list_decides() -> None:
    mine = Owner("Mine", ("https://bbc.com", "bbc.co.uk"))
    assert Owners(STARTER).voice("https://www.bbc.com/news", None) == "BBC"
    assert Owners((*STARTER, Owner("Mine", ("bbc.com",)))).voice("https://www.bbc.com/news", None) == "Mine"
    assert Owners((mine,)).voice("https://news.bbc.co.uk/", None) == "Mine"


def test_reports_of_one_voice_count_once() -> None:
    assert independent(["Reuters", "Tarn Media", "Reuters", "pell.example"]) == 3
    assert independent(["", "", "Reuters"]) == 3
    assert independent([]) == 0


def test_the_list_to_start_with_names_no_outlet_twice_and_no_public_suffix() -> None:
    domains = [site_of(f"https://{domain}/") for owner in STARTER for domain in owner.domains]
    assert [domain for domain, times in Counter(domains).items() if times > 1] == []
    assert all("." in domain for domain in domains)
    assert len({owner.name for owner in STARTER}) == len(STARTER)
