"""How django-allauth is to behave here: the few answers of Octavo's own that it asks for."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from octavo.site.readers.accounts.names import clean_name
from octavo.site.readers.peers import kept_address

logger = logging.getLogger("octavo.accounts")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts: a password or a passkey is enough, nothing leads out of the paper, and a reader's address is the peer's."""

    def get_login_stages(self) -> list[str]:
        """Nothing more is asked of whoever showed a password or a passkey."""
        return []

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the view looks at the mode and the invitation
        """Whether somebody may join is asked where they do (`joining`)."""
        return True

    def is_safe_url(self, url: str) -> bool:
        """Where a reader may be sent after a form: to pages of the paper alone."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Who asks, as it is kept with a session."""
        return kept_address(request)

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """A name that a new reader may have."""
        return clean_name(username, of=None, look=not shallow)

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:  # noqa: ARG002
        """The owner took this reader out."""
        return HttpResponseRedirect(f"{reverse('sign-in')}?done=taken-out")

    def is_ajax(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Every answer is a page."""
        return False

    def add_message(self, *_args: Any, **_values: Any) -> None:
        """Pages say what was done by `?done=`."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one. Where the mail server refuses, whoever asked is told the same as always: it would say whose address is known."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            logger.error("A mail could not be sent (%s). OCTAVO_MAIL says where mail goes.", error)


class PasskeyAdapter(DefaultMFAAdapter):
    """Passkeys: named after the paper, and held under the host that it is asked for."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Who the passkey is shown to."""
        return super().get_public_key_credential_rp_entity() | {"name": "Octavo"}

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, Any]:
        """Whose it is, as the browser lists it: by the name that they sign in with."""
        return super().get_public_key_credential_user_entity(user) | {"name": user.get_username(), "display_name": user.get_username()}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002, ARG002
        """What a passkey is called whose reader gave it no name."""
        return _("Passkey")
