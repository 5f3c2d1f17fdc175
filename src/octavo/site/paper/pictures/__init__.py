"""Small pictures of what a page tells: pure functions from what is known to what is drawn, each with the words that say the same."""
