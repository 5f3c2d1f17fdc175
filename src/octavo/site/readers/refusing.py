"""What a reader asked for and cannot have."""

from __future__ import annotations


class Refused(ValueError):
    """It cannot be done as it was asked for; its text says why, on their page."""
