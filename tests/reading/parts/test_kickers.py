import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.reading.parts.kickers import is_kicker, split, without_publisher


@pytest.mark.parametrize(("headline", "kicker", "rest"), [
    ("Analysis-Following summit, allies at odds", "Analysis", "Following summit, allies at odds"),
    ("Exclusive: Ministers to go", "Exclusive", "Ministers to go"),
    ("Factbox - What we know", "Factbox", "What we know"),
    ("Opinion | The wall", "Opinion", "The wall"),
    ("The wall | Opinion", "Opinion", "The wall"),
    ("LIVE: Ministers vote", "LIVE", "Ministers vote"),
    ("UPDATE 1-Ministers vote", "UPDATE 1", "Ministers vote"),
    ("WRAPUP 3-Ministers vote", "WRAPUP 3", "Ministers vote"),
    ("RPT-UPDATE 2-EXCLUSIVE-Ministers vote", "EXCLUSIVE", "Ministers vote"),
    ("UPDATE 1-Exclusive-Ministers vote", "Exclusive", "Ministers vote"),
    ("RPT-UPDATE 2-Ministers vote", "RPT, UPDATE 2", "Ministers vote"),
    ("[Exclusive] Ministers vote", "Exclusive", "Ministers vote"),
    ("Explainer-What is it?", "Explainer", "What is it?"),
    ("ANALYSIS | Why it fell", "ANALYSIS", "Why it fell"),
])
def test_kickers_are_taken_off(headline: str, kicker: str, rest: str) -> None:
    assert split(headline) == (kicker, rest)


@pytest.mark.parametrize("headline", [
    "Trump: I will", "Covid-19 cases rise", "Live-in carers win", "Focus-Group results", "Exclusive", "Exclusive:", "Watch the ferry",
    "Report: Ferry sank",
    "Analysis of a fall", "Updates to the wall", "", "-", "Live - ", "Videos: none",
])
def test_real_headlines_stay(headline: str) -> None:
    assert split(headline) == (None, headline)


@pytest.mark.parametrize(("headline", "bare"), [
    ("Ferry aground - The Harbour Post", "Ferry aground"), ("Ferry aground | Harbour Post", "Ferry aground"),
    ("Ferry aground | World | The Harbour Post", "Ferry aground"), ("The Harbour Post: Ferry aground", "Ferry aground"),
    ("Ferry aground — harbourpost.example", "Ferry aground"), ("The Harbour Post", "The Harbour Post"), ("Storm hits coast - World",
    "Storm hits coast - World"),
    ("Ferry - and Post - aground", "Ferry - and Post - aground"), ("Ferry aground - The Pilot", "Ferry aground - The Pilot"),
])
def test_only_the_known_publisher_is_taken_off(headline: str, bare: str) -> None:
    assert without_publisher(headline, "The Harbour Post", "World", "https://www.harbourpost.example/a") == bare


def test_a_kicker_alone() -> None:
    assert is_kicker("ANALYSIS")
    assert is_kicker("Opinion |")
    assert not is_kicker("Ferry")


@given(st.text(), st.text(max_size=5))
def test_something_of_a_headline_stays(headline: str, publisher: str) -> None:
    kicker, rest = split(headline)
    assert headline.endswith(rest) or headline.startswith(rest)
    assert bool(rest.strip()) == bool(headline.strip())
    assert bool(without_publisher(headline, publisher).strip()) == bool(headline.strip())
    assert kicker is None or kicker


@pytest.mark.parametrize("unit", ["Live: ", "| ", "- ", " ", "Analysis-", ": "])
def test_long_headlines_end(unit: str) -> None:
    split(unit * 50_000)
    without_publisher(unit * 50_000, "Live")
