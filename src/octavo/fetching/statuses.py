"""HTTP's status codes that are no answer, as failures in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.headers import retry_after
from octavo.messages import message as _

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})

_KNOWN = {
    401: (
        Reason.UNAUTHORISED, _("it asks for a user name and a password"),
        _("Give them with the source; if they are given, they are wrong."),
    ),
    402: (Reason.FORBIDDEN, _("it wants to be paid (402)"), _("If you have a subscription, give its credentials with the source.")),
    403: (Reason.FORBIDDEN, _("it does not let Octavo in (403)"), _("Open it in a browser: it may be blocking programs.")),
    404: (Reason.NOT_FOUND, _("there is no such page (404)"), _("Look for its new address on the publisher's site.")),
    407: (Reason.UNAUTHORISED, _("a proxy asks for a user name and a password (407)"), _("Octavo needs a way that asks for none.")),
    408: (Reason.TIMED_OUT, _("it gave up waiting for the request (408)"), ""),
    410: (Reason.GONE, _("it is gone, and will not come back (410)"), _("Look for its new address on the publisher's site.")),
    429: (Reason.RATE_LIMITED, _("it asks for fewer requests (429)"), _("Ask again later.")),
    451: (Reason.FORBIDDEN, _("it may not be shown here, for legal reasons (451)"), ""),
    500: (Reason.SERVER_ERROR, _("it has an error of its own (500)"), _("Try again later.")),
    502: (Reason.SERVER_ERROR, _("the server behind it does not answer (502)"), _("Try again later.")),
    503: (Reason.SERVER_ERROR, _("it is out of service for now (503)"), _("Try again later.")),
    504: (Reason.SERVER_ERROR, _("the server behind it does not answer in time (504)"), _("Try again later.")),
}


def failure(url: str, status: int, headers: Mapping[str, str], now: datetime) -> FetchError:
    """The failure that a status stands for (any but 200, 203, a 304 that was asked for, and a redirect that leads somewhere)."""
    reason, problem, advice = _KNOWN.get(status) or _of_class(status)
    return FetchError(url, reason, problem, advice, retry_after(headers, now) if status in (429, 503) else None)


def _of_class(status: int) -> tuple[Reason, str, str]:
    if 500 <= status < 600:
        return Reason.SERVER_ERROR, _("it has an error of its own (%(status)s)", status=str(status)), _("Try again later.")
    if 400 <= status < 500:
        return Reason.FORBIDDEN, _("it says no to the request (%(status)s)", status=str(status)), ""
    if status == 304:
        return Reason.BROKEN, _("it says that nothing changed, and was not asked (304)"), ""
    if 300 <= status < 400:
        problem = _("it redirects in a way that leads to no page (%(status)s)", status=str(status))
        return Reason.REDIRECTS, problem, _("Look for its new address.")
    if 200 <= status < 300:
        problem = _("it answers without a page (%(status)s)", status=str(status))
        return Reason.UNREADABLE, problem, _("Open it in a browser: it may want to see a person first.")
    return Reason.BROKEN, _("it answers with a status that is none (%(status)s)", status=str(status)), ""
