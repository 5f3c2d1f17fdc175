"""Which articles belong together: copies of one text, stories about one event, related articles."""
