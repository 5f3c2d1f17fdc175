"""Made-up events and the articles about them, for the tests of stories."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from octavo.article import Article, Paragraph

START = datetime(2031, 4, 2, 8, 0, tzinfo=UTC)

_FERRY = (
    "The ferry Marit ran aground on the Alder sandbank with 42 passengers on board, harbour master Ines Dahl said.",
    "Lifeboats from Alder brought 42 passengers of the Marit ashore after the ferry struck the sandbank in fog.",
    "Ines Dahl, the harbour master, said the Marit was off course when the ferry hit the Alder sandbank.",
    "Divers inspected the hull of the Marit, which lies on the Alder sandbank since the ferry ran aground in fog.",
)
_ESCAPE = (
    "{number} inmates escaped from {prison} prison through a tunnel under the laundry, governor {governor} said on {day}.",
    "Police with dogs hunted the {number} inmates who fled {prison} prison; governor {governor} spoke of a tunnel under the laundry.",
    "Governor {governor} of {prison} prison ordered a review after {number} inmates escaped through a tunnel on {day}.",
    "The tunnel by which {number} inmates escaped from {prison} prison on {day} began under the laundry, detectives say.",
    "Two of the {number} inmates on the run since the escape from {prison} prison on {day} were seen at a railway station.",
    "A guard at {prison} prison was suspended after the escape of {number} inmates, governor {governor} said.",
)
_HEADLINES = ("Tunnel", "Hunt", "Review", "Laundry", "On the run", "Guard suspended")


def article(name: str, headline: str, *text: str, publisher: str = "The Harbour Post", hours: float | None = None) -> Article:
    when = None if hours is None else START + timedelta(hours=hours)
    return Article(name, headline, tuple(Paragraph("text", each) for each in text), publisher=publisher, published=when)


def ferry() -> list[Article]:
    return [article(f"ferry{at}", "Ferry Marit aground off Alder", text, hours=at) for at, text in enumerate(_FERRY)]


def escape(prison: str, number: int, governor: str, day: str) -> list[Article]:
    """Reports of an escape, the same in nearly every word as those of another."""
    filled = [text.format(prison=prison, number=number, governor=governor, day=day) for text in _ESCAPE]
    return [article(f"{prison}{at}", f"{_HEADLINES[at]}: inmates escape {prison}", text) for at, text in enumerate(filled)]


def prisons() -> list[Article]:
    """Two escapes from two prisons, mixed."""
    one, other = escape("Ravenholt", 17, "Tilda Voss", "12 March"), escape("Kestrel", 38, "Bram Oster", "25 August")
    return [each for pair in zip(one, other, strict=True) for each in pair]
