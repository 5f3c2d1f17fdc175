"""Hypothesis without a deadline: how long an example takes depends on the machine."""

from hypothesis import settings

settings.register_profile("octavo", deadline=None)
settings.load_profile("octavo")
