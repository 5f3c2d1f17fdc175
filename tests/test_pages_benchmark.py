from __future__ import annotations

from benchmarks.pages_table import MIX, Library, at, table
from benchmarks.pages_text import Shape, block


def test_a_share_of_the_weight_lies_below_a_value() -> None:
    assert at([(3, 1), (1, 1), (2, 2)], 0.5) == 2
    assert at([(3, 1), (1, 1), (2, 2)], 0.95) == 3
    assert at([(1, 99), (50, 1)], 0.95) == 1


def test_of_a_hundred_requests_each_is_for_a_page() -> None:
    assert sum(MIX.values()) == 100


def test_the_table_compares_the_largest_library_with_the_smallest() -> None:
    small, large = Library("sqlite", 10), Library("sqlite", 1_000)
    took = {library: [{"ms": ms, "queries": 7, "kB": 1}] for library, ms in ((small, 10.0), (large, 15.0))}
    lines = table(dict.fromkeys(MIX, took)).splitlines()
    assert "| front | 20 | 10.0 / 10.0 | 15.0 / 15.0 | 1.50 | 1.50 | 7 |" in lines
    assert lines[-1] == "| **all, as mixed** | 100 | 10.0 / 10.0 | 15.0 / 15.0 | 1.50 | 1.50 |  |"


def test_the_newest_articles_are_the_same_each_time_and_their_spans_are_what_they_say() -> None:
    pieces = block(0, Shape(block=100, largest=20))
    assert pieces == block(0, Shape(block=100, largest=20))
    for piece in pieces:
        assert all(piece.text[start:end].strip() for start, end in (*piece.paragraphs, *piece.sentences))
        for said in piece.said:
            assert piece.text[slice(*said.source)] == said.speaker
            assert piece.text[slice(*said.cue)] == "said"
            assert piece.text[said.content[0] - 1] == "“"
