"""How Octavo says counts, lists of names and credits."""

from __future__ import annotations

from octavo.article import Credit
from octavo.words import count, credit_lines, joined


def test_counts_are_said_in_words_people_use() -> None:
    assert [count(number, "article") for number in (0, 1, 2, 12_345)] == ["0 articles", "1 article", "2 articles", "12,345 articles"]


def test_names_are_joined_as_in_a_sentence() -> None:
    assert [joined(list(names)) for names in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_credits_of_one_role_stand_together_in_the_order_of_the_roles() -> None:
    credits = [
        Credit("editing", "Tom Ferris"),
        Credit("reporting", "Greta Solheim", "Port Alder"),
        Credit("editing", "Ada Holt"),
        Credit("editing", "Jo Brand"),
    ]
    assert credit_lines(credits) == ["Reporting by Greta Solheim in Port Alder", "Editing by Tom Ferris, Ada Holt and Jo Brand"]
