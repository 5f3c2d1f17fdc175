"""Comments under stories and articles, and their moderation."""
