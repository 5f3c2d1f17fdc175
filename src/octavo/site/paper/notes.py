"""What a page says after something was done: `?done=` names one of these, so that no cookie is set and no link can put words on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from octavo.site.messages import numeral
from octavo.site.numbers import number_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

NOTES: dict[str, str | _StrPromise] = {
    "added": _("It is added, and in the queue: its articles come in as soon as it has been asked."),
    "known": _("You have that source already: here it is. Nothing was changed."),
    "look-lost": _("Octavo is not looking there any more: it was started anew, or that was a while ago. Type the address once more."),
    "saved": _("It is saved."),
    "moved": _("It is saved. It has another host now, so its credentials were removed: give those of the new one."),
    "queued": _("It is in the queue, and will be asked as soon as its turn comes."),
    "credentials": _("The credentials are kept. They are sent to this source's host alone, and never shown."),
    "bare": _("The credentials are removed."),
    "removed": _("The source is removed."),
    "merged": _("They are one speaker now, and stay so in articles to come. You can take them apart again below."),
    "unmerged": _("They are two speakers again."),
    "unmergeable": _("They could not be merged: one of them is merged already, or is gone. Nothing was changed."),
    "split": _("This is a speaker apart now, and stays so in articles to come. You can put it back below."),
    "unsplit": _("Nothing was changed: no article was chosen in which that name speaks."),
    "merged-still": _("It could not be put back while it is merged with another: take these two apart first. Nothing was changed."),
    "keyed": _("Its feed has another address now; the one before leads nowhere."),
    "put-back": _("They are one speaker again."),
    "stories-merged": _("They are one story now, and stay so whatever comes in. You can take them apart again below."),
    "stories-split": _("It is a story of its own now, and stays so. You can put it back below."),
    "stories-moved": _("It is moved, and stays here. You can put it back below."),
    "stories-undone": _("It is as if that had not been decided."),
    "stories-undecided": _("Nothing was changed: the stories are not as you saw them, or one would have been left without an article."),
    "stories-unticked": _("Tick at least one article."),
    "owner-added": _("It is on the list: its outlets count as one report. Stories are counted anew."),
    "owner-changed": _("It is saved: these outlets count as one report. Stories are counted anew."),
    "owner-remove": _("Its outlets count as papers of their own now. Stories are counted anew."),
    "owner-put-back": _("It is as it comes with Octavo again. Stories are counted anew."),
    "account-saved": _("It is saved."),
    "password-first": _("Your password is set, and you are signed in. From now on the paper asks for it, on this machine too."),
    "password-changed": _("Your password is changed, and you are signed out everywhere else."),
    "address-saved": _("It is saved."),
    "passkey-added": _("It is added: from now on you can sign in by it."),
    "passkey-named": _("It has another name."),
    "passkey-unnamed": _("A passkey's name has 1 to 60 characters. Nothing was changed."),
    "passkey-removed": _("The passkey is removed: nobody signs in by it any more."),
    "session-ended": _("It is signed out there."),
    "sessions-ended": _("You are signed out everywhere else."),
    "sign-up-saved": _("It is saved: from now on it is so."),
    "invited": _("The invitation is made; its link is below."),
    "invited-enough": _("There are as many invitations as there may be. Take some back first."),
    "invitation-revoked": _("It is taken back: its link holds no more."),
    "invitation-gone": _("It was used or taken back already. Nothing was changed."),
    "reader-out": _("They are taken out, and signed out everywhere. What is theirs stays, and you can let them in again."),
    "reader-in": _("They can sign in again."),
    "reader-erased": _("They are erased, with all that was theirs."),
    "reader-still-in": _("Nothing was erased: take them out first."),
    "keeping-saved": _("It is saved. What is kept no longer goes a little at a time from now on, while the paper runs."),
    "search-kept": _("It is kept. From now on the paper says how many new results it has."),
    "search-known": _("You keep that search already. Nothing was changed."),
    "search-full": _("You keep as many searches as there can be, 20. Remove one first."),
    "search-empty": _("There was nothing to keep: a search has to say what it looks for."),
    "search-renamed": _("It has its new name."),
    "search-unnamed": _("A name has a letter at least. Nothing was changed."),
    "search-removed": _("The search is removed. For a week it can be put back, below."),
    "search-back": _("It is back."),
    "search-not-back": _(
        "It could not be put back: you keep the same already, or as many as there can be, or the week is over. Nothing was changed."
    ),
    "search-keyed": _("Its feed has another address now; the one before leads nowhere."),
    "given": _("The file is in the queue; how it goes stands under “Files that you gave”."),
}


def done(name: str, view: str, *args: object, **numbers: int) -> HttpResponseRedirect:
    """After a form: to that view's page, which says what was done."""
    counts = "".join(f"&{key}={number}" for key, number in numbers.items())
    return HttpResponseRedirect(f"{reverse(view, args=args)}?done={name}{counts}")


def note_of(parameters: Mapping[str, str]) -> str:
    """What stands behind the question mark -> the sentence, "" where there is none of that name."""
    name = parameters.get("done", "")
    if name == "list":
        return _listed(_number(parameters, "new"), _number(parameters, "known"), _number(parameters, "refused"))
    return str(NOTES.get(name, ""))


def _listed(new: int, known: int, refused: int) -> str:
    added = ngettext("%(n)s source added", "%(n)s sources added", new) % {"n": numeral(new)}
    parts = [gettext("%(added)s, and in the queue") % {"added": added} if new else added]
    parts += [ngettext("%(n)s you had already", "%(n)s you had already", known) % {"n": numeral(known)}] if known else []
    parts += [ngettext(
        "%(n)s could not be taken (no address of the web)", "%(n)s could not be taken (no address of the web)", refused,
    ) % {"n": numeral(refused)}] if refused else []
    return "; ".join(parts) + "."


def _number(parameters: Mapping[str, str], name: str) -> int:
    return number_of(parameters.get(name, ""), digits=6)
