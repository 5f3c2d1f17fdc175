"""Why a source or a page cannot be fetched, in words."""

from __future__ import annotations

from typing import Protocol

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from octavo.fetching.failures import Reason
from octavo.site.library.models import Partial
from octavo.site.messages import as_met, in_words, speaks_english

WORDS: dict[str, str | Promise] = {
    Reason.REFUSED: _("the guard does not let Octavo go there"),
    Reason.NO_ADDRESS: _("the name of its host has no address"),
    Reason.NO_CONNECTION: _("nothing answers there"),
    Reason.CERTIFICATE: _("the host cannot prove that it is the one"),
    Reason.TIMED_OUT: _("it took too long to answer"),
    Reason.TOO_LARGE: _("it is too large"),
    Reason.BROKEN: _("its answer was broken"),
    Reason.REDIRECTS: _("it leads from one address to the next and never arrives"),
    Reason.ROBOTS: _("its robots.txt asks not to be read by programs"),
    Reason.ROBOTS_UNKNOWN: _("its robots.txt, which says what may be fetched, cannot be had for now"),
    Reason.UNAUTHORISED: _("it asks for a user name and password"),
    Reason.FORBIDDEN: _("the host says no"),
    Reason.NOT_FOUND: _("it is not there"),
    Reason.GONE: _("it says that it is gone for good"),
    Reason.RATE_LIMITED: _("the host asks for fewer requests"),
    Reason.SERVER_ERROR: _("the host has an error of its own"),
    Reason.UNREADABLE: _("what came is no feed and no page"),
    Reason.NO_FEED: _("it was a feed, and is now a page"),
    **{each.value: each.label for each in Partial},
}
"""A sentence's middle for each reason, where nothing closer is known."""

UNKNOWN = _("it is not known why")

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
    characters between two words, with an ellipsis. On a page in another language than that in which it is kept, what its reason means comes
    first."""
    met = " ".join(failed.problem.split()).rstrip(".")
    means = in_words(WORDS.get(failed.reason, UNKNOWN))
    if not met:
        return f"{means}."
    if len(met) > most:
        cut = met.rfind(" ", most // 2, most)
        met = met[: cut if cut > 0 else most].rstrip(" ,;:–—-") + "…"
    if speaks_english():
        return met if met.endswith("…") else f"{met}."
    return format_html("{}: {}", means, as_met(met))
