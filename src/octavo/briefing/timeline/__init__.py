"""A story's sentences -> its timeline: what happened and what is to come, by the dates that the sentences speak of."""
