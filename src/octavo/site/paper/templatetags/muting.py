"""The pieces of mutes and follows that stand on pages of other rooms."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from octavo.site.paper.muting.deeds import Deed, told_of
from octavo.site.paper.muting.offering import Offer, offers
from octavo.site.paper.muting.sifting import SHOWN
from octavo.site.readers.muting.rules import Rule

register = template.Library()

_KINDS = {
    "words": gettext_lazy("“%(value)s”"), "person": gettext_lazy("%(value)s"), "publisher": gettext_lazy("the publisher %(value)s"),
    "agency": gettext_lazy("the agency %(value)s"), "section": gettext_lazy("the section %(value)s"),
    "story": gettext_lazy("the story “%(value)s”"),
}
_DONE = {
    "mute": gettext_lazy("You mute %(what)s now: here, and in what comes."), "follow": gettext_lazy("You follow %(what)s now."),
    "change": gettext_lazy("It is saved: %(what)s."), "remove": gettext_lazy("It is removed: %(what)s."),
    "undo": gettext_lazy("It is undone."), "bring": gettext_lazy("The list is brought in: %(number)s mutes and follows."),
}
_PLACES = {"headline": gettext_lazy("in headlines"), "text": gettext_lazy("in texts"), "speakers": gettext_lazy("among those who speak")}


@register.filter
def rule_words(rule: Rule | Deed) -> str:
    """What a rule is about, in words: "“card tricks”", "the publisher The Pilot"."""
    return str(_KINDS.get(rule.kind, "%(value)s")) % {"value": rule.value}


@register.filter
def rule_places(rule: Rule) -> str:
    """Where words or a person are looked for: "in headlines, in texts"; "" for other rules."""
    return ", ".join(str(words) for place, words in _PLACES.items() if place in rule.places)


@register.inclusion_tag("paper/muting/told.html", takes_context=True)
def muting_told(context: dict[str, Any]) -> dict[str, Any]:
    """What was just done to the reader's rules, with a way to undo it; nothing where nothing was."""
    request = context.get("request")
    deed = told_of(request) if request else None
    if request is None or deed is None:
        return {}
    words = str(_DONE.get(deed.done, "")) % {"what": rule_words(deed), "number": deed.number}
    return {"words": words, "deed": deed, "request": request, "csrf_token": context.get("csrf_token"), "next": request.path}


@register.inclusion_tag("paper/muting/once.html", takes_context=True)
def muting_hidden(context: dict[str, Any]) -> dict[str, Any]:
    """How many stories of the edition are hidden, or that hidden ones are shown once."""
    request, counts = context.get("request"), context.get("counts")
    told = {"hidden": getattr(counts, "hidden", 0), "left_out": getattr(counts, "left_out", 0)}
    return {**told, "once": request.GET.get(SHOWN), "path": request.path} if request else {}


@register.inclusion_tag("paper/muting/form.html", takes_context=True)
def muting_actions(context: dict[str, Any]) -> dict[str, Any]:
    """The form that mutes or follows what a page is about."""
    request = context.get("request")
    if request is None or not request.user.is_authenticated:
        return {}
    found: list[Offer] = offers(context)
    return {"offers": found, "next": request.get_full_path(), "csrf_token": context.get("csrf_token"), "words": _("a word or phrase")}
