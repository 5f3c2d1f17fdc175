"""The benchmark of related articles: what it holds, and that the lists stay as good as they were judged."""

from __future__ import annotations

import json

from benchmarks.related import TRUTH, dev_articles, is_true, quality
from octavo.grouping.related import Related, Text
from tests.shared import shared

ONE = Text("one", "Marit is free", "The Marit is free, said Jon Fell.")
OTHER = Text("other", "Marit at sea", "The Marit sails. Jon Fell is aboard.")


def test_the_judgements_hold_ids_and_no_texts() -> None:
    lists = json.loads(TRUTH.read_text("utf8"))["lists"]
    assert len(lists) == 20
    for id_, judgements in lists.items():
        assert id_ not in judgements
        for other, judgement in judgements.items():
            assert len(other) < 100
            assert {"related", "story"} <= judgement.keys() <= {"related", "story", "about"}


def test_a_reason_is_true_where_its_words_stand_in_both_and_what_it_says_was_judged_so() -> None:
    def told(reason: str, relation: str = "story", **judgement: object) -> bool | None:
        return is_true(Related("other", reason, 1.0, relation), judgement or None, ONE, OTHER)  # type: ignore[arg-type]

    assert told("same story: Jon Fell, Marit", story=True) is True
    assert told("same story: Jon Fell, Marit", story=False) is False
    assert told("same story: Jon Fell, tugs", story=True) is False
    assert told("same story: Jon Fell") is None
    assert told("also about the Marit", "subject", about={"Marit": True}) is True
    assert told("also about Jon Fell", "person", about={"Marit": True}) is None
    assert told("also about Jon Fell", "person", about={"Jon Fell": False}) is False


def test_nine_of_ten_lines_are_related_and_their_reasons_true() -> None:
    shared("data/ecb-dev.jsonl.gz")
    shared("data/polnear-dev.jsonl.gz")
    found = quality(tuple(dev_articles()))
    assert found.judged > 0.8 * found.lines
    assert found.related >= 0.9 * found.judged
    assert found.true >= 0.9 * found.told
