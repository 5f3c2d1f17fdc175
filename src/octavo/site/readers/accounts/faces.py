"""What every page knows of who reads: whether they signed in, their name, light or dark."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from octavo.site.readers.accounts.loopback import is_let_in
from octavo.site.readers.models import User


def who_reads(request: HttpRequest) -> dict[str, Any]:
    """Context of templates: `reader` (None: nobody is signed in), `signed_in` (they signed in, and so can sign out), `theme` ("light" or
    "dark", where the reader chose one of the two)."""
    user = request.user
    if not isinstance(user, User):
        return {"reader": None, "signed_in": False, "theme": ""}
    return {"reader": user, "signed_in": not is_let_in(request), "theme": "" if user.theme == User.Theme.SYSTEM else user.theme}
