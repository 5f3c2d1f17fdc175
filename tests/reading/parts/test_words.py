"""Words and ends of sentences in scripts with and without spaces."""

from __future__ import annotations

import pytest

from octavo.reading.parts.words import ends_sentence, words_of


@pytest.mark.parametrize(("text", "least", "most"), [
    ("The bridge is shut.", 4, 4), ("北港市议会投票决定将旧港大桥关闭三个月。", 8, 12), ("古い橋を三か月間閉鎖する。", 5, 9),
    ("สภาเมืองท่าเหนือลงมติให้ปิดสะพานเก่า", 12, 20), ("पुराना पुल तीन महीने बंद रहेगा", 6, 6),
])
def test_words(text: str, least: int, most: int) -> None:
    assert least <= words_of(text) <= most


@pytest.mark.parametrize("text", [
    "It is shut.", "Is it?", "“It is.”", "旧港大桥关闭三个月。", "古い橋を閉鎖する。」", "पुल बंद रहेगा।",
    "هل أغلق الجسر؟", "پل بند ہے۔", "He said:",
    "สภาเมืองท่าเหนือลงมติเมื่อวันอังคารให้ปิดสะพานเก่าที่ท่าเรือเป็นเวลาสามเดือน",
])
def test_sentences_end(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Bridge to shut", "旧港大桥将关闭", "पुल बंद रहेगा", "ปิดสะพาน", "", "Share this,"])
def test_other_lines_do_not(text: str) -> None:
    assert not ends_sentence(text)
