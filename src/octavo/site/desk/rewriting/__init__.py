"""Briefs are rewritten by a language model, where the owner named one, after the plain ones are made."""
