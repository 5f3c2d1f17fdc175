from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.article import Article, Paragraph
from octavo.reading.summaries import SHORT, is_cut, is_summary

SENTENCE = "The harbour board of Skerry voted on Monday to close the eastern mole."


def _article(*texts: str, headline: str = "Skerry closes its mole") -> Article:
    return Article("id", headline, tuple(Paragraph("text", text) for text in texts))


@pytest.mark.parametrize("article", [
    _article(),
    _article(SENTENCE),
    _article(SENTENCE, SENTENCE),
    _article(*[SENTENCE] * 12, "The work will cost four million crowns and the islands …"),
    _article(*[SENTENCE] * 12, "The work will cost four million [...]"),
    _article(*[SENTENCE] * 12, "Continue reading"),
    _article(*[SENTENCE] * 12, "The mole is shut. Read more »"),
    _article("港の理事会は月曜日、東側の防波堤を冬の間閉鎖することを決めた。続きを読む"),
])
def test_a_summary_is_short_or_says_that_there_is_more(article: Article) -> None:
    assert is_summary(article)


@pytest.mark.parametrize("article", [
    _article(SENTENCE, SENTENCE, SENTENCE),
    _article(" ".join([SENTENCE] * 11)),
    _article(f"{SENTENCE} Nobody had asked for it.", headline=SENTENCE),
    _article(*[SENTENCE] * 12, "There is more to read, she said."),
    _article(*[SENTENCE] * 12, "That is not the full story."),
])
def test_a_whole_text_is_none(article: Article) -> None:
    assert not is_summary(article)


@pytest.mark.parametrize("end", [
    "…", "...", "[…]", "[...]", "….", " | Read more", ". Weiterlesen …", ". Lire la suite", ". Leer más", ". Leia mais", ". Leggi tutto",
    ". Lees verder", ". Läs mer", ". Les videre", ". Læs mere", ". Czytaj dalej", ". Читать далее", ". Devamını oku", ". اقرأ المزيد",
    "。もっと読む", "。阅读全文", ". 더 보기",
])
def test_marks_of_a_cut_in_many_languages(end: str) -> None:
    assert is_cut(f"The board met{end}")


@given(st.lists(st.text("abc …", min_size=1), max_size=6), st.text("abc"))
def test_a_text_of_many_words_that_ends_as_a_sentence_is_whole(texts: list[str], headline: str) -> None:
    assert not is_summary(_article(*texts, "word " * SHORT + "end.", headline=headline))
