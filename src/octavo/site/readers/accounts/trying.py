"""What stands before each form that a stranger may send without end: see `guessing`."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic.edit import FormView

from octavo.site.readers.accounts import guessing
from octavo.site.readers.peers import peer

if TYPE_CHECKING:
    _View = FormView[Any]
else:
    _View = object


class Tried(_View):
    """A view of a form of which each POST counts as a try before it is looked at; after too many nothing is looked at: 429, and when to try
    again. `wait` of the context says the minutes."""

    def tried(self) -> str:
        """Whose password is tried, or what else (`guessing.JOINING`)."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look at what was sent, unless there were too many tries."""
        wait = guessing.begin(peer(request), timezone.now(), self.tried())
        return super().post(request, *args, **kwargs) if wait is None else self.refuse(wait)

    def forgive(self) -> None:
        """It was right: it counts no more."""
        guessing.forgive(peer(self.request), self.tried())

    def refuse(self, wait: timedelta) -> HttpResponse:
        """The form once more, empty, and how long to wait."""
        empty = {name: value for name, value in self.get_form_kwargs().items() if name not in ("data", "files")}
        context = self.get_context_data(form=self.get_form_class()(**empty), wait=minutes(wait))
        refused = self.render_to_response(context, status=429)
        refused["Retry-After"] = str(math.ceil(wait.total_seconds()))
        return refused


def minutes(wait: timedelta) -> int:
    """How long to wait, as it is told."""
    return math.ceil(wait.total_seconds() / 60)
