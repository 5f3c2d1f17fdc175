"""Which pages of settings there are, in the order in which they are listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Page:
    """A page of settings: the name of its address, what it is called, and whether it is the owner's alone."""

    name: str
    title: str | _StrPromise
    owner: bool = False


PAGES: tuple[Page, ...] = (
    Page("account", _("Your account")),
    Page("signing-in", _("Signing in")),
    Page("settings-reading", _("Reading")),
    Page("settings-subscriptions", _("Your sources")),
    Page("settings-mutes", _("Mutes and follows")),
    Page("settings-comments", _("Comments")),
    Page("yours", _("What is yours")),
    Page("readers", _("Readers"), owner=True),
    Page("settings-pictures", _("Pictures"), owner=True),
    Page("settings-keeping", _("What is kept"), owner=True),
    Page("settings-model", _("Language model"), owner=True),
)
