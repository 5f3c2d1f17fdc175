"""What the owner sets for comments. Pure."""

from __future__ import annotations

from dataclasses import dataclass

ROOM = "comments"
"""The name under which `octavo.site.library.paper_settings` keeps them."""

MODES = ("community", "on", "off")
"""community: comments are on as soon as there is more than one reader."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The owner's settings. Lists are texts with an entry a line, as they are typed."""

    mode: str = "community"
    hold_first: bool = True
    per_minute: int = 3
    per_day: int = 60
    links: int = 5
    links_new: int = 1
    known_after: int = 3
    held_words: str = ""
    refused_words: str = ""
    blocked_domains: str = ""


def entries(typed: str) -> tuple[str, ...]:
    """The lines of such a text that say something, each once, in order."""
    return tuple(dict.fromkeys(line for each in typed.splitlines() if (line := " ".join(each.split()))))


def are_on(rules: Rules, readers: int) -> bool:
    """Whether there are comments in a paper of so many readers."""
    return rules.mode == "on" or (rules.mode == "community" and readers > 1)
