"""Who may change things: the owner. Other readers see how they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")


def is_owner(request: HttpRequest) -> bool:
    """Whether whoever asks may change things."""
    return bool(getattr(request.user, "is_superuser", False))


def owner_only(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view that answers the owner alone, and others with 403."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not is_owner(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
