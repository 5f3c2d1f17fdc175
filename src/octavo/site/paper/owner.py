"""Who may change things: the owner. Other readers see how they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def is_owner(request: HttpRequest) -> bool:
    """Whether whoever asks may change things."""
    return bool(getattr(request.user, "is_superuser", False))


def allowed(view: View[P], may: Callable[[HttpRequest], bool]) -> View[P]:
    """A view that answers those who may, and others with 403."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def owner_only(view: View[P]) -> View[P]:
    """A view for the owner alone."""
    return allowed(view, is_owner)
