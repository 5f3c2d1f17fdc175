"""What a reader types about comments: forms whose fields are set by our own templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from octavo.site.messages import numeral
from octavo.site.paper.sources.forms import Plain
from octavo.site.readers.comments.anchoring import QUOTE
from octavo.site.readers.comments.cleaning import cleaned, one_line
from octavo.site.readers.comments.rules import Rules, entries

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Label: TypeAlias = "str | _StrPromise"


def _area(rows: int, **attributes: str) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": str(rows), **attributes})


def _char(label: Label, help_text: Label = "", widget: forms.Widget | None = None, **options: Any) -> forms.CharField:
    # strip=False and our own cleaning: what was typed is what comes back in the form.
    return Typed(label=label, help_text=help_text, widget=widget, required=False, strip=False, **options)


class Typed(forms.CharField):
    """Text that may hold anything: NUL is taken out like all other controls, and is no reason to refuse it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.validators = []

    def to_python(self, value: object) -> str:
        """The text as it was typed."""
        return "" if value is None else str(value).replace("\x00", "").encode("utf-8", "ignore").decode()


class Write(Plain):
    """A comment. `quoting`: it may be about words of an article."""

    text = _char(gettext_lazy("Your comment"), widget=_area(5, dir="auto"), help_text=gettext_lazy(
        "*emphasis*, **strong**, [words](https://…), > quotation, - list and `code` are understood."
    ))
    quote = _char(gettext_lazy("A line that it is about"), widget=_area(2, dir="auto"), help_text=gettext_lazy(
        "Words of the article, as they stand there. Leave it empty for a comment on all of it."
    ))
    near = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)

    def __init__(self, *args: Any, quoting: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not quoting:
            del self.fields["quote"], self.fields["near"]

    def clean_text(self) -> str:
        """As it is kept."""
        return cleaned(self.cleaned_data["text"])

    def clean_quote(self) -> str:
        """On one line, for it is sought whatever its white space is."""
        said: str = self.cleaned_data["quote"]
        if len(" ".join(said.split())) > QUOTE:
            raise forms.ValidationError(_("That is more than a line: quote at most %d characters.") % QUOTE)
        return " ".join(said.split())

    def refuse(self, field: str, words: str) -> None:
        """Say beside the field why it cannot be so."""
        self.add_error(field if field in self.fields else "text", words)


class Reason(Plain):
    """Why something is reported."""

    reason = _char(gettext_lazy("What is amiss"), help_text=gettext_lazy("A moderator reads it; the writer of the comment does not."),
                   widget=_area(3, dir="auto"))

    def clean_reason(self) -> str:
        """On one line; without any it says nothing."""
        reason = one_line(self.cleaned_data["reason"], 500)
        if not reason:
            raise forms.ValidationError(_("Say in a few words what is amiss, so that a moderator can see it too."))
        return reason


class Removal(Plain):
    """Why a comment is removed."""

    reason = _char(gettext_lazy("The reason"), help_text=gettext_lazy("It stands in the place of the comment, for everybody."))
    wipe = forms.BooleanField(label=gettext_lazy("Take its text out of the library too: it cannot be put back then"), required=False)

    def clean_reason(self) -> str:
        """On one line; without any nobody learns from it."""
        reason = one_line(self.cleaned_data["reason"], 300)
        if not reason:
            raise forms.ValidationError(_("Give a reason: it stands in the place of the comment."))
        return reason


SPANS: tuple[tuple[str, Label], ...] = (
    ("1", gettext_lazy("A day")), ("7", gettext_lazy("A week")), ("30", gettext_lazy("30 days")), ("0", gettext_lazy("For ever")),
)


class Silence(Plain):
    """How long a reader cannot comment, and why."""

    days = forms.ChoiceField(label=gettext_lazy("For how long"), choices=SPANS)
    reason = _char(gettext_lazy("The reason, as they are told"))

    def clean_reason(self) -> str:
        """On one line."""
        return one_line(self.cleaned_data["reason"], 300)


MODES: tuple[tuple[str, Label], ...] = (
    ("community", gettext_lazy("When there is more than one reader")), ("on", gettext_lazy("On")), ("off", gettext_lazy("Off")),
)
LISTS = 20_000
"""Characters of a list of words or domains."""


def _number(label: Label, most: int, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, widget=forms.NumberInput(attrs={"inputmode": "numeric"}))


class RulesForm(Plain):
    """The owner's settings, field by field those of `Rules`."""

    mode = forms.ChoiceField(label=gettext_lazy("Comments"), choices=MODES)
    hold_first = forms.BooleanField(label=gettext_lazy("A reader’s first comment waits for a moderator"), required=False)
    per_minute = _number(gettext_lazy("Comments of a reader in a minute, at most"), 100, 1)
    per_day = _number(gettext_lazy("In a day"), 1_000, 1)
    links = _number(gettext_lazy("Links of a comment, at most"), 50)
    links_new = _number(gettext_lazy("Of a reader who is new here"), 50)
    known_after = _number(gettext_lazy("A reader is new until so many of their comments are published"), 100)
    held_words = _char(gettext_lazy("Words that make a comment wait"), gettext_lazy(
        "A word or phrase a line. Whole words count; capitals and accents make no difference."
    ), _area(5, spellcheck="false", dir="auto"))
    refused_words = _char(gettext_lazy("Words that are refused"), gettext_lazy("Likewise. Whoever writes one is told which."),
                          _area(5, spellcheck="false", dir="auto"))
    blocked_domains = _char(gettext_lazy("Domains that no link may lead to"), gettext_lazy(
        "Such as post.example, a line each. What lies below one (news.post.example) is blocked too."
    ), _area(4, spellcheck="false", autocapitalize="none"))

    def _listed(self, name: str) -> str:
        said = "\n".join(entries("\n".join(map(cleaned, self.cleaned_data[name].splitlines()))))
        if len(said) > LISTS:
            raise forms.ValidationError(_("The list has %(number)s characters; it may have %(most)s.") % {
                "number": numeral(len(said)), "most": numeral(LISTS),
            })
        return said

    def clean_held_words(self) -> str:
        """An entry a line."""
        return self._listed("held_words")

    def clean_refused_words(self) -> str:
        """An entry a line."""
        return self._listed("refused_words")

    def clean_blocked_domains(self) -> str:
        """An entry a line."""
        return self._listed("blocked_domains")

    @property
    def rules(self) -> Rules:
        """What was set; of a form that is valid."""
        return Rules(**self.cleaned_data)


class Named(Plain):
    """The reader who becomes a moderator."""

    name = _char(gettext_lazy("Name of a reader"), gettext_lazy("As they sign in."), forms.TextInput(attrs={
        "autocapitalize": "none", "autocomplete": "off", "spellcheck": "false",
    }))
