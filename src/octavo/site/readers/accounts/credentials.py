"""What a browser says of a passkey, taken from whoever sends it."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 2**16
"""Characters of what a browser says; that of most is a tenth of it."""


class Credential(forms.JSONField):
    """JSON of a browser: neither endless nor nested without end."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        """The object; raises ValidationError where it is none."""
        if isinstance(value, str) and len(value) > LONGEST:
            raise _no_passkey()
        try:
            found = super().to_python(value)
        except RecursionError as error:
            raise _no_passkey() from error
        if found is not None and not isinstance(found, dict):
            raise _no_passkey()
        return found


class ShownPasskey(LoginWebAuthnForm):
    """A passkey that somebody signs in by."""

    credential = Credential()

    def clean_credential(self) -> Any:
        """Whose it is."""
        try:
            return super().clean_credential()
        except ValidationError:
            raise
        except Exception as error:
            raise _no_passkey() from error


class MadePasskey(AddWebAuthnForm):
    """A passkey that a browser has made."""

    credential = Credential()

    def clean(self) -> dict[str, Any]:
        """Whether it is one, for this paper and just now."""
        try:
            return super().clean()
        except ValidationError:
            raise
        except Exception as error:
            raise _no_passkey() from error


def _no_passkey() -> ValidationError:
    return ValidationError(_("That is no passkey."))
