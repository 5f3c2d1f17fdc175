"""Where the data for tests lies: a folder beside the repository, absent on most machines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("OCTAVO_SHARED") or ROOT.parent / "shared")


def shared(path: str) -> Path:
    """The file or folder of that name; the test skips, saying why, where it is absent."""
    if not (FOLDER / path).exists():
        pytest.skip(f"the data {path} is not beside the repository (OCTAVO_SHARED names another place)")
    return FOLDER / path
