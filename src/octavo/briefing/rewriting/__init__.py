"""What a language model is asked of a brief, and what is made of its answer: nothing that the cited sentences do not bear out.

The model is a callable that the caller passes in; nothing here opens a connection. Texts of articles are data: they go out as numbered
JSON, and whatever comes back is checked (see `octavo.briefing.checking`).
"""

from octavo.briefing.rewriting.asking import Model, Unusable
from octavo.briefing.rewriting.rewriting import Answered, Rewritten, answered, rewritten
from octavo.briefing.rewriting.translating import translated

__all__ = ["Answered", "Model", "Rewritten", "Unusable", "answered", "rewritten", "translated"]
