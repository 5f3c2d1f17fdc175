"""What a person writes about an owner of outlets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from octavo.grouping.owners import Owner
from octavo.site.library.owner_claims import NotTaken, written
from octavo.site.messages import error_in_words
from octavo.site.paper.sources.forms import Plain


def _lines(**attributes: str) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": "5", "autocapitalize": "none", "spellcheck": "false", **attributes})


class Outlets(Plain):
    """An owner and its outlets. One that comes with Octavo keeps its name, by which it is told."""

    name = forms.CharField(label=_("Owner"), required=False, help_text=_("As it is to be called, such as a company or a broadcaster."))
    domains = forms.CharField(label=_("Domains of its outlets"), required=False, widget=_lines(inputmode="url"), help_text=_(
        "Such as post.example, a line each. What lies below one (news.post.example) is of it too."
    ))
    publishers = forms.CharField(label=_("Names of its outlets"), required=False, widget=_lines(), help_text=_(
        "A line each: for articles without an address, and for agencies, which are known by their names."
    ))
    owner: Owner

    def __init__(self, *args: Any, named: str = "", **kwargs: Any) -> None:
        """`named`: the name that it keeps."""
        super().__init__(*args, **kwargs)
        self._named = named
        if named:
            del self.fields["name"]

    def clean(self) -> dict[str, Any]:
        """Read it as an owner, `owner`."""
        data = super().clean() or {}
        if not self.errors:
            try:
                self.owner = written(self._named or data["name"], data["domains"], data["publishers"])
            except NotTaken as refused:
                self.refuse(refused)
        return data

    def refuse(self, refused: NotTaken) -> None:
        """Say beside the field why it cannot be so."""
        self.add_error(refused.field if refused.field in self.fields else "domains", error_in_words(refused))


def filled(owner: Owner) -> dict[str, str]:
    """An owner as the form has it."""
    return {"name": owner.name, "domains": "\n".join(owner.domains), "publishers": "\n".join(owner.publishers)}
