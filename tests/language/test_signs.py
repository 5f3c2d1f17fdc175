from octavo.language.signs import signs
from octavo.language.wordpiece import WordPiece

SIGNS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


def told(text: str) -> list[tuple[str, int, int, int]]:
    """Each word of the text with its case, whether a line begins there, and its state of quotation. All words are unknown here."""
    pieces = WordPiece.of(SIGNS).cut(text)
    found = signs(text, pieces)
    words = [text[start:end] for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)]
    return list(zip(words, found.case.tolist(), found.paragraph.tolist(), found.quote.tolist(), strict=True))


def test_case_tells_names_and_numbers() -> None:
    assert [case for _, case, _, _ in told("small Capital NATO iPhone 2016 , A")] == [0, 1, 2, 3, 4, 5, 1]


def test_lines_begin_paragraphs() -> None:
    assert [line for _, _, line, _ in told("one two\n\nthree four\nfive")] == [1, 0, 1, 0, 1]


def test_marks_open_and_close_quotations() -> None:
    assert [quote for _, _, _, quote in told('she said : " we go " now')] == [0, 0, 0, 3, 1, 1, 3, 0]
    assert [quote for _, _, _, quote in told("“we go” she said")] == [3, 1, 1, 3, 0, 0]


def test_a_quotation_that_is_never_closed_spoils_its_own_paragraph_only() -> None:
    assert [quote for _, _, _, quote in told('" we go\n\nthey went')] == [3, 1, 1, 0, 0]


def test_text_before_the_first_word_is_no_gap() -> None:
    assert [line for _, _, line, _ in told("\n\n  one two")] == [1, 0]
