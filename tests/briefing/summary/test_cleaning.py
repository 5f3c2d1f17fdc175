"""What is cleaned off a sentence when it becomes a line, and what stays."""

from __future__ import annotations

import pytest

from octavo.briefing.cleaning import cleaned, says


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        ("But the ferry sailed.", "The ferry sailed."),
        ("And so, he went home.", "He went home."),
        ("Meanwhile, in Reef, the bakers slept.", "In Reef, the bakers slept."),
        ("However,  the\nmayor stayed.", "The mayor stayed."),
        ("PORT ALDER (Northwire) — The ferry sailed on time for once.", "The ferry sailed on time for once."),
        ("But, of course, nobody came to the quay.", "Nobody came to the quay."),
        ("So far, twelve have come.", "So far, twelve have come."),
        ("Yet another ferry ran aground.", "Yet another ferry ran aground."),
        ("Instead of sailing, she lay at the quay.", "Instead of sailing, she lay at the quay."),
        ("As a result of the storm no ferry sailed.", "As a result of the storm no ferry sailed."),
        ("Earlier this year, prices rose.", "Earlier this year, prices rose."),
        ("NATO — the alliance — stayed silent.", "NATO — the alliance — stayed silent."),
        ("But.", "But."),
        ("", ""),
    ],
)
def test_what_only_the_place_in_the_article_asked_for_goes(printed: str, line: str) -> None:
    assert cleaned(printed) == line
    assert cleaned(line) == line
    assert not line or says(line, printed)
