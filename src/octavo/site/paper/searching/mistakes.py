"""What was not understood in a query, in words for whoever wrote it: what happened, and what to do. The rest was sought."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from octavo.site.library.searching.asked import MOST, Mishap, Trouble
from octavo.site.library.searching.pieces import LONGEST

SAID: dict[Trouble, str] = {
    "quote": gettext_noop("A quotation mark has no second one: all behind it was sought as a phrase."),
    "empty": gettext_noop("“%(about)s” has nothing behind it, and was left out. Write what you mean right behind the colon."),
    "unknown": gettext_noop("“%(about)s” is not known here: the words behind it were sought by themselves."),
    "date": gettext_noop("“%(about)s” is no day, and was left out. Write one like 2026-03-01, 2026-03 or yesterday."),
    "or": gettext_noop("OR wants something on either side, words or names; it was left out."),
    "has": gettext_noop("“%(about)s” is not known, and was left out. What can be asked for is has:copies."),
    "kept": gettext_noop("“%(about)s” cannot be left out; only words, phrases and names can. It was passed over."),
    "common": gettext_noop("“%(about)s” stands in nearly every article, and is not sought by itself. Put a word beside it."),
    "many": gettext_noop("Of so many words the first %(most)d were sought."),
    "star": gettext_noop("A star means nothing here: words are found in each of their forms by themselves."),
    "brackets": gettext_noop("Brackets mean nothing here, and were passed over. OR stands between two words."),
    "backwards": gettext_noop("No time lies between those two days: after: is the first day, before: the day behind the last."),
    "nothing": gettext_noop("A search has to say what is to be there, not only what is not."),
    "long": gettext_noop("The search is longer than %(longest)d characters; its end was left out."),
}


def told(mishap: Mishap) -> str:
    """A sentence or two about it."""
    return _(SAID[mishap.trouble]) % {"about": mishap.about, "most": MOST, "longest": LONGEST}
