"""Adding, changing and removing sources."""
