from __future__ import annotations

from octavo.site.readers.comments.anchoring import within


def test_a_line_lies_within_one_paragraph() -> None:
    paragraphs = [["text", 0, 40], ["text", 42, 70]]
    assert within((19, 31), paragraphs)
    assert not within((30, 45), paragraphs)
