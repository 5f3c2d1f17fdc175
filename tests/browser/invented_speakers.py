"""Puts articles with what is said in them into the empty library that OCTAVO_DATA names: six speakers, a name without end, markup."""

from __future__ import annotations

from datetime import timedelta

from octavo.site.library.opening import open_library

LONG = "Ermengarde Wolkenstein-Trost" + "burg" * 40
NAMES = (
    ("Ida Brekke", "harbour master", "Skerry harbour"), ("Jon Fell", "director", "Alder Lines"), ("Pia Lund", "forecaster", ""),
    ("Mona Reit", "secretary of the Seafarers’ Union", ""), (LONG, "a role " + "and another " * 12, "Port of Alder"),
    ("<b>Olle</b> Brandt", "passenger", ""),
)


def main() -> None:
    """Write them all."""
    open_library()
    from octavo.analysis import Occasion
    from octavo.site.desk.analysing.shipped import shipped_version
    from octavo.site.library.models import Analysis
    from tests.site.library.analyses import MODEL, analysed, person
    from tests.site.library.articles import MORNING

    for day in range(3):
        text = "\n\n".join(
            f"{name} said that crossing number {day} of {place} is a matter for the harbour board and for nobody else. “The ship is sound,"
            f" and it will sail on day {day} whatever the {place}th person says,” was added." for place, (name, *_) in enumerate(NAMES)
        )
        says = [
            (name, "said", f"that crossing number {day} of {number} is a matter for the harbour board", person(name, role, place or None))
            for number, (name, role, place) in enumerate(NAMES)
        ]
        says += [("", "was added", f"“The ship is sound, and it will sail on day {day} whatever the 0th person says,”", person(*NAMES[0]))]
        analysed(
            f"day{day}", *text.split("\n\n"), says=says, published=MORNING - timedelta(days=day), publisher=f"The {'Daily ' * 9}Pilot",
            occasion=Occasion("in a letter to the harbour board on Monday", addressee="the harbour board"),
        )
    # What another model found would be done again by the server.
    Analysis.objects.filter(model=MODEL).update(model=shipped_version())


if __name__ == "__main__":
    main()
