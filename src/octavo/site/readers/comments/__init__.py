"""What readers say about stories and articles, and what is done about it."""
