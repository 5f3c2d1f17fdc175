"""A reader's password: shown once more, and changed."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth import login, update_session_auth_hash
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from octavo.site.library.writing import writing
from octavo.site.readers.accounts import guessing
from octavo.site.readers.accounts.loopback import is_let_in
from octavo.site.readers.accounts.sessions import end_others
from octavo.site.readers.accounts.trying import minutes
from octavo.site.readers.models import User
from octavo.site.readers.peers import peer


def shown(request: HttpRequest, reader: User, password: str, now: datetime) -> str:
    """What is wrong with the password that a reader shows once more; "" where it is theirs, or they have none. It counts as a try."""
    if not reader.has_usable_password():
        return ""
    if wait := guessing.begin(peer(request), now, reader.username):
        return ngettext(
            "There were too many tries: try again in %(minutes)d minute.", "There were too many tries: try again in %(minutes)d minutes.",
            minutes(wait),
        ) % {"minutes": minutes(wait)}
    if not reader.check_password(password):
        return _("That is not your password.")
    guessing.forgive(peer(request), reader.username)
    return ""


def change(request: HttpRequest, reader: User, password: str) -> None:
    """Give the reader who asks that password. They stay signed in here, in a session with a new key, and nowhere else; an owner who was let
    in without a sign-in is signed in from now on."""
    reader.set_password(password)  # before the library is kept from others: it takes a while
    with writing():
        reader.save(update_fields=["password"])
    if is_let_in(request):
        login(request, reader)
    else:
        update_session_auth_hash(request, reader)
    end_others(reader, request.session.session_key)
    UserSession.objects.create_from_request(request, user=reader)
