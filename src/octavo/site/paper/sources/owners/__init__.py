"""The pages of the list of who owns which outlets."""
