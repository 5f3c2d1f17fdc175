"""Why no article can be analysed for now: kept in the library, so that pages can say it, whichever process found it out."""

from __future__ import annotations

from octavo.site.library.models import Choice
from octavo.site.library.writing import writing

NAME = "analysing"


def trouble() -> str:
    """What is wrong, in words for a person; "" where nothing is. One query by key."""
    return str(Choice.objects.filter(name=NAME).values_list("value", flat=True).first() or "")


def set_trouble(words: str) -> None:
    """Have pages say it; "" where it is over. Nothing is written where they say it already."""
    if trouble() != words:
        with writing():
            Choice.objects.update_or_create(name=NAME, defaults={"value": words})
