"""What a person writes about a source: the forms, and what they refuse. No error repeats a secret."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from octavo.addresses import ascii_address, web_address
from octavo.fetching.answers import Credentials
from octavo.fetching.discovery.typed import without_user
from octavo.fetching.failures import FetchError
from octavo.fetching.headers import secret_headers
from octavo.site.library.models import Source
from octavo.site.messages import error_in_words

FULL_TEXT = (
    (Source.FullText.SHORT, _("Where the feed's text is short")),
    (Source.FullText.ALWAYS, _("Always")),
    (Source.FullText.NEVER, _("Never: the feed's own text")),
)

GIVEN_MOST = 4 * 2**30
"""Bytes of a file that is given for import."""

OUTLINES_MOST = 5 * 2**20
"""Bytes of an OPML file."""


class Plain(forms.Form):
    """A form whose fields are set by our own templates."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # "id_title" of two forms on one page would be one id twice.
        super().__init__(*args, **{"auto_id": f"{type(self).__name__.lower()}-%s", "label_suffix": ""} | kwargs)


def _folder() -> forms.CharField:
    return forms.CharField(label=_("Folder"), max_length=200, required=False, widget=forms.TextInput(attrs={"list": "folders"}))


def _full_text() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Fetch the whole text from the publisher's page"), choices=FULL_TEXT, initial=Source.FullText.SHORT)


class Secrets(Plain):
    """What a source wants to be shown: a name and password, or a header. What was typed is never shown again."""

    user = forms.CharField(label=_("User name"), max_length=300, required=False, widget=forms.TextInput(attrs={
        "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false",
    }))
    password = forms.CharField(label=_("Password"), max_length=300, required=False, strip=False, widget=forms.PasswordInput(attrs={
        "autocomplete": "new-password",
    }))
    header = forms.CharField(label=_("Name of a header"), max_length=100, required=False, widget=forms.TextInput(attrs={
        "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false",
    }))
    value = forms.CharField(label=_("What it says"), max_length=2000, required=False, widget=forms.PasswordInput(attrs={
        "autocomplete": "new-password",
    }))

    def clean(self) -> dict[str, Any]:
        """Halves of a pair are of no use, and a header must be one that can be sent."""
        data = super().clean() or {}
        if data.get("password") and not data.get("user"):
            self.add_error("user", gettext("A password needs a user name."))
        if bool(data.get("header")) != bool(data.get("value")) and not {"header", "value"} & self.errors.keys():
            self.add_error("header" if data.get("value") else "value", gettext("A header needs both its name and what it says."))
        if not self.errors:
            try:
                secret_headers("", _given(data))
            except FetchError as error:
                self.add_error("header" if data["header"] else "user", error_in_words(error))
        return data

    @property
    def credentials(self) -> Credentials | None:
        """What was given, of a form that is valid; None where nothing was."""
        if not self.is_valid():
            return None
        given = _given(self.cleaned_data)
        return given if given.user or given.headers else None


def _given(data: dict[str, str]) -> Credentials:
    return Credentials(data["user"], data["password"], {data["header"]: data["value"]} if data["header"] else {})


class Add(Secrets):
    """A new source. `chosen`: the address is one of those that were found, and no others are offered."""

    address = forms.CharField(label=_("Address of a site or feed"), max_length=2000, help_text=_(
        "A paper's front page will do, such as paper.example: Octavo looks for its feeds."
    ), widget=forms.TextInput(attrs={
        "inputmode": "url", "autocapitalize": "none", "autocomplete": "url", "spellcheck": "false",
    }))
    folder = _folder()
    full_text = _full_text()
    chosen = forms.BooleanField(required=False, widget=forms.HiddenInput)
    field_order = ("address", "folder", "full_text")

    def forget(self) -> None:
        """Take a user name and password out of the address before it is shown again."""
        self.data = {name: self.data.get(name) for name in self.data} | {"address": without_user(str(self.data.get("address", "")))}


class Settings(Plain):
    """What the owner decides about a source. The form carries what it showed, and only what is not that any more is a decision: the source
    may have moved since the page was opened."""

    title = forms.CharField(label=_("Title"), max_length=500, required=False)
    folder = _folder()
    full_text = _full_text()
    muted = forms.BooleanField(label=_("Mute: it is not asked, and its articles are kept"), required=False)
    address = forms.CharField(label=_("Address"), max_length=2000, widget=forms.TextInput(attrs={
        "inputmode": "url", "autocapitalize": "none", "autocomplete": "off", "spellcheck": "false",
    }))

    def __init__(self, *args: Any, polled: bool, **kwargs: Any) -> None:
        """A source that is not `polled` has no address, and nothing to decide about asking there."""
        super().__init__(*args, **kwargs)
        if not polled:
            for name in ("full_text", "muted", "address"):
                del self.fields[name]
        for field in self.fields.values():
            field.show_hidden_initial = True

    @property
    def changed(self) -> dict[str, Any]:
        """What was decided otherwise than the page showed it; of a form that is valid."""
        return {name: self.cleaned_data[name] for name in self.changed_data}

    def clean_address(self) -> str:
        """An address of the web, as the library keeps it."""
        address = web_address(self.cleaned_data["address"])
        address = address and ascii_address(address)
        if not address:
            raise forms.ValidationError(gettext(
                "That is no address that can be fetched: it begins with http:// or https://, and has no user name in it (give that below)."
            ))
        return address


class Given(Plain):
    """A page, a feed, page text, a WARC or JSON Lines."""

    file = forms.FileField(label=_("A saved page, a feed, a WARC or JSON Lines"), max_length=300)

    def clean_file(self) -> Any:
        """Of a size that this machine's disk can be asked to hold twice."""
        file = self.cleaned_data["file"]
        if file.size > GIVEN_MOST:
            raise forms.ValidationError(
                gettext("The file has %(size)s GB; here it may have %(most)s GB. Larger ones: octavo import FILE.")
                % {"size": f"{file.size / 2**30:.1f}", "most": GIVEN_MOST // 2**30}
            )
        return file


class Outlines(Plain):
    """A list of sources from another reader."""

    file = forms.FileField(
        label=_("OPML file"), max_length=200, help_text=_("Sources that you have already stay as they are."),
        widget=forms.FileInput(attrs={"accept": ".opml,.xml,text/x-opml,application/xml"}),
    )

    def clean_file(self) -> Any:
        """Small enough to be read at once."""
        file = self.cleaned_data["file"]
        if file.size > OUTLINES_MOST:
            raise forms.ValidationError(
                gettext("The file has %(size)s MB; a list of sources may have %(most)s MB. Is it an OPML file?")
                % {"size": f"{file.size / 2**20:.1f}", "most": OUTLINES_MOST // 2**20}
            )
        return file


