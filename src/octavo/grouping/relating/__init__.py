"""Which articles relate to one another, and why: what an article is about, an index over many, the reason in words."""
