"""Which articles are about one event: stories, as articles arrive, in any order, with late repair.

`digest` makes all that placing needs of an article; a `Window` holds the digests of late and says which story a new one belongs to;
`repair` names the moves that mend what was placed too early to know; `facts` and `front` say what a story is for its reader.
"""

from octavo.grouping.stories.choices import Choices
from octavo.grouping.stories.digest import Digest, digest, pack, unpack
from octavo.grouping.stories.repair import Move, repair
from octavo.grouping.stories.window import Decision, Window

__all__ = ["Choices", "Decision", "Digest", "Move", "Window", "digest", "pack", "repair", "unpack"]
