"""Search, and the searches that readers keep."""
