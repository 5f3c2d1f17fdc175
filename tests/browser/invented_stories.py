"""Puts stories into the empty library that OCTAVO_DATA names: a wire's text in forty papers, three hundred articles, headlines without
end or from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from octavo.site.library.opening import open_library

if TYPE_CHECKING:
    from octavo import Article

WIRE = tuple(
    f"Paragraph {number} of the wire says at some length what happened on day {number} in the harbour of Skerry, and in what colour."
    for number in range(8)
)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ARABIC = "محكمة الاستئناف تبرئ ثلاثة رجال بعد ست سنوات"


def main() -> None:
    """Write them all."""
    open_library()
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article as Row
    from tests.site.library.articles import page, source
    from tests.site.library.placed import tell

    made = [*_wire(), *_reports(), *_odd()]
    import_page(page(b"stories", minutes=600), made, source())
    rows = {row.key: row for row in Row.objects.all()}
    wire = tell("wire", rows["wire"], voice="northwire", outlet="northwire")
    for number in range(40):
        tell(wire, rows[f"copy{number}"], origin=rows["wire"].pk, voice="northwire", outlet=f"paper {number}")
    tell(wire, rows["own"], voice="the pilot", outlet="the pilot")
    updates = tell("updates", rows["report0"], voice="paper 0", outlet="paper 0")
    for number in range(1, 300):
        tell(updates, rows[f"report{number}"], voice=f"paper {number % 70}", outlet=f"paper {number % 70}")
    odd = tell("odd", rows["long"], voice="long", outlet="long")
    for key in ("arabic", "markup"):
        tell(odd, rows[key], voice=key, outlet=key)


def _wire() -> Iterator[Article]:
    yield _article("wire", "Ferry Marit off the sandbank", WIRE, 0, "Northwire")
    for number in range(40):
        kept = WIRE[: 8 - number % 4] if number % 3 else (*WIRE[:2], f"A local paragraph of Paper {number}.", *WIRE[2:])
        headline = "Ferry Marit off the sandbank" if number % 4 else "Afloat at last"
        yield _article(f"copy{number}", headline, kept, 5 + 7 * number, f"Paper {number}", agency="Northwire")
    yield _article("own", "Marit comes home", ("Our reporter saw the ferry Marit come home into the harbour of Skerry.",), 200, "The Pilot")


def _reports() -> Iterator[Article]:
    for number in range(300):
        text = f"Report {number}: the council of Skerry met once more, and {number} people came to hear it."
        yield _article(f"report{number}", "Live updates", (text,), 2 * number, f"The {'Daily ' * (number % 9)}Paper {number % 70}")


def _odd() -> Iterator[Article]:
    yield _article("long", f"{LONG} meets", (f"The {LONG} met on Tuesday, and everybody who could come came.",), 10, LONG)
    yield _article("arabic", ARABIC, (f"{ARABIC}. " * 3,), 20, "صوت المرسى", language="ar")
    yield _article("markup", "<b>Bold</b> " * 60, ("<i>Text</i> with marks & signs that mean nothing here.",), 300, "<u>Paper</u>")


def _article(key: str, headline: str, texts: tuple[str, ...], minutes: int, publisher: str, **fields: Any) -> Article:
    from tests.site.library.articles import MORNING, article

    when = MORNING + timedelta(minutes=minutes)
    return article(key, *texts, **{"headline": headline, "publisher": publisher, "published": when, "language": "en", **fields})


if __name__ == "__main__":
    main()
