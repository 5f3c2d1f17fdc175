"""What an address asks to be marked in an article is marked only where it can be a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.site.paper.briefs.citing import MOST, address, cited

if TYPE_CHECKING:
    from django.test import Client

PARAGRAPHS = [["text", 0, 40], ["list", 42, 60]]


@pytest.mark.parametrize(("asked", "spans"), [
    ("3-9", ((3, 9),)),
    ("42-60", ((42, 60),)),
    ("20-30,3-9", ((3, 9), (20, 30))),
    ("3-9,30-36,x,50-44", ((3, 9), (30, 36))),
])
def test_spans_of_the_text_are_marked_in_order(site_client: Client, asked: str, spans: tuple[tuple[int, int], ...]) -> None:
    found = cited(asked, PARAGRAPHS, 7, 2)
    assert found
    assert found.spans == spans
    first = int(asked.split("-")[0])
    assert found.back == f"/story/2/#from-7-{first}"


@pytest.mark.parametrize("asked", [
    "", "x", "3", "-", "9-3", "3-3", "0-61", "38-44", "41-42", "60-70", "-1-4", "3-9-12", "3 - 9", "٣-٩", "3.0-9", "0x3-9",
    "99999999999999999999-999999999999999999999", "1e1-20", "<b>-9", "3-9;DROP", "," * 9999, "\x00-9",
])
def test_whatever_else_is_passed_over(asked: str) -> None:
    assert cited(asked, PARAGRAPHS, 7, 2) is None


def test_of_two_that_overlap_the_first_is_marked() -> None:
    found = cited("3-9,5-12,9-12,3-9", PARAGRAPHS, 7, None)
    assert found
    assert found.spans == ((3, 9), (9, 12))
    assert not found.back


def test_a_thousand_spans_are_no_trouble() -> None:
    found = cited(",".join(f"{place}-{place + 1}" for place in range(1000)), [["text", 0, 5000]], 7, None)
    assert found
    assert len(found.spans) == MOST


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6))
def test_what_is_marked_was_asked_for_and_lies_in_a_paragraph(spans: list[tuple[int, int]]) -> None:
    found = cited(",".join(f"{start}-{end}" for start, end in spans), PARAGRAPHS, 7, None)
    good = [span for span in spans if any(start <= span[0] < span[1] <= end for _, start, end in ((0, 0, 40), (0, 42, 60)))]
    assert bool(found) == bool(good)
    assert not found or (set(found.spans) <= set(good) and good[0] in found.spans)


def test_an_address_leads_to_the_first_mark(site_client: Client) -> None:
    assert address(7, [(3, 9), (42, 60)]) == "/article/7/?cite=3-9,42-60#cited"
