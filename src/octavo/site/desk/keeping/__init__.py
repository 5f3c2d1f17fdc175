"""What is kept no longer goes, a little at a time, while the paper runs."""
