"""The example of docs/decisions/speakers.md is worked as the page says."""

from __future__ import annotations

from octavo.analysis import Found, Span
from octavo.attribution.speakers import capitals, phrases
from octavo.attribution.speakers.speakers import speakers
from octavo.briefing.speaking.joining import key_of
from octavo.language.sentences import sentences
from tests.shared import ROOT

TEXT = (
    "Ada Holt, the deputy director of the Harbour Board, opened the lock on Monday. Her engineer, Tom Reit, stayed away.\n\n"
    "“The gate is sound,” she told The Pilot. Dr. Holt’s statement warned that ice is near."
)


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def test_the_page_tells_what_the_rooms_do() -> None:
    page = (ROOT / "docs" / "decisions" / "speakers.md").read_text("utf8")
    for paragraph in TEXT.split("\n\n"):
        assert f"\n    {paragraph}\n" in page
    assert phrases.parse("she").pronoun == "she"
    statement = phrases.parse("Dr. Holt’s statement")
    assert (statement.head, statement.owner) == ("statement", "Dr. Holt")
    names = [(" ".join(each.words), each.roles) for each in capitals.printed(TEXT)]
    assert names == [
        ("ada holt", ("deputy director of the Harbour Board",)), ("harbour board", ()), ("tom reit", ()), ("pilot", ()), ("holt", ("Dr.",)),
    ]
    found = (
        Found(at("she"), at("told"), at("“The gate is sound,”"), 0.9),
        Found(at("Dr. Holt’s statement"), at("warned"), at("that ice is near"), 0.9),
    )
    for speaker in speakers(TEXT, sentences(TEXT), (), found):
        assert (speaker.name, speaker.kind, speaker.role, speaker.affiliation) == (
            "Ada Holt", "person", "deputy director of the Harbour Board", "Harbour Board",
        )
        assert key_of(speaker) == "ada holt"
