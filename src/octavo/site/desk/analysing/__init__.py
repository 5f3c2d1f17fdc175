"""Finds who says what in the articles that wait for it, in a process of its own."""
