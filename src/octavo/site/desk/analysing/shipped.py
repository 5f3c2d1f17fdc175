"""Which model is shipped, told from its tables: three kilobytes, while loading it takes what pages and polling do without."""

from __future__ import annotations

import json

from octavo.language import files

TABLES = files.FOLDER / files.TABLES
"""What `octavo.language.model` reads first, which cannot be imported without the libraries that run the model."""


def shipped_version() -> str:
    """Its name and number; "" where they cannot be read, which whoever loads it says why."""
    try:
        version = json.loads(TABLES.read_bytes())["version"]
    except (OSError, ValueError, LookupError, TypeError):
        return ""
    return version if isinstance(version, str) else ""
