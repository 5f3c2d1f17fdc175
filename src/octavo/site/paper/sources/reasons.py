"""Why a source or a page cannot be fetched, in words."""

from __future__ import annotations

from typing import Protocol

from octavo.fetching.failures import Reason
from octavo.site.library.models import Partial

WORDS: dict[str, str] = {
    Reason.REFUSED: "the guard does not let Octavo go there",
    Reason.NO_ADDRESS: "the name of its host has no address",
    Reason.NO_CONNECTION: "nothing answers there",
    Reason.CERTIFICATE: "the host cannot prove that it is the one",
    Reason.TIMED_OUT: "it took too long to answer",
    Reason.TOO_LARGE: "it is too large",
    Reason.BROKEN: "its answer was broken",
    Reason.REDIRECTS: "it leads from one address to the next and never arrives",
    Reason.ROBOTS: "its robots.txt asks not to be read by programs",
    Reason.ROBOTS_UNKNOWN: "its robots.txt, which says what may be fetched, cannot be had for now",
    Reason.UNAUTHORISED: "it asks for a user name and password",
    Reason.FORBIDDEN: "the host says no",
    Reason.NOT_FOUND: "it is not there",
    Reason.GONE: "it says that it is gone for good",
    Reason.RATE_LIMITED: "the host asks for fewer requests",
    Reason.SERVER_ERROR: "the host has an error of its own",
    Reason.UNREADABLE: "what came is no feed and no page",
    Reason.NO_FEED: "it was a feed, and is now a page",
    **{str(value): str(label) for value, label in Partial.choices},
}
"""A sentence's middle for each reason, where nothing closer is known."""

MOST = 300
"""Characters of a problem that are shown on the page of its source."""

SHORT = 150
"""And in a list: some two lines, so that the others stay in sight."""


class Failed(Protocol):
    """A source or a wanted page."""

    reason: str
    problem: str


def why(failed: Failed, most: int = MOST) -> str:
    """The problem as it was met; where none is kept, what its reason means. A sentence's end, with its full stop or, cut to `most`
    characters between two words, with an ellipsis."""
    said = " ".join(failed.problem.split()).rstrip(".") or WORDS.get(failed.reason, "it is not known why")
    if len(said) <= most:
        return f"{said}."
    cut = said.rfind(" ", most // 2, most)
    return said[: cut if cut > 0 else most].rstrip(" ,;:–—-") + "…"
