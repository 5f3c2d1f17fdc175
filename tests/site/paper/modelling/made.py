"""A language model that pages know of, and what the desk does for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from octavo.fetching.model_address import ModelAddress
from tests.model_server import model_server


def named(monkeypatch: pytest.MonkeyPatch, name: str = "small") -> None:
    """The environment names a model, which nothing listens for."""
    monkeypatch.setenv("OCTAVO_MODEL_ADDRESS", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OCTAVO_MODEL_NAME", name)


def granted(answering: Callable[[str, str], str]) -> bool:
    """The desk does what has waited longest, by a model that answers so."""
    from django.utils import timezone

    from octavo.site.desk.leases import REWRITING
    from octavo.site.desk.rewriting.granting import grant_next

    now = timezone.now()
    assert REWRITING.take("tests", now)
    with model_server(answering) as here:
        return grant_next(ModelAddress(here.url, "small"), "tests", now)
