"""Which articles are about one event: stories, as articles arrive, in any order, with late repair.

`digest` makes all that placing needs of an article; a `Window` holds the digests of late and says which story a new one belongs to;
`repair` names the moves that mend what was placed too early to know; `facts` and `front` say what a story is for its reader.
Nothing is loaded with the package: pages ask for facts, and do without numpy.
"""
