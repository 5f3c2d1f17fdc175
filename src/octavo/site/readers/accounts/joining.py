"""Becoming a reader: where sign-up is open, or by an invitation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.account.forms import SignupForm
from allauth.account.views import SignupView
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from octavo.site.library.paper_settings import settings_of
from octavo.site.library.writing import writing
from octavo.site.readers.accounts import guessing, invitations
from octavo.site.readers.accounts.names import LONGEST, clean_name
from octavo.site.readers.accounts.trying import Tried
from octavo.site.readers.accounts.zones import MACHINE, known
from octavo.site.readers.models import User

ROOM = "sign-up"


@dataclass(frozen=True, slots=True)
class SignsUp:
    """Who may join: "closed" (nobody), "invited" (whom the owner invites), "open" (everybody who reaches the paper)."""

    mode: str = "closed"


MODES = ("closed", "invited", "open")


def signs_up() -> SignsUp:
    """Who may join, as the owner has it. One query."""
    found = settings_of(ROOM, SignsUp)
    return found if found.mode in MODES else SignsUp()


class NewReader(SignupForm):
    """A name, a password, an address for a lost one; the browser says its time zone where it can."""

    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput(attrs={"data-zone": ""}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        name = self.fields["username"]
        name.label, name.help_text = _("Name"), _("You sign in with it, and it stands beside what you write here.")
        name.widget.attrs |= {"maxlength": str(LONGEST), "autocapitalize": "none", "spellcheck": "false"}
        self.fields["email"].label = _("E-mail address, if you like")
        self.fields["email"].help_text = _("For a password that you forget, and nothing else. Nobody sees it.")
        self.fields["password1"].help_text = _("At least ten characters, not digits alone.")
        self.fields["password2"].label = _("The same password again")

    def clean_time_zone(self) -> str:
        """What the browser says; the machine's own where that is no zone."""
        said = self.cleaned_data["time_zone"]
        return said if said and known(said) else MACHINE

    def hash_password(self) -> None:
        """Hash the password, which takes a while on purpose: before `save`, while nobody waits to write."""
        self._hashed = make_password(self.cleaned_data.pop("password1"))

    def save(self, request: HttpRequest) -> User:
        """The new reader."""
        reader = super().save(request)
        assert isinstance(reader, User)
        reader.time_zone, reader.password = self.cleaned_data["time_zone"], self._hashed
        reader.save(update_fields=["time_zone", "password"])
        return reader


class Join(Tried, SignupView):
    """The page on which somebody becomes a reader; `key`: by that invitation."""

    template_name = "readers/join.html"
    form_class = NewReader

    def tried(self) -> str:
        """Nobody's password."""
        return guessing.JOINING

    @method_decorator(login_not_required)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only where they may; else clear words, and no form."""
        self.key = kwargs.get("key", "")
        state = self._state()
        if state != "open":
            return self._closed(state)
        if self.key and request.user.is_authenticated:
            return self._closed("reader")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: NewReader) -> HttpResponse:
        """Make the reader and use the invitation up: both, or neither."""
        now = timezone.now()
        form.hash_password()
        with writing():
            try:  # another may have taken the name since it was looked at
                clean_name(form.cleaned_data["username"], of=None)
            except ValidationError as taken:
                form.add_error("username", taken)
                return self.form_invalid(form)
            invitation = invitations.claim(self.key, now) if self.key else None
            if self.key and invitation is None:
                return self._closed(self._state())
            response = super().form_valid(form)
            if invitation:
                invitations.used_by(invitation, self.user)
                self.forgive()
        return response

    def _state(self) -> str:
        if self.key:
            return "closed" if signs_up().mode == "closed" else invitations.find(self.key, timezone.now())[1]
        return signs_up().mode

    def _closed(self, state: str) -> HttpResponse:
        status = {"unknown": 404, "used": 410, "expired": 410, "reader": 200}.get(state, 403)
        return self.response_class(self.request, "readers/not_joined.html", {"state": state}, status=status)
