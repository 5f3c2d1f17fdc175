"""Two readers who are signed in, and the owner, each in a browser of their own: for trying each page as somebody else.

    people = two_readers()
    saved = save(people.ada.reader, article)
    assert people.ben.browser.post(f"/reading/saved/{saved.pk}/remove/").status_code == 404

Django must be set up, on an empty library (the fixtures `site` and `library` see to that); nothing is imported before it is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

    from octavo.site.readers.models import User

ELSEWHERE = "192.0.2.7"
"""Where they read: another machine, so that a session is what lets them in, whatever settings.LOOPBACK says."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A reader, and a browser in which they are signed in."""

    reader: User
    browser: Client


@dataclass(frozen=True, slots=True)
class People:
    """Ada and Ben, who read, the owner, who may set how the paper is run, and a browser in which nobody is signed in."""

    ada: SignedIn
    ben: SignedIn
    owner: SignedIn
    nobody: Client


def two_readers() -> People:
    """Make the two; the owner is there."""
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner

    ada, ben = (signed_in(User.objects.create_user(name, f"{name}@post.example")) for name in ("ada", "ben"))
    return People(ada, ben, signed_in(owner()), browser_elsewhere())


def signed_in(reader: User) -> SignedIn:
    """That reader in a browser of their own."""
    browser = browser_elsewhere()
    browser.force_login(reader)
    return SignedIn(reader, browser)


def browser_elsewhere() -> Client:
    """A browser on another machine, in which nobody is signed in."""
    from django.test import Client

    return Client(headers={"host": "localhost"}, REMOTE_ADDR=ELSEWHERE)
