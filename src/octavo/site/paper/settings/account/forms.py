"""What a reader writes about their account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from octavo.site.paper.sources.forms import Plain
from octavo.site.readers.accounts.names import LONGEST, clean_name
from octavo.site.readers.accounts.zones import MACHINE, zones
from octavo.site.readers.models import User

THEMES = (
    (User.Theme.SYSTEM, _("As this machine has it")),
    (User.Theme.LIGHT, _("Light")),
    (User.Theme.DARK, _("Dark")),
)


class Account(Plain):
    """The name, the time zone, light or dark."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST,
                           help_text=_("You sign in with it, and it stands beside what you write here."),
                           widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}))
    time_zone = forms.ChoiceField(label=_("Time zone"))
    theme = forms.ChoiceField(label=_("Light or dark"), choices=THEMES, widget=forms.RadioSelect)

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"name": reader.username, "time_zone": reader.time_zone, "theme": reader.theme}} | kwargs)
        self.reader = reader
        listed = [(MACHINE, _("That of the paper’s own machine")), *zones(), ("UTC", [("Etc/UTC", "UTC")])]
        named = {name for _region, of_region in zones() for name, _shown in of_region} | {MACHINE, "Etc/UTC"}
        own = [] if reader.time_zone in named else [(reader.time_zone, reader.time_zone)]
        self.fields["time_zone"].choices = listed + own  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        """One that nobody else has."""
        return clean_name(self.cleaned_data["name"], of=self.reader)


class Shown(Plain):
    """A form that asks for the reader's password once more, where they have one."""

    current = forms.CharField(label=_("Your password"), max_length=1000, strip=False,
                              widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader = reader
        if not reader.has_usable_password():
            del self.fields["current"]


class NewPassword(Shown):
    """A new password, twice, and the one until now."""

    new = forms.CharField(label=_("New password"), max_length=1000, strip=False, help_text=_("At least ten characters, not digits alone."),
                          widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))
    again = forms.CharField(label=_("The new one again"), max_length=1000, strip=False,
                            widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))

    def clean(self) -> dict[str, Any]:
        """A good one, and twice the same."""
        data = super().clean() or {}
        if data.get("new"):
            try:
                validate_password(data["new"], self.reader)
            except ValidationError as weak:
                self.add_error("new", weak)
        if data.get("new") and data.get("again") and data["new"] != data["again"]:
            self.add_error("again", _("The two differ."))
        return data


class Address(Shown):
    """The e-mail address that a lost password's link goes to."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254, required=False,
                             widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        super().__init__(*args, reader=reader, **{"initial": {"email": reader.email}} | kwargs)
        self.order_fields(["email", "current"])


class Erase(Shown):
    """The password, for what cannot be undone."""
