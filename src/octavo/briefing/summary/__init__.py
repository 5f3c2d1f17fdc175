"""A story's sentences -> the three to six that tell it: which are fit, what they lean on, what the story is about, which are chosen."""
