from octavo.article import Paragraph
from octavo.reading.parts.crossheads import mark

TEXT = "Ministers agreed on Friday to mend the harbour wall, which fell in the storm of last week."


def kinds(*texts: str) -> list[str]:
    return [each.kind for each in mark([Paragraph("text", text) for text in texts])]


def test_a_short_line_in_capitals_between_text_is_a_crosshead() -> None:
    assert kinds(TEXT, "STRATEGY REMAINS ELUSIVE", TEXT) == ["text", "crosshead", "text"]
    assert kinds(TEXT, "WHAT NOW?", TEXT) == ["text", "crosshead", "text"]


def test_a_text_in_capitals_throughout_has_none() -> None:
    assert set(kinds(TEXT.upper(), "STRATEGY REMAINS ELUSIVE", TEXT.upper())) == {"text"}
    assert set(kinds("ONE OF THEM", "TWO OF THEM", "THREE OF THEM")) == {"text"}


def test_dates_rows_sentences_and_ends_are_none() -> None:
    for line in ("WEDNESDAY, MARCH 13, 2013, 2:30 AM", "12 / 23 / 12 06: 03 PM ET", "HE FELL.", "(CROSSTALK)", "AI",
        "A" * 101, "STRATEGY " * 20):
        assert kinds(TEXT, line, TEXT)[1] == "text", line
    assert kinds(TEXT, "ENDS OF IT") == ["text", "text"]
    assert kinds(TEXT, "LIST OF IT", "ANOTHER OF IT", TEXT)[1] == "text"


def test_other_kinds_stay() -> None:
    quote = Paragraph("quote", "NEVER AGAIN")
    assert mark([Paragraph("text", TEXT), quote, Paragraph("text", TEXT)])[1] == quote
