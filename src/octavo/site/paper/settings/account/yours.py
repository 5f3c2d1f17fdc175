"""The page of what is a reader's own: taken along, and erased."""

from __future__ import annotations

from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from octavo.site.paper.owner import is_owner
from octavo.site.paper.settings.account.forms import Erase
from octavo.site.paper.settings.frame import settings_page
from octavo.site.readers.accounts import passwords
from octavo.site.readers.accounts.erasing import erase as erase_reader
from octavo.site.readers.accounts.exporting import everything_of
from octavo.site.readers.accounts.sessions import here


@require_safe
def yours(request: HttpRequest) -> HttpResponse:
    """The page."""
    return settings_page(request, "yours", "paper/settings/account/yours.html", {})


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Everything that the paper keeps about the reader who asks, as a file."""
    kept = everything_of(here(request))
    return JsonResponse(kept, encoder=DjangoJSONEncoder, json_dumps_params={"indent": 1, "ensure_ascii": False}, headers={
        "Content-Disposition": 'attachment; filename="octavo.json"', "Cache-Control": "no-store",
    })


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Ask whether it is meant, by the password, then erase the reader who asks. The owner cannot be: the paper would be nobody's."""
    reader = here(request)
    if is_owner(request):
        return _asked(request, None, 403 if request.method == "POST" else 200)
    form = Erase(request.POST if request.method == "POST" else None, reader=reader)
    if request.method == "POST" and form.is_valid():
        mistake = passwords.shown(request, reader, form.cleaned_data.get("current", ""), timezone.now())
        if not mistake:
            erase_reader(reader)
            logout(request)
            return HttpResponseRedirect(f"{reverse('sign-in')}?done=erased")
        form.add_error("current", mistake)
    return _asked(request, form, 400 if form.errors else 200)


def _asked(request: HttpRequest, form: Erase | None, status: int) -> HttpResponse:
    return settings_page(request, "yours", "paper/settings/account/erase.html", {"form": form}, status)
