"""Mutes and follows: what is hidden and why, and the forms that say so."""
