"""Who Octavo says that it is."""

from __future__ import annotations

import re

from octavo import __version__
from octavo.errors import OctavoError

PRODUCT = "Octavo"
"""The product token (RFC 9110, 10.1.5), and the name that robots.txt may call it by (RFC 9309, 2.2.1)."""

_CONTACT = re.compile(r"(https?://|mailto:)?[!#-'*-\[\]-~]{1,200}", re.ASCII)


def user_agent(contact: str = "") -> str:
    """The User-Agent header. `contact` is an e-mail address or a page, for a publisher who wants to talk to whoever runs this paper.

    Raises OctavoError where it cannot stand in a header: spaces, brackets, quotes, letters that are no ASCII.
    """
    contact = contact.strip()
    if contact and not _CONTACT.fullmatch(contact):
        raise OctavoError(f"OCTAVO_CONTACT: {contact!r} is no contact. Give an e-mail address or the address of a page.")
    return f"{PRODUCT}/{__version__} ({f'+{contact}' if contact else 'no contact given'}; a newspaper that its reader runs)"
