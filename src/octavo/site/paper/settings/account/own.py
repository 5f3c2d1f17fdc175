"""The page of a reader's name, time zone and theme."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from octavo.site.library.writing import writing
from octavo.site.paper.notes import done
from octavo.site.paper.settings.account.forms import Account
from octavo.site.paper.settings.frame import settings_page
from octavo.site.readers.accounts.names import clean_name
from octavo.site.readers.accounts.sessions import here


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Who they are: shown, and changed."""
    reader = here(request)
    if request.method != "POST":
        return _page(request, Account(reader=reader))
    form = Account(request.POST, reader=reader)
    if form.is_valid():
        with writing():
            try:  # another may have taken the name since it was looked at
                reader.username = clean_name(form.cleaned_data["name"], of=reader)
            except ValidationError as taken:
                form.add_error("name", taken)
                return _page(request, form, 400)
            reader.time_zone, reader.theme = form.cleaned_data["time_zone"], form.cleaned_data["theme"]
            reader.save(update_fields=["username", "time_zone", "theme"])
        return done("account-saved", "account")
    reader.refresh_from_db()
    return _page(request, form, 400)


def _page(request: HttpRequest, form: Account, status: int = 200) -> HttpResponse:
    return settings_page(request, "account", "paper/settings/account/own.html", {"form": form}, status)
