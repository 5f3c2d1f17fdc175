"""What a reader asks, as the address of the page says it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from octavo.briefing.answers.question import LONGEST
from octavo.site.numbers import number_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, on one line; the number of the story that is asked, None for the whole library; whether its end is left out."""

    question: str = ""
    story: int | None = None
    cut: bool = False

    @property
    def widely(self) -> str:
        """The same question to the whole library, as the address says it."""
        return urlencode({"q": self.question})


def asked(parameters: Mapping[str, str]) -> Asked:
    """What stands behind the question mark. Anything is a question; what is no number of a story is left out."""
    told = " ".join("".join(char if char.isprintable() else " " for char in parameters.get("q", "")).split())
    return Asked(told[:LONGEST].strip(), number_of(parameters.get("story", "")) or None, len(told) > LONGEST)
