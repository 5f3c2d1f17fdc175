"""Searches that readers keep."""
