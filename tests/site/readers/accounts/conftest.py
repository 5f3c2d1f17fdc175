from __future__ import annotations

from collections.abc import Iterator

import pytest

PASSWORD = "four quiet tugs at dawn"
OTHER = "seven slow barges by noon"


@pytest.fixture(autouse=True)
def _quick(request: pytest.FixtureRequest) -> Iterator[None]:
    """Passwords are hashed in no time; where a test has a library."""
    if not {"library", "site", "site_client"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("libraries").use("sqlite")  # Django must be set up before its settings are changed
    from django.test import override_settings

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield
