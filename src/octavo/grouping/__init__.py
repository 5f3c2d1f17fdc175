"""Which articles belong together: copies of one text, related articles."""
