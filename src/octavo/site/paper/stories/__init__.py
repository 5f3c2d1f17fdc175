"""The pages of stories: one story, its coverage and its bar, what a copy changed, and what the owner decides."""
