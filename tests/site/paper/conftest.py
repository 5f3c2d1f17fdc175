"""What is needed before the paper says a word: Django, by which its words are translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Libraries


@pytest.fixture(scope="session", autouse=True)
def _django(libraries: Libraries) -> None:
    """Django set up, with the library's folder of this run."""
    import django

    django.setup()
