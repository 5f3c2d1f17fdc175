"""What was just done to a reader's rules, as the next page says it and as it can be undone: signed, so that no link can put words on a page
or undo what somebody else did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from octavo.site.paper.muting.sifting import SHOWN
from octavo.site.paper.way_back import way_back
from octavo.site.readers.muting.keeping import as_json, of_json
from octavo.site.readers.muting.rules import Wish

TOLD = "muting"
"""The parameter of a page that says what was done."""
LASTS = timedelta(days=1)
_SALT = "octavo.mutes"
_LONGEST = 3_000
"""Characters of a deed in an address; one that is longer can be told, not undone."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done: "mute", "follow", "change", "remove", "bring" or "undo"; what the rule is called; the rules to be taken out and those
    to be put back when it is undone. `token` is it as a form sends it, "" where it cannot be undone."""

    done: str
    kind: str = ""
    value: str = ""
    take: tuple[int, ...] = ()
    put: tuple[Wish, ...] = ()
    number: int = 1
    token: str = ""


def told_of(request: HttpRequest) -> Deed | None:
    """What the page is to say that was done; None where it was asked for by nobody, by a forged token or one of another reader's."""
    return deed_of(request, request.GET.get(TOLD, ""))


def deed_of(request: HttpRequest, token: str) -> Deed | None:
    """A token -> the deed; None where it is not the reader's own, or older than LASTS."""
    if not token or len(token) > 2 * _LONGEST:
        return None
    try:
        said: dict[str, Any] = signing.loads(token, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    if said.pop("reader", None) != request.user.pk:
        return None
    put = tuple(of_json(each) for each in said["put"])
    take = tuple(said["take"])
    return Deed(said["done"], said["kind"], said["value"], take, put, said["number"], token if take or put else "")


def back(request: HttpRequest, deed: Deed, to: str = "") -> HttpResponseRedirect:
    """To the page of the paper that the form names, which says what was done and can undo it."""
    wanted = to or request.POST.get("next", "")
    return way_back(wanted, reverse("settings-mutes"), {TOLD: _token(request, deed)}, without=SHOWN)


def _token(request: HttpRequest, deed: Deed) -> str:
    told = _signed(request, deed, deed.take, deed.put)
    return told if len(told) <= _LONGEST else _signed(request, deed, (), ())


def _signed(request: HttpRequest, deed: Deed, take: Sequence[int], put: Sequence[Wish]) -> str:
    said = {
        "reader": request.user.pk, "done": deed.done, "kind": deed.kind, "value": deed.value, "number": deed.number, "take": list(take),
        "put": [as_json(each) for each in put],
    }
    return signing.dumps(said, salt=_SALT, compress=True)
