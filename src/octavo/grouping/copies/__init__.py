"""Which articles are copies: the same text under other headlines, cut or with a paragraph added; and what a copy changed.

`placing` says of each article that arrives whose text it carries, `settling` so of all that are known; `sketch` is what an article keeps
for that, and `changes` what a copy changed. Nothing is loaded with the package: pages ask for changes, and do without numpy.
"""
