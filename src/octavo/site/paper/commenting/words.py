"""What the pages of comments say: why one is not taken or waits, and what was done. Interface words alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from math import ceil

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from octavo.site.messages import numeral
from octavo.site.readers.comments.cleaning import LONGEST
from octavo.site.readers.comments.judging import Refuse

NOTES: dict[str, str | Promise] = {
    "published": _("Your comment stands here."),
    "held": _("Your comment is kept, and waits for a moderator: until then only you see it."),
    "edited": _("Your comment is changed."),
    "edited-held": _("Your comment is changed, and waits for a moderator: until then only you see it."),
    "deleted": _("Your comment is deleted, and its text is gone. Answers to it stay."),
    "deleted-reported": _("Your comment is deleted. Its text goes as soon as a moderator has looked at what was reported."),
    "reported": _("Thank you: a moderator will look at this comment."),
    "reported-before": _("You have reported this comment already: a moderator has looked at it, or will."),
    "parent-gone": _("Your answer stands here. What you answered was taken out while you were writing."),
    "approved": _("It is published."),
    "removed": _("It is removed, and its place says why."),
    "put-back": _("It is back in its place."),
    "overtaken": _("Nothing was changed: the comment is not any more as you saw it. Look at it again."),
    "silenced": _("They cannot comment for now, and are told why when they try."),
    "unsilenced": _("They can comment again."),
    "moderator": _("They are a moderator now: the queue and every comment has forms for them."),
    "no-moderator": _("They are no moderator any more."),
    "saved": _("It is saved."),
}
"""What `?said=` names, so that no link can put words on a page."""

HELD_FIRST = _("It is the first comment of this reader.")


def refusal(refuse: Refuse, why_silenced: str = "") -> str:
    """Why a comment is not taken, and what to do."""
    return _REFUSALS[refuse.reason](refuse) + (" " + gettext("The reason: %s") % why_silenced if why_silenced else "")


def hold_reason(why: str) -> str:
    """Why a comment waits, from what its row keeps."""
    reason, _sign, detail = why.partition(":")
    return gettext("It has a word of your list: “%s”.") % detail if reason == "words" else str(HELD_FIRST)


def waits(wait: timedelta) -> str:
    """How long to wait: "20 seconds", "3 minutes", "2 hours", "4 days"."""
    seconds = max(1, ceil(wait.total_seconds()))
    if seconds < 90:
        return ngettext("%d second", "%d seconds", seconds) % seconds
    if seconds < 90 * 60:
        return ngettext("%d minute", "%d minutes", ceil(seconds / 60)) % ceil(seconds / 60)
    if seconds < 36 * 3600:
        return ngettext("%d hour", "%d hours", ceil(seconds / 3600)) % ceil(seconds / 3600)
    return ngettext("%d day", "%d days", ceil(seconds / 86400)) % ceil(seconds / 86400)


def _long(refuse: Refuse) -> str:
    return gettext("Your comment has %(number)s characters; it may have %(most)s. Shorten it, or write two.") % {
        "number": numeral(refuse.number), "most": numeral(LONGEST),
    }


def _links(refuse: Refuse) -> str:
    if not refuse.number:
        return gettext("Your comment has a link, and cannot have any here yet. Take it out, and try again.")
    return ngettext(
        "Your comment has too many links; it may have %d. Take some out, and try again.",
        "Your comment has too many links; it may have %d. Take some out, and try again.", refuse.number,
    ) % refuse.number


def _often(refuse: Refuse) -> str:
    if not refuse.wait:
        return ""
    many = ngettext("That is %d comment", "That is %d comments", refuse.number) % refuse.number
    span = gettext("in a minute") if refuse.reason == "minute" else gettext("in a day")
    return gettext("%(many)s %(span)s, as many as there may be. Your text is kept in the form: send it again in %(wait)s.") % {
        "many": many, "span": span, "wait": waits(refuse.wait),
    }


def _silenced(refuse: Refuse) -> str:
    if not refuse.wait or refuse.wait > timedelta(days=365 * 100):
        return gettext("You cannot comment in this paper.")
    return gettext("You cannot comment for now. You can again in %s.") % waits(refuse.wait)


_REFUSALS: dict[str, Callable[[Refuse], str]] = {
    "empty": lambda _each: gettext("There is nothing in your comment that could be printed. Write a few words."),
    "long": _long,
    "links": _links,
    "domain": lambda each: gettext("Links to %s are not taken here. Take it out, and try again.") % each.detail,
    "words": lambda each: gettext("“%s” is a word that is not printed here. Say it in another way.") % each.detail,
    "silenced": _silenced,
    "minute": _often,
    "day": _often,
}

