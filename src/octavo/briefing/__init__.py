"""A story's articles, analysed and grouped -> its brief, and the answers to questions; every line with the sentence it came from.

No clock, no chance: the same reports give the same brief, to the byte as JSON.
"""
