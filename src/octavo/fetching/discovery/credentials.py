"""User names, passwords and headers as people give them -> Credentials that can be sent and kept."""

from __future__ import annotations

from collections.abc import Iterable

from octavo.errors import InputError
from octavo.fetching.answers import Credentials
from octavo.fetching.failures import FetchError
from octavo.fetching.headers import secret_headers
from octavo.messages import message as _

LENGTH_MOST = 300
"""Characters of a user name or a password, as long as the library keeps them."""
HEADERS_MOST = 20


def credentials_of(user: str = "", password: str = "", headers: Iterable[str] = ()) -> Credentials | None:
    """What a source wants to be shown; None where nothing is given. `headers` are "Name: value" (RFC 9110, 5).

    Raises InputError for what cannot be sent or kept; the error holds neither password nor value.
    """
    for what, text in ((_("the user name"), user), (_("the password"), password)):
        if len(text) > LENGTH_MOST or not text.isprintable():
            raise InputError(what, _(
                "it is longer than %(most)s characters or has some that cannot be printed", most=LENGTH_MOST,
            ), _("Look at it again"))
    named: dict[str, str] = {}
    for header in headers:
        name, colon, value = header.partition(":")
        if not colon or len(named) == HEADERS_MOST:
            raise InputError(_("a header"), _("it has no colon, or is one too many"), _('Write it as "Name: value"'))
        named[name.strip()] = value.strip()
    given = Credentials(user, password, named)
    try:
        return given if secret_headers("", given) else None
    except FetchError as error:
        raise InputError(_("the credentials"), error.problem, error.advice) from None
