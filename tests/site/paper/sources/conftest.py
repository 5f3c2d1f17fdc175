from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """However busy this machine is, what came of a look is shown at once."""
    if "library" in request.fixturenames or "site" in request.fixturenames:
        from octavo.site.paper.sources import adding

        monkeypatch.setattr(adding, "AT_ONCE", 60.0)


@pytest.fixture
def override_loopback(library: str) -> Iterator[Client]:
    """The owner's browser on this machine, on either kind of library."""
    from django.test import Client, override_settings

    with override_settings(LOOPBACK=True):
        yield Client(headers={"host": "localhost"})


@pytest.fixture
def reader(site: None) -> Iterator[Client]:
    """A reader who has signed in and is not the owner, elsewhere."""
    from django.test import Client, override_settings

    from octavo.site.readers.models import User

    with override_settings(LOOPBACK=False, ALLOWED_HOSTS=["paper.example"]):
        client = Client(headers={"host": "paper.example"})
        client.force_login(User.objects.create_user("wrenna", password="a long enough one"))
        yield client
